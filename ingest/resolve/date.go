package resolve

import (
	"slices"
	"sort"
	"strings"

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

// dateOf returns the date of a statement in its own sentence: the one that
// hangs from the verb of the cue, else from a verb that the cue's hangs from as
// in “defended it on Friday, saying”, else one that stands beside the cue's.
// Dates in what is said are none.
func (r *resolver) dateOf(st *said) (dated, bool) {
	const none = 3
	best, found := none, dated{}
	for _, d := range r.datesIn(r.Sentences[st.index].Span) {
		if overlapsAny(d.Span, st.Content) {
			continue
		}
		if rank := r.distance(d, st.verbAt); rank < best {
			best, found = rank, d
		}
	}
	return found, best < none
}

// distance returns how a date belongs to the verb of a cue: 0 where it hangs
// from it, 1 from one above it, 2 where it only stands near, 3 not at all.
func (r *resolver) distance(d dated, cue int) int {
	token := r.headIn(d.Span)
	verb := token
	for verb >= 0 && (r.Syntax[verb].UPOS != "VERB" || verb == token || r.issued(verb)) {
		verb = r.Syntax[verb].Head // “in a ruling released on Friday” is dated as the ruling is
	}
	between := max(token-cue, cue-token)
	switch {
	case verb == cue, r.hangs(cue, token): // “on Friday, when they said”
		return 0
	case verb >= 0 && r.under(cue, verb):
		return 1
	case between <= 4 || verb < 0:
		return 2
	}
	return 3
}

// issued says whether a participle tells when words or figures came out.
func (r *resolver) issued(verb int) bool {
	return r.Syntax[verb].Relation == "acl" && slices.Contains([]string{
		"released", "published", "issued", "delivered", "given", "held", "posted", "aired", "broadcast", "conducted", "taken", "filed", "recorded", "written", "dated",
	}, strings.ToLower(r.Tokens[verb].Text))
}

// under says whether a verb completes, follows or explains another, at any depth.
func (r *resolver) under(verb, top int) bool {
	for verb >= 0 && verb != top {
		if relation := universal(r.Syntax[verb].Relation); relation == "acl" && strings.HasSuffix(r.Syntax[verb].Relation, "relcl") {
			return false
		}
		verb = r.Syntax[verb].Head
	}
	return verb == top
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
