package html

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// feedTypes are the media types of feeds.
var feedTypes = []string{"application/rss+xml", "application/atom+xml", "application/feed+json"}

// feedOf returns the address of the feed that a site's front page names, "" where
// the page is no front page or names none.
func feedOf(data []byte, address *url.URL) string {
	if address == nil || strings.Trim(address.Path, "/") != "" || address.RawQuery != "" {
		return ""
	}
	for z := html.NewTokenizer(bytes.NewReader(data)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			n := &html.Node{Attr: token.Attr}
			rel := strings.Fields(strings.ToLower(attr(n, "rel")))
			if token.Data != "link" || !slices.Contains(rel, "alternate") || !slices.Contains(feedTypes, strings.ToLower(attr(n, "type"))) {
				continue
			}
			if feed := resolve(address, attr(n, "href")); feed != nil {
				return feed.String()
			}
		}
	}
}

// follow yields the articles of a feed.
func follow(ctx context.Context, in kind.Input, feed string) kind.Articles {
	one := iter.Seq[kind.Request](func(yield func(kind.Request) bool) { yield(kind.Request{Address: feed}) })
	return func(yield func(*article.Article, error) bool) {
		for page, err := range in.Fetch(ctx, one) {
			if err != nil {
				yield(nil, fmt.Errorf("its feed %s: %w", feed, err))
				return
			}
			page.Limits = in.Limits
			for a, err := range in.Inside(ctx, page) {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}
