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
}

func newPage(doc *html.Node, address *url.URL) *page {
	p := &page{doc: doc, address: address}
	p.data = dataOf(doc)
	return p
}

// text returns the article's text, "" for none.
func (p *page) text() string {
	found, err := readability.FromDocument(p.doc, p.address)
	if err != nil || found.Node == nil {
		return ""
	}
	return join(blocksOf(found.Node))
}

// why says why a page may have no text.
func (p *page) why() string { return "" }
