package html

import (
	"strings"
	"testing"
)

// TestDate: the day of publication is found where pages tell it, the surest place
// first, and in no other script's time.
func TestDate(t *testing.T) {
	for name, c := range map[string]struct{ head, line, want string }{
		"data before a line":          {`<meta property="article:published_time" content="2024-05-14T09:00:00Z">`, "<p class=date>12 May 2024</p>", "2024-05-14"},
		"a line before scripts":       {`<script>var page = {"publishedAt": "2024-05-10T08:00:00Z"}</script>`, "<p class=date>12 May 2024</p>", "2024-05-12"},
		"a script":                    {`<script>var page = {"id": 7, "publishedAt": "2024-05-10T08:00:00Z"}</script>`, "", "2024-05-10"},
		"a script's variable":         {`<script>window.pubDate = '2024-05-10';</script>`, "", "2024-05-10"},
		"in UTC, beside a zone":       {`<meta property="article:published_time" content="2024-05-15T03:30:00Z"><script>var video = {"uploaded": "2024-05-14T21:02:00-07:00"}</script>`, "", "2024-05-14"},
		"… and one of another":        {`<meta property="article:published_time" content="2024-05-15T03:30:00Z"><meta name=x content="2024-05-01T09:00+02:00"><script>var video = {"uploaded": "2024-05-14T21:02:00-07:00"}</script>`, "", "2024-05-15"},
		"… at an hour of no zone":     {`<meta property="article:published_time" content="2024-05-15T11:30:00Z"><link rel="canonical" href="https://quay.example/2024/05/14/talks">`, "", "2024-05-15"},
		"… at night, by the address":  {`<meta property="article:published_time" content="2024-05-15T03:30:00Z"><link rel="canonical" href="https://quay.example/2024/05/14/talks">`, "", "2024-05-14"},
		"… at night, by a line":       {`<meta property="article:published_time" content="2024-05-15T03:30:00Z">`, "<p class=date>May 14, 2024 8:30 PM</p>", "2024-05-14"},
		"… and a change by a line":    {`<meta property="article:published_time" content="2024-05-14T22:30:00Z">`, "<p class=date>May 15, 2024</p>", "2024-05-14"},
		"without a zone":              {`<meta property="article:published_time" content="2024-05-15T03:30:00"><script>var video = {"uploaded": "2024-05-14T21:02:00-07:00"}</script>`, "", "2024-05-15"},
		"published and changed":       {"", "<p class=date>Written: 2024-05-12 15:03 / Updated: 2024-05-13 15:40</p>", "2024-05-12"},
		"changed and published":       {"", "<p class=date>Updated May 13, 2024 · Published May 12, 2024</p>", "2024-05-12"},
		"changed alone":               {"", "<p class=date>Updated May 13, 2024</p>", "2024-05-13"},
		"a title":                     {"", `<abbr class="published" title="2024-05-12">two days ago</abbr>`, "2024-05-12"},
		"a stamp":                     {"", "<p>The harbour, 12 May 2024, 22:11 GMT+10</p>", "2024-05-12"},
		"of another article":          {"", `<ul><li><a href="/other">The barge that sank 9.5.2024</a></li></ul><p>12.5.2024</p>`, "2024-05-12"},
		"in French":                   {"", "<p class=date>Publié le 12 août 2024</p>", "2024-08-12"},
		"in Spanish":                  {"", "<p class=date>12 de enero de 2024</p>", "2024-01-12"},
		"in Russian":                  {"", "<p class=date>12 мая 2024, 13:43</p>", "2024-05-12"},
		"in Japanese":                 {"", "<p>2024年05月12日</p>", "2024-05-12"},
		"in German, changed first":    {"", "<p>Letzte Änderung: 13.05.2024, 14:49<br>Erschienen am: 12.05.2024</p>", "2024-05-12"},
		"and then changed":            {"", "<p class=date>12 May 2024 | Updated 13 May 2024</p>", "2024-05-12"},
		"… some time ago":             {"", "<p class=date>May 12, 2024 / 12:25 PM / Updated 8 hours ago</p>", "2024-05-12"},
		"with a short year":           {"", "<p class=article-meta>Jane Doe | 12.05.24</p>", "2024-05-12"},
		"a shown one before a page's": {`<meta name="date" content="2024-05-15">`, "<p class=date>12 May 2024</p>", "2024-05-12"},
		"… and the day after by UTC":  {`<meta property="article:published_time" content="2024-05-13">`, "<p class=date>May 12, 2024, 8:08 pm</p>", "2024-05-12"},
		"in RDFa":                     {"", `<span property="schema:dateCreated" content="2024-05-12T10:00:00Z"></span>`, "2024-05-12"},
		"in a box":                    {"", `<aside class=meta><time datetime="2024-05-12">12 May</time></aside>`, "2024-05-12"},
		"in a footer's field":         {"", `<footer><span class="field--name-created">Tue, 05/12/2024 - 21:33</span></footer>`, "2024-05-12"},
		"in an element of its own":    {"", `<div><dateformat time="1715515994"></dateformat></div>`, "2024-05-12"},
		"a script's display date":     {`<script>page={"display_date":"2024-05-12T12:33:14Z"}</script>`, "", "2024-05-12"},
		"an address with a section":   {`<link rel="canonical" href="https://quay.example/2024/POLITICS/05/12/talks.html">`, "", "2024-05-12"},
		"a season in the address":     {`<link rel="canonical" href="https://quay.example/news/2023/24/transfers.html">`, "", ""},
		"of something else":           {`<script>var page = {"builtAt": "2024-05-10T08:00:00Z"}</script>`, "", ""},
	} {
		a, err := one(t, "<html><head><title>Talks go on</title>"+c.head+"</head><body><article><h1>Talks go on</h1>"+c.line+inP(paragraphs...)+"</article></body></html>", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := a.Published.Date(); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestMasthead: a day that stands above the headline is that of the article, unless
// the article has its own or, where the site's menu stands between, the page tells
// another.
func TestMasthead(t *testing.T) {
	for line, want := range map[string]string{
		"": "2024-05-20", "<p class=date>12 May 2024</p>": "2024-05-12", `<meta name="date" content="2024-05-15">`: "2024-05-15",
	} {
		menu := strings.Repeat("<li><a href=/harbour>The harbour</a>", 20)
		page := "<html><head><title>Talks go on</title></head><body><header><span class=date>Monday, 20 May 2024</span><ul>" + menu + "</ul></header><article><h1>Talks go on</h1>" + line + inP(paragraphs...) + "</article></body></html>"
		if a, err := one(t, page, ""); err != nil || a.Published.Date() != want {
			t.Errorf("%q: got %v, %v", line, a, err)
		}
	}
}
