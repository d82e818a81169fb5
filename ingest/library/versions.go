package library

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// versions are those of articles that come in one run. Of several the last stands,
// as in a run without a library; the next run needs to read none of them.
type versions struct {
	last    map[string]edition // by id
	passed  map[string]bool    // files that were not opened
	held    []*article.Article // to be read unless another version comes after them
	earlier [][2]string        // id and key of those after which another came, to be noted
}

// edition is a version of an article, and whether it is read in this run.
type edition struct {
	key  string
	read bool
}

// come notes that a version has come, which is new to the library or not. It
// returns how many versions that were held it drops, and whether it is to be read:
// where it is new, or another is read before it.
func (v *versions) come(id, key string, fresh bool) (dropped int, read bool) {
	was, again := v.last[id]
	if again && was.key != key {
		v.earlier = append(v.earlier, [2]string{id, was.key})
	}
	if v.last == nil {
		v.last = map[string]edition{}
	}
	v.last[id] = edition{key, fresh || was.read}
	held := len(v.held)
	v.held = slices.DeleteFunc(v.held, func(a *article.Article) bool { return a.ID == id })
	return held - len(v.held), v.last[id].read
}

// pass notes that a file is not opened.
func (v *versions) pass(path string) {
	if v.passed == nil {
		v.passed = map[string]bool{}
	}
	v.passed[path] = true
}

// takeHeld returns the versions after which none has come.
func (u *unread) takeHeld() []*article.Article {
	u.Lock()
	defer u.Unlock()
	held := u.held
	u.held = nil
	return held
}

// follows says whether a version that was held is not to be read all the same: a
// file that was not opened has another.
func (l *Library) follows(ctx context.Context, a *article.Article) bool {
	paths, err := rowsOf(ctx, l, "SELECT path FROM holds WHERE article = ?", func(path *string) []any { return []any{path} }, a.ID)
	u := &l.unread
	u.Lock()
	defer u.Unlock()
	if err == nil && slices.ContainsFunc(paths, func(path string) bool { return u.passed[path] }) {
		u.known++
		return true
	}
	o := origin{a.Origin, a.Kind, key(a)}
	u.come(a.ID, o.key, true)
	u.note(a, o)
	return false
}

// noteEarlier notes the versions after which another came.
func (l *Library) noteEarlier(c *change) (err error) {
	l.unread.Lock()
	defer l.unread.Unlock()
	for _, v := range l.unread.earlier {
		if err == nil {
			err = c.exec("INSERT OR IGNORE INTO superseded (article, known_by) VALUES (?, ?)", v[0], v[1])
		}
	}
	if err == nil {
		l.unread.earlier = nil
	}
	return err
}
