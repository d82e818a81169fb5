package resolve

import (
	"sort"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// Times returns the expressions of time in a document, in order, with offsets in
// its article's text. They are read sentence by sentence, each against the
// tense of the verb that governs it and the dates before it.
func Times(d *read.Document) []when.Expression {
	var times []when.Expression
	context := &when.Context{Published: d.Article.Published}
	for _, s := range d.Sentences {
		context.Tense = func(start, end int) when.Tense {
			return clause{d, s}.tense(d.TokenAt(s.Start+start), d.TokenAt(s.Start+end-1)+1)
		}
		for _, e := range when.Find(d.Article.Slice(s.Span), context) {
			e.Start, e.End = e.Start+s.Start, e.End+s.Start
			times = append(times, e)
		}
	}
	return times
}

// findDates keeps the expressions that mean a date of the calendar; a length of
// time or a vague reference does not.
func (r *resolver) findDates() {
	for _, e := range Times(r.Document) {
		if e.Precision != "" {
			r.dates = append(r.dates, dated{article.Span{Start: e.Start, End: e.End}, e.Value(), string(e.Precision), e.Day})
		}
	}
}

// dateOf returns the first date of the sentence of a statement that is neither
// in what is said nor in a clause about something else, as in “Doe, who left on
// Friday, said”.
func (r *resolver) dateOf(st *said) (dated, bool) {
	for _, d := range r.datesIn(r.Sentences[st.index].Span) {
		if !overlapsAny(d.Span, st.Content) && !r.aside(r.headIn(d.Span), st.verbAt) {
			return d, true
		}
	}
	return dated{}, false
}

// aside says whether a token stands in a relative clause in which another
// doesn't stand.
func (r *resolver) aside(token, other int) bool {
	for ; token >= 0; token = r.Syntax[token].Head {
		if universal(r.Syntax[token].Relation) == "acl" && !r.hangs(other, token) {
			return true
		}
	}
	return false
}

// nearestDate returns the date inside the span that stands nearest to an offset.
func (r *resolver) nearestDate(s article.Span, at int) (nearest dated, found bool) {
	best := 0
	for _, d := range r.datesIn(s) {
		if distance := max(d.Start-at, at-d.End); !found || distance < best {
			nearest, best, found = d, distance, true
		}
	}
	return nearest, found
}

func overlapsAny(s article.Span, others []article.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}

// datesIn returns the dates inside the span.
func (r *resolver) datesIn(s article.Span) []dated {
	first := sort.Search(len(r.dates), func(i int) bool { return r.dates[i].Start >= s.Start })
	last := first
	for last < len(r.dates) && r.dates[last].End <= s.End {
		last++
	}
	return r.dates[first:last]
}
