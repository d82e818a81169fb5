package resolve

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// setObject sets whom the statement is addressed to or aimed at, and its topics.
func (r *resolver) setObject(st *said, f *referrer) {
	st.Addressees, st.Targets, st.Topics = []string{}, []string{}, []string{}
	f.other = st.speaker
	if st.targets() && !r.pronounIt(st.object) {
		for _, e := range f.phraseAt(st.object).entities {
			if e != st.speaker {
				st.Targets = append(st.Targets, e.id)
			}
		}
	}
	r.setAddressees(st, f)
	if len(st.Targets) == 0 && (st.targets() || len(st.Addressees) == 0 && slices.Contains(aimed, st.Act)) {
		r.setAim(st)
	}
	f.other = nil
	r.setTopics(st)
}

// pronounIt says whether the words at s are “it”, which may stand for anything
// that is called something.
func (r *resolver) pronounIt(s article.Span) bool {
	return s.Len() > 0 && strings.EqualFold(r.Article.Slice(s), "it")
}

// aimed are acts against or for somebody who may be named within what is said:
// “rejected a Russian offer”, “threatened action against Iran”.
var aimed = []string{"REJECT", "THREATEN", "CRITICIZE", "SUPPORT", "PRAISE"}

// setAim takes for the target whose name hangs from the first noun or verb of
// the content.
func (r *resolver) setAim(st *said) {
	head := r.headIn(st.Content[0])
	for _, m := range r.mentionsIn(st.Content[0]) {
		name := r.headIn(m.Span)
		over := r.Words[name].Head
		near := name == head || over == head || over >= 0 && r.Words[over].Head == head
		if near && m.entity != st.speaker && m.entity.label != graph.Place {
			st.Targets = append(st.Targets, m.entity.id)
			return
		}
	}
}

// setAddressees takes those who stand where an addressee may: an article may
// tell of several, as in “told John Roe in an interview with CNN”.
func (r *resolver) setAddressees(st *said, f *referrer) {
	var spans []article.Span
	for _, place := range r.places(st) {
		found := f.phraseAt(place.at)
		fresh := slices.DeleteFunc(found.entities, func(e *entity) bool {
			return e == st.speaker || e.label == graph.Place || slices.Contains(st.Addressees, e.id)
		})
		if len(fresh) == 0 {
			continue
		}
		for _, e := range fresh {
			st.Addressees = append(st.Addressees, e.id)
		}
		spans = append(spans, place.at)
		st.decide("addressee", place.rule+", "+found.rule, found.confidence)
	}
	st.Spans.Addressee = r.spans(spans)
}

// place is where an addressee may stand, and the rule that says so.
type place struct {
	rule string
	at   article.Span
}

func (r *resolver) places(st *said) []place {
	object := st.object
	if st.targets() && st.verb.Frame != gazetteer.Thanked {
		object = article.Span{}
	}
	return []place{
		{"object of the verb", object},
		{"behind “to”", r.spokenTo(st.verbAt)},
		{"behind a letter, an interview and the like", r.documentTo(st.verbAt)},
		{"of the verb or document beside it", r.beside(st)},
		{"subject of what is demanded", r.demanded(st)},
	}
}

// objectSpan returns the words of the object of a verb that takes an addressee
// or a target; empty where it has none.
func (r *resolver) objectSpan(st *said) article.Span {
	if st.patient >= 0 {
		return r.phrase(st.patient) // “Berlin was told by Paris”
	}
	relations := []string{"iobj", "obj"}
	switch {
	case st.verb.Frame == "", r.callsFor(st) == "for":
		return article.Span{}
	case st.verb.Frame == gazetteer.Wish && r.asksTo(st): // “wants them to leave”
	case slices.Contains([]string{"PROMISE", "OFFER"}, st.verb.Act) && !st.verb.Frame.Object():
		relations = relations[:1] // “promised them to pay”
	case !st.verb.Frame.Object():
		return article.Span{}
	}
	for _, relation := range relations {
		if found := r.children(st.verbAt, relation); len(found) > 0 {
			return r.object(found[0])
		}
	}
	if !st.verb.Frame.Object() {
		return article.Span{}
	}
	for _, t := range r.children(st.verbAt, "obl") {
		if at := r.preposition(t); r.calls(st) && (at == "on" || at == "upon") || st.verb.Frame == gazetteer.Target && (at == "at" || at == "against") {
			return r.phrase(t)
		}
	}
	return r.nextName(st.verbAt)
}

