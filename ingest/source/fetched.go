package source

import (
	"context"
	"iter"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// isAddress says whether the source is an address of the web.
func (s Source) isAddress() bool { return s.open == nil }

// leading counts the addresses that sources begin with.
func leading(sources []Source) int {
	for i, s := range sources {
		if !s.isAddress() {
			return i
		}
	}
	return len(sources)
}

// fetched yields the articles at addresses, several of which are fetched at a
// time.
func fetched(ctx context.Context, addresses []Source, opt Options) Articles {
	wanted := func(yield func(kind.Request) bool) {
		for _, s := range addresses {
			if !yield(kind.Request{Address: s.Name}) {
				return
			}
		}
	}
	return func(yield func(*article.Article, error) bool) {
		for page, err := range opt.Fetch(ctx, wanted) {
			articles := failed(page.Name, err)
			if err == nil {
				page.Limits, page.Fetch, page.Fields = opt.Limits, opt.Fetch, opt.Fields
				articles = newOpener(opt).inside(ctx, page, 0)
			}
			for a, err := range articles {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// failed yields an error in the place of articles.
func failed(name string, err error) Articles {
	return func(yield func(*article.Article, error) bool) { yield(nil, &Error{name, err}) }
}

// once leaves out what was found at the same place before.
func once(fetch kind.Fetch) kind.Fetch {
	if fetch == nil {
		return nil
	}
	seen := map[string]bool{}
	return func(ctx context.Context, wanted iter.Seq[kind.Request]) iter.Seq2[kind.Input, error] {
		return func(yield func(kind.Input, error) bool) {
			for page, err := range fetch(ctx, wanted) {
				at, unknown := article.CanonicalURL(page.Address)
				again := err == nil && unknown == nil && seen[at]
				if err == nil {
					seen[at] = true
				}
				if !again && !yield(page, err) {
					return
				}
			}
		}
	}
}
