package html

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	nodes "golang.org/x/net/html"
)

// heading is what an element that may show the headline has.
type heading struct {
	text  string
	node  *nodes.Node
	level int
}

// The levels of headings.
const (
	alone = iota // an h1, or what is named a headline, of one form
	mixed        // one that has parts, such as a line above the headline
	lower        // an h2
	piece        // a part of one, or one of which the page shows the beginning
)

const (
	mostHeadings   = 100 // more are of a list
	longestHeading = 300 // bytes
)

// titled are the classes of headlines.
var titled = patternOf(`(?i)`, "titled", "")

// addHeading takes an element that may show the headline, and its parts.
func (d *data) addHeading(n *nodes.Node) {
	top := n.Data == "h1" || attr(n, "itemprop") == "headline" || n.Data != "body" && named(n, titled)
	if !top && n.Data != "h2" || len(d.headings) >= mostHeadings {
		return
	}
	text := strings.TrimRight(beginning(n), " ¶#")
	if text == "" || len(text) > longestHeading {
		return
	}
	level, parts := lower, piecesOf(n)
	switch {
	case clipped.MatchString(text):
		level = piece
	case top && len(parts) == 1:
		level = alone
	case top:
		level = mixed
	}
	d.headings = append(d.headings, heading{text, n, level})
	for _, part := range parts {
		d.headings = append(d.headings, heading{part, n, piece})
	}
}

// clipped ends a heading of which the page shows the beginning.
var clipped = regexp.MustCompile(`(?:…|\.\.\.)$`)

// piecesOf returns the texts in an element, each of one form.
func piecesOf(n *nodes.Node) (texts []string) {
	for c := range n.Descendants() {
		if c.Type == nodes.TextNode && !silent.has(c.Parent.Data) && tidy(c.Data) != "" {
			texts = append(texts, tidy(c.Data))
		}
	}
	return texts
}

// headline returns the headline of the page: what it shows, where that is what
// its data tells in other words or without the name of the site; else what its
// data tells.
func (p *page) headline() string {
	told := p.titles()
	if shown, ok := p.shown(told); ok {
		return shown.text
	}
	return first(slices.Delete(told, 1, 2)...)
}

// titles returns what the page's data tells as its headline, the surest first,
// without the name of the site.
func (p *page) titles() []string {
	d := &p.data
	told := []string{d.text(p.about["headline"]), d.text(p.about["name"])}
	for i, title := range told {
		told[i] = p.withoutNames(title)
	}
	for _, name := range []string{"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title"} {
		told = append(told, p.withoutSite(d.meta(name)))
	}
	return append(told, p.withoutSite(d.title))
}

// shown returns the heading that shows one of the titles that are told: the same
// letters, else the longest that is part of one, else one that goes on after it,
// else one that shares most of its words.
func (p *page) shown(told []string) (shown heading, ok bool) {
	for _, title := range told {
		for _, h := range p.data.headings {
			if title != "" && same(h.text, title) {
				return heading{title, h.node, h.level}, true
			}
		}
	}
	for _, like := range []struct {
		levels []int
		alike  func(heading, title string) bool
	}{{[]int{alone, mixed}, partOf}, {[]int{lower}, partOf}, {[]int{alone}, goesOn}, {[]int{alone}, sharesWords}} {
		for _, h := range p.data.headings {
			fits := func(title string) bool { return like.alike(h.text, title) }
			if slices.Contains(like.levels, h.level) && !p.isSite(h.text) && len(h.text) > len(shown.text) && slices.ContainsFunc(append(told, p.data.title), fits) {
				shown = h
			}
		}
		if shown.text != "" {
			return shown, true
		}
	}
	return p.only()
}

// only returns the one h1 of the page, where it has some words and one form and
// stands not beside the article: pages tell search engines quite other headlines
// than they show.
func (p *page) only() (shown heading, ok bool) {
	for _, h := range p.data.headings {
		if h.node.Data != "h1" || h.level > mixed {
			continue
		}
		if shown.node != nil {
			return heading{}, false
		}
		shown = h
	}
	return shown, shown.level == alone && len(words(shown.text)) >= 3 && !p.isSite(shown.text) && !p.beside(shown.node)
}

