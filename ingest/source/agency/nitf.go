package agency

import (
	"cmp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

func beginsNITF(head []byte) bool { return rootOf(head).Name.Local == "nitf" }

// nitf reads a document of NITF.
func nitf(n *node) item {
	data, pub, top := n.get("head", "docdata"), n.get("head", "pubdata"), n.get("body", "body.head")
	it := item{
		paragraphs: paragraphs(contentOfNITF(n)),
		headline:   cmp.Or(top.get("hedline", "hl1").words(), top.get("hedline").words(), n.get("head", "title").words()),
		standfirst: cmp.Or(top.get("hedline", "hl2").words(), top.get("abstract").words()),
		publisher:  cmp.Or(pub.attr("name"), data.get("doc.copyright").attr("holder"), top.get("distributor").words()),
		section:    cmp.Or(pub.attr("position.section"), metaOf(n, "online_sections")),
		language:   cmp.Or(n.attr("lang"), n.get("body").attr("lang")),
		urgency:    data.get("urgency").attr("ed-urg"),
		status:     data.attr("management-status"),
		located:    cmp.Or(data.get("evloc").attr("city"), data.get("evloc").words()),
	}
	for _, address := range []string{pub.attr("ex-ref"), data.get("doc-id").attr("id-string")} {
		if article.BeginsAddress(address) {
			it.address = address
		}
	}
	for _, byline := range top.all("byline") {
		if byline.attr("class") != "normalized_byline" { // “DOE, JANE”, after the one that is printed
			it.authors = add(it.authors, authorsOf(byline)...)
		}
	}
	it.setDateline(top.get("dateline"))
	it.setDates(data, pub, top.get("dateline"))
	return it
}

// contentOfNITF returns what holds the text: all of the content, but for those
// who repeat its beginning in a block before that of the whole text.
func contentOfNITF(n *node) *node {
	content := n.get("body", "body.content")
	for _, block := range content.all("block") {
		if block.attr("class") == "full_text" {
			return block
		}
	}
	return content
}

// metaOf returns what a document says under a name of the publisher's own.
func metaOf(n *node, name string) string {
	for _, meta := range n.all("head", "meta") {
		if meta.attr("name") == name {
			return meta.attr("content")
		}
	}
	return ""
}

// authorsOf returns the people that a byline names, else its words without the
// titles.
func authorsOf(byline *node) (authors []string) {
	for _, person := range byline.below("person") {
		authors = append(authors, namesOf(person.words())...)
	}
	if len(authors) > 0 {
		return authors
	}
	plain := &node{}
	for _, child := range byline.children {
		if child.name != "byttl" {
			plain.children = append(plain.children, child)
		}
	}
	return namesOf(plain.words())
}

func (it *item) setDateline(n *node) {
	it.dateline = n.words()
	if places := n.below("location"); len(places) > 0 {
		it.place = places[0].words()
		if it.dateline == it.place+n.get("story.date").words() {
			it.dateline = strings.Join(add(nil, it.place, n.get("story.date").words()), ", ")
		}
	}
}

// setDates sets when a document was issued, and an embargo: that it is to be
// released after it was issued.
func (it *item) setDates(data, pub, dateline *node) {
	issued, release := timeOf(data.get("date.issue").attr("norm")), timeOf(data.get("date.release").attr("norm"))
	it.published = issued
	if issued.Precision == article.Unknown {
		it.published = timeOf(data.get("date.release").attr("norm"), pub.attr("date.publication"), dateline.get("story.date").attr("norm"))
	}
	it.written = []article.Time{timeOf(dateline.get("story.date").attr("norm"))}
	later := issued.Precision != article.Unknown && release.At.After(issued.At)
	if it.embargoed = later || it.status == "embargoed"; it.embargoed {
		it.embargo = release
	}
}
