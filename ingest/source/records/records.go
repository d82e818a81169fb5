// Package records is the kinds of sources that have a record for each article:
// lines and lists of JSON, and tables with a column for each field.
//
// What the fields are called is told by fields.tsv, which has the names of
// schema.org and of common programs, or by a person, in kind.Input.Fields. A
// record that can't be read is told by its line, or its place in a list, and
// costs no other.
package records

import (
	"context"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// NoText is the error of a record, or of a table, in which nothing is known to
// be the text of an article.
type NoText struct {
	Has []string // the names of what there is
}

// Error implements error.
func (e NoText) Error() string {
	if len(e.Has) == 0 {
		return "has no text"
	}
	return "has no text among " + strings.Join(e.Has, ", ")
}

// Error is what went wrong with a record, by its place in the input.
type Error struct {
	Place string // line 7, record 3
	Err   error
}

// Error implements error.
func (e *Error) Error() string { return e.Place + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// reader makes articles of records.
type reader struct {
	ctx     context.Context
	in      kind.Input
	mapping mapping
	yield   func(*article.Article, error) bool
	waiting []listed
}

// listed is a record without a text, which stands on the web.
type listed struct {
	place string
	record
}

// batch is how many records wait to be fetched together.
const batch = 100

// take yields the article of a record, which may have to be fetched: its turn
// comes before that of the next record with a text.
func (r *reader) take(place string, rec record, has func() []string) bool {
	switch {
	case rec.text != "":
		return r.fetch() && r.record(place, rec)
	case !rec.lists():
		return r.fault(place, NoText{has()})
	}
	r.waiting = append(r.waiting, listed{place, rec})
	return len(r.waiting) < batch || r.fetch()
}

// fault yields an error in the place of a record.
func (r *reader) fault(place string, err error) bool {
	return r.fetch() && r.fail(place, err)
}

func (r *reader) fail(place string, err error) bool {
	if place != "" {
		err = &Error{place, err}
	}
	return r.yield(nil, err)
}

// name returns what messages call a record.
func (r *reader) name(place string) string {
	if place == "" {
		return r.in.Name
	}
	return r.in.Name + ": " + place
}

// record yields the article that a record is.
func (r *reader) record(place string, rec record) bool {
	name := r.name(place)
	if markup.MatchString(rec.text) {
		return r.html(name, rec)
	}
	a, err := text.Copied(rec.text)
	if err != nil {
		return r.fail(place, err)
	}
	a.Origin = name
	rec.complete(a)
	return r.yield(a, nil)
}

// html yields the article of a record whose text is HTML.
func (r *reader) html(name string, rec record) bool {
	page := kind.Input{Name: name, Type: "text/html", Address: rec.url, Charset: "utf-8", Reader: strings.NewReader(rec.page()), Limits: r.in.Limits}
	for a, err := range r.in.Inside(r.ctx, page) {
		if err == nil {
			rec.complete(a)
		}
		if !r.yield(a, err) {
			return false
		}
	}
	return true
}
