package records

import (
	"fmt"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// fetch yields the articles of the records that wait.
func (r *reader) fetch() bool {
	waiting := r.waiting
	r.waiting = nil
	if r.in.Fetch == nil {
		for _, l := range waiting {
			if !r.fail(l.place, fmt.Errorf("has no text, and %s is not fetched", l.url)) {
				return false
			}
		}
		return true
	}
	next := 0
	for page, err := range r.in.Fetch(r.ctx, addresses(waiting)) {
		for next < len(waiting) && (kind.Request{Address: waiting[next].url}).Name() != page.Name { // what has not changed is left out
			next++
		}
		if next == len(waiting) || !r.open(page, err, waiting[next]) {
			return false
		}
		next++
	}
	return true
}

// addresses yields what is to be fetched.
func addresses(waiting []listed) func(func(kind.Request) bool) {
	return func(yield func(kind.Request) bool) {
		for _, l := range waiting {
			if !yield(kind.Request{Address: l.url}) {
				return
			}
		}
	}
}

// open yields what was fetched for a record, whose fields stand where the page
// has none.
func (r *reader) open(page kind.Input, err error, l listed) bool {
	if err != nil {
		return r.fail(l.place, fmt.Errorf("%s: %w", page.Name, err))
	}
	page.Limits = r.in.Limits
	for a, err := range r.in.Inside(r.ctx, page) {
		if err == nil {
			l.without(a).complete(a)
		}
		if !r.yield(a, err) {
			return false
		}
	}
	return true
}

// lists says whether a record without a text is that of an article on the web.
func (r record) lists() bool { return r.url != "" && r.headline != "" && r.published != "" }

// without returns the record without what an article has already.
func (r record) without(a *article.Article) record {
	for _, field := range []struct {
		of   *string
		text string
	}{{&r.headline, a.Headline}, {&r.standfirst, a.Standfirst}, {&r.url, a.URL}, {&r.publisher, a.Publisher}, {&r.section, a.Section}, {&r.language, a.Language}, {&r.place, a.Place}, {&r.published, a.Published.Date()}, {&r.changed, a.Changed.Date()}} {
		if field.text != "" {
			*field.of = ""
		}
	}
	if len(a.Authors) > 0 {
		r.authors = nil
	}
	return r
}
