// Package pdf is the kind of source that PDF files are, read by PDFium, the
// engine of a browser, which runs as WebAssembly and reaches nothing but the
// file.
package pdf

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a PDF file: one article. Its columns are read one after the other;
// running heads, feet and page numbers are left out.
var Kind = kind.Kind{
	Name: "pdf", Help: "a PDF file that has words, not pictures of them",
	Begins:  func(head []byte) bool { return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) },
	Endings: []string{".pdf"}, Types: []string{"application/pdf"},
	Open: func(ctx context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) { yield(read(ctx, in)) }
	},
}

func read(ctx context.Context, in kind.Input) (*article.Article, error) {
	file, size, err := in.File()
	if err != nil {
		return nil, err
	}
	e, err := start(ctx, io.NewSectionReader(file, 0, size), size)
	if err != nil {
		return nil, err
	}
	defer e.close()
	pages, blank, err := readPages(e, in.Limits)
	if err != nil {
		return nil, err
	}
	p := paper.Paper{Paragraphs: paragraphs(withoutMargins(pages)), About: about(e.properties())}
	switch {
	case len(p.Paragraphs) == 0:
		return nil, hint.Add(fmt.Errorf("has no words on its pages (%d), as scanned pages have none", len(pages)),
			"run text recognition (OCR) over it, for example ocrmypdf in.pdf out.pdf")
	case blank > 0:
		p.Notes = append(p.Notes, fmt.Sprintf("%d of its %d pages have no words, or are damaged; if they are scanned, text recognition (OCR) would help", blank, len(pages)))
	}
	return p.Article()
}

// most is how many pages are read.
const most = 2000

// readPages returns the lines of the pages in the order of reading, and how
// many pages have none.
func readPages(e *engine, limits kind.Limits) (pages [][]line, blank int, err error) {
	count, err := e.pages()
	if err != nil {
		return nil, 0, err
	}
	if count > most {
		return nil, 0, hint.Add(fmt.Errorf("has %d pages, more than %d", count, most), "split it into articles")
	}
	left, first := limits.Bytes, error(nil)
	for page := range count {
		letters, err := e.letters(page)
		if e.ctx.Err() != nil { // a damaged page costs no other
			return nil, 0, err
		}
		first = cmp.Or(first, err)
		for _, l := range letters {
			left -= int64(len(l.text))
		}
		if left < 0 {
			return nil, 0, kind.TooLarge(limits)
		}
		lines := order(linesOf(letters))
		if len(lines) == 0 {
			blank++
		}
		pages = append(pages, lines)
	}
	if blank == count && first != nil {
		return nil, 0, first
	}
	return pages, blank, nil
}

// program matches titles that programs give.
var program = regexp.MustCompile(`(?i)^(?:untitled.*|\(anonymous\)|microsoft word - .*|.*\.(?:docx?|indd|odt|rtf|pdf|qxp|html?))$`)

// about tells what the properties of a file say of an article.
func about(properties map[string]string) paper.About {
	about := paper.About{Created: when(properties["CreationDate"])}
	if title := strings.TrimSpace(properties["Title"]); !program.MatchString(title) {
		about.Headline = title
	}
	if author := properties["Author"]; author != "" {
		about.Authors = []string{author}
	}
	return about
}

// when reads a time as a PDF file has it: D:20230314091200+01'00'.
func when(text string) article.Time {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "D:"), "'", "")
	if at := strings.IndexByte(text, 'Z'); at >= 0 {
		text = text[:at+1]
	}
	if len(text) > 8 {
		text = text[:8] + "T" + text[8:]
	}
	t, _ := article.ParseTime(text)
	return t
}
