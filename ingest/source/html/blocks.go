package html

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// block is a paragraph, a heading or an item of a list.
type block struct {
	text   string
	linked int        // how many of its bytes are in links, other than those of a heading to itself
	node   *html.Node // the innermost element that ends and begins blocks
}

func (b block) tag() string { return b.node.Data }

// share returns how much of the block is links.
func (b block) share() float64 { return float64(b.linked) / float64(len(b.text)) }

// blocksOf returns the blocks of a tree in their order.
func blocksOf(root *html.Node) []block {
	w := writer{}
	w.walk(root, root, false)
	w.end()
	return w.blocks
}

// writer makes blocks of a tree.
type writer struct {
	blocks []block
	open   strings.Builder
	space  bool // white space is due before the next word
	linked int
	node   *html.Node
}

// walk adds a node that lies in the element node, and maybe in a link.
func (w *writer) walk(n, node *html.Node, link bool) {
	if n.Type == html.TextNode {
		w.add(n.Data, node, link)
		return
	}
	if n.Type == html.ElementNode {
		if silent.has(n.Data) || hidden(n) {
			return
		}
		link = link || n.Data == "a" && !(isHeading(block{node: node}) && strings.HasPrefix(attr(n, "href"), "#"))
	}
	apart := n.Type == html.ElementNode && parts.has(n.Data)
	if apart {
		w.end()
		node = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, node, link)
	}
	if apart {
		w.end()
	}
}

var unseen = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

// hidden says whether an element is one that readers don't see.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			if unseen.MatchString(a.Val) {
				return true
			}
		}
	}
	return false
}

// add appends text with its white space made single.
func (w *writer) add(text string, node *html.Node, link bool) {
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			w.space = true
			continue
		case invisible(r):
			continue
		}
		if w.space && w.open.Len() > 0 {
			w.open.WriteByte(' ')
		}
		w.space, w.node = false, node
		w.open.WriteRune(r)
		if link {
			w.linked += utf8.RuneLen(r)
		}
	}
}

// invisible says whether a character is one that readers don't see.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' || unicode.IsControl(r)
}

// end ends the open block.
func (w *writer) end() {
	if w.open.Len() > 0 {
		w.blocks = append(w.blocks, block{w.open.String(), w.linked, w.node})
	}
	w.open.Reset()
	w.space, w.linked = false, 0
}

// join returns the text of blocks, an empty line between two.
func join(blocks []block) string {
	texts := make([]string, len(blocks))
	for i, b := range blocks {
		texts[i] = b.text
	}
	return strings.Join(texts, "\n\n")
}
