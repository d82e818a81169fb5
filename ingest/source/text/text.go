// Package text is the kind of source that plain text is, with or without front
// matter.
//
//	a, err := text.Parse("GENEVA, Jan 21 2022 (Agency) – Talks began.")
package text

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is plain text in UTF-8: one article. What is left in it of HTML, as in
// text that was copied from a page, is made good.
var Kind = kind.Kind{
	Name: "text", Help: "plain text in UTF-8, with or without front matter",
	Endings: []string{".txt", ".text"}, Types: []string{"text/plain"},
	Open: open,
}

func open(_ context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) { yield(read(in)) }
}

func read(in kind.Input) (*article.Article, error) {
	text, err := in.ReadAll()
	if err == nil {
		err = check(text)
	}
	if err != nil {
		return nil, err
	}
	a, err := Copied(string(text))
	if address, wrong := article.CanonicalURL(in.Address); err == nil && wrong == nil && a.URL == "" {
		a.SetURL(address)
	}
	return a, err
}

// Parse makes an article of a text, which is valid UTF-8. The text may begin
// with front matter (YAML between two lines of three hyphens), a headline, a
// byline and a dateline, and end with credits; all of them are taken from Body.
// What the text does not say stays empty.
//
// It fails where the front matter can't be read, with the line.
func Parse(text string) (*article.Article, error) {
	a := header{article.New(text)}
	if err := a.takeFrontMatter(); err != nil {
		return nil, err
	}
	a.takeHeadline()
	for a.takeByline() || a.takeDateLine() {
	}
	a.takeDateline()
	a.skipSpace()
	a.dropCredits()
	return a.Article, nil
}

// Copied is Parse of a text that may have something left in it of HTML, as one
// that was copied from a page: entities and tags become what they mean.
func Copied(text string) (*article.Article, error) { return Parse(withoutMarkup(text)) }

// check says why text can't be an article.
func check(text []byte) error {
	start := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 512)]))
	switch at := bytes.IndexByte(text, 0); {
	case len(bytes.TrimSpace(text)) == 0:
		return errors.New("is empty")
	case at >= 0 && !utf8.Valid(text), at >= 0 && at < 512:
		return hint.Add(fmt.Errorf("is not text: NUL at byte %d", at), "UTF-16 can be converted with iconv -f UTF-16 -t UTF-8")
	case bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")):
		return hint.Add(errors.New("is a web page"), "save the article's text, without its HTML, and read that")
	case utf8.Valid(text):
		return nil
	}
	at := firstInvalid(text)
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	return hint.Add(fmt.Errorf("line %d: byte %d (0x%02x) is not UTF-8", line, at, text[at]),
		"convert it, for example with iconv -f WINDOWS-1252 -t UTF-8")
}

func firstInvalid(text []byte) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}
