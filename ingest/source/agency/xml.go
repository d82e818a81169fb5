package agency

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// deepest is how deep elements may be nested.
const deepest = 256

// A node is an element, or text where it has no name.
type node struct {
	name     string // without the prefix of its namespace
	attrs    []xml.Attr
	children []*node
	text     string
}

// attr returns the value of an attribute; "" for none.
func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name {
				return strings.TrimSpace(a.Value)
			}
		}
	}
	return ""
}

// all returns the elements below n that a path of names leads to.
func (n *node) all(path ...string) []*node {
	found := []*node{n}
	for _, name := range path {
		var next []*node
		for _, n := range found {
			for _, child := range n.children {
				if child.name == name {
					next = append(next, child)
				}
			}
		}
		found = next
	}
	return found
}

// get returns the first element that a path of names leads to, an empty one for
// none.
func (n *node) get(path ...string) *node {
	if found := n.all(path...); len(found) > 0 {
		return found[0]
	}
	return new(node)
}

// below returns the elements of a name at any depth below n.
func (n *node) below(name string) (found []*node) {
	for _, child := range n.children {
		if child.name == name {
			found = append(found, child)
		}
		found = append(found, child.below(name)...)
	}
	return found
}

// words returns the text of n, white space made single.
func (n *node) words() string {
	var b strings.Builder
	n.write(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (n *node) write(b *strings.Builder) {
	b.WriteString(n.text)
	for _, child := range n.children {
		child.write(b)
	}
}

// reader reads the elements of a document.
type reader struct {
	*xml.Decoder
	gate *gate
}

func newReader(r io.Reader, limit int64) reader {
	g := &gate{r: r, limit: limit}
	d := xml.NewDecoder(transform.NewReader(g, unicode.BOMOverride(transform.Nop)))
	d.Entity, d.CharsetReader = xml.HTMLEntity, charsetReader
	return reader{d, g}
}

// charsetReader decodes a character set. UTF-16 is told by its mark, and is
// decoded already.
func charsetReader(label string, r io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return r, nil
	}
	return charset.NewReaderLabel(label, r)
}

// elements yields the elements with certain names, each whole; an error that
// another follows is of one element.
func (r reader) elements(ctx context.Context, names []string) iter.Seq2[*node, error] {
	return func(yield func(*node, error) bool) {
		for depth := 0; ; {
			token, err := r.next()
			switch {
			case err == io.EOF:
				return
			case err == nil:
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			switch t := token.(type) {
			case xml.StartElement:
				if !slices.Contains(names, t.Name.Local) {
					depth++
					break
				}
				n, over, err := r.element(t, depth)
				if !yield(n, errors.Join(over, err)) || err != nil {
					return
				}
			case xml.EndElement:
				depth--
			}
			if depth > deepest {
				yield(nil, errDeep)
				return
			}
		}
	}
}

var errDeep = hint.Add(fmt.Errorf("nests its elements deeper than %d", deepest), "no article of an agency does: is the file what it should be?")

// element reads the rest of an element. over is what is wrong with it alone.
func (r reader) element(start xml.StartElement, depth int) (n *node, over, err error) {
	from, stack := r.InputOffset(), []*node{{name: start.Name.Local, attrs: slices.Clone(start.Attr)}}
	root := stack[0]
	for len(stack) > 0 {
		token, err := r.next()
		if err != nil {
			return nil, nil, unexpected(err)
		}
		if over == nil && r.InputOffset()-from > r.gate.limit {
			over = hint.Add(kind.TooLarge{Bytes: r.gate.limit}, "split it into articles")
		}
		var child *node
		switch t := token.(type) {
		case xml.StartElement:
			child = &node{name: t.Name.Local, attrs: slices.Clone(t.Attr)}
		case xml.CharData:
			child = &node{text: string(t)}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
		if child == nil {
			continue
		}
		if top := stack[len(stack)-1]; over == nil {
			top.children = append(top.children, child)
		}
		if child.name != "" {
			stack = append(stack, child)
		}
		if len(stack)+depth > deepest {
			return nil, nil, errDeep
		}
	}
	return root, over, nil
}

// next returns the next token, which no more bytes may make than an article.
func (r reader) next() (xml.Token, error) {
	r.gate.read = 0
	token, err := r.Token()
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, new(kind.TooLarge)) || err == io.EOF:
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "entity"):
		err = hint.Add(fmt.Errorf("line %d: %s, which is none of XML or HTML", syntax.Line, syntax.Msg), "entities that a document defines are not expanded; write what they stand for")
	case errors.As(err, &syntax):
		err = fmt.Errorf("line %d: is not XML: %s", syntax.Line, syntax.Msg)
	}
	return token, err
}

// unexpected returns the error of an end where there should be none.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// gate is a reader that gives no more than so many bytes at a time.
type gate struct {
	r           io.Reader
	limit, read int64
}

// Read implements io.Reader.
func (g *gate) Read(p []byte) (int, error) {
	if g.read > g.limit {
		return 0, hint.Add(kind.TooLarge{Bytes: g.limit}, "split it into articles")
	}
	n, err := g.r.Read(p)
	g.read += int64(n)
	return n, err
}

// rootOf returns the first element of what begins with head, the zero element
// where that is not XML.
func rootOf(head []byte) xml.StartElement {
	text, _, _ := transform.Bytes(unicode.BOMOverride(transform.Nop), head)
	if !bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		return xml.StartElement{}
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.RawToken()
		if err != nil {
			return xml.StartElement{}
		}
		if start, ok := token.(xml.StartElement); ok {
			return start
		}
	}
}
