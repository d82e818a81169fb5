package library

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// unread is what is known of articles on their way through the reading.
type unread struct {
	sync.Mutex
	origins map[string][]origin // in their order, by id and hash of the text
	files   []*file             // that were read as a whole, and are not yet noted
	known   int                 // articles that need not be read, or lie in files that need not
	err     error               // of asking the library

	versions
}

// origin is what the source of an article says of it.
type origin struct{ from, kind, key string }

// file is a file and the articles in it, each with its id and key.
type file struct {
	source.Stamp
	how      string
	articles [][2]string
}

// fresh is how young a file may be so that it is read again all the same: a
// second change at once might not show in its time.
const fresh = 2 * time.Second

// Unread leaves out of articles those that the library has, with the same text
// and metadata and from the same reader, and versions that another replaced in the
// run that read them, where another comes after them now. The facts of all others
// must come to Add, in the same order, or fail.
func (l *Library) Unread(ctx context.Context, articles source.Articles) source.Articles {
	return func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if err == nil && l.passes(ctx, a) {
				continue
			}
			if !yield(a, err) {
				return
			}
		}
		for _, a := range l.unread.takeHeld() {
			if !l.follows(ctx, a) && !yield(a, nil) {
				return
			}
		}
	}
}

// passes says whether an article is known, or held back until it is; else it keeps
// its origin in mind. One that comes after a version that is read now is read in any
// case.
func (l *Library) passes(ctx context.Context, a *article.Article) bool {
	o := origin{a.Origin, a.Kind, key(a)}
	known, err := l.exists(ctx, "SELECT count(*) FROM article WHERE id = ? AND known_by = ? AND (reader = ? OR ?)", a.ID, o.key, l.reader, a.Facts != nil)
	replaced := false
	if !known && err == nil {
		replaced, err = l.exists(ctx, "SELECT count(*) FROM superseded WHERE article = ? AND known_by = ?", a.ID, o.key)
	}
	u := &l.unread
	u.Lock()
	defer u.Unlock()
	u.err = cmp.Or(u.err, err)
	if replaced {
		u.held = append(u.held, a)
		return true
	}
	dropped, read := u.come(a.ID, o.key, !known)
	u.known += dropped
	if !read {
		u.known++
		return true
	}
	u.note(a, o)
	return false
}

// note keeps in mind where an article comes from.
func (u *unread) note(a *article.Article, o origin) {
	if u.origins == nil {
		u.origins = map[string][]origin{}
	}
	at := a.ID + " " + a.SHA256
	u.origins[at] = append(u.origins[at], o)
}

// Known returns how many articles of this run need not be read.
func (l *Library) Known() int {
	l.unread.Lock()
	defer l.unread.Unlock()
	return l.unread.known
}

// Replaced returns how many articles of this run took the place of another, which
// their file held before.
func (l *Library) Replaced() int { return l.replaced }

// any says whether there is anything to be noted beside articles.
func (u *unread) any() bool {
	u.Lock()
	defer u.Unlock()
	return len(u.files)+len(u.earlier) > 0
}

func (l *Library) exists(ctx context.Context, query string, args ...any) (bool, error) {
	var n int
	err := l.db.QueryRowContext(ctx, query, args...).Scan(&n)
	return n > 0, l.fault(err)
}

