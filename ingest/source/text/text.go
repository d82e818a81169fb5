// Package text is the kind of source that plain text is, with or without front
// matter.
//
//	a, err := text.Parse("GENEVA, Jan 21 2022 (Agency) – Talks began.")
package text

import (
	"context"
	"errors"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is plain text: one article. What is left in it of HTML, as in text that
// was copied from a page, is made good.
var Kind = kind.Kind{
	Name: "text", Help: "plain text, with or without front matter",
	Endings: []string{".txt", ".text"}, Types: []string{"text/plain"},
	Open: open,
}

func open(_ context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) { yield(read(in)) }
}

func read(in kind.Input) (*article.Article, error) {
	data, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	text, note, err := Decode(data)
	if err == nil {
		err = check(text)
	} else if known := notText(data); known != nil {
		err = known
	}
	if err != nil {
		return nil, err
	}
	a, err := Copied(text)
	if err != nil {
		return nil, err
	}
	if address, wrong := article.CanonicalURL(in.Address); wrong == nil && a.URL == "" {
		a.SetURL(address)
	}
	if note != "" {
		a.Notes = append([]string{note}, a.Notes...)
	}
	return a, nil
}

// Parse makes an article of a text, which is valid UTF-8. The text may begin
// with front matter (YAML between two lines of three hyphens), which is no part
// of the article's text; after it with a headline, a byline, dates and a
// dateline, and end with credits, which are no part of Body. What the text does
// not say stays empty.
//
// It fails where the front matter can't be read, with the line.
func Parse(text string) (*article.Article, error) {
	yaml, rest := cutFrontMatter(text)
	a := header{article.New(rest)}
	if err := a.setFrontMatter(yaml); err != nil {
		return nil, err
	}
	a.take()
	a.dropCredits()
	a.DateNear(a.Changed, "its last change")
	a.DateNear(a.copyright(), "its copyright")
	if a.Published.Precision == article.Unknown {
		a.Published = a.Changed // the best that is known
	}
	return a.Article, nil
}

// Copied is Parse of a text that may have something left in it of HTML, as one
// that was copied from a page: entities and tags become what they mean.
func Copied(text string) (*article.Article, error) { return Parse(withoutMarkup(text)) }

// onlyAddresses matches a text that has addresses, one a line, and nothing else,
// as the files have too in which browsers keep one.
var onlyAddresses = compiled(`^[\s\x{feff}]*(?:\[InternetShortcut\]\s+)?(?:(?:URL=)?https?://\S+\s*)+(?:[A-Z][A-Za-z]*=\S*\s*)*$`)

// ErrXML is the error of XML that no kind reads.
var ErrXML = errors.New("is XML of a form that is not known")

// check says why text can't be an article.
func check(text string) error {
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 512)]))
	switch {
	case strings.TrimSpace(text) == "":
		return hint.Add(errors.New("is empty"), "was it saved, or fetched, whole?")
	case onlyAddresses().MatchString(text):
		return hint.Add(errors.New("is a list of addresses, not an article"), "name the addresses themselves, and what is there is fetched")
	case strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html"):
		return hint.Add(errors.New("is a web page"), "save the article's text, without its HTML, and read that")
	case strings.HasPrefix(start, "<?xml"):
		return hint.Add(ErrXML, "NITF, NewsML-G2, RSS, Atom and site maps are")
	}
	return nil
}
