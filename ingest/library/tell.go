package library

import (
	"context"
	"os"
)

// Told says what is in a library.
type Told struct {
	Bytes                                               int64
	Articles, Copies, People, Countries, Bodies, Places int
	Statements, Meetings                                int
	First, Last                                         string // days of publication
	Publishers                                          []Publisher
	Publishing                                          int // how many publishers there are
	OtherReaders                                        int // articles that another program read
	Unsettled                                           int // articles that were read or removed and wait to be settled
	Targets                                             []Target
	Runs                                                []Run // the last ones that changed something, the latest first
}

// Publisher is a publisher with its articles.
type Publisher struct {
	Name     string
	Articles int
}

// Target is where articles were written, and how many it lacks.
type Target struct {
	Name  string
	Lacks int
}

// Run is what a run changed: articles that were new, had changed, were changed
// by others, were removed.
type Run struct {
	Started, Command                 string
	Added, Changed, Settled, Removed int
}

// most is how many publishers and runs are told of.
const most = 5

// Tell returns what is in the library; reader is the program that reads now, with
// whatever table.
func (l *Library) Tell(ctx context.Context, reader string) (t Told, err error) {
	info, err := os.Stat(l.file)
	if err != nil {
		return t, l.fault(err)
	}
	t.Bytes = info.Size()
	for _, q := range []struct {
		to   any
		text string
		args []any
	}{
		{&t.Articles, "SELECT count(*) FROM article", nil},
		{&t.Copies, "SELECT count(*) FROM copy", nil},
		{&t.People, "SELECT count(*) FROM entity WHERE kind = 'person' AND name <> ''", nil},
		{&t.Countries, "SELECT count(*) FROM entity WHERE kind = 'country' AND name <> ''", nil},
		{&t.Bodies, "SELECT count(*) FROM entity WHERE kind = 'organization' AND name <> ''", nil},
		{&t.Places, "SELECT count(*) FROM entity WHERE kind = 'place' AND name <> ''", nil},
		{&t.Statements, "SELECT count(*) FROM statement", nil},
		{&t.Meetings, "SELECT count(DISTINCT coalesce(nullif(o.is_of, ''), t.meeting)) FROM telling t LEFT JOIN told o ON o.article = t.article AND o.meeting = t.meeting", nil},
		{&t.First, "SELECT coalesce(min(published), '') FROM article", nil},
		{&t.Last, "SELECT coalesce(max(published), '') FROM article", nil},
		{&t.Publishing, "SELECT count(DISTINCT publisher) FROM article", nil},
		{&t.OtherReaders, "SELECT count(*) FROM article WHERE substr(reader || ' ', 1, length(?1) + 1) <> ?1 || ' ' AND known_by NOT LIKE 'facts:%'", []any{reader}},
		{&t.Unsettled, "SELECT count(*) FROM touched", nil},
	} {
		if err := l.db.QueryRowContext(ctx, q.text, q.args...).Scan(q.to); err != nil {
			return t, l.fault(err)
		}
	}
	if t.Publishers, err = rowsOf(ctx, l, "SELECT publisher, count(*) FROM article WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
		func(p *Publisher) []any { return []any{&p.Name, &p.Articles} }, most); err != nil {
		return t, err
	}
	if t.Targets, err = rowsOf(ctx, l, `SELECT t.name, (SELECT count(*) FROM article a LEFT JOIN written w ON w.article = a.id AND w.target = t.no WHERE w.facts_sha256 IS NOT a.facts_sha256)
		+ (SELECT count(*) FROM written w WHERE w.target = t.no AND w.article NOT IN (SELECT id FROM article)) FROM target t ORDER BY 1`,
		func(x *Target) []any { return []any{&x.Name, &x.Lacks} }); err != nil {
		return t, err
	}
	t.Runs, err = rowsOf(ctx, l, "SELECT started, command, added, changed, settled, removed FROM run WHERE added + changed + settled + removed > 0 ORDER BY no DESC LIMIT ?",
		func(r *Run) []any { return []any{&r.Started, &r.Command, &r.Added, &r.Changed, &r.Settled, &r.Removed} }, most)
	return t, err
}

func rowsOf[T any](ctx context.Context, l *Library, text string, to func(*T) []any, args ...any) (all []T, err error) {
	rows, err := l.db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, l.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		var x T
		if err := rows.Scan(to(&x)...); err != nil {
			return nil, l.fault(err)
		}
		all = append(all, x)
	}
	return all, l.fault(rows.Err())
}
