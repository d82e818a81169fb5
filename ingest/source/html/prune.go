package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

var (
	clutter = patternOf(`(?i)`, "clutter", "")
	column  = patternOf(`(?i)`, "column", "")
	notice  = patternOf(`(?i)^`, "notice", "")
	whole   = patternOf(`(?i)^`, "whole", `[\s:.!…»>→]*$`)
	over    = patternOf(`(?i)^`, "over", `[\s:.!…»>→]*$`)
)

// prune returns the blocks without those that are no part of the article.
func (p *page) prune(blocks []block) []block {
	boxes, links := boxesOf(blocks), onlyLinks(blocks)
	kept := make([]block, 0, len(blocks))
	under := false // a line over links to other articles
	for i, b := range blocks {
		switch under = over.MatchString(b.text) && !isCell(b) || under && isTeaser(b); {
		case under:
		case boxes.clutter(b.node), isNotice(b), isStamp(b), p.repeats(b, i), linkLine(blocks, links, i):
		default:
			kept = append(kept, b)
		}
	}
	return trim(kept)
}

// boxes are the elements around blocks, with the length of their text.
type boxes struct {
	size  map[*html.Node]int
	kind  map[string]int // the length of the text in elements of the same name and class that are named as clutter
	total int
	known map[*html.Node]bool // whether elements lie in clutter
}

func boxesOf(blocks []block) boxes {
	x := boxes{size: map[*html.Node]int{}, kind: map[string]int{}, known: map[*html.Node]bool{}}
	for _, b := range blocks {
		x.size[b.node] += len(b.text)
		x.total += len(b.text)
	}
	if len(blocks) > 0 {
		root := blocks[0].node
		for root.Parent != nil {
			root = root.Parent
		}
		x.sum(root)
	}
	return x
}

// sum adds to elements what those in them have.
func (x boxes) sum(n *html.Node) int {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if size := x.sum(c); size > 0 {
			x.size[n] += size
		}
	}
	if size := x.size[n]; size > 0 && named(n, clutter) {
		x.kind[kindOf(n)] += size
	}
	return x.size[n]
}

// kindOf returns the name and class of an element.
func kindOf(n *html.Node) string { return n.Data + "." + attr(n, "class") }

// clutter says whether an element lies in one that is named as something beside
// the article is, and that is not most of the text, alone or with all of its kind:
// some pages name every paragraph after the subscription that it asks for.
func (x boxes) clutter(n *html.Node) bool {
	if n == nil || x.size[n]*3 >= x.total {
		return false
	}
	is, said := x.known[n]
	if !said {
		is = named(n, clutter) && x.kind[kindOf(n)]*3 < x.total || x.clutter(n.Parent)
		x.known[n] = is
	}
	return is
}

// named says whether a class or the id of an element is of a pattern. One of
// many words is the slug of a heading, but for those that name a block and a part
// of it.
func named(n *html.Node, pattern pattern) bool {
	for name := range strings.FieldsSeq(attr(n, "class") + " " + attr(n, "id")) {
		if (strings.Count(name, "-") < 4 || strings.Contains(name, "--")) && pattern.MatchString(name) {
			return true
		}
	}
	return false
}

// isNotice says whether a block is what pages say beside articles. A cell of a
// table may be any word.
func isNotice(b block) bool {
	return len(b.text) < 240 && !isCell(b) && (whole.MatchString(b.text) || notice.MatchString(b.text))
}

// isLink says whether a block is a link and little else, as to another article.
func isLink(b block) bool {
	return b.share() > 0.85 && len(b.text) > 15 && !isCell(b)
}

// isTeaser says whether a block may be what stands in lists of other articles: a
// link with some words, or an item that is no paragraph.
func isTeaser(b block) bool {
	return !isHeading(b) && !isProse(b) && (b.share() > 0.3 || b.tag() == "li")
}

func isCell(b block) bool { return b.tag() == "td" || b.tag() == "th" }

// linkLine says whether the block at i is a link to another article: not a
// heading over text, nor an item of a list that has others than links.
func linkLine(blocks []block, links []bool, i int) bool {
	b := blocks[i]
	switch {
	case !isLink(b):
		return false
	case isHeading(b):
		return i+1 == len(blocks) || isLink(blocks[i+1]) || isHeading(blocks[i+1])
	case b.tag() == "li":
		return links[i]
	}
	return true
}

// onlyLinks says of each block whether those that lie in the same element, one
// after the other, are links, but for one in four.
func onlyLinks(blocks []block) []bool {
	links := make([]bool, len(blocks))
	for start := 0; start < len(blocks); {
		end, other := start, 0
		for ; end < len(blocks) && blocks[end].node.Parent == blocks[start].node.Parent; end++ {
			if !isLink(blocks[end]) {
				other++
			}
		}
		for all := other*4 <= end-start; start < end; start++ {
			links[start] = all
		}
	}
	return links
}

// repeats says whether one of the first blocks is the headline, or an author's
// name.
func (p *page) repeats(b block, at int) bool {
	if at >= 6 {
		return false
	}
	return same(b.text, p.headline()) || len(b.text) < shortAfter && !isHeading(b) && slices.ContainsFunc(p.authors(), func(a string) bool { return same(b.text, a) })
}

// same says whether two texts have the same letters.
func same(a, b string) bool { return letters(a) == letters(b) }

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !isWord(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isHeading(b block) bool { return len(b.tag()) == 2 && b.tag()[0] == 'h' && b.tag() != "hr" }