var (
	// cutBefore and cutAfter divide a headline from the rest of a title.
	cutBefore = regexp.MustCompile(`[|·»:/–—-]\s*$`)
	cutAfter  = regexp.MustCompile(`^\s*[|·»:/(\[@–—-]`)
	site      = regexp.MustCompile(`^\s*[|·»–—-]`)
)

// partOf says whether a heading is part of a title, divided from the rest, and
// most of it, or some words, or its beginning.
func partOf(heading, title string) bool {
	before, after, found := strings.Cut(strings.ToLower(title), strings.ToLower(heading))
	switch {
	case !found, before != "" && !cutBefore.MatchString(before), after != "" && !cutAfter.MatchString(after):
		return false
	case before == "" && site.MatchString(after):
		return true
	}
	return 2*len(heading) >= len(title) || len(words(heading)) >= 3
}

// goesOn says whether a heading begins with a title of some words, and is no
// title with another site's name.
func goesOn(heading, title string) bool {
	rest, found := strings.CutPrefix(heading, title)
	return found && len(words(title)) >= 3 && len(heading) < 3*len(title) && !strings.Contains(rest, "|")
}

// sharesWords says whether two thirds of the words of the shorter are in both.
func sharesWords(heading, title string) bool {
	h, t := words(strings.ToLower(heading)), words(strings.ToLower(title))
	shared := 0
	for _, word := range h {
		if slices.Contains(t, word) {
			shared++
		}
	}
	return shared >= 3 && 3*shared >= 2*min(len(h), len(t))
}

var (
	// siteAfter is the name of a site at the end of a title. After a dash, which may
	// be the headline's own, it has a capital letter or is a domain.
	siteAfter = regexp.MustCompile(`^(.{10,}) (?:(?:[|·»/]|::) [^|]{2,40}|[–—:-] (?:[^|\p{Ll}][^|]{1,39}|[^|\s]{1,35}\.[a-z]{2,4}))$`)

	// divides is what stands between a headline and the name of a site.
	divides = regexp.MustCompile(`\s+(?:[|·»/–—-]|::)\s+|:\s+`)
)

// withoutSite returns a title without the name of the site at its end, or what
// looks like one, with the sections before it.
func (p *page) withoutSite(title string) string {
	title = p.withoutNames(title)
	for {
		m := siteAfter.FindStringSubmatch(title)
		if m == nil || p.named(title) {
			return title
		}
		title = m[1]
		if !strings.Contains(title, " | ") {
			return title
		}
	}
}

// named says whether a heading shows a title as it is.
func (p *page) named(title string) bool {
	return slices.ContainsFunc(p.data.headings, func(h heading) bool { return h.level < piece && same(h.text, title) })
}

// withoutNames returns a title without the names of the site at its end and
// its beginning.
func (p *page) withoutNames(title string) string {
	for cut := true; cut; {
		cut = false
		at := divides.FindAllStringIndex(title, -1)
		if len(at) == 0 {
			break
		}
		first, last := at[0], at[len(at)-1]
		switch {
		case p.isSite(title[last[1]:]):
			title, cut = title[:last[0]], true
		case p.isSite(title[:first[0]]):
			title, cut = title[first[1]:], true
		}
	}
	return title
}

// isSite says whether a text is a name of the site: one that it gives itself, or
// that of its domain, with a word more.
func (p *page) isSite(text string) bool {
	domain, text := p.domain(), letters(text)
	return p.calledSo(text) || domain != "" && strings.HasPrefix(text, domain) && len(text) <= 2*len(domain)
}

// calledSo says whether the site or its publisher gives itself a name.
func (p *page) calledSo(name string) bool {
	name = letters(name)
	names := append(p.data.texts(p.about["publisher"]), p.data.meta("og:site_name"), p.data.meta("application-name"))
	return name != "" && slices.ContainsFunc(names, func(own string) bool { return letters(own) == name })
}

// domain returns the letters of the name that a person or a house has given its
// domain: example of www.example.co.uk.
func (p *page) domain() string {
	u := resolve(p.address, p.data.links["canonical"])
	if u = cmp.Or(u, p.address); u == nil {
		return ""
	}
	labels := strings.Split(strings.ToLower(u.Hostname()), ".")
	at := len(labels) - 2
	if at > 0 && len(labels[at]) <= 3 { // co.uk, com.au
		at--
	}
	return letters(labels[max(at, 0)])
}
