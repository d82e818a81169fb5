package html

import (
	"fmt"
	"strings"
	"testing"
)

// paragraphs of the pages below, in the words of nobody.
var paragraphs = []string{
	"The ministers of both countries met in the old customs house on Monday, and spoke for three hours.",
	"“We have agreed on the bridge, and on nothing else,” the host told reporters when the doors opened.",
	"His guest said that her government would answer within a month, after it had heard the fishermen.",
	"Talks about the river began two years ago, when a barge sank and the harbour was closed for weeks.",
	"Nobody was hurt, but the towns on either side have been at odds about the costs of it ever since.",
	"The next meeting will be on the other bank, where the railway ends and the ferry has its landing.",
}

// longer are paragraphs of which three are more than a teaser.
var longer = []string{
	paragraphs[0] + " " + paragraphs[3], paragraphs[1] + " " + paragraphs[4], paragraphs[2] + " " + paragraphs[5],
	"Each of the towns has a harbour of its own. The larger has cranes and the smaller has a fish market, and both need the channel between them to stay deep enough.",
	"Engineers measured it in spring. They found less sand than they had feared, and a second wreck that no chart shows, which divers will look at in the autumn.",
	"The costs are to be shared by the length of the quays. The smaller town calls that unjust, since its ships are few, and wants the weight of the goods to count.",
}

func inP(texts ...string) string { return "<p>" + strings.Join(texts, "</p>\n<p>") + "</p>" }

// TestLayouts: pages as the usual programs for news lay them out give their
// paragraphs, and the headings between them, and nothing of what stands beside.
func TestLayouts(t *testing.T) {
	p := paragraphs
	all := strings.Join(p, "\n\n")
	headed := strings.Join(p[:3], "\n\n") + "\n\nThe river\n\n" + strings.Join(p[3:], "\n\n")
	for name, c := range map[string]struct{ page, want string }{
		"a body told for machines, without headings": {
			fmt.Sprintf(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","articleBody":%q}</script><article><h1>Talks go on</h1>`, strings.Join(p, " ")) +
				inP(p[:3]...) + `<div class="box"><h3>More on this</h3><a href="/a">Another story about the same old river</a></div><h2>The river</h2>` + inP(p[3:]...) + "</article>", headed,
		},
		"WordPress, named after tags, with a notice of cookies and columns": {
			`<div id="cookie_popup"><p>` + strings.Repeat("We use what your browser keeps to count our readers and to remember them. ", 9) + `</p></div><div id="content"><article class="post-17 post type-post hentry category-news tag-rivers"><h1 class="entry-title">Talks go on</h1><div class="entry-content">` +
				inP(p[:3]...) + `<h2>The river</h2>` + inP(p[3:]...) + `<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div><div id="jp-relatedposts"><h3>Related</h3><p>Another story</p></div></div></article></div>
			<div id="sidebar"><div class="widget"><h3>About</h3><p>` + strings.Repeat("This is a paper of the harbour, and it has been one for many years. ", 9) + `</p></div></div>`, headed,
		},
		"Drupal, named as promoted": {
			`<article class="node node--type-article node--promoted"><h1>Talks go on</h1><div class="field field--name-body">` + inP(p...) + `</div></article>`, all,
		},
		"ASP.NET, a form around everything": {
			`<form id="aspnetForm"><h1>Talks go on</h1><div class="text">` + inP(p...) + `</div></form>`, all,
		},
		"boxes in the middle": {
			`<article><h1>Talks go on</h1><div class="body">` + inP(p[:2]...) + `<div class="newsletter-box"><h3>Sign up</h3><p>Get the news of the harbour in your inbox each morning, before the ferry leaves.</p></div>` + inP(p[2:4]...) +
				`<p>Advertisement</p><figure><img src=a.jpg><figcaption>The harbour on Monday. Photo: A. Nobody</figcaption></figure>` + inP(p[4:]...) + `<p>Read more: <a href="/a">The barge that sank</a></p></div><div class="author-bio"><p>The author writes about rivers, bridges and those who quarrel about them, for this paper.</p></div></article>`, all,
		},
		"paragraphs named after the subscription they ask for": {
			`<article><h1>Talks go on</h1><div class="body paywall-locker"><p>` + strings.Join(p, `</p><div class="box recirc"><h3>Most popular</h3><p><a href="/a">Another story about the same old river</a></p></div><p class="paywall">`) + `</p></div></article>`, all,
		},
		"a body told for machines that is its beginning alone": {
			fmt.Sprintf(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","articleBody":%q}</script><article><h1>Talks go on</h1>`, strings.Join(longer[:3], " ")) + inP(longer...) + "</article>", strings.Join(longer, "\n\n"),
		},
		"lines above and below the prose": {
			`<article><h1>Talks go on</h1><div class="body"><p>Harbour news</p><p>Monday, 14 May 2024, 9:12 am GMT</p><p>By A. Nobody, River Reporter</p>` + inP(p[:3]...) + `<p>Published: 10:15, 14 May 2024 | Updated: 10:33, 14 May 2024</p>` + inP(p[3:]...) + `<p>Site map</p><p>Tell a friend</p></div></article>`, all,
		},
		"lists of other articles": {
			`<article><h1>Talks go on</h1><div class="body">` + inP(p[:3]...) + `<p>Further reading</p><ul><li><a href="/a">The barge that sank</a> (video)</li><li>From the archive: <a href="/b">the ferry</a></li></ul>` + inP(p[3:]...) +
				`<h3>More great harbour stories</h3><ul><li>🚢 <a href="/c">What the fishermen say of the bridge</a></li><li>Plus: <a href="/d">the railway</a></li></ul></div></article>`, all,
		},
		"a linked heading": {
			`<article><h1>Talks go on</h1>` + inP(p[:3]...) + `<h2 id=river><a href="#river">The river</a></h2>` + inP(p[3:]...) + `</article>`, headed,
		},
	} {
		a, err := one(t, "<html><head><title>Talks go on</title></head><body>"+c.page+"</body></html>", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := a.Slice(a.Body); got != c.want {
			t.Errorf("%s: got %q\nwant %q", name, got, c.want)
		}
	}
}

// TestLead: the first paragraph of the body, in a box of its own, is no
// standfirst.
func TestLead(t *testing.T) {
	a, err := one(t, `<html><head><meta name=description content="`+paragraphs[0]+`"></head><body><h1>Talks go on</h1><div class="story-body"><div class="story-lead">`+inP(paragraphs[0])+`</div><div class="rest">`+inP(paragraphs[1:]...)+`</div></div></body></html>`, "")
	if err != nil || a.Standfirst != "" || !strings.HasPrefix(a.Slice(a.Body), paragraphs[0]) {
		t.Errorf("got %v, standfirst %q, text %q", err, a.Standfirst, a.Text)
	}
}
