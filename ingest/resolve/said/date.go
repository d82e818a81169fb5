package said

import (
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// day is a date of a statement, with the words for it.
type day struct{ value, precision, text string }

// days are the rules for the date of a statement. What is still to come is no
// date of what was said.
var days = []rule.By[made, day]{
	{Rule: rule.Rule{Decides: "date", Name: "words for the time of saying", Example: "Norway said on Friday that it rained."}, Apply: made.byWords},
	{Rule: rule.Rule{Decides: "date", Name: "day on which the clause hangs", Example: "It ended on Friday, when Norway said so."}, Apply: made.byClause},
	{Rule: rule.Rule{Decides: "date", Name: "date of the meeting", Example: "Norway said so at a meeting held on Friday."}, Apply: made.byMeeting},
}

// setDate sets the date. The day of publication stands in with a precision of
// its own, “published”, where no rule tells: the statement was made by then.
func (m *maker) setDate(st *said) {
	if d, by, ok := rule.First(days, made{maker: m, st: st}); ok {
		st.Date, st.DatePrecision, st.DateText = d.value, d.precision, d.text
		st.decide(by)
	} else if published := m.Article.Published.Day(); !published.IsZero() {
		st.Date, st.DatePrecision = published.Format(time.DateOnly), "published"
	}
}

func (m *maker) day(d dates.Date) day {
	return day{d.Value, string(d.Precision), m.Article.Slice(d.Span)}
}

// byWords takes words of the cue's own sentence before those of others.
func (x made) byWords() (day, bool) {
	parts := x.st.frame.Parts(document.When)
	slices.SortStableFunc(parts, func(a, b document.Range) int { return one(x.elsewhere(a)) - one(x.elsewhere(b)) })
	for _, words := range parts {
		if d, ok := dates.In(x.Dates, x.Document, words); ok && !x.toCome(d) {
			return x.day(d), true
		}
	}
	return day{}, false
}

// elsewhere says whether words stand in another sentence than the cue.
func (x made) elsewhere(words document.Range) bool {
	return !x.Sentences[x.st.sentence].Range.Contains(words)
}

func (x made) byClause() (day, bool) {
	spans := x.daysBefore(x.st)
	for _, d := range x.Dates {
		if slices.ContainsFunc(spans, d.Overlaps) && !x.toCome(d) {
			return x.day(d), true
		}
	}
	return day{}, false
}

func (x made) byMeeting() (day, bool) {
	for _, met := range x.Meetings {
		if met.ID == x.st.Meeting && met.Date != "" {
			return day{met.Date, met.DatePrecision, met.DateText}, true
		}
	}
	return day{}, false
}

// toCome says whether a date lies after the day of publication.
func (m *maker) toCome(d dates.Date) bool {
	published := m.Article.Published.Day()
	return !published.IsZero() && d.Day.After(published)
}

// daysBefore returns the words before “when” where the clause of the cue tells what
// was then: “on Friday, when she said”.
func (m *maker) daysBefore(st *said) (days []article.Span) {
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
