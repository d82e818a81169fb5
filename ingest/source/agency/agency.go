// Package agency has the kinds of sources in which news agencies send their
// articles, all of them standards of the IPTC: NITF and NewsML-G2, which are
// XML, and ninjs, which is JSON.
//
// Article.Text of each is the dateline, where it stands by itself, and the
// paragraphs, with an empty line between them and a newline at the end.
// Captions, tables and notes are no part of it. Entities that a document defines
// are not expanded, and nothing that it refers to is fetched.
package agency

import (
	"context"
	"errors"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// NITF is the News Industry Text Format, versions 2 and 3.
var NITF = kind.Kind{
	Name: "nitf", Help: "agency articles in NITF (IPTC)", Begins: beginsNITF,
	Endings: []string{".nitf", ".xml"}, Types: []string{"application/nitf+xml"},
	Open: openXML([]string{"nitf"}, func(n *node) (item, bool) { return nitf(n), true }),
}

// NewsML is NewsML-G2, an item or a message of several, whose text is NITF,
// XHTML or plain.
var NewsML = kind.Kind{
	Name: "newsml", Help: "agency articles in NewsML-G2 (IPTC)", Begins: beginsNewsML,
	Endings: []string{".newsml", ".xml"}, Types: []string{"application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml"},
	Open: openXML([]string{"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}, newsItem),
}

// Ninjs is News in JSON, versions 1 to 3, an item, several after one another or
// a list.
var Ninjs = kind.Kind{
	Name: "ninjs", Help: "agency articles in ninjs (IPTC)", Begins: beginsNinjs,
	Endings: []string{".ninjs"}, Types: []string{"application/ninjs+json"}, Open: openNinjs,
}

// openXML reads the elements with certain names, each of which is an item, but
// for those of which of says that they hold no text, such as pictures.
func openXML(names []string, of func(*node) (item, bool)) func(context.Context, kind.Input) kind.Articles {
	return func(ctx context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) {
			r, any := newReader(in.Reader, in.Limits.Bytes), false
			for n, err := range r.elements(ctx, names) {
				if err != nil {
					any = true
					if !yield(nil, err) {
						return
					}
					continue
				}
				if it, ok := of(n); ok {
					any = true
					if !yield(it.article()) {
						return
					}
				}
			}
			if !any {
				yield(nil, errNoText)
			}
		}
	}
}

var errNoText = errors.New("holds no article: it has no text, as pictures, packages and plans")