// object returns the words of an object, with the name that stands behind it
// where the parser tears both apart.
func (r *resolver) object(token int) article.Span {
	s := r.phrase(token)
	next := r.WordAt(s.End)
	side := next == token+1 || next == token+2 && r.Words[token+1].Relation == "case" // “CNN's | Jane Doe”
	if m := r.personBehind(next); m != nil && side && !r.isSubject(m.Span) {
		s.End = m.End
	}
	return s
}

// personBehind returns the name of a person that stands at a token or behind up
// to two nouns, as in “show host Jane Doe”, nil where none does.
func (r *resolver) personBehind(token int) *mention {
	for at := token; at < min(token+3, len(r.Words)); at++ {
		if m := r.mentionAt(at); m != nil && m.entity.label == graph.Person && m.Start == r.Words[at].Start {
			return m
		}
		if !r.nominal(at, at+1) {
			break
		}
	}
	return nil
}

// nextName returns the name that stands right behind a verb and its
// preposition, with its title, whatever the parser makes of it; empty where
// none does.
func (r *resolver) nextName(verb int) article.Span {
	next := verb + 1
	for next < len(r.Words) && (r.Words[next].UPOS == "DET" || r.Words[next].Text == "on") {
		next++
	}
	begin := next
	for next < len(r.Words) {
		m := r.mentionAt(next)
		switch {
		case m == nil || m.Start != r.Words[next].Start:
			return article.Span{}
		case m.entity.label == graph.Person || next > begin:
			return article.Span{Start: r.Words[begin].Start, End: m.End}
		}
		behind := r.WordAt(m.End)
		if t := r.Words[min(behind, len(r.Words)-1)].Text; t == "'s" || t == "’s" {
			behind++ // “CNN's Jane Doe”
		}
		if person := r.personBehind(behind); person != nil {
			return article.Span{Start: r.Words[begin].Start, End: person.End}
		}
		_, titled := gazetteer.Title(document.Texts(r.Words[behind:min(behind+4, len(r.Words))]))
		switch {
		case titled > 0:
		case behind < len(r.Words) && r.Words[r.headIn(m.Span)].Head == behind && r.isPlural(behind):
			return article.Span{} // “Berlin residents”
		default:
			return m.Span
		}
		next = behind + titled
	}
	return article.Span{}
}

// preposition returns the first preposition of a noun phrase in lower case.
func (r *resolver) preposition(token int) string {
	if found := r.children(token, "case"); len(found) > 0 {
		return strings.ToLower(r.Words[found[0]].Text)
	}
	return ""
}

// spokenTo returns the words behind “to” and the like that hang from a verb of
// saying: “said to”, “wrote to”, “spoke with”, “demanded of”.
func (r *resolver) spokenTo(verb int) article.Span {
	if v, saying := gazetteer.FindVerb(r.Words[verb].Text); !saying || v.Frame == gazetteer.Target {
		return article.Span{}
	}
	lemma := r.lemma(verb)
	for _, t := range r.children(verb, "obl") {
		switch with := r.preposition(t); {
		case with == "to" && !gazetteer.Is(gazetteer.Topical, lemma),
			with == "with" && gazetteer.Is(gazetteer.TalkWith, lemma),
			(with == "of" || with == "from") && gazetteer.Is(gazetteer.AskOf, lemma),
			with == "before" && lemma == "testify":
			return r.phrase(t)
		}
	}
	if gazetteer.Is(gazetteer.AskOf, lemma) {
		for _, asked := range r.children(verb, "obj", "obl") {
			for _, t := range r.children(asked, "nmod") {
				if r.preposition(t) == "from" { // “demanded an apology from”
					return r.phrase(t)
				}
			}
		}
	}
	return article.Span{}
}

// within stand before that in which something is said.
var within = []string{"", "in", "during", "on", "at", "by", "via", "through", "over"}

