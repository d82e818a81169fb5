package docx

import (
	"encoding/xml"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
)

// document is a main part that is being read.
type document struct {
	styles     map[string]string // their names in lower case, by id
	paragraphs []paper.Paragraph
	authors    []string     // of paragraphs in a style of that name
	open       []*paragraph // those that have begun: a text box lies in another
	inText     bool
	hidden     bool // the run is
}

type paragraph struct {
	text  strings.Builder
	style string
	title bool // by an outline level of its own
}

// left lists elements that are not read: what was deleted or moved away, and
// what stands twice for older programs.
var left = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "sectPr": true}

func (d *document) read(p *office.Package, part string) error {
	return p.Walk(part, office.Elements{Start: d.start, End: d.end, Words: d.words})
}

func (d *document) start(e xml.StartElement) bool {
	if left[e.Name.Local] {
		return false
	}
	if e.Name.Local == "p" && e.Name.Space != "a" { // those of drawings are named alike
		d.open = append(d.open, &paragraph{})
		return true
	}
	if len(d.open) == 0 {
		return true
	}
	now := d.open[len(d.open)-1]
	switch value := office.Attr(e, "val"); e.Name.Local {
	case "pStyle":
		now.style = value
	case "outlineLvl":
		now.title = value == "0"
	case "r":
		d.hidden = false
	case "vanish":
		d.hidden = value != "0" && value != "false"
	case "t":
		d.inText = true
	case "tab":
		now.text.WriteString(" ")
	case "br", "cr":
		now.text.WriteString("\n")
	case "noBreakHyphen":
		now.text.WriteString("-")
	}
	return true
}

func (d *document) end(e xml.EndElement) {
	switch {
	case e.Name.Local == "t":
		d.inText = false
	case e.Name.Local == "p" && e.Name.Space != "a" && len(d.open) > 0:
		last := len(d.open) - 1
		d.add(d.open[last])
		d.open = d.open[:last]
	}
}

func (d *document) words(text string) {
	if d.inText && !d.hidden && len(d.open) > 0 {
		d.open[len(d.open)-1].text.WriteString(text)
	}
}

// add keeps a paragraph that is text.
func (d *document) add(p *paragraph) {
	style := d.styles[p.style]
	if strings.HasPrefix(style, "toc ") || style == "caption" {
		return
	}
	if style == "author" {
		d.authors = append(d.authors, p.text.String())
		return
	}
	title := p.title || style == "title" || style == "heading 1"
	d.paragraphs = append(d.paragraphs, paper.Paragraph{Text: p.text.String(), Title: title, Subtitle: style == "subtitle"})
}

// styles returns the names of styles by their ids, which have the language of
// the program that wrote them. Without its part there are none.
func styles(p *office.Package) map[string]string {
	names := map[string]string{}
	var id string
	_ = p.Walk("word/styles.xml", office.Elements{
		Start: func(e xml.StartElement) bool {
			switch e.Name.Local {
			case "style":
				id = office.Attr(e, "styleId")
			case "name":
				names[id] = strings.ToLower(office.Attr(e, "val"))
			}
			return true
		},
	})
	return names
}
