package resolve

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// whenSaid returns the date of a statement and the rule that says so, "" where
// the article doesn't tell.
func (r *resolver) whenSaid(st *said, meetings []*meeting) (d dated, rule string, confidence float64) {
	if d, found := r.dateOf(st); found {
		return d, "date in the sentence", byVerb
	}
	for _, m := range meetings {
		if m.id() == st.Meeting && m.date.value != "" && !r.untold(m.date, st) {
			return m.date, "date of the meeting", byVerb
		}
	}
	if d, found := r.dateOfEvent(st); found {
		return d, "date of the event that it was said at", byPart
	}
	if r.goesOn(st) {
		return r.lastDated.dated, "date of what the speaker said just before", byPart
	}
	if d, found := r.dateOfDeed(st); found {
		return d, "date of what the speaker did just before", byGroup
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
		t := article.Span{Start: r.Words[i].Start, End: r.Words[i].End}
		noun := r.lemma(i)
		if r.Words[i].UPOS == "VERB" || !r.event(i) || overlapsAny(t, st.Content) || !r.known(i) {
			continue
		}
		for back := st.index - 1; back >= max(0, st.index-eventsBack); back-- {
			if d, found := r.dateBeside(r.Sentences[back], noun); found && !r.untold(d, st) {
				return d, true
			}
		}
	}
	return dated{}, false
}

// known says whether “the” or “that” stands with a noun, the one that it
// modifies, or right before it.
func (r *resolver) known(noun int) bool {
	definite := func(t int) bool {
		return slices.Contains([]string{"the", "that", "this"}, strings.ToLower(r.Words[t].Text))
	}
	if noun > 0 && definite(noun-1) {
		return true
	}
	if head := r.Words[noun].Head; universal(r.Words[noun].Relation) == "compound" && head >= 0 {
		noun = head
	}
	return slices.ContainsFunc(r.children(noun, "det"), definite)
}

// dateBeside returns the date in a sentence that stands nearest to a noun,
// unless it tells of something else.
func (r *resolver) dateBeside(s document.Sentence, noun string) (dated, bool) {
	for i := s.First; i < s.Last; i++ {
		if r.lemma(i) == noun {
			d, found := r.nearestDate(s.Span, r.Words[i].Start)
			return d, found && !d.assumed && d.precision != string(when.Year) && r.modified(d) < 0 && !r.bounds(d, -1)
		}
	}
	return dated{}, false
}

// datedStatement is a statement whose date is known, for what the speaker adds to it.
type datedStatement struct {
	speaker *entity
	span    article.Span // of its cue and content
	dated
}

// remember keeps a statement and its date.
func (r *resolver) remember(st *said, d dated) {
	last := st.Content[len(st.Content)-1]
	r.lastDated = datedStatement{r.turn(st), article.Span{Start: st.Cue[0].Start, End: max(st.Cue[0].End, last.End)}, d}
}

// goesOn says whether a statement is what the speaker of the last one adds at
// once, before any other date is told: none that “had said” or “believes” it.
func (r *resolver) goesOn(st *said) bool {
	last := r.lastDated
	if last.speaker == nil || last.speaker != r.turn(st) || !r.timely(last.dated, beside, st) || r.hadBeen(st) || r.elsewhere(st) ||
		st.Act == "BELIEVE" && r.clauseOf(st).tenseOf(st.verbAt) == when.Present {
		return false
	}
	return r.closeBehind(st, last) && !slices.ContainsFunc(r.datesIn(article.Span{Start: last.span.End, End: r.Sentences[st.index].End}), func(d dated) bool {
		return d.value != last.value && (!d.vague() || last.vague()) && r.modified(d) < 0 && r.tells(d, st) && !r.saidApart(d, st)
	})
}

// closeBehind says whether a statement stands in the same paragraph as another,
// or begins the next; after one of some year, in the next sentence.
func (r *resolver) closeBehind(st *said, last datedStatement) bool {
	index := r.SentenceAt(last.span.End - 1)
	between := st.index - index
	year := last.precision == string(when.Year)
	if r.Sentences[st.index].Paragraph > r.Sentences[index].Paragraph {
		return between <= 2 && !year && r.Sentences[st.index].Paragraph == r.Sentences[index].Paragraph+1
	}
	return between <= 1 || between <= 4 && !year
}

// elsewhere says whether a statement is made on an occasion that hasn't been
// told of: “in an interview”.
func (r *resolver) elsewhere(st *said) bool {
	return slices.ContainsFunc(r.children(st.verbAt, "obl"), func(t int) bool {
		return t < st.verbAt && r.event(t) && slices.ContainsFunc(r.children(t, "det"), func(d int) bool { return strings.HasPrefix(strings.ToLower(r.Words[d].Text), "a") })
	})
}

// hadBeen says whether a statement was made before what is told: “had said”.
func (r *resolver) hadBeen(st *said) bool { return r.clauseOf(st).child(st.verbAt, "aux", had) >= 0 }

// dateOfDeed returns the date of what the speaker did in the sentence before:
// “On Friday, Doe joined them. “…,” she said.”
func (r *resolver) dateOfDeed(st *said) (dated, bool) {
	first := r.SentenceAt(min(st.Cue[0].Start, st.Content[0].Start))
	if first < 1 || st.speaker == nil || r.Sentences[first-1].Paragraph != r.Sentences[st.index].Paragraph ||
		r.clauseOf(st).tenseOf(st.verbAt) != when.Past || r.hadBeen(st) || r.elsewhere(st) {
		return dated{}, false
	}
	for _, d := range r.datesIn(r.Sentences[first-1].Span) {
		if r.tells(d, st) && !r.saidApart(d, st) && (!d.vague() || r.occasion(r.Words[r.headIn(d.Span)].Head)) && r.doer(r.verbOver(d)) == st.speaker {
			return d, true
		}
	}
	return dated{}, false
}

// doer returns who is the subject of the main verb of a sentence, where the verb
// is in the past and active.
func (r *resolver) doer(verb int) *entity {
	if verb < 0 || !slices.Contains([]string{"root", "conj", "parataxis"}, r.Words[verb].Relation) ||
		(clause{r.Document, r.Sentences[r.SentenceAt(r.Words[verb].Start)]}).tenseOf(verb) != when.Past {
		return nil
	}
	subject := r.subjectOf(verb)
	if subject < 0 || r.Words[subject].Relation != "nsubj" {
		return nil
	}
	if r.Words[subject].UPOS == "PRON" {
		e, _ := r.network(subject)
		return e
	}
	return (&referrer{resolver: r}).phraseAt(r.phrase(subject)).one()
}
