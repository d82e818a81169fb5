package html

import (
	"errors"
	"strings"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// Effort bounds the time that a page takes. Much of what is asked of an element
// asks all elements in it, so that the work grows with the number of elements and
// the length of the text, each as often as it lies in elements. The heaviest page
// that we know, of 1 MB, has 0.6 million of effort and 24,000 nodes; below these
// limits a page takes a second or two, whoever made it.
const (
	plainEffort = 4_000_000  // over it a page is read plainly, with a note
	plainNodes  = 300_000    // and so it is over these
	mostEffort  = 40_000_000 // over it it is not read

	bytesOfText = 40 // that are as much effort as an element
)

// weigh measures the elements of a page, and returns how much text of one readers
// see.
func (p *page) weigh(n *html.Node, depth int) (text int) {
	p.nodes++
	p.effort += depth
	if n.Type == html.TextNode {
		p.effort += depth * len(n.Data) / bytesOfText
		return len(strings.TrimSpace(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		text += p.weigh(c, depth+1)
	}
	p.length[n] = text
	if silent.has(n.Data) {
		return 0
	}
	return text
}

// check refuses a page that no person has made.
func (p *page) check() error {
	if p.effort > mostEffort {
		return hint.Add(errors.New("has far more elements, nested deeper, than a page of news"), "save the article's text, and read that")
	}
	return nil
}

// crooked says whether a page takes too much effort to be read thoroughly.
func (p *page) crooked() bool { return p.effort > plainEffort || p.nodes > plainNodes }

// brief says whether the text of an element has so many bytes.
func (p *page) brief(n *html.Node, least, most int) bool {
	return least <= p.length[n] && p.length[n] <= most
}
