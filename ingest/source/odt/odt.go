// Package odt is the kind of source that documents of LibreOffice are, in the
// form of OpenDocument (.odt), as other programs write them too.
package odt

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a document: one article. Headers, footers, notes, comments, captions,
// tables of contents and what was deleted are left out.
var Kind = kind.Kind{
	Name: "odt", Help: "a document of LibreOffice (.odt), with its properties",
	Begins:  func(head []byte) bool { return office.IsMedia(head, "application/vnd.oasis.opendocument.") },
	Endings: []string{".odt", ".ott"},
	Types:   []string{mediaType},
	Open: func(_ context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) { yield(read(in)) }
	},
}

const mediaType = "application/vnd.oasis.opendocument.text"

func read(in kind.Input) (*article.Article, error) {
	p, err := office.Open(in)
	if err != nil {
		return nil, err
	}
	if err := check(p); err != nil {
		return nil, err
	}
	d := document{titles: map[string]bool{"Title": true}, subtitles: map[string]bool{"Subtitle": true}, left: map[string]bool{}}
	if err := d.read(p, "content.xml"); err != nil {
		return nil, err
	}
	properties := office.Properties{}
	properties.Add(p, "meta.xml")
	return paper.Paper{Paragraphs: d.paragraphs, Authors: d.authors, About: properties.About()}.Article()
}

// check says why a file can't be read.
func check(p *office.Package) error {
	mime, err := p.ReadPart("mimetype")
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(mime, []byte(mediaType)) {
		return hint.Add(errors.New("is "+strings.TrimSpace(string(mime))+", no text"), "save its text as .odt or .txt")
	}
	if manifest, err := p.ReadPart("META-INF/manifest.xml"); err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
		return office.Locked()
	}
	return nil
}
