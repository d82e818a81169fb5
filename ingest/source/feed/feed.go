// Package feed is the kind of source that feeds and site maps are: RSS, Atom,
// JSON Feed, site maps of the news and others, and indexes of them. They name
// articles, which are fetched, or taken from the feed where it has them whole.
package feed

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// Kind is a feed or a site map. An article lacks what neither its page nor the
// feed says of it.
var Kind = kind.Kind{
	Name: "feed", Help: "RSS, Atom, JSON Feed or site map, with the articles that it names",
	Begins:  begins,
	Endings: []string{".rss", ".atom", ".rdf"}, Types: []string{"application/rss+xml", "application/atom+xml", "application/feed+json"},
	Holds: true, Open: open,
}

func open(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		entries, err := parse(in)
		if err != nil {
			yield(nil, err)
			return
		}
		r := reader{in, distinct(entries), yield}
		r.read(ctx)
	}
}

// reader reads the articles of a feed.
type reader struct {
	in      kind.Input
	entries []entry
	yield   func(*article.Article, error) bool
}

// read reads the entries in their order: what is fetched, and what stands
// between.
func (r reader) read(ctx context.Context) {
	if r.in.Fetch == nil {
		r.unfetched(ctx)
		return
	}
	next := 0
	for page, err := range r.in.Fetch(ctx, r.wanted) {
		for ; next < len(r.entries) && (r.entries[next].whole() || (kind.Request{Address: r.entries[next].address}).Name() != page.Name); next++ {
			if r.entries[next].whole() && !r.take(ctx, r.entries[next]) {
				return
			}
		}
		if next == len(r.entries) || !r.open(ctx, page, err, r.entries[next]) {
			return
		}
		next++
	}
	for ; next < len(r.entries) && ctx.Err() == nil; next++ {
		if r.entries[next].whole() && !r.take(ctx, r.entries[next]) {
			return
		}
	}
}

// wanted yields what is to be fetched.
func (r reader) wanted(yield func(kind.Request) bool) {
	for _, e := range r.entries {
		if !e.whole() && !yield(kind.Request{Address: e.address, Version: e.version}) {
			return
		}
	}
}

// unfetched reads what the feed has whole where nothing may be fetched.
func (r reader) unfetched(ctx context.Context) {
	for _, e := range r.entries {
		more := true
		if e.whole() {
			more = r.take(ctx, e)
		} else {
			more = r.yield(nil, fmt.Errorf("%s is not fetched", e.address))
		}
		if !more {
			return
		}
	}
}

// open reads what was fetched for an entry.
func (r reader) open(ctx context.Context, page kind.Input, err error, e entry) bool {
	if err != nil {
		return r.yield(nil, fmt.Errorf("%s: %w", page.Name, err))
	}
	page.Limits = r.in.Limits
	return r.pass(r.in.Inside(ctx, page), e)
}

// take reads an entry that the feed has whole.
func (r reader) take(ctx context.Context, e entry) bool {
	if e.fault != nil {
		return r.yield(nil, e.fault)
	}
	text := kind.Input{Name: e.name(r.in.Name), Type: "text/plain", Charset: "utf-8", Address: e.address, Reader: strings.NewReader(e.text), Limits: r.in.Limits}
	return r.pass(r.in.Inside(ctx, text), e)
}

// pass passes the articles of an entry on.
func (r reader) pass(articles kind.Articles, e entry) bool {
	for a, err := range articles {
		if err == nil {
			e.complete(a)
		}
		if !r.yield(a, err) {
			return false
		}
	}
	return true
}

// distinct leaves out what is named again, and says what can't be read.
func distinct(entries []entry) (all []entry) {
	seen := map[string]bool{}
	for i, e := range entries {
		if e.address == "" && e.text == "" && e.fault == nil {
			e.fault = fmt.Errorf("entry %d: %w", i+1, errors.New("has neither an address nor a text"))
		}
		at := e.address
		if canonical, err := article.CanonicalURL(at); err == nil {
			at = canonical
		}
		if at == "" || !seen[at] {
			all = append(all, e)
		}
		seen[at] = true
	}
	return all
}
