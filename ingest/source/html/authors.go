package html

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

var (
	// by begins a byline.
	by = regexp.MustCompile(`^(?i:(?:(?:written|words|story|posted|published|reported) )?by[: ]\s*|par |por |von )`)

	// afterNames is what follows the names in a byline: dates, accounts, posts.
	afterNames = regexp.MustCompile(`(?i)(?:\s*[|•·]|\s+[–—-]\s|,?\s*(?:published|updated|posted|last updated)\b|,?\s*(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\s*\d{1,2}[:/]\d|\s+@|\s+https?:|\s+in\s+[A-Z]|\s{2,}).*$`)

	// name is a person's name, or several.
	name = regexp.MustCompile(`^[\p{Lu}\p{Lo}][^\d@#:;?!"“”/]{2,80}$`)

	signed  = patternOf("signed")
	nothing = regexp.MustCompile(`(?i)^(?:follow|share|admin|author|unknown|by|n/?a|none|null|undefined|see more|view|read)\b`)
)

// mostAuthors is how many people an article is by at most.
const mostAuthors = 100

// authors returns the names of those who wrote the article: of the page's data,
// else of the elements that are named after bylines.
func (p *page) authors(publisher string) []string {
	d := &p.data
	given := [][]string{d.texts(cmp.Or(p.about["author"], p.about["creator"]))}
	for _, list := range lists["author"] {
		given = append(given, d.metas[list])
	}
	for _, names := range append(given, p.bylines()) {
		var authors []string
		for _, text := range names {
			if author := authorOf(text); author != "" && author != publisher && !slices.Contains(authors, author) {
				authors = append(authors, author)
			}
			if len(authors) == mostAuthors {
				break
			}
		}
		if len(authors) > 0 {
			return authors
		}
	}
	return nil
}

// authorOf returns the names in a byline, "" where it has none.
func authorOf(text string) string {
	text = by.ReplaceAllString(tidy(text), "")
	text = strings.Trim(afterNames.ReplaceAllString(text, ""), " ,.;:-–—")
	if !name.MatchString(text) || nothing.MatchString(text) || len(strings.Fields(text)) > 12 {
		return ""
	}
	return text
}

// longestByline is in bytes.
const longestByline = 120

// bylines returns the texts of the elements that are named after bylines, the
// surest first: links and microdata that say author, then classes, then lines
// that begin as bylines do.
func (p *page) bylines() []string {
	var texts [3][]string
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode || silent.has(n.Data) || !p.brief(n, 3, longestByline) || p.beside(n) {
			continue
		}
		switch text := plain(n); {
		case strings.Contains(attr(n, "rel"), "author") || slices.Contains(strings.Fields(attr(n, "itemprop")), "author"):
			texts[0] = append(texts[0], text)
		case named(n, signed):
			texts[1] = append(texts[1], text)
		case strings.HasPrefix(text, "By ") && n.Data != "a":
			texts[2] = append(texts[2], text)
		}
	}
	for _, all := range texts {
		for i, text := range all {
			if authorOf(text) != "" {
				return all[i : i+1]
			}
		}
	}
	return nil
}
