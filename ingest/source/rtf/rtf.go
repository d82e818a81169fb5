// Package rtf is the kind of source that documents in Rich Text Format are.
package rtf

import (
	"bytes"
	"context"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
)

// Kind is a document: one article. Headers, footers, notes and what is hidden or
// deleted are left out.
var Kind = kind.Kind{
	Name: "rtf", Help: "a document in Rich Text Format (.rtf), with its properties",
	Begins:  func(head []byte) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) },
	Endings: []string{".rtf"}, Types: []string{"application/rtf", "text/rtf"},
	Open: func(_ context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) { yield(read(in)) }
	},
}

func read(in kind.Input) (*article.Article, error) {
	data, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	r := reader{data: data, info: map[string]string{}, page: windows1252}
	if err := r.read(); err != nil {
		return nil, err
	}
	about := paper.About{Headline: r.info["title"], Publisher: r.info["company"], Created: r.created}
	if author := r.info["author"]; author != "" {
		about.Authors = []string{author}
	}
	return paper.Paper{Paragraphs: r.paragraphs, About: about}.Article()
}

// stamp is a time that is being read, from \yr2023\mo3\dy14\hr9\min12.
type stamp struct{ year, month, day, hour, minute int }

func (s *stamp) set(word string, n int) {
	switch word {
	case "yr":
		s.year = n
	case "mo":
		s.month = n
	case "dy":
		s.day = n
	case "hr":
		s.hour = n
	case "min":
		s.minute = n
	}
}

func (s stamp) time() article.Time {
	if s.year < 1980 || s.month < 1 || s.month > 12 || s.day < 1 || s.day > 31 {
		return article.Time{}
	}
	return article.Time{At: time.Date(s.year, time.Month(s.month), s.day, s.hour, s.minute, 0, 0, time.UTC), Precision: article.Minute}
}

// symbols are the control words that stand for a character.
var symbols = map[string]string{
	"line": "\n", "tab": " ", "cell": "\n\n", "row": "\n\n", "emdash": "—", "endash": "–", "bullet": "•",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\u00a0", "_": "-",
}

// left lists destinations that are no text of the document.
var left = func() map[string]bool {
	left := map[string]bool{}
	for word := range strings.FieldsSeq(`fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object header headerl
		headerr headerf footer footerl footerr footerf footnote annotation atnid atnauthor atndate atnicn comment themedata colorschememapping
		latentstyles datastore xmlnstbl fldinst bkmkstart bkmkend nonshppict filetbl revtbl template operator keywords subject doccomm category
		manager hlinkbase password userprops upr listtext pntext xe tc`) {
		left[word] = true
	}
	return left
}()