// documentTo returns the words behind “to” or “with” that hang from a document
// or a conversation in which it is said: “in a letter to”, “in an interview with”.
func (r *resolver) documentTo(verb int) article.Span {
	for _, t := range r.children(verb, "obl", "obj") {
		if !slices.Contains(within, r.preposition(t)) || !r.exchange(t) {
			continue
		}
		if to := r.partner(t); to.Len() > 0 {
			return to
		}
	}
	return article.Span{}
}

// spoken are the acts of nouns behind whose “to” those stand who are spoken to:
// “issued a warning to”.
var spoken = []string{"REQUEST", "ORDER", "WARN", "THREATEN", "PROMISE", "OFFER", "INVITE", "APOLOGIZE", "THANK"}

func (r *resolver) exchange(noun int) bool {
	lemma := r.lemma(noun)
	if r.Words[noun].Relation == "obj" && slices.Contains(spoken, gazetteer.ActOf(lemma)) {
		return true
	}
	return gazetteer.Is(gazetteer.Document, lemma) || gazetteer.Is(gazetteer.Exchange, lemma) && r.preposition(noun) != ""
}

// partner returns the words behind “to” or “with” that hang from a noun, or
// from the verb whose object it is: “sent a letter to”, “sent them a letter”.
func (r *resolver) partner(noun int) article.Span {
	hang := r.children(noun, "nmod")
	for _, sent := range r.children(noun, "acl") {
		if r.passive(sent) {
			hang = append(hang, r.children(sent, "obl")...) // “a letter sent to”
		}
	}
	if verb := r.Words[noun].Head; verb >= 0 && r.Words[noun].Relation == "obj" {
		if found := r.children(verb, "iobj"); len(found) > 0 {
			return r.phrase(found[0])
		}
		hang = append(hang, r.children(verb, "obl")...)
	}
	for _, to := range hang {
		if with := r.preposition(to); with == "to" || with == "with" {
			return r.phrase(to)
		}
	}
	if next := r.WordAt(r.Words[noun].End); next < len(r.Words) && slices.Contains([]string{"to", "with"}, r.Words[next].Text) {
		return r.nextName(next)
	}
	return article.Span{}
}

// beside returns to whom the verb or the document speaks that stands beside the
// cue: “replied to them, saying”, “a letter to them demanding”, “speaking to
// them, she said”.
func (r *resolver) beside(st *said) article.Span {
	for _, verb := range r.children(st.verbAt, "advcl") {
		if to := r.spokenTo(verb); to.Len() > 0 && r.gerund(verb) {
			return to
		}
	}
	if r.Words[st.verbAt].UPOS == "NOUN" && r.exchange(st.verbAt) {
		return r.partner(st.verbAt) // “issued a warning to”
	}
	over := r.Words[st.verbAt].Head
	if over < 0 {
		return article.Span{}
	}
	switch relation := universal(r.Words[st.verbAt].Relation); {
	case relation == "acl" && r.gerund(st.verbAt) && r.exchange(over):
		return r.partner(over)
	case relation != "advcl" && relation != "xcomp":
	case r.Words[max(0, st.verbAt-1)].Text == "to" && gazetteer.Is(gazetteer.Contact, r.lemma(over)):
		if found := r.children(over, "obj"); len(found) > 0 {
			return r.object(found[0]) // “phoned them to say”
		}
	case r.gerund(st.verbAt):
		if to := r.spokenTo(over); to.Len() > 0 {
			return to
		}
		return r.documentTo(over)
	}
	return article.Span{}
}

func (r *resolver) gerund(verb int) bool {
	return strings.HasSuffix(strings.ToLower(r.Words[verb].Text), "ing")
}

// demanded returns the subject of a demanded clause: it is the one of whom it
// is demanded. Before an infinitive parsers make it an object.
func (r *resolver) demanded(st *said) article.Span {
	if st.Act != "REQUEST" || st.verb.Frame != gazetteer.Clause && st.verb.Frame != gazetteer.Call {
		return article.Span{}
	}
	for _, clause := range r.children(st.verbAt, "ccomp", "xcomp", "acl") {
		if found := r.children(clause, "nsubj"); len(found) > 0 {
			return r.phrase(found[0])
		}
		for _, t := range r.children(st.verbAt, "obj", "obl") {
			if t > st.verbAt && t < clause {
				return r.phrase(t)
			}
		}
	}
	return article.Span{}
}
