// Package docx is the kind of source that documents of Word are, in the form of
// ECMA-376 (.docx), as other programs write them too.
package docx

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a document: one article. Headers, footers, footnotes, comments,
// captions, tables of contents and what was deleted are left out.
var Kind = kind.Kind{
	Name: "docx", Help: "a document of Word (.docx), with its properties",
	Begins:  begins,
	Endings: []string{".docx", ".docm", ".dotx"},
	Types:   []string{"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	Open: func(_ context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) { yield(read(in)) }
	},
}

// part matches the first part of an archive that is an office file.
var part = regexp.MustCompile(`^(?:\[Content_Types\]\.xml|_rels/\.rels|docProps/\w+\.xml|customXml/.*|(?:word|xl|ppt)/(?:_rels/)?\w+\.xml(?:\.rels)?)$`)

func begins(head []byte) bool {
	if bytes.HasPrefix(head, []byte(office.Compound)) {
		return true
	}
	name, _ := office.First(head)
	return part.MatchString(name)
}

func read(in kind.Input) (*article.Article, error) {
	p, err := office.Open(in)
	if err != nil {
		return nil, err
	}
	main, properties := relations(p)
	if !strings.HasPrefix(main, "word/") && !p.Has("word/document.xml") {
		return nil, notADocument(main)
	}
	d := document{styles: styles(p)}
	if err := d.read(p, main); err != nil {
		return nil, err
	}
	return paper.Paper{Paragraphs: d.paragraphs, Authors: d.authors, About: properties.About()}.Article()
}

func notADocument(main string) error {
	what := "is no document of Word"
	switch {
	case strings.HasPrefix(main, "xl/"):
		return hint.Add(errors.New("is a spreadsheet"), "save it as CSV: a row for each article, after one with the names of the columns")
	case strings.HasPrefix(main, "ppt/"):
		what = "is a presentation"
	}
	return hint.Add(errors.New(what), "save its text as .docx or .txt")
}

// relations returns the name of the main part, and what the parts of
// properties say.
func relations(p *office.Package) (main string, properties office.Properties) {
	main, properties = "word/document.xml", office.Properties{}
	var parts []string
	_ = p.Walk("_rels/.rels", office.Elements{
		Start: func(e xml.StartElement) bool {
			target := strings.TrimPrefix(office.Attr(e, "Target"), "/")
			switch kind := office.Attr(e, "Type"); {
			case strings.HasSuffix(kind, "/officeDocument"):
				main = target
			case strings.HasSuffix(kind, "-properties"):
				parts = append(parts, target)
			}
			return true
		},
	})
	for _, part := range parts {
		properties.Add(p, part)
	}
	return main, properties
}
