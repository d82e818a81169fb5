package html

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
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
