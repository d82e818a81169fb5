package resolve

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
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
	case verb >= 0 && (r.under(cue, verb) || r.meanwhile(verb, cue)):
		return 1
	case verb >= 0 && r.Syntax[verb].Relation == "acl:relcl": // “Jane Doe, who left on Friday, said”
		return 3
	case between <= 4 || verb < 0:
		return 2
	}
	return 3
}

// meanwhile says whether a verb tells what happened at the time of another: “as
// they left on Friday”.
func (r *resolver) meanwhile(verb, cue int) bool {
	return r.Syntax[verb].Head == cue && universal(r.Syntax[verb].Relation) == "advcl" && slices.ContainsFunc(r.children(verb, "mark", "advmod"), func(t int) bool {
		return slices.Contains([]string{"as", "when", "while"}, strings.ToLower(r.Tokens[t].Text))
	})
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

// setDate sets the date: the one that the sentence gives outside the content,
// else the meeting's. The day of publication stands in with a precision of its
// own, “published”: the statement was made by then.
func (r *resolver) setDate(st *said, meetings []*meeting) {
	d, rule, confidence := r.whenSaid(st, meetings)
	switch {
	case rule != "":
		st.decide("date", rule, confidence)
		r.lastDated = datedStatement{r.turn(st), st.index, d}
		st.Date, st.DatePrecision, st.DateText = d.value, d.precision, r.Article.Slice(d.Span)
	case !r.Article.Published.IsZero():
		st.Date, st.DatePrecision = r.Article.Published.Format(time.DateOnly), "published"
	}
}

// whenSaid returns the date of a statement and the rule that says so, "" where
// the article doesn't tell.
func (r *resolver) whenSaid(st *said, meetings []*meeting) (d dated, rule string, confidence float64) {
	if d, found := r.dateOf(st); found {
		return d, "date in the sentence", byVerb
	}
	for _, m := range meetings {
		if m.id() == st.Meeting && m.date.value != "" {
			return m.date, "date of the meeting", byVerb
		}
	}
	if d, found := r.dateOfEvent(st); found {
		return d, "date of the event that it was said at", byPart
	}
	if last := r.lastDated; last.speaker != nil && last.speaker == r.turn(st) && r.goesOn(last.index, st.index) {
		return last.dated, "date of what the speaker said just before", byPart
	}
	return dated{}, "", 0
}

// turn returns who speaks on behind a statement: who is asked, as in “asked
// whether it knew, Berlin said”, else the speaker.
func (r *resolver) turn(st *said) *entity {
	if st.patient >= 0 && len(st.Addressees) > 0 {
		return r.entities[st.Addressees[0]]
	}
	return st.speaker
}

// eventsBack is how many sentences back the date of an event may stand.
const eventsBack = 5

// dateOfEvent returns the date that a sentence before gives the event which the
// statement's sentence names with “the”: “the debate”, “at the forum”.
func (r *resolver) dateOfEvent(st *said) (dated, bool) {
	s := r.Sentences[st.index]
	for i := s.First; i < s.Last; i++ {
		t := article.Span{Start: r.Tokens[i].Start, End: r.Tokens[i].End}
		noun := r.lemma(i)
		if !gazetteer.Is(gazetteer.Event, noun) || overlapsAny(t, st.Content) || !r.known(i) {
			continue
		}
		for back := st.index - 1; back >= max(0, st.index-eventsBack); back-- {
			if d, found := r.dateBeside(r.Sentences[back], noun); found {
				return d, true
			}
		}
	}
	return dated{}, false
}

// known says whether “the” or “that” stands with a noun or the one that it modifies.
func (r *resolver) known(noun int) bool {
	if head := r.Syntax[noun].Head; universal(r.Syntax[noun].Relation) == "compound" && head >= 0 {
		noun = head
	}
	return slices.ContainsFunc(r.children(noun, "det"), func(t int) bool {
		return slices.Contains([]string{"the", "that", "this"}, strings.ToLower(r.Tokens[t].Text))
	})
}

// dateBeside returns the date in a sentence that stands nearest to a noun.
func (r *resolver) dateBeside(s read.Sentence, noun string) (dated, bool) {
	for i := s.First; i < s.Last; i++ {
		if r.lemma(i) == noun {
			return r.nearestDate(s.Span, r.Tokens[i].Start)
		}
	}
	return dated{}, false
}

// datedStatement is a statement whose date is known, for what the speaker adds to it.
type datedStatement struct {
	speaker *entity
	index   int // of the sentence
	dated
}

// goesOn says whether a sentence stands in the paragraph of an earlier one, or
// begins the next.
func (r *resolver) goesOn(before, after int) bool {
	a, b := r.Sentences[before].Paragraph, r.Sentences[after].Paragraph
	return a == b || a+1 == b && after-before <= 2
}
