package html

import (
	"strings"
	"testing"
)

// TestAuthors: those who wrote an article are found in the forms that bylines
// have, and nobody else.
func TestAuthors(t *testing.T) {
	ld := func(author string) string {
		return `<meta property="og:site_name" content="Quay News"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":` + author + `},{"@id":"#7","@type":"Person","name":"Ona Reyle"},{"@id":"#8","@type":"Organization","name":"Quay News"}]}</script>`
	}
	for name, c := range map[string]struct{ page, want string }{
		"a graph":                       {ld(`[{"@id":"#7"},{"@type":"Person","name":"Tam Brook"}]`), "Ona Reyle; Tam Brook"},
		"a list in one name":            {ld(`{"@type":"Person","name":"By Ona Reyle and Tam Brook"}`), "Ona Reyle; Tam Brook"},
		"the site, beside a person":     {ld(`{"@id":"#8"}`) + `<p class="byline">By <a href="/authors/ona">Ona Reyle</a></p>`, "Ona Reyle"},
		"the site alone":                {ld(`{"@id":"#8"}`), ""},
		"a person's own site":           {`<script type="application/ld+json">{"@type":"BlogPosting","author":{"@type":"Person","name":"Ona Reyle"},"publisher":{"@type":"Person","name":"Ona Reyle"}}</script>`, "Ona Reyle"},
		"another body":                  {ld(`{"@type":"Organization","name":"River Wire"}`), "River Wire"},
		"an account":                    {ld(`{"@type":"Person","name":"onareyle7"}`), "onareyle7"},
		"an account, beside a person":   {ld(`{"@type":"Person","name":"admin"}`) + `<span class="author">Ona Reyle</span>`, "Ona Reyle"},
		"a first name":                  {ld(`{"@type":"Person","name":"Ona"}`) + `<p class="article-author">Ona Reyle</p>`, "Ona Reyle"},
		"a meta element":                {`<meta name="author" content="Ona Reyle, Tam Brook">`, "Ona Reyle; Tam Brook"},
		"with an address":               {`<meta name="author" content="Ona Reyle (https://quay.example/ona)">`, "Ona Reyle"},
		"a line with an agency":         {`<p>By ONA REYLE and TAM BROOK, Associated Press</p>`, "ONA REYLE; TAM BROOK"},
		"of a paper":                    {`<p class="byline">By Ona Reyle of the River Post</p>`, "Ona Reyle"},
		"what they are":                 {`<p class="byline">Ona Reyle, Senior Political Correspondent | Tuesday 14 May 2024</p>`, "Ona Reyle"},
		"what they are, without commas": {`<div class="byline">Ona Reyle Sports Editor</div>`, "Ona Reyle"},
		"a doctor":                      {`<p class="author">Ona Reyle, PhD</p>`, "Ona Reyle"},
		"a junior":                      {`<p class="author">Tam Brook Jr.</p>`, "Tam Brook Jr"},
		"with a day":                    {`<div class="byline">By Ona Reyle Thursday, May 16, 2024 9:12AM</div>`, "Ona Reyle"},
		"posted on a day by":            {`<div class="meta-author">Posted on May 16, 2024 by Ona Reyle</div>`, "Ona Reyle"},
		"links one after the other":     {`<p>By <a rel="author" href="/a">Ona Reyle</a>, <a rel="author" href="/b">Tam Brook</a></p>`, "Ona Reyle; Tam Brook"},
		"as libraries write":            {`<meta name="dc.creator" content="Reyle, Ona van">`, "Reyle, Ona van"},
		"names in a box with more":      {`<div class="author"><a class="author-name" href="/people/ona">Ona Reyle</a> <span>Games Editor</span></div>`, "Ona Reyle"},
		"of a comment":                  {`<p>By Ona Reyle</p><div class="comment"><span class="author">Tam Brook</span> says</div>`, "Ona Reyle"},
		"a body of two things":          {`<meta name="author" content="Bridges and Harbours Office">`, "Bridges and Harbours Office"},
		"with a place":                  {`<p>By Ona Reyle and Tam Brook, Lisbon</p>`, "Ona Reyle; Tam Brook"},
		"staff alone":                   {ld(`"Staff"`), "Staff"},
		"staff, and a person":           {`<p class="byline">Staff and Ona Reyle</p>`, "Ona Reyle"},
		"the first alone in the data":   {ld(`{"@type":"Person","name":"Ona Reyle"}`) + `<meta name="author" content="Ona Reyle, Tam Brook">`, "Ona Reyle; Tam Brook"},
		"a house, and a person":         {`<meta name="author" content="Quay Harbour Media Ltd"><p class="byline">By Ona Reyle</p>`, "Ona Reyle"},
		"a house alone":                 {`<meta name="author" content="Quay Harbour Media Ltd">`, "Quay Harbour Media Ltd"},
		"in a footer":                   {`<footer class="post-footer">Posted by <a rel="author" href="/a">Ona Reyle</a> at 18:52</footer>`, "Ona Reyle"},
		"submitted, in a footer":        {`<footer><div>Submitted by <span>Ona Reyle</span> on <span>Tue, 05/14/2024 - 21:33</span></div></footer>`, "Ona Reyle"},
		"in German, with a day":         {`<p class="byline__author">VON ONA REYLE am 21. April 2024</p>`, "ONA REYLE"},
		"in German, a line alone":       {`<p><em>Von Ona Reyle</em></p>`, "Ona Reyle"},
		"in German, prose":              {`<p>Von Lissabon</p>`, ""},
		"a block and its part":          {`<h5 class="field field--name-field-term-author">Ona Reyle</h5>`, "Ona Reyle"},
		"nobody":                        {`<meta name="author" content="No Author">`, ""},
		"prose":                         {`<p>By Monday evening the harbour was open again.</p>`, ""},
	} {
		a, err := one(t, "<html><head><title>Talks go on</title></head><body><article><h1>Talks go on</h1>"+c.page+inP(paragraphs...)+"</article></body></html>", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := strings.Join(a.Authors, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
