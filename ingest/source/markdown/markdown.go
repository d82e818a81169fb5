// Package markdown is the kind of source that texts in Markdown are
// (CommonMark), as static site generators and editors of notes have them.
package markdown

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// Kind is a text in Markdown: one article, without its marks, code and
// footnotes. Front matter is understood as that of plain text is.
var Kind = kind.Kind{
	Name: "markdown", Help: "a text in Markdown (.md), with or without front matter",
	Endings: []string{".md", ".markdown"}, Types: []string{"text/markdown", "text/x-markdown"},
	Open: func(_ context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) { yield(read(in)) }
	},
}

func read(in kind.Input) (*article.Article, error) {
	data, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	source, note, err := text.Decode(data)
	if err != nil {
		return nil, err
	}
	front, body := split([]byte(strings.TrimPrefix(source, "\ufeff")))
	about, err := text.Parse(front)
	if err != nil {
		return nil, err
	}
	if note != "" {
		about.Notes = append(about.Notes, note)
	}
	paragraphs, err := paragraphs(body)
	if err != nil {
		return nil, err
	}
	return paper.Paper{Paragraphs: paragraphs, Notes: about.Notes, About: paper.About{
		Headline: about.Headline, Standfirst: about.Standfirst, Authors: about.Authors, Publisher: about.Publisher, Section: about.Section, Language: about.Language,
		URL: about.URL, Published: about.Published, Changed: about.Changed,
	}}.Article()
}

var (
	yaml = regexp.MustCompile(`^---[ \t]*\r?\n(?s:.*?)\n---[ \t]*(?:\r?\n|$)`)
	toml = regexp.MustCompile(`^\+\+\+[ \t]*\r?\n((?s:.*?)\n)\+\+\+[ \t]*(?:\r?\n|$)`)
	pair = regexp.MustCompile(`(?m)^(\w+)\s*=\s*`)
)

// split returns the front matter, as YAML, and what follows it. In TOML, which
// one generator has, a key of an article differs from YAML in its sign alone.
func split(source []byte) (front string, body []byte) {
	if at := yaml.FindIndex(source); at != nil {
		return string(source[:at[1]]), source[at[1]:]
	}
	if at := toml.FindSubmatchIndex(source); at != nil {
		return "---\n" + pair.ReplaceAllString(string(source[at[2]:at[3]]), "$1: ") + "---\n", source[at[1]:]
	}
	return "", source
}

func paragraphs(source []byte) ([]paper.Paragraph, error) {
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote)).Convert(source, &page); err != nil {
		return nil, err
	}
	return paper.FromHTML(&page)
}
