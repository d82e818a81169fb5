// Package article holds the text that everything else points into: an
// article's exact text, what is known of its publication, and its body.
//
// Inside ingest, spans are bytes of Article.Text. The facts count in Unicode
// code points, as the Web Annotation TextPositionSelector does; CodePoints
// converts.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Span is a range of bytes of an article's text, end exclusive.
type Span struct{ Start, End int }

// Len returns the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains says whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Article is one news article. What its source does not say is empty.
type Article struct {
	ID     string // the canonical URL, else "sha256:" and the first 32 hex digits of the text's hash
	URL    string // the canonical address, in the form that CanonicalURL gives
	SHA256 string // of Text
	Text   string // exactly as it was read; valid UTF-8
	Head   Span   // the headline in Text; empty where it stands elsewhere
	Body   Span   // Text without front matter, headline, byline, dateline and credits

	Headline string
	// Standfirst is the line or two below the headline that sum the article up.
	// Like the headline, it repeats what the body says, so that it is told apart
	// from Body and nothing is read of it: each statement counts once.
	Standfirst string
	Authors    []string // names as written; a byline that names several may be one of them
	Publisher  string
	Section    string // of the publication, such as World
	Language   string // BCP 47
	Place      string // the dateline's place, as written
	Published  Time
	Changed    Time // the last change that its publisher tells of

	// Yearless is the dateline's day where it gives no year: a day of the year 0.
	// It is zero for none.
	Yearless time.Time

	Urgency int // as agencies give it, from 1, the most urgent, to 9; 0 where it is not known

	Origin string         // what it was read from, for people: a file, an address, a place in an archive
	Kind   string         // the kind of source, by its name in the table of kinds
	Facts  *facts.Article // what is known of it already, where newsgraph wrote it; it need not be read
	Notes  []string       // what a person should know of the reading, such as a date that is not understood
}

// New returns an article of which only the text is known, all of it body.
func New(text string) *Article {
	sum := sha256.Sum256([]byte(text))
	a := &Article{Text: text, SHA256: hex.EncodeToString(sum[:]), Body: Span{0, len(text)}}
	a.SetURL("")
	return a
}

// SetURL sets the canonical address, "" for none, and the id that follows from it.
func (a *Article) SetURL(canonical string) {
	a.URL, a.ID = canonical, canonical
	if canonical == "" {
		a.ID = "sha256:" + a.SHA256[:32]
	}
}

// DateNear gives the dateline's day the year in which it is nearest to a time
// that is known otherwise, says so in a note, and takes it as the day of
// publication. It does nothing without such a day.
func (a *Article) DateNear(known Time, of string) {
	if a.Yearless.IsZero() || a.Published.Precision != Unknown || known.Precision == Unknown {
		return
	}
	years := []int{known.At.Year()}
	if known.Precision >= Month {
		years = append(years, known.At.Year()-1, known.At.Year()+1)
	}
	var nearest time.Time
	for _, year := range years {
		day := time.Date(year, a.Yearless.Month(), a.Yearless.Day(), 0, 0, 0, 0, time.UTC)
		if day.Day() == a.Yearless.Day() && (nearest.IsZero() || day.Sub(known.At).Abs() < nearest.Sub(known.At).Abs()) {
			nearest = day
		}
	}
	if !nearest.IsZero() {
		a.Published = OnDay(nearest)
		a.Notes = append(a.Notes, fmt.Sprintf("its dateline, %s, has no year: %d is taken, by %s", a.Yearless.Format("2 January"), nearest.Year(), of))
	}
}

// Slice returns the text that s covers.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }
