// Package epub is the kind of source that books and papers in EPUB are.
package epub

import (
	"context"
	"errors"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const mediaType = "application/epub+zip"

// Kind is a book or a paper: each part of it that is a text, such as a chapter
// or an article, is one, in the order of reading. Covers and tables of contents
// are passed over.
var Kind = kind.Kind{
	Name: "epub", Help: "a book or a paper in EPUB, each part an article",
	Begins:  func(head []byte) bool { return office.IsMedia(head, mediaType) },
	Endings: []string{".epub"}, Types: []string{mediaType},
	Open: open,
}

func open(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		b, err := openBook(in)
		if err != nil {
			yield(nil, err)
			return
		}
		found := false
		for _, part := range b.spine {
			if ctx.Err() != nil {
				return
			}
			a, err := b.read(part)
			if a == nil && err == nil {
				continue
			}
			found = true
			if a != nil {
				a.Origin = in.Name + ": " + part
			}
			if !yield(a, err) {
				return
			}
		}
		if !found {
			yield(nil, hint.Add(errors.New("has no part that is a text"), "its pages may be pictures, which a program for text recognition (OCR) can read"))
		}
	}
}

// Covers, title pages and imprints have few words, and no sentence.
const (
	fewWords     = 30
	sentenceLong = 6 // words
)

var (
	sentence = regexp.MustCompile(`[.!?][”"’')]*$`)
	imprint  = regexp.MustCompile(`(?i)copyright|©|all rights reserved|isbn`)
)

// isSentence says whether a paragraph is one that an article may have.
func isSentence(p paper.Paragraph) bool {
	return !p.Title && len(strings.Fields(p.Text)) >= sentenceLong && sentence.MatchString(strings.TrimSpace(p.Text)) && !imprint.MatchString(p.Text)
}

// downloaded matches what a program that makes papers of pages adds to each.
var downloaded = regexp.MustCompile(`^This article was downloaded by calibre from\s+(\S+)$`)

// read returns the article that a part is, nil where it is none.
func (b *book) read(part string) (*article.Article, error) {
	r, err := b.pack.Part(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	paragraphs, err := paper.FromHTML(r)
	if err != nil {
		return nil, err
	}
	about, words := b.about, 0
	var kept []paper.Paragraph
	for _, p := range paragraphs {
		if from := downloaded.FindStringSubmatch(p.Text); from != nil {
			about.URL = from[1]
			continue
		}
		kept = append(kept, p)
		words += len(strings.Fields(p.Text))
	}
	if words < fewWords && !slices.ContainsFunc(kept, isSentence) {
		return nil, nil
	}
	a, err := paper.Paper{Paragraphs: kept, About: about}.Article()
	if err == nil && a.Body.Len() == 0 {
		return nil, nil
	}
	return a, err
}

// locate returns the name of a part to which a file refers.
func locate(file, reference string) string {
	if decoded, err := url.PathUnescape(reference); err == nil {
		reference = decoded
	}
	return path.Join(path.Dir(file), reference)
}

// locked says whether the parts that are text are encrypted; fonts often are.
func locked(p *office.Package) bool {
	data, err := p.ReadPart("META-INF/encryption.xml")
	return err == nil && regexp.MustCompile(`(?i)URI="[^"]+\.x?html?"`).Match(data)
}
