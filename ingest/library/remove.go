package library

import "context"

// Remove takes an article out, by its id or url, or all that were read from a
// file, by its path. It returns the ids, none where there is no such article.
// What its going changes in others waits for Settle.
func (l *Library) Remove(ctx context.Context, name string) (ids []string, err error) {
	if err := l.Flush(ctx); err != nil {
		return nil, err
	}
	c, err := l.begin(ctx)
	if err != nil {
		return nil, err
	}
	ids, err = column[string](&c.asking, "SELECT id FROM article WHERE id = ?1 OR url = ?1 UNION SELECT h.article FROM holds h JOIN article a ON a.id = h.article WHERE h.path = ?1 ORDER BY 1", name)
	for _, id := range ids {
		if err == nil {
			err = c.remove(id)
		}
	}
	if err == nil && len(ids) == 0 {
		_ = c.undo()
		return nil, nil
	}
	return ids, l.end(c, err)
}

func (c *change) remove(id string) error {
	var no int64
	err := c.one([]any{&no}, "SELECT no FROM article WHERE id = ?", id)
	for _, step := range []struct {
		text string
		arg  any
	}{
		{"INSERT OR IGNORE INTO touched (article) SELECT no FROM article WHERE copy_of = ?", id},
		{"INSERT OR IGNORE INTO touched (article) VALUES (?)", no},
		{"DELETE FROM file WHERE path IN (SELECT path FROM holds WHERE article = ?)", id},
		{"DELETE FROM holds WHERE path NOT IN (SELECT path FROM file) AND article = ?", id},
		{"DELETE FROM superseded WHERE article = ?", id},
		{"DELETE FROM body WHERE article = ?", no},
		{"DELETE FROM article WHERE no = ?", no},
		{"UPDATE run SET removed = removed + 1 WHERE no = ?", c.run},
	} {
		if err == nil {
			err = c.exec(step.text, step.arg)
		}
	}
	return err
}
