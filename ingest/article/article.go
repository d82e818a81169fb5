// Package article holds the text that everything else points into: an
// article's exact text, what is known of its publication, and its body.
//
// Inside ingest, spans are bytes of Article.Text. The facts count in Unicode
// code points, as the Web Annotation TextPositionSelector does; CodePoints
// converts.
package article

import "time"

// Span is a range of bytes of an article's text, end exclusive.
type Span struct{ Start, End int }

// Len returns the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains says whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Article is one news article.
type Article struct {
	ID        string // the canonical URL, else "sha256:" and the first 32 hex digits of the text's hash
	URL       string
	Headline  string
	Publisher string
	Author    string
	Language  string    // BCP 47, where known
	Published time.Time // the day of publication in UTC; zero where unknown
	Place     string    // the dateline's place, as written
	SHA256    string    // of Text
	Text      string    // exactly as it was read; valid UTF-8
	Head      Span      // the headline in Text; empty where it stands in front matter
	Body      Span      // Text without front matter, headline, byline, dateline and credits
}

// Slice returns the text that s covers.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }
