package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// place says which blocks of a page are those found, by their texts; nil where
// too many are not there as they were found.
func place(all, found []block) []bool {
	texts, size := map[string]int{}, 0
	for _, b := range found {
		texts[b.text]++
		size += len(b.text)
	}
	placed, there := make([]bool, len(all)), 0
	for i, b := range all {
		if texts[b.text] > 0 {
			texts[b.text]--
			placed[i] = true
			there += len(b.text)
		}
	}
	if there*10 < size*9 {
		return nil
	}
	return placed
}

// complete returns the placed blocks and those of the same form that were
// overlooked: paragraphs that lie as the placed ones do, where they are fewer.
func complete(all []block, placed []bool) []block {
	forms := map[string]int{}
	for i, b := range all {
		if placed[i] && isProse(b) {
			forms[formOf(b.node)]++
		}
	}
	var found, whole []block
	for i, b := range all {
		if placed[i] {
			found = append(found, b)
		}
		if placed[i] || isProse(b) && forms[formOf(b.node)] >= 3 {
			whole = append(whole, b)
		}
	}
	if prose(whole) > 2*prose(found) {
		return found
	}
	return whole
}

// isProse says whether a block is a paragraph of some length.
func isProse(b block) bool {
	return b.tag() != "li" && !isHeading(b) && len(b.text) > 60 && b.share() < 0.4 && strings.ContainsFunc(b.text[len(b.text)-6:], endsSentence)
}

// endsSentence says whether a character may end a sentence, or a quotation.
func endsSentence(r rune) bool {
	return unicode.Is(unicode.Sentence_Terminal, r) || strings.ContainsRune(`"”’:…」`, r)
}

// formOf describes an element and the nearest around it, until two have classes.
func formOf(n *html.Node) string {
	var b strings.Builder
	for named, near := 0, 0; named < 2 && near < 20 && n != nil && n.Data != "body"; n = n.Parent {
		near++
		class := attr(n, "class")
		b.WriteString(n.Data + "." + class + " ")
		if class != "" {
			named++
		}
	}
	return b.String()
}

// densest returns the blocks of the element that has the most prose right
// inside it.
func (p *page) densest(all []block) []block {
	size, best := map[*html.Node]int{}, (*html.Node)(nil)
	for _, b := range all {
		if parent := b.node.Parent; isProse(b) && !p.beside(b.node) {
			if size[parent] += len(b.text); best == nil || size[parent] > size[best] {
				best = parent
			}
		}
	}
	var dense []block
	in := map[*html.Node]bool{}
	for _, b := range all {
		if within(b.node, best, in) {
			dense = append(dense, b)
		}
	}
	return dense
}

// beside says whether an element lies in one that stands beside articles. One
// with much of the page in it is none, such as a form that some sites put around
// everything, or an article that is named after its tags; comments may be.
func (p *page) beside(n *html.Node) bool {
	if n == nil || n.Data == "body" {
		return false
	}
	is, known := p.aside[n]
	if !known {
		whole := p.length[n]*3 >= p.length[p.doc]
		box := n.Data == "form" || named(n, column)
		is = outside.has(n.Data) || box && !whole || named(n, clutter) && !(whole && (n.Data == "article" || n.Data == "main")) || p.beside(n.Parent)
		p.aside[n] = is
	}
	return is
}

// within says whether an element is another or lies in it; known keeps what was
// said of elements.
func within(n, outer *html.Node, known map[*html.Node]bool) bool {
	if n == nil || n == outer {
		return n != nil
	}
	is, said := known[n]
	if !said {
		is = within(n.Parent, outer, known)
		known[n] = is
	}
	return is
}

// prose returns how many bytes of the blocks are paragraphs.
func prose(blocks []block) (size int) {
	for _, b := range blocks {
		if isProse(b) {
			size += len(b.text)
		}
	}
	return size
}
