package library

import (
	"context"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Change is an article that is to be written to a target.
type Change struct {
	ID     string
	no     int64
	sha256 string // of its facts
}

// Changes returns what a target lacks: the articles whose facts are not those
// that were written to it, the earliest first, and the ids of those that were
// written and are gone. A target is a database, by its address and name, or all
// files of a format.
func (l *Library) Changes(ctx context.Context, target string) (write []Change, gone []string, err error) {
	a := l.ask(ctx)
	write, err = list(a, scanned, `SELECT a.no, a.id, a.facts_sha256 FROM article a
		LEFT JOIN written w ON w.article = a.id AND w.target = (SELECT no FROM target WHERE name = ?)
		WHERE w.facts_sha256 IS NOT a.facts_sha256 ORDER BY coalesce(a.published, '9'), a.id`, target)
	if err == nil {
		gone, err = column[string](a, `SELECT article FROM written WHERE target = (SELECT no FROM target WHERE name = ?)
			AND article NOT IN (SELECT id FROM article) ORDER BY article`, target)
	}
	return write, gone, l.fault(err)
}

// All returns all articles, the earliest first.
func (l *Library) All(ctx context.Context) ([]Change, error) {
	all, err := list(l.ask(ctx), scanned, "SELECT no, id, facts_sha256 FROM article ORDER BY coalesce(published, '9'), id")
	return all, l.fault(err)
}

func scanned(x *Change) []any { return []any{&x.no, &x.ID, &x.sha256} }

// Facts returns the facts of an article that Changes or All names: what was read,
// with what is settled.
func (l *Library) Facts(ctx context.Context, x Change) (*facts.Article, error) {
	if l.who == nil {
		decisions, err := l.decided(ctx)
		if err != nil {
			return nil, err
		}
		l.who = newJoining(l.ask(ctx), decisions)
	}
	l.who.ctx = ctx
	f, err := l.who.facts(x.no)
	return f, l.fault(err)
}

// Wrote notes what was written to a target, and what was taken out of it. Until
// then it counts as not written.
func (l *Library) Wrote(ctx context.Context, target string, written []Change, gone []string) error {
	if len(written)+len(gone) == 0 {
		return nil
	}
	c, err := l.begin(ctx)
	if err != nil {
		return err
	}
	err = c.exec("INSERT OR IGNORE INTO target (name) VALUES (?)", target)
	for _, x := range written {
		if err == nil {
			err = c.exec("INSERT OR REPLACE INTO written (target, article, facts_sha256) SELECT no, ?, ? FROM target WHERE name = ?", x.ID, x.sha256, target)
		}
	}
	for _, id := range gone {
		if err == nil {
			err = c.exec("DELETE FROM written WHERE target = (SELECT no FROM target WHERE name = ?) AND article = ?", target, id)
		}
	}
	return l.end(c, err)
}

// HasTarget says whether anything was ever written to a target.
func (l *Library) HasTarget(ctx context.Context, target string) (bool, error) {
	return l.exists(ctx, "SELECT count(*) FROM target WHERE name = ?", target)
}
