package agency

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// set is a set of names.
type set map[string]bool

func setOf(names string) set {
	s := set{}
	for name := range strings.FieldsSeq(names) {
		s[name] = true
	}
	return s
}

var (
	// blocks are the elements of NITF and XHTML that begin and end a paragraph.
	blocks = setOf(`p hl1 hl2 block bq pre li dt dd ol ul dl hr body body.content content html section article div header
		h1 h2 h3 h4 h5 h6 blockquote main nitf inlineXML inlineData`)

	// asides are those that are no part of the text.
	asides = setOf(`media media-caption media-producer table nitf-table custom-table fn note body.head body.end head figure figcaption
		aside caption credit datasource img script style iframe object nav footer button form title tagline`)
)

// lineEnd stands for a forced line break in prose.
const lineEnd = "\u2028"

var twoLineEnds = regexp.MustCompile(lineEnd + `\s*` + lineEnd + `[\s` + lineEnd + `]*`)

// prose collects the paragraphs of elements.
type prose struct {
	paragraphs []string
	now        strings.Builder
}

// paragraphs returns the paragraphs of an element.
func paragraphs(n *node) []string {
	var p prose
	for _, child := range n.children {
		p.add(child)
	}
	p.end()
	return p.paragraphs
}

func (p *prose) add(n *node) {
	switch {
	case n.name == "":
		p.now.WriteString(n.text)
		return
	case asides[n.name]:
		return
	case n.name == "br":
		p.now.WriteString(lineEnd)
		return
	}
	if blocks[n.name] {
		p.end()
	}
	for _, child := range n.children {
		p.add(child)
	}
	if blocks[n.name] {
		p.end()
	}
}

// end ends a paragraph.
func (p *prose) end() {
	for _, paragraph := range twoLineEnds.Split(p.now.String(), -1) {
		p.paragraphs = add(p.paragraphs, strings.Join(strings.Fields(strings.ReplaceAll(paragraph, lineEnd, " ")), " "))
	}
	p.now.Reset()
}

var emptyLine = regexp.MustCompile(`\r?\n[ \t\r]*\n\s*`)

// plainParagraphs returns the paragraphs of plain text: what is between empty
// lines, or where there are none, lines.
func plainParagraphs(text string) (paragraphs []string) {
	parts := emptyLine.Split(strings.TrimSpace(text), -1)
	if len(parts) == 1 {
		parts = strings.Split(parts[0], "\n")
	}
	for _, part := range parts {
		paragraphs = add(paragraphs, strings.Join(strings.Fields(part), " "))
	}
	return paragraphs
}

// tag is what tells markup from plain text.
var tag = regexp.MustCompile(`(?i)</(?:p|div|body|html|li|h[1-6]|block|nitf|body\.content)\s*>|<br\s*/?>|<p[\s>]`)

// markedUp returns the paragraphs of text that may be NITF or HTML, even with
// elements that don't end.
func markedUp(text string) []string {
	if !tag.MatchString(text) {
		return plainParagraphs(text)
	}
	r := newReader(strings.NewReader("<body>"+text+"</body>"), int64(len(text))+100)
	r.Strict, r.AutoClose = false, xml.HTMLAutoClose
	token, err := r.next()
	for ; err == nil; token, err = r.next() {
		if start, ok := token.(xml.StartElement); ok {
			n, _, err := r.element(start, 0)
			if err != nil {
				break
			}
			return paragraphs(n)
		}
	}
	return plainParagraphs(anyTag.ReplaceAllString(text, "\n\n"))
}

var anyTag = regexp.MustCompile(`<[^<>]{0,500}>`)
