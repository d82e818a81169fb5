package odt

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
)

// document is the content that is being read.
type document struct {
	titles     map[string]bool // the styles of titles, those that a document makes of them too
	subtitles  map[string]bool // and of what stands below titles
	left       map[string]bool // the styles of what is no part of the text
	paragraphs []paper.Paragraph
	authors    []string     // of paragraphs in a style of that name
	open       []*paragraph // those that have begun: a text box lies in another
}

type paragraph struct {
	text                          strings.Builder
	title, subtitle, author, left bool
}

// left lists elements that are not read.
var left = map[string]bool{
	"note": true, "annotation": true, "tracked-changes": true, "table-of-content": true, "bibliography": true, "illustration-index": true,
	"alphabetical-index": true, "desc": true, "sequence-decls": true, "ruby-text": true, "hidden-text": true,
}

// standing lists the styles of what stands beside the text.
var standing = map[string]bool{"Header": true, "Footer": true, "Caption": true, "Illustration": true, "Figure": true, "Table": true}

func (d *document) read(p *office.Package, part string) error {
	return p.Walk(part, office.Elements{Start: d.start, End: d.end, Words: d.words})
}

func (d *document) start(e xml.StartElement) bool {
	switch {
	case left[e.Name.Local] || e.Name.Local == "title" && e.Name.Space == "svg":
		return false
	case e.Name.Local == "style":
		name, parent := office.Attr(e, "name"), office.Attr(e, "parent-style-name")
		d.titles[name] = d.titles[name] || d.titles[parent]
		d.subtitles[name] = d.subtitles[name] || d.subtitles[parent]
		d.left[name] = standing[name] || standing[parent]
	case e.Name.Space == "text" && (e.Name.Local == "p" || e.Name.Local == "h"):
		style := office.Attr(e, "style-name")
		title := d.titles[style] || e.Name.Local == "h" && office.Attr(e, "outline-level") == "1"
		d.open = append(d.open, &paragraph{title: title, subtitle: d.subtitles[style], author: style == "Author", left: d.left[style] || standing[style]})
	case e.Name.Local == "s":
		count, err := strconv.Atoi(office.Attr(e, "c"))
		if err != nil || count < 1 || count > 100 {
			count = 1
		}
		d.words(strings.Repeat(" ", count))
	case e.Name.Local == "tab":
		d.words(" ")
	case e.Name.Local == "line-break":
		d.words("\n")
	}
	return true
}

func (d *document) end(e xml.EndElement) {
	last := len(d.open) - 1
	if last < 0 || e.Name.Space != "text" || e.Name.Local != "p" && e.Name.Local != "h" {
		return
	}
	switch p := d.open[last]; {
	case p.left:
	case p.author:
		d.authors = append(d.authors, p.text.String())
	default:
		d.paragraphs = append(d.paragraphs, paper.Paragraph{Text: p.text.String(), Title: p.title, Subtitle: p.subtitle})
	}
	d.open = d.open[:last]
}

func (d *document) words(text string) {
	if len(d.open) > 0 {
		d.open[len(d.open)-1].text.WriteString(text)
	}
}
