// Package dates finds the expressions of time in a document and the days that
// they mean, by package when: read against the day of publication and the tense
// of the verb.
//
//	found := dates.Find(document)
//	date, ok := dates.In(found, document, words)
package dates

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// Date is an expression that means a date of the calendar.
type Date struct {
	article.Span
	Value     string // YYYY-MM-DD, of a week its Monday, YYYY-MM or YYYY
	Precision when.Precision
	Day       time.Time // the first that it means
}

// Times returns the expressions of time in a document, in order, with offsets in
// its article's text. They are read sentence by sentence, each against the
// tense of the verb that governs it and the dates before it.
func Times(d *document.Document) []when.Expression {
	var times []when.Expression
	context := &when.Context{Published: d.Article.Published.Day()}
	for _, s := range d.Sentences {
		context.Tense = func(start, end int) when.Tense {
			return tree.TenseOf(d, document.Range{First: d.WordAt(s.Start + start), Last: d.WordAt(s.Start+end-1) + 1})
		}
		context.Named = func(start, end int) bool {
			return named(d, article.Span{Start: s.Start + start, End: s.Start + end})
		}
		for _, e := range when.Find(d.Article.Slice(s.Span), context) {
			e.Start, e.End = e.Start+s.Start, e.End+s.Start
			times = append(times, e)
		}
	}
	return times
}

// Find returns the dates of a document in order. A length of time, a vague
// reference and a time of the day last spoken of are none.
func Find(d *document.Document) []Date {
	var found []Date
	for _, e := range Times(d) {
		span := article.Span{Start: e.Start, End: e.End}
		if e.Precision != "" && !e.Assumed {
			found = append(found, Date{span, e.Value(), e.Precision, e.Day})
		}
	}
	return found
}

// named says whether the words are part of the name of a person or a body, as
// in “June Carter” or “USA Today”.
func named(d *document.Document, s article.Span) bool {
	first := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].End > s.Start })
	return slices.ContainsFunc(d.Names[first:], func(n document.Name) bool {
		return n.Span.Overlaps(s) && (n.Kind == document.PER || n.Kind == document.ORG)
	})
}

// In returns the first and most precise of the dates that share words with the
// range; false where there is none.
func In(found []Date, d *document.Document, r document.Range) (best Date, ok bool) {
	if r.Last < len(d.Words) && tree.At(d, r.Last-1).Is("ADP") {
		r.Last++ // “on” stands for what it governs
	}
	span := d.SpanOf(r)
	for _, date := range found {
		if date.Overlaps(span) && (!ok || rank(date) < rank(best)) {
			best, ok = date, true
		}
	}
	return best, ok
}

// rank orders precisions, days first.
func rank(d Date) int {
	return slices.Index([]when.Precision{when.Day, when.Week, when.Month, when.Year}, d.Precision)
}

// Fits says whether a date may be that of something past, planned or hypothetical,
// published when it was: neither is a past event to come nor a planned one over.
// Anything else fits.
func Fits(d Date, status string, a *article.Article) bool {
	published := a.Published.Day()
	if published.IsZero() {
		return true
	}
	switch status {
	case "past":
		return !d.Day.After(published)
	case "planned":
		return !d.last().Before(published)
	}
	return true
}

// last returns the last day that a date means.
func (d Date) last() time.Time {
	switch d.Precision {
	case when.Week:
		return d.Day.AddDate(0, 0, 6)
	case when.Month:
		return d.Day.AddDate(0, 1, -1)
	case when.Year:
		return d.Day.AddDate(1, 0, -1)
	}
	return d.Day
}

// Ahead returns the day or month that a date means of which it is known that it is
// still to come, where the tense of its clause had it pass: “called for talks on
// Monday”. A date with figures, or one that says more, stays.
func Ahead(d Date, a *article.Article) Date {
	published := a.Published.Day()
	words := strings.ToLower(a.Slice(d.Span))
	if published.IsZero() || strings.ContainsAny(words, "0123456789") || lastly.MatchString(words) {
		return d
	}
	gone := published.Sub(d.Day)
	switch {
	case d.Precision == when.Day && strings.Contains(words, strings.ToLower(d.Day.Weekday().String())) && 0 < gone && gone < 7*24*time.Hour:
		d.Day = d.Day.AddDate(0, 0, 7)
		d.Value = d.Day.Format(time.DateOnly)
	case d.Precision == when.Month && strings.Contains(words, strings.ToLower(d.Day.Month().String())) && d.Day.AddDate(0, 1, 0).Before(published) && d.Day.AddDate(1, 0, 0).After(published):
		d.Day = d.Day.AddDate(1, 0, 0)
		d.Value = d.Day.Format("2006-01")
	}
	return d
}

// lastly matches words for what is over.
var lastly = regexp.MustCompile(`\b(last|past|previous|earlier)\b`)
