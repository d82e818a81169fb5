package resolve

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// Times returns the expressions of time in a document, in order, with offsets in
// its article's text. They are read sentence by sentence, each against the
// tense of the verb that governs it and the dates before it.
func Times(d *document.Document) []when.Expression {
	var times []when.Expression
	context := &when.Context{Published: d.Article.Published}
	for _, s := range d.Sentences {
		context.Tense = func(start, end int) when.Tense {
			return clause{d, s}.tense(d.WordAt(s.Start+start), d.WordAt(s.Start+end-1)+1)
		}
		context.Named = func(start, end int) bool {
			return ofName(d.NamesIn(s.Span), article.Span{Start: s.Start + start, End: s.Start + end})
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
		if s := (article.Span{Start: e.Start, End: e.End}); e.Precision != "" {
			r.dates = append(r.dates, dated{s, e.Value(), string(e.Precision), e.Day, e.Assumed})
		}
	}
}

// ofName says whether the words are part of the name of a person or a body, as
// in “June Osei” or “USA Today”.
func ofName(names []document.Name, s article.Span) bool {
	return slices.ContainsFunc(names, func(n document.Name) bool {
		return (n.Kind == document.ORG || n.Kind == document.PER) && n.Span.Overlaps(s)
	})
}

// dateOf returns the date of a statement in its own sentence: the one that
// hangs from the verb of the cue, else from a verb that the cue's hangs from as
// in “defended it on Friday, saying”, else one that stands beside the cue's.
func (r *resolver) dateOf(st *said) (dated, bool) {
	best, found := none, dated{}
	for _, d := range r.datesIn(r.Sentences[st.index].Span) {
		if rank := r.distance(d, st); rank < best && r.tells(d, st) && r.timely(d, rank, st) {
			best, found = rank, d
		}
	}
	return found, best < none
}

// tells says whether a date outside of the content tells when something was,
// rather than which thing is meant, or what somebody says.
func (r *resolver) tells(d dated, st *said) bool {
	return !d.assumed && !overlapsAny(d.Span, st.Content) && !r.quotedApart(d, st) && !r.bounds(d, st.verbAt) && !r.describes(d, st.verbAt) &&
		!r.ofSpeaker(d, st) && !r.untold(d, st)
}

func (r *resolver) clauseOf(st *said) clause { return clause{r.Document, r.Sentences[st.index]} }

// How a date belongs to the verb of a cue.
const (
	hanging = iota // it hangs from it
	above          // it hangs from a verb that the cue's hangs from
	beside         // it only stands near
	none
)

// distance returns how a date belongs to the verb of a statement's cue.
func (r *resolver) distance(d dated, st *said) int {
	cue, token, verb := st.verbAt, r.headIn(d.Span), r.verbOver(d)
	between := max(token-cue, cue-token)
	switch {
	case verb == cue, r.hangs(cue, token): // “on Friday, when they said”
		return hanging
	case verb >= 0 && (r.under(cue, verb, d) || r.meanwhile(verb, cue, d) || r.misplaced(d, verb, st)):
		return above
	case verb >= 0 && (r.Words[verb].Relation == "acl:relcl" || r.hangs(cue, verb)): // “Jane Doe, who left on Friday, said”
		return none
	case (between <= 4 || verb < 0) && !r.saidApart(d, st):
		return beside
	}
	return none
}

// verbOver returns the verb that a date hangs from, -1 where none is.
func (r *resolver) verbOver(d dated) int {
	token := r.headIn(d.Span)
	verb := token
	for verb >= 0 && (r.Words[verb].UPOS != "VERB" || verb == token || r.issued(verb)) {
		verb = r.Words[verb].Head // “in a ruling released on Friday” is dated as the ruling is
	}
	return verb
}

// misplaced says whether the parser hangs a date from a verb that it can't hang
// from: one of the content, though the date stands behind that, or one on the
// other side of the cue.
func (r *resolver) misplaced(d dated, verb int, st *said) bool {
	token := r.headIn(d.Span)
	last := st.Content[len(st.Content)-1]
	if r.Words[verb].Start >= st.Content[0].Start && r.Words[verb].End <= last.End {
		return d.precision != string(when.Year) && r.WordAt(d.Start)-r.WordAt(last.End) <= 1 && d.Start > last.End && st.verbAt < verb
	}
	return (verb < st.verbAt) != (token < st.verbAt) && !r.hangs(st.verbAt, verb)
}

// apart returns a test for spans that a date belongs to and the cue doesn't.
func apart(d dated, st *said) func(article.Span) bool {
	return func(s article.Span) bool { return s.Overlaps(d.Span) && !s.Overlaps(st.Cue[0]) }
}

// quotedApart says whether a date stands between quotation marks outside of
// which the cue is.
func (r *resolver) quotedApart(d dated, st *said) bool {
	return slices.ContainsFunc(r.Quotations, apart(d, st))
}

// saidApart says whether a date is part of what another statement says.
func (r *resolver) saidApart(d dated, st *said) bool {
	return slices.ContainsFunc(r.Attributions, func(a attribution) bool { return slices.ContainsFunc(a.Content, apart(d, st)) })
}

// bounds says whether a date only tells before or after when something is, as
// in “since 2014” or “before Friday’s vote”; “after Friday’s vote” is that day, and
// so is “since Friday’s vote, when they said”.
func (r *resolver) bounds(d dated, cue int) bool {
	bounding := []string{"before", "prior", "since", "until", "till", "ahead", "aside", "than"}
	token := r.headIn(d.Span)
	noun := r.Words[token].Head
	return r.preposition(token) == "after" || slices.Contains(bounding, r.preposition(token)) ||
		noun > token && slices.Contains(bounding, r.preposition(noun)) && !r.hangs(cue, noun)
}

// modified returns the noun of which a date tells which one is meant, where
// nothing is said or written that is meant, -1 for none: “a 2008 candidate”.
func (r *resolver) modified(d dated) int {
	token := r.headIn(d.Span)
	noun := r.Words[token].Head
	if noun < token || !slices.Contains([]string{"compound", "nummod", "amod", "nmod"}, universal(r.Words[token].Relation)) || r.occasion(noun) {
		return -1
	}
	return noun
}

// describes says whether a date tells no more than which thing is meant: “said
// of Tuesday’s vote” or “after the attack on Tuesday”, but not “lost in Tuesday’s
// vote” or “of the 2012 vote, when they said”.
func (r *resolver) describes(d dated, cue int) bool {
	token := r.headIn(d.Span)
	noun := r.Words[token].Head
	if noun >= 0 && noun < token && r.Words[noun].UPOS == "NOUN" && universal(r.Words[token].Relation) == "nmod" && !r.occasion(noun) {
		return !r.hangs(cue, noun) && slices.Contains([]string{"of", "about", "over", "against", "after", "following", "amid"}, r.preposition(noun))
	}
	if noun = r.modified(d); noun < 0 || r.hangs(cue, noun) {
		return false
	}
	at := r.preposition(noun)
	return d.vague() && at != "during" || slices.Contains([]string{"of", "about", "over", "against", "to", "for", "with"}, at)
}

// ofSpeaker says whether a month or year is told of who speaks: “said Jane Doe,
// chairwoman from 2014 to 2016”. Right behind the name it is of the verb, as in
// “Doe in March said”, whatever the parser says.
func (r *resolver) ofSpeaker(d dated, st *said) bool {
	date := r.headIn(d.Span)
	token := date
	for token >= 0 && r.Words[token].Head != st.verbAt {
		token = r.Words[token].Head
	}
	return d.vague() && token >= 0 && token < date && r.Words[date].Head != token && universal(r.Words[token].Relation) == "nsubj" && !r.occasion(token) &&
		st.speaker != nil && st.speaker.label == graph.Person
}

// occasion says whether a noun means words, or what people meet for.
func (r *resolver) occasion(noun int) bool {
	return r.event(noun) || gazetteer.Is(gazetteer.Document, r.lemma(noun))
}

// event says whether a noun means what people meet for.
func (r *resolver) event(noun int) bool {
	lemma := r.lemma(noun)
	return gazetteer.Is(gazetteer.Event, lemma) || gazetteer.Is(gazetteer.Exchange, lemma) || len(gazetteer.MeetingWords(lemma)) > 0
}

// untold says whether a statement is told of as made, and the date is still to come.
func (r *resolver) untold(d dated, st *said) bool {
	return r.toCome(d) && r.clauseOf(st).tenseOf(st.verbAt) != when.Future
}

// toCome says whether a date is behind the day of publication.
func (r *resolver) toCome(d dated) bool {
	if r.Article.Published.IsZero() {
		return false
	}
	return d.day.After(r.Article.Published) || strings.HasPrefix(strings.ToLower(r.Article.Slice(d.Span)), "later this")
}

// lately is how long ago a thing may have been said that the press says
// somebody “says” or “has said”.
const lately = 7 * 24 * time.Hour

// timely says whether the tense of a cue suits a date: what somebody “says”
// isn't long ago, and a day goes with “said” rather than “has said”. What stands
// in a document may be old: “the 2014 report says”.
func (r *resolver) timely(d dated, rank int, st *said) bool {
	c := r.clauseOf(st)
	if present := c.tenseOf(st.verbAt) == when.Present || c.child(st.verbAt, "aux", are) >= 0; !present || overlapsAny(d.Span, st.Source) {
		return true
	}
	return !r.Article.Published.After(d.end().Add(lately)) && (rank == hanging || c.child(st.verbAt, "aux", perfect) < 0)
}

// meanwhile says whether a verb tells what happened at the time of another: “as
// they left on Friday”.
func (r *resolver) meanwhile(verb, cue int, d dated) bool {
	return universal(r.Words[verb].Relation) == "advcl" && r.joinedBy(verb, "as", "when", "while") && r.under(cue, r.Words[verb].Head, d)
}

// issued says whether a participle tells when words or figures came out.
func (r *resolver) issued(verb int) bool {
	return r.Words[verb].Relation == "acl" && slices.Contains([]string{
		"released", "published", "issued", "delivered", "given", "held", "posted", "aired", "broadcast", "conducted", "taken", "filed", "recorded", "written", "dated",
	}, strings.ToLower(r.Words[verb].Text))
}

// under says whether a verb completes, follows or explains another one, from
// which a date hangs, at any depth and at the same time: no relative clause, none
// joined by “after” or “because”, and, behind a month or year, none with a
// subject of its own as in “Doe left in 2014, and Roe said”.
func (r *resolver) under(verb, top int, d dated) bool {
	for verb >= 0 && verb != top {
		relation := r.Words[verb].Relation
		switch {
		case relation == "acl:relcl" && !r.joinedBy(verb, "when", "where"), // “in a debate on Friday, when she said”
			universal(relation) == "advcl" && r.joinedBy(verb, "after", "although", "because", "before", "if", "since", "than", "though", "unless", "until"):
			return false
		case relation == "conj" && d.vague() && r.Words[top].Start < d.Start && d.End <= r.Words[verb].Start && len(r.children(verb, "nsubj")) > 0:
			return false
		}
		verb = r.Words[verb].Head
	}
	return verb == top
}

// joinedBy says whether one of the words joins a clause to what it hangs from.
func (r *resolver) joinedBy(verb int, words ...string) bool {
	return slices.ContainsFunc(r.children(verb, "mark", "advmod"), func(t int) bool { return slices.Contains(words, strings.ToLower(r.Words[t].Text)) })
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
		r.remember(st, d)
		st.Date, st.DatePrecision, st.DateText = d.value, d.precision, r.Article.Slice(d.Span)
	case !r.Article.Published.IsZero():
		st.Date, st.DatePrecision = r.Article.Published.Format(time.DateOnly), "published"
	}
}