// key returns a hash of all that the reading of an article depends on: of its
// facts where they are there already.
func key(a *article.Article) string {
	if a.Facts != nil {
		_, hash, _ := plain(a.Facts)
		return "facts:" + hash
	}
	bare := *a
	bare.Text, bare.Origin, bare.Kind, bare.Notes = "", "", "", nil // the hash stands for the text
	text, err := json.Marshal(bare)
	if err != nil { // a year that JSON has no form for
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// take returns the origin of an article that was read.
func (u *unread) take(f *facts.Article) (o origin) {
	u.Lock()
	defer u.Unlock()
	at := f.ID + " " + f.SHA256
	if all := u.origins[at]; len(all) > 0 {
		o, u.origins[at] = all[0], all[1:]
	}
	if len(u.origins[at]) == 0 {
		delete(u.origins, at)
	}
	return o
}

// Files returns what leaves out of sources the files that were read as a whole,
// in the way that how describes, and have not changed since; see
// source.Options.Around.
func (l *Library) Files(ctx context.Context, how string) func(source.Source, source.Articles) source.Articles {
	how = l.reader + " " + how
	return func(s source.Source, articles source.Articles) source.Articles {
		stamp, ok := s.Stamp()
		if !ok {
			return articles
		}
		var holds int
		err := l.db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM holds h WHERE h.path = f.path) FROM file f WHERE path = ? AND size = ? AND modified = ? AND how = ?",
			stamp.Path, stamp.Size, stamp.Modified.UnixNano(), how).Scan(&holds)
		if err == nil {
			l.unread.Lock()
			defer l.unread.Unlock()
			l.unread.known += holds
			l.unread.pass(stamp.Path)
			return func(func(*article.Article, error) bool) {}
		}
		return l.noting(file{Stamp: stamp, how: how}, articles)
	}
}

// noting keeps in mind which articles a file has, once it was read as a whole. One
// that names addresses may have others the next time.
func (l *Library) noting(f file, articles source.Articles) source.Articles {
	return func(yield func(*article.Article, error) bool) {
		whole := true
		for a, err := range articles {
			if err == nil {
				f.articles = append(f.articles, [2]string{a.ID, key(a)})
			}
			whole = whole && err == nil && !strings.Contains(a.Origin, "://")
			if !yield(a, err) {
				return
			}
		}
		if whole && len(f.articles) > 0 && time.Since(f.Modified) > fresh {
			l.unread.Lock()
			defer l.unread.Unlock()
			l.unread.files = append(l.unread.files, &f)
		}
	}
}

// noteFiles notes the files all of whose articles the library has.
func (l *Library) noteFiles(c *change) error {
	l.unread.Lock()
	files := l.unread.files
	l.unread.files = nil
	l.unread.Unlock()
	var rest []*file
	for _, f := range files {
		whole, err := f.note(c)
		if err != nil {
			return err
		}
		if !whole {
			rest = append(rest, f)
		}
	}
	l.unread.Lock()
	defer l.unread.Unlock()
	l.unread.files = append(rest, l.unread.files...)
	return nil
}

// note notes a file, unless an article of it is not there.
func (f *file) note(c *change) (whole bool, err error) {
	for _, a := range f.articles {
		var n int
		if err := c.one([]any{&n}, "SELECT (SELECT count(*) FROM article WHERE id = ?1 AND known_by = ?2) + (SELECT count(*) FROM superseded WHERE article = ?1 AND known_by = ?2)", a[0], a[1]); err != nil || n == 0 {
			return false, err
		}
	}
	err = f.replace(c)
	if err == nil {
		err = c.exec("INSERT OR REPLACE INTO file (path, size, modified, how) VALUES (?, ?, ?, ?)", f.Path, f.Size, f.Modified.UnixNano(), f.how)
	}
	if err == nil {
		err = c.exec("DELETE FROM holds WHERE path = ?", f.Path)
	}
	for _, a := range f.articles {
		if err == nil {
			err = c.exec("INSERT OR IGNORE INTO holds (path, article) VALUES (?, ?)", f.Path, a[0])
		}
	}
	return true, err
}

// replace takes out what a file held before, where that was one text without an
// address, as it is one now: a file that was edited.
func (f *file) replace(c *change) error {
	if len(f.articles) != 1 {
		return nil
	}
	gone, err := column[string](&c.asking, `SELECT h.article FROM holds h JOIN article a ON a.id = h.article
		WHERE h.path = ?1 AND a.url IS NULL AND 1 = (SELECT count(*) FROM holds WHERE path = ?1) AND 1 = (SELECT count(*) FROM holds o WHERE o.article = h.article)
		AND h.article <> ?2 AND EXISTS (SELECT 1 FROM article WHERE id = ?2 AND url IS NULL)`, f.Path, f.articles[0][0])
	for _, id := range gone {
		if err == nil {
			err = c.remove(id)
			c.replaced++
		}
	}
	return err
}
