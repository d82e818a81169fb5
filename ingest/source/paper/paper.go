// Package paper makes articles of documents, which are paragraphs, headings
// among them, and what the file says of itself:
//
//	a, err := paper.Paper{Paragraphs: …, About: paper.About{Created: …}}.Article()
//
// The text is understood as plain text is, with its headline, byline and
// dateline; what it says goes before what the file says, since the properties
// of a file are often those of another or of the program that wrote it.
package paper

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/text"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Paper is a document.
type Paper struct {
	Paragraphs []Paragraph
	Authors    []string // that its form names, as a byline would
	About      About
	Notes      []string // what a person should know of its reading
}

// Paragraph is one of a document.
type Paragraph struct {
	Text     string
	Title    bool // that its form makes the title of a document, or a heading of the first level
	Subtitle bool // that its form makes what stands below the title
}

// About is what a file says of itself. What it does not say is empty.
type About struct {
	Headline   string
	Standfirst string
	Authors    []string
	Publisher  string
	Section    string
	Language   string // BCP 47
	URL        string // passed over where it is no address
	Published  article.Time
	Created    article.Time // stands in for Published, with a note
	Changed    article.Time // not that of the file, which its publisher does not tell of
}

// Article returns the article that the document is: its paragraphs with an
// empty line between each two.
func (p Paper) Article() (*article.Article, error) {
	whole, at := p.join()
	if strings.TrimSpace(whole) == "" {
		return nil, hint.Add(errors.New("has no text"), "it may hold pictures of words only, which a program for text recognition (OCR) can read")
	}
	a, err := parse(whole, at)
	if err != nil {
		return nil, err
	}
	if len(a.Authors) == 0 {
		a.Authors = persons(p.Authors)
	}
	p.About.complete(a)
	a.Notes = append(a.Notes, p.Notes...)
	return a, nil
}

// leading is how many paragraphs may stand before the title, such as that the
// text is for immediate release.
const leading = 4

// sentence matches what no title follows.
var sentence = regexp.MustCompile(`[.!?][”"’')]*$`)

// join returns the text, and where the title and what stands below it begin.
func (p Paper) join() (whole string, at top) {
	var b strings.Builder
	at, next, count, prose := top{-1, -1}, -1, 0, false
	for _, par := range p.Paragraphs {
		words := tidy(par.Text)
		if words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		switch {
		case par.Title && at.title < 0 && !prose && count <= leading:
			at.title, next = b.Len(), count+1
		case par.Subtitle && count == next && isStandfirst(words):
			at.below = b.Len()
		}
		prose = prose || !par.Title && sentence.MatchString(words)
		b.WriteString(words)
		count++
	}
	b.WriteString("\n")
	return b.String(), at
}

// top says where the title of a text and the standfirst begin, in bytes; -1 for none.
type top struct{ title, below int }

// isStandfirst says whether what stands below a title is no byline or date.
func isStandfirst(words string) bool {
	a, err := text.Parse(words + "\n\nText.")
	return err == nil && len(a.Authors) == 0 && a.Place == "" && a.Published.Precision == article.Unknown
}

// tidy returns text with a space between words, and its lines.
func tidy(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
}

// parse understands a text whose title and standfirst begin at bytes, or at none.
func parse(whole string, at top) (*article.Article, error) {
	if at.title < 0 {
		return text.Parse(whole)
	}
	before, err := text.Parse(whole[:at.title])
	if err != nil {
		return nil, err
	}
	headline, rest, _ := strings.Cut(whole[at.title:], "\n\n")
	standfirst := ""
	if at.below >= 0 {
		standfirst, rest, _ = strings.Cut(rest, "\n\n")
	}
	after, err := text.Parse(rest)
	if err != nil {
		return nil, err
	}
	a := article.New(whole)
	shift := len(whole) - len(after.Text) // which has no front matter
	a.Head = article.Span{Start: at.title, End: at.title + len(strings.TrimRight(headline, "\n"))}
	a.Body = article.Span{Start: shift + after.Body.Start, End: shift + after.Body.End}
	a.Headline, a.Standfirst = oneLine(headline), oneLine(standfirst)
	a.Authors, a.Place, a.Language = after.Authors, cmp.Or(after.Place, before.Place), after.Language
	a.Published, a.Changed, a.Yearless = after.Published, after.Changed, after.Yearless
	if a.Published.Precision == article.Unknown {
		a.Published = before.Published
	}
	a.Notes = after.Notes
	return a, nil
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// complete adds to an article what its text does not say.
func (m About) complete(a *article.Article) {
	a.Headline = cmp.Or(a.Headline, m.Headline)
	a.Standfirst = cmp.Or(a.Standfirst, m.Standfirst)
	a.Publisher, a.Section, a.Language = cmp.Or(a.Publisher, m.Publisher), cmp.Or(a.Section, m.Section), cmp.Or(a.Language, m.Language)
	if len(a.Authors) == 0 {
		a.Authors = persons(m.Authors)
	}
	if address, err := article.CanonicalURL(m.URL); err == nil && a.URL == "" {
		a.SetURL(address)
	}
	m.date(a)
}

const madeOn = "has no date in its text; the file says that it was made on"

// Undate takes from an article a date that is only that on which its file was made,
// for those who know of a better one.
func Undate(a *article.Article) {
	made := func(note string) bool { return strings.HasPrefix(note, madeOn) }
	if slices.ContainsFunc(a.Notes, made) {
		a.Notes, a.Published = slices.DeleteFunc(a.Notes, made), article.Time{}
	}
}

// date adds the dates.
func (m About) date(a *article.Article) {
	known := a.Published.Precision != article.Unknown
	switch {
	case known:
	case m.Published.Precision != article.Unknown:
		a.Published = m.Published
	case !a.Yearless.IsZero():
		a.DateNear(m.Created, "when its file was made")
	case m.Created.Precision != article.Unknown:
		a.Published = m.Created
		a.Notes = append(a.Notes, fmt.Sprintf(madeOn+" %s, which is taken", m.Created.Date()))
	}
	if a.Changed.Precision == article.Unknown && m.Changed.Date() > a.Published.Date() {
		a.Changed = m.Changed
	}
}
