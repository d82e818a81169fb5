package html

import (
	"net/url"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// page is a web page that is being read.
type page struct {
	doc     *html.Node
	address *url.URL // nil where it is not known
	data    data     // what it says of itself for machines
	about   object   // the object of JSON-LD that is about the article

	head   *html.Node          // the headline, nil where the page shows none
	aside  map[*html.Node]bool // what is known of elements to stand beside the article; those around the headline do not
	length map[*html.Node]int  // of the text in elements, in bytes, without what lies in silent ones
	nodes  int
	effort int // see weigh
}

// newPage fails where the page is too heavy to be read.
func newPage(doc *html.Node, address *url.URL) (*page, error) {
	p := &page{doc: doc, address: address, aside: map[*html.Node]bool{}, length: map[*html.Node]int{}}
	p.weigh(doc, 0)
	if err := p.check(); err != nil {
		return nil, err
	}
	p.data = dataOf(doc)
	p.about = p.data.article()
	if shown, ok := p.shown(p.titles()); ok {
		p.head = shown.node
		for n := p.head; n != nil; n = n.Parent {
			p.aside[n] = false
		}
	}
	return p, nil
}

// text returns the article's text, "" for none, and its standfirst.
func (p *page) text() (body, standfirst string) {
	all := blocksOf(p.doc)
	standfirst, kept := p.standfirst(all, p.prune(p.found(all)))
	return join(kept), standfirst
}

// found returns the blocks of the article: what the page itself gives as the
// article's body, unless that is its beginning alone, else what readability takes
// for it, with the paragraphs that it overlooks; of a crooked page, where most of
// the prose is.
func (p *page) found(all []block) []block {
	told := p.told(all)
	if p.crooked() {
		if told != nil {
			return told
		}
		return p.densest(all)
	}
	found := p.read(all)
	if told != nil && !beginningOf(told, found) {
		return told
	}
	return found
}

// read returns the blocks that look like the article.
func (p *page) read(all []block) []block {
	found := p.readable()
	if dense := p.densest(all); prose(dense) > 2*prose(found) && 2*lengthOf(dense) > lengthOf(found) {
		found = dense
	}
	if placed := place(all, found); placed != nil {
		found = complete(all, placed)
	}
	return found
}

// beginningOf says whether what a page tells is the beginning alone of what is
// found on it: found has all of it, and half as much prose again.
func beginningOf(told, found []block) bool {
	if 2*prose(found) < 3*prose(told) {
		return false
	}
	texts := map[string]bool{}
	for _, b := range found {
		texts[b.text] = true
	}
	there := 0
	for _, b := range told {
		if texts[b.text] {
			there += len(b.text)
		}
	}
	return there*10 >= lengthOf(told)*8
}

// readable returns what readability takes for the article.
func (p *page) readable() []block {
	parser := readability.NewParser()
	parser.KeepClasses = true
	found, err := parser.ParseDocument(p.doc, p.address)
	if err != nil || found.Node == nil {
		return nil
	}
	return blocksOf(found.Node)
}
