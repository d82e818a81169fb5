package html

import (
	"strings"
	"testing"
)

// TestStandfirst: what stands below a headline is kept apart where the page
// shows it so, and nowhere else.
func TestStandfirst(t *testing.T) {
	const deck = "Two ministers met in Bergen and agreed on the harbour."
	body := "<p>" + strings.Repeat("The harbour will stay open, the minister said. ", 8) + "</p><p>" + strings.Repeat("Ships came in from the north. ", 8) + "</p>"
	about := `<meta name="description" content="` + deck + `">`
	for name, c := range map[string]struct {
		head, top, inside string
		want              bool
	}{
		"class":                       {"", `<p class="article__standfirst">` + deck + "</p>", "", true},
		"class around it":             {"", `<div class="post-dek"><p>` + deck + "</p></div>", "", true},
		"microdata":                   {"", `<h2 itemprop="alternativeHeadline">` + deck + "</h2>", "", true},
		"the description, a heading":  {about, "<h2>" + deck + "</h2>", "", true},
		"JSON-LD, a heading inside":   {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks in Bergen go on","description":"` + deck + `"}</script>`, "", "<h3>" + deck + "</h3>", true},
		"class inside":                {"", "", `<p class="subtitle">` + deck + "</p>", true},
		"the description, a lead":     {about, "", "<p>" + deck + "</p>", false},
		"the description, not shown":  {about, "", "", false},
		"a lead":                      {"", "", "<p>" + deck + "</p>", false},
		"in an aside":                 {about, `<aside class="standfirst">` + deck + "</aside>", "", false},
		"a heading between the texts": {"", "", "<p>" + strings.Repeat("It rained in the town for days. ", 5) + `</p><h2 class="subhead">` + deck + "</h2>", false},
	} {
		page := "<!DOCTYPE html><html lang=en><head><title>Talks in Bergen go on</title>" + c.head + "</head><body><main><article><header><h1>Talks in Bergen go on</h1>" +
			c.top + `</header><div class="text">` + c.inside + body + "</div></article></main></body></html>"
		a, err := one(t, page, "")
		switch {
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case (a.Standfirst == deck) != c.want, c.want && strings.Contains(a.Text, deck), !c.want && c.inside != "" && !strings.Contains(a.Text, deck):
			t.Errorf("%s: got %q before %q", name, a.Standfirst, a.Text)
		}
	}
}
