package library

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// What was read is written in batches: the least that a run which is killed
// reads again.
const (
	batch      = 100
	batchEvery = 5 * time.Second
)

// added is an article that was read and is not yet written.
type added struct {
	facts *facts.Article
	origin
}

// Add keeps an article that was read. Its facts are as the article alone gives
// them, and stay as they are until Flush. One of the same id that is there is
// replaced.
func (l *Library) Add(ctx context.Context, f *facts.Article) error {
	l.waiting = append(l.waiting, added{f, l.unread.take(f)})
	if len(l.waiting) < batch && time.Since(l.flushed) < batchEvery {
		return nil
	}
	return l.Flush(ctx)
}

// Flush writes what was added.
func (l *Library) Flush(ctx context.Context) error {
	l.flushed = time.Now()
	if err := l.unread.err; err != nil {
		return err
	}
	if len(l.waiting) == 0 && !l.unread.any() {
		return nil
	}
	c, err := l.begin(ctx)
	if err != nil {
		return err
	}
	for _, a := range l.waiting {
		if err == nil {
			err = l.add(c, a)
		}
	}
	if err == nil {
		err = l.noteEarlier(c)
	}
	if err == nil {
		err = l.noteFiles(c)
	}
	if err := l.end(c, err); err != nil {
		return err
	}
	l.waiting = nil
	l.replaced += c.replaced
	return nil
}

// add writes an article; its facts wait to be settled where they are new.
func (l *Library) add(c *change, a added) error {
	packed, hash, err := pack(a.facts)
	if err != nil {
		return err
	}
	reader := l.reader
	var of facts.Copy
	if a.facts.CopyOf != nil {
		of = *a.facts.CopyOf
	}
	no, before, err := c.find(a.facts.ID)
	count := "UPDATE run SET changed = changed + 1 WHERE no = ?"
	switch {
	case err != nil:
		return err
	case before == hash:
		return c.exec("UPDATE article SET origin = ?, kind = ?, known_by = ?, reader = ? WHERE no = ?", null(a.from), null(a.kind), a.key, reader, no)
	case no == 0:
		count = "UPDATE run SET added = added + 1 WHERE no = ?"
		err = c.exec("INSERT INTO article (id, sha256, known_by, reader, facts_sha256, added, changed) VALUES (?, '', '', '', '', ?, ?)", a.facts.ID, c.run, c.run)
		if err == nil {
			err = c.one([]any{&no}, "SELECT no FROM article WHERE id = ?", a.facts.ID)
		}
	}
	for _, step := range []struct {
		text string
		args []any
	}{
		{"UPDATE article SET url = ?, headline = ?, publisher = ?, author = ?, language = ?, published = ?, sha256 = ?, origin = ?, kind = ?, known_by = ?, reader = ?, copy_of = ?, copy_share = ?, read_sha256 = ?, facts_sha256 = '' WHERE no = ?", []any{
			null(a.facts.URL), null(a.facts.Headline), null(a.facts.Publisher), null(a.facts.Author), null(a.facts.InLanguage), null(a.facts.Published), a.facts.SHA256, null(a.from), null(a.kind), a.key, reader, null(of.ID), of.Share, hash, no,
		}},
		{"INSERT OR REPLACE INTO body (article, text, facts) VALUES (?, ?, ?)", []any{no, a.facts.Text, packed}},
		{"INSERT OR IGNORE INTO touched (article) VALUES (?)", []any{no}},
		{count, []any{c.run}},
	} {
		if err == nil {
			err = c.exec(step.text, step.args...)
		}
	}
	return err
}

// find returns the number of an article, 0 where it is not there, and the hash of
// its facts as they were read.
func (c *change) find(id string) (no int64, hash string, err error) {
	err = c.one([]any{&no, &hash}, "SELECT no, read_sha256 FROM article WHERE id = ?", id)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return no, hash, err
}

// null is NULL for what is unknown.
func null(text string) any {
	if text == "" {
		return nil
	}
	return text
}
