package said

import (
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
)

// Shares of dates that are right, on the marked articles.
const (
	byWords   = 0.92
	byClause  = 0.9
	byMeeting = 0.75
)

// setDate sets the date: what the words for the time of the saying mean, else
// the day on which the clause of the cue hangs, else that of the meeting at
// which it was said. The day of publication stands in with a precision of its
// own, “published”: the statement was made by then.
func (m *maker) setDate(st *said) {
	if d, rule, sure := m.dateOf(st); rule != "" {
		st.Date, st.DatePrecision, st.DateText = d.Value, string(d.Precision), m.Article.Slice(d.Span)
		st.decide("date", rule, sure)
		return
	}
	for _, met := range m.Meetings {
		if met.ID == st.Meeting && met.Date != "" {
			st.Date, st.DatePrecision, st.DateText = met.Date, met.DatePrecision, met.DateText
			st.decide("date", "date of the meeting", byMeeting)
			return
		}
	}
	if published := m.Article.Published.Day(); !published.IsZero() {
		st.Date, st.DatePrecision = published.Format(time.DateOnly), "published"
	}
}

// dateOf returns the date that the sentence gives the saying, and by which rule;
// none where the rule is "". What is still to come is no date of what was said.
func (m *maker) dateOf(st *said) (dates.Date, string, float64) {
	for _, words := range st.frame.Parts(document.When) {
		if d, ok := dates.In(m.Dates, m.Document, words); ok && !m.toCome(d) {
			return d, "words for the time of saying", byWords
		}
	}
	if days := m.days(st); len(days) > 0 {
		for _, d := range m.Dates {
			if slices.ContainsFunc(days, d.Overlaps) && !m.toCome(d) {
				return d, "day on which the clause hangs", byClause
			}
		}
	}
	return dates.Date{}, "", 0
}

// toCome says whether a date lies after the day of publication.
func (m *maker) toCome(d dates.Date) bool {
	published := m.Article.Published.Day()
	return !published.IsZero() && d.Day.After(published)
}

// days returns the words before “when” where the clause of the cue tells what
// was then: “on Friday, when she said”.
func (m *maker) days(st *said) (days []article.Span) {
	for c := st.cue; c.OK(); c = c.Up() {
		for _, when := range c.Children("advmod") {
			before := when.Next(-1)
			if before.Is("PUNCT") {
				before = before.Next(-1)
			}
			if when.Lower() == "when" && before.OK() {
				days = append(days, m.Words[before.Word].Span)
			}
		}
	}
	return days
}
