package html

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// zoned is a time with its distance from UTC.
var zoned = regexp.MustCompile(`\b(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?([+-](?:0\d|1[0-4]):?[0-5]\d)\b`)

// local returns a time that is given in UTC as it was where the publisher is, where all
// other times of the page that tell a zone are of one and the same.
func (p *page) local(t article.Time) article.Time {
	if _, offset := t.At.Zone(); offset != 0 || t.Precision <= article.Day {
		return t
	}
	zones := map[string]bool{}
	for _, text := range p.timed() {
		for _, m := range zoned.FindAllStringSubmatch(text, -1) {
			zones[strings.Replace(m[1], ":", "", 1)] = true
		}
	}
	delete(zones, "+0000")
	if len(zones) != 1 {
		return t
	}
	for zone := range zones {
		if at, err := time.Parse("-0700", zone); err == nil {
			t.At = t.At.In(at.Location())
		}
	}
	return t
}

// timed returns the texts of a page in which machines look for times.
func (p *page) timed() (texts []string) {
	for n := range p.doc.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			texts = append(texts, attr(n, "datetime"), attr(n, "content"))
		case n.Type == html.TextNode && n.Parent.Data == "script":
			texts = append(texts, n.Data)
		}
	}
	return texts
}
