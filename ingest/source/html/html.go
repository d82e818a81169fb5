// Package html is the kind of source that a web page is: one article.
//
// Article.Text of a page is the text of its article: the paragraphs, headings
// and items of lists as a reader sees them, white space made single, an empty
// line between them. Headline, standfirst, byline and date that stand above the
// article, captions, advertisements, related links, notices of cookies and
// comments are no part of it; offsets and hash are of this text, not of the
// HTML. What is known of the publication comes from the page's data for
// machines, and where there is none, from its lines.
//
// Nothing is fetched but the feed of a front page, and nothing is run.
package html

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/text"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a web page. Its address is the name of the input, where that is an
// address and the page names no other. Of a site's front page, which is no
// article, it is the feed that the page names.
var Kind = kind.Kind{
	Name: "html", Help: "a web page",
	Begins:  begins,
	Endings: []string{".html", ".htm", ".xhtml"}, Types: []string{"text/html", "application/xhtml+xml"},
	Open: open,
}

func open(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		data, err := textOf(in)
		if err != nil {
			yield(nil, err)
			return
		}
		address := addressOf(cmp.Or(in.Address, in.Name))
		if feed := feedOf(data, address); feed != "" && in.Fetch != nil {
			in.At(ctx, feed)(yield)
			return
		}
		yield(Parse(data, address))
	}
}

// textOf returns a page in UTF-8.
func textOf(in kind.Input) ([]byte, error) {
	data, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	return decode(data, in.Charset)
}

// Parse makes an article of a page in UTF-8. The address is where it was found,
// nil where that is not known.
//
// It fails where the page has no article's text, or has elements more and deeper
// than any page has.
func Parse(data []byte, address *url.URL) (*article.Article, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, hint.Add(fmt.Errorf("read HTML: %w", err), "save the article's text, and read that")
	}
	p, err := newPage(doc, address)
	if err != nil {
		return nil, err
	}
	body, standfirst := p.text()
	untold := p.untold(body)
	if body = cmp.Or(untold, body); body == "" {
		return nil, hint.Add(errors.New("has no article's text"+p.why()), "open it in a browser, and save the page when the article is to be seen")
	}
	a, err := text.Parse(body)
	if err != nil {
		return nil, err
	}
	a.Standfirst = standfirst
	p.describe(a)
	if untold != "" {
		a.Notes = append(a.Notes, noteOfUntold)
	}
	return a, nil
}

// Text returns all text of a page in UTF-8, in the form that Article.Text has.
// It fails where the page nests its elements too deeply.
func Text(data []byte) (string, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("read HTML: %w", err)
	}
	return join(blocksOf(doc)), nil
}

// addressOf returns the address that a name is, nil for none.
func addressOf(name string) *url.URL {
	u, err := url.Parse(name)
	if err != nil || !article.OnWeb(u) {
		return nil
	}
	return u
}
