package html

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// leastTold is the length in bytes of an articleBody that is more than a teaser.
const leastTold = 500

// told returns the blocks of the page whose words the page itself gives as the
// article's body, for machines, with those between them that such bodies leave
// out; nil where it gives none, or the page does not show it.
func (p *page) told(all []block) []block {
	body := p.data.text(p.about["articleBody"])
	if len(body) < leastTold {
		return nil
	}
	wanted := words(body)
	given := shinglesOf(wanted)
	is, shown := make([]bool, len(all)), 0
	for i, b := range all {
		w := words(b.text)
		if hit, all := given.count(w); hit*10 >= all*8 {
			is[i], shown = true, shown+len(w)
			given.take(w)
		}
	}
	if shown*10 < len(wanted)*8 {
		return nil
	}
	return p.fill(all, is)
}

// untold returns what the page gives as the article's body, where what it shows
// is less than a third of it, "" otherwise: such pages need their scripts, or a
// subscription.
func (p *page) untold(shown string) string {
	body, _ := p.about["articleBody"].(string)
	if len(body) < leastTold || p.crooked() {
		return ""
	}
	if text := paragraphsOf(body); len(text) >= leastTold && len(shown)*3 < len(text) {
		return text
	}
	return ""
}

// paragraphsOf returns a body that is lines or HTML, an empty line between its
// paragraphs.
func paragraphsOf(body string) string {
	if tagged.MatchString(body) {
		text, _ := Text([]byte(body))
		return text
	}
	var paragraphs []string
	for line := range strings.Lines(body) {
		if line = tidy(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// tagged is the body of an article that is HTML.
var tagged = regexp.MustCompile(`(?i)</p>|<br\b`)

// fill returns the blocks that are told, and those between them that are of the
// article: headings over what is told, and what stands in a line with it.
func (p *page) fill(all []block, told []bool) []block {
	var filled []block
	for i := slices.Index(told, true); i >= 0 && i < len(all); {
		next := i + 1 + slices.Index(told[i+1:], true)
		filled = append(filled, all[i])
		if next == i {
			break
		}
		between := all[i+1 : next]
		for at, b := range between {
			if p.heads(between[at:]) || b.inLine(all[i], all[next]) && !p.beside(b.node) {
				filled = append(filled, b)
			}
		}
		i = next
	}
	return filled
}

// heads says whether the blocks, of which what is told follows, are headings
// over it.
func (p *page) heads(blocks []block) bool {
	return !slices.ContainsFunc(blocks, func(b block) bool { return !isHeading(b) || isLink(b) || p.beside(b.node) })
}

// inLine says whether a block that stands between two others is a heading, a
// paragraph or an item of a list beside one of them.
func (b block) inLine(before, after block) bool {
	if isLink(b) {
		return false
	}
	n := b.node
	if b.tag() == "li" {
		n = n.Parent
	}
	for _, near := range []*html.Node{after.node, before.node} {
		if n.Parent == near.Parent && (n != b.node || isHeading(b) || sameKind(n, near)) {
			return true
		}
	}
	return false
}

// sameKind says whether two elements have the same name and class.
func sameKind(a, b *html.Node) bool { return a.Data == b.Data && attr(a, "class") == attr(b, "class") }

// words returns the words of a text, without what stands between them.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !isWord(r) })
}

// size is the number of words of a shingle.
const size = 3

// shingles counts sequences of words.
type shingles map[string]int

func shinglesOf(w []string) shingles {
	s := shingles{}
	for i := range max(len(w)-size+1, min(len(w), 1)) {
		s[shingle(w, i)]++
	}
	return s
}

func shingle(w []string, at int) string { return strings.Join(w[at:min(at+size, len(w))], " ") }

// count returns how many of the shingles of w are there, and how many w has.
func (s shingles) count(w []string) (hit, all int) {
	for i := range max(len(w)-size+1, min(len(w), 1)) {
		all++
		if s[shingle(w, i)] > 0 {
			hit++
		}
	}
	return hit, all
}

// take removes the shingles of w, so that a second block of the same words is
// not taken for the same text.
func (s shingles) take(w []string) {
	for i := range max(len(w)-size+1, min(len(w), 1)) {
		s[shingle(w, i)]--
	}
}
