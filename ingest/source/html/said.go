package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// longestDated is the length of a line that tells a time, in bytes.
const longestDated = 160

var (
	dated       = patternOf(`(?i)`, "dated", "")
	toldChanged = patternOf(`(?i)`, "told changed", "")
	toldOut     = patternOf(`(?i)`, "told out", "")
)

// said is what the elements and lines of a page tell of its times.
type said struct {
	published article.Time // where they are named after dates, or say so
	plainly   article.Time // the first other
	linked    article.Time // the first that is a link, as those of other articles are, or in a box beside the text
	changed   article.Time
	near      bool // published stands near the headline
}

// nearHeadline is how much text may stand between the headline and a time of
// publication that is surer than one above the headline, in bytes.
const nearHeadline = 1000

// rightAbove is how much text may stand between a time of publication and the
// headline below it, in bytes, its own included.
const rightAbove = 150

// said returns the times that time elements tell, elements named after dates and
// short lines, if they do not stand beside the article: the first below the
// headline, unless that stands below the text and another above the headline: of
// those the last, since a paper's date of today stands higher.
func (p *page) said() (all said) {
	below, text, since := p.head == nil, 0, rightAbove+1
	for n := range p.doc.Descendants() {
		switch {
		case n.Type == html.TextNode && !silent.has(n.Parent.Data):
			text += len(strings.TrimSpace(n.Data))
			since += len(strings.TrimSpace(n.Data))
		case n == p.head:
			below, text = true, 0
			all.near = since <= rightAbove
		}
		if n.Type != html.ElementNode || silent.has(n.Data) || n.Data == "body" || n.Data == "html" {
			continue
		}
		if below && text > nearHeadline && all.published.Precision != article.Unknown {
			break
		}
		told := p.timesOf(n)
		if told.published.Precision != article.Unknown {
			if below {
				return said{published: told.published, changed: known(all.changed, told.changed), near: p.head != nil && text <= nearHeadline}
			}
			all.published, since = told.published, 0
		}
		all.plainly, all.linked, all.changed = known(all.plainly, told.plainly), known(all.linked, told.linked), known(all.changed, told.changed)
	}
	return all
}

// timeAttributes are those that elements named after dates have a time in; all
// elements may have the first.
var timeAttributes = []string{"datetime", "title", "data-datetime", "data-timestamp", "data-date", "data-time", "time"}

// timesOf returns the times that an element tells.
func (p *page) timesOf(n *html.Node) (told said) {
	if p.beside(n) {
		if (n.Data == "time" || named(n, dated) && p.inShortBox(n)) && !p.ofOthers(n) && !p.isLinked(n) {
			told.linked = known(p.timeOf(attr(n, "datetime")), p.timeOf(beginning(n)))
		}
		return told
	}
	named := dated.MatchString(n.Data) || n.Data == "abbr" || named(n, dated)
	for _, name := range timeAttributes {
		if value := attr(n, name); value != "" && (named || name == "datetime") {
			if t, ok := p.parseTime(value); ok {
				text := beginning(n) + " " + attr(n, "class") + " " + attr(n, "itemprop")
				if toldChanged.MatchString(text) && !toldOut.MatchString(text) {
					return said{changed: t}
				}
				return said{published: t}
			}
		}
	}
	if !p.brief(n, len("1/2/03"), longestDated) {
		return told
	}
	line, linked := plain(n), p.isLinked(n)
	return p.timesIn(line, named || len(line) < longestStamp && timeOfDay.MatchString(line) && !linked, linked)
}

// longestStamp is the length in bytes of a line with a day and a time of day that
// needs no word to tell what happened then.
const longestStamp = 60

var timeOfDay = regexp.MustCompile(`(?:^|[^\d.])[012]?\d[:.][0-5]\d(?:[^\d.]|$)`)

// isLinked says whether a year of an element lies in a link.
func (p *page) isLinked(n *html.Node) bool {
	for around := n; around != nil; around = around.Parent {
		if around.Data == "a" {
			return true
		}
	}
	for c := range n.Descendants() {
		if c.Data == "a" && year.MatchString(plain(c)) {
			return true
		}
	}
	return false
}

// timesIn returns the times that a line tells, each after the word that says what
// happened then; the line may be of an element that is named after dates, or a
// link.
func (p *page) timesIn(line string, named, linked bool) (told said) {
	out, changed := toldOut.FindStringIndex(line), toldChanged.FindStringIndex(line)
	part := func(from, other []int) article.Time {
		end := len(line)
		if other != nil && other[0] > from[0] {
			end = other[0]
		}
		return p.stampOf(line[from[0]:end])
	}
	if out != nil && changed != nil {
		return said{published: part(out, changed), changed: part(changed, out)}
	}
	if changed != nil {
		before, after := p.stampOf(line[:changed[0]]), line[changed[0]:]
		if told.changed = p.stampOf(after); told.changed.Precision == article.Unknown && !relative.MatchString(after) {
			return said{changed: before}
		}
		line = line[:changed[0]]
	}
	switch {
	case out != nil || named:
		told.published = p.stampOf(line)
	case linked:
		told.linked = p.timeOf(line)
	default:
		told.plainly = p.timeOf(line)
	}
	return told
}

// relative is a time that is told from now, as pages do of their last change.
var relative = regexp.MustCompile(`(?i)\b(?:ago|yesterday|today|just now)\b`)

// shortDay is a day in numbers, its year without the century.
var shortDay = regexp.MustCompile(`(?:^|[\s(|,])(\d{1,2}[./]\d{1,2}[./])(\d\d)(?:[\s,;)|]|$)`)

// stampOf returns the time of a text that surely has one, maybe a day with a
// short year; an unknown one for none.
func (p *page) stampOf(text string) article.Time {
	if t := p.timeOf(text); t.Precision != article.Unknown {
		return t
	}
	if m := shortDay.FindStringSubmatch(text); m != nil {
		return p.timeOf(m[1] + "20" + m[2])
	}
	return article.Time{}
}

// timeOf returns the time that a text is or has, an unknown one for none.
func (p *page) timeOf(text string) article.Time {
	if t, ok := p.parseTime(text); ok {
		return t
	}
	return article.Time{}
}
