package paper

import (
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// FromHTML returns the paragraphs of HTML that is a text and nothing beside it,
// as books have it and as it is made of Markdown. Captions, code, notes and ways
// to other pages are left out; so is what is nested too deep to be text.
func FromHTML(r io.Reader) ([]Paragraph, error) {
	root, err := html.Parse(r)
	if err != nil {
		return nil, err
	}
	var w walker
	w.walk(root, 0)
	w.end(false)
	return w.paragraphs, nil
}

type walker struct {
	paragraphs []Paragraph
	text       strings.Builder
}

// deepest is how deep elements may be nested; browsers have a like limit.
const deepest = 512

var (
	blocks = []atom.Atom{
		atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote,
		atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Hr, atom.Body,
	}
	passedOver = []atom.Atom{atom.Head, atom.Script, atom.Style, atom.Template, atom.Nav, atom.Figcaption, atom.Caption, atom.Pre, atom.Svg, atom.Math, atom.Form, atom.Rt}
	asides     = []string{"footnote", "footnotes", "footnote-ref", "footnote-back", "noteref", "endnotes", "rearnotes", "calibre_navbar", "navbar", "toc"}
)

func (w *walker) walk(n *html.Node, depth int) {
	switch {
	case n.Type == html.TextNode:
		w.text.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(n.Data))
		return
	case depth > deepest, n.Type == html.ElementNode && (slices.Contains(passedOver, n.DataAtom) || aside(n)):
		return
	case n.DataAtom == atom.Br:
		w.text.WriteString("\n")
	}
	block := slices.Contains(blocks, n.DataAtom)
	if block {
		w.end(false)
	}
	for child := range n.ChildNodes() {
		w.walk(child, depth+1)
	}
	if block {
		w.end(n.DataAtom == atom.H1)
	}
}

// end ends a paragraph. Lines end at breaks only, not where the file's do.
func (w *walker) end(title bool) {
	if text := tidy(w.text.String()); text != "" {
		w.paragraphs = append(w.paragraphs, Paragraph{Text: text, Title: title})
	}
	w.text.Reset()
}

// aside says whether an element is a note, or a way to other pages, by its class
// or its role.
func aside(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "class" || a.Key == "epub:type" || a.Key == "role" {
			for _, word := range strings.Fields(a.Val) {
				if slices.Contains(asides, strings.TrimPrefix(word, "doc-")) {
					return true
				}
			}
		}
	}
	return false
}
