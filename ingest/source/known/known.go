// Package known is the kind of source that newsgraph's own output is: the facts
// of an article in each line, which need not be read again.
//
//	a, err := known.Parse(line) // a.Facts is what the line says
package known

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/lines"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a line of facts for each article.
var Kind = kind.Kind{
	Name: "facts", Help: "facts that newsgraph wrote, an article a line, which are not read again",
	Begins: Begins, Open: open,
}

var own = regexp.MustCompile(`^\s*\{"id":"(?:[^"\\]|\\.)*","sha256":"[0-9a-f]{64}",`)

// Begins says whether facts begin so.
func Begins(head []byte) bool { return own.Match(bytes.TrimPrefix(head, lines.Mark)) }

func open(_ context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		from := lines.Of(in.Reader, in.Limits.Bytes)
		for {
			line, err := from.Next()
			if err == io.EOF || !yieldLine(yield, in.Name, from.Number(), line, err) {
				return
			}
		}
	}
}

// yieldLine yields the article of a line, or why there is none. It says whether
// there may be more.
func yieldLine(yield func(*article.Article, error) bool, name string, number int, line []byte, err error) bool {
	if err == nil && lines.Blank(line) {
		return true
	}
	more := err == nil || errors.As(err, new(kind.TooLarge))
	var a *article.Article
	if err == nil {
		a, err = Parse(bytes.TrimPrefix(line, lines.Mark))
	}
	if err != nil {
		return yield(nil, fmt.Errorf("line %d: %w", number, err)) && more
	}
	a.Origin = fmt.Sprintf("%s: line %d", name, number)
	return yield(a, nil)
}

// Parse makes an article of a line of facts, which it carries as the article
// alone gives them. It fails where the line is damaged or another program's.
func Parse(line []byte) (*article.Article, error) {
	var f facts.Article
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	err := d.Decode(&f)
	if _, after := d.Token(); err == nil && after != io.EOF {
		err = errors.New("more follows after its end")
	}
	if err == nil && !Begins(line) {
		err = errors.New("it does not begin with an id and the hash of a text")
	}
	if err != nil {
		return nil, hint.Add(fmt.Errorf("is no line of facts: %w", err), "a line is as newsgraph wrote it, whole; read the article again where it is not")
	}
	f.Restore()
	if err := f.Check(); err != nil {
		return nil, hint.Add(fmt.Errorf("its facts are damaged: %w", err), "read the article again")
	}
	return about(&f), nil
}

// about makes the article of its facts.
func about(f *facts.Article) *article.Article {
	a := article.New(f.Text)
	a.ID, a.URL, a.Facts = f.ID, f.URL, f
	a.Headline, a.Standfirst, a.Publisher, a.Language = f.Headline, f.Standfirst, f.Publisher, f.InLanguage
	a.Published, _ = article.ParseTime(f.Published)
	if f.Author != "" {
		a.Authors = strings.Split(f.Author, ", ")
	}
	return a
}
