package html

import (
	"net/url"
	"testing"
)

// TestHeadline: a title loses the name of the site, and nothing else.
func TestHeadline(t *testing.T) {
	for title, want := range map[string]string{
		"Talks on the river go on | the harbour paper": "Talks on the river go on", "Talks on the river go on - Harbour Paper": "Talks on the river go on",
		"Talks on the river go on – harbour.org": "Talks on the river go on", "Talks on the river go on - and on": "Talks on the river go on - and on",
		"Talks on the river go on | Rivers | Harbour Paper": "Talks on the river go on", "Quaynews: Talks on the river go on": "Talks on the river go on",
		"Quaynews - Rivers: the talks go on": "Rivers: the talks go on",
	} {
		p := page{data: data{title: title}, address: &url.URL{Scheme: "https", Host: "www.quaynews.co.uk"}}
		if got := p.headline(); got != want {
			t.Errorf("%q: got %q", title, got)
		}
	}
}

// TestShownHeadline: what the page shows as its headline wins over what it tells
// to search engines in other words, and over the names and lines around it.
func TestShownHeadline(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"a name, beside a description":   {`<title>River - Encyclopedia</title><script type="application/ld+json">{"@type":"Article","name":"River","headline":"a stream of water"}</script><h1>River</h1>`, "River"},
		"in other words":                 {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Towns talk of the river bridge again"}</script><title>Towns talk of the river bridge again</title><h1>River bridge: the towns talk again</h1>`, "River bridge: the towns talk again"},
		"in other words, told elsewhere": {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Towns talk again"}</script><meta property="og:title" content="Nobody wants to pay for the bridge"><h1>Nobody wants to pay for the bridge</h1>`, "Nobody wants to pay for the bridge"},
		"of another article":             {`<meta property="og:title" content="Nobody wants to pay for the bridge"><aside><h1>Weather for the weekend</h1></aside>`, "Nobody wants to pay for the bridge"},
		"in quite other words":           {`<meta property="og:title" content="What a river costs"><h1>Nobody wants to pay for the bridge</h1>`, "Nobody wants to pay for the bridge"},
		"of a list":                      {`<meta property="og:title" content="What a river costs"><h1>Nobody wants to pay for the bridge</h1><h1>Weather for the weekend</h1>`, "What a river costs"},
		"with a line above":              {`<meta property="og:title" content="Nobody wants to pay"><h1><span>The bridge</span> <span>Nobody wants to pay</span></h1>`, "Nobody wants to pay"},
		"with a line below":              {`<meta property="og:title" content="Nobody wants to pay - Quay News"><h1>Nobody wants to pay <small>Towns at odds about the bridge</small></h1>`, "Nobody wants to pay"},
		"longer than it is told":         {`<meta property="og:title" content="Nobody wants to pay | Quay News"><h1>Nobody wants to pay for the bridge</h1>`, "Nobody wants to pay for the bridge"},
		"below the name of the site":     {`<title>The Old Quay » Archive » Nobody wants to pay</title><h1>The Old Quay</h1><h2 class="entry-title">Nobody wants to pay</h2>`, "Nobody wants to pay"},
		"cut off in a list":              {`<title>Nobody wants to pay for the bridge, the towns say</title><h2>Nobody wants to pay for the bridge…</h2>`, "Nobody wants to pay for the bridge, the towns say"},
	} {
		a, err := one(t, "<html><head></head><body>"+c.page+"<article>"+inP(paragraphs...)+"</article></body></html>", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if a.Headline != c.want {
			t.Errorf("%s: got %q", name, a.Headline)
		}
	}
}
