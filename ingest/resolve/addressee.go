package resolve

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// setObject sets whom the statement is addressed to or aimed at, and its topics.
func (r *resolver) setObject(st *said, f *referrer) {
	st.Addressees, st.Targets, st.Topics = []string{}, []string{}, []string{}
	f.other = st.speaker
	if st.targets() {
		for _, e := range f.phraseAt(st.object).entities {
			st.Targets = append(st.Targets, e.id)
		}
	} else {
		r.setAddressees(st, f)
	}
	if len(st.Targets)+len(st.Addressees) == 0 && slices.Contains(aimed, st.Act) {
		r.setAim(st)
	}
	f.other = nil
	r.setTopics(st)
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
		over := r.Syntax[name].Head
		near := name == head || over == head || over >= 0 && r.Syntax[over].Head == head
		if near && m.entity != st.speaker && m.entity.label != graph.Place {
			st.Targets = append(st.Targets, m.entity.id)
			return
		}
	}
}

// setAddressees takes the first of the places where an addressee may stand in
// which somebody stands whom the graph can name.
func (r *resolver) setAddressees(st *said, f *referrer) {
	for _, place := range []struct {
		rule string
		at   article.Span
	}{
		{"object of the verb", st.object},
		{"behind “to”", r.spokenTo(st)},
		{"behind a letter, an interview and the like", r.documentTo(st)},
		{"subject of what is demanded", r.demanded(st)},
	} {
		found := f.phraseAt(place.at)
		for _, e := range found.entities {
			if e != st.speaker && e.label != graph.Place {
				st.Addressees = append(st.Addressees, e.id)
			}
		}
		if len(st.Addressees) > 0 {
			st.Spans.Addressee = r.spans([]article.Span{place.at})
			st.decide("addressee", place.rule+", "+found.rule, found.confidence)
			return
		}
	}
}

// objectSpan returns the words of the object of a verb that takes an addressee
// or a target; empty where it has none.
func (r *resolver) objectSpan(st *said) article.Span {
	switch st.verb.Frame {
	case "", gazetteer.Clause:
		return article.Span{}
	case gazetteer.Wish: // “wants them to leave”
		if found := r.children(st.verbAt, "obj"); len(found) > 0 && r.asksTo(st) {
			return r.object(found[0])
		}
		return article.Span{}
	case gazetteer.Call:
		if r.calls(st) && strings.EqualFold(r.Tokens[st.verbAt+1].Text, "for") {
			return article.Span{}
		}
	}
	for _, t := range r.children(st.verbAt, "nsubj") {
		if r.Syntax[t].Relation == "nsubj:pass" {
			return r.phrase(t) // “Berlin was told by Paris”
		}
	}
	for _, relations := range [][]string{{"iobj"}, {"obj"}} {
		if found := r.children(st.verbAt, relations...); len(found) > 0 {
			return r.object(found[0])
		}
	}
	for _, t := range r.children(st.verbAt, "obl") {
		if r.preposition(t) == "on" || r.preposition(t) == "upon" {
			return r.phrase(t)
		}
	}
	return r.nextName(st.verbAt)
}

// object returns the words of an object, with the name that stands right behind
// it where the parser tears both apart, as in “told host Jane Doe”.
func (r *resolver) object(token int) article.Span {
	s := r.phrase(token)
	if next := r.TokenAt(s.End); next < len(r.Tokens) {
		if m := r.mentionAt(next); m != nil && m.Start == r.Tokens[next].Start && m.entity.label == graph.Person {
			s.End = m.End
		}
	}
	return s
}

// nextName returns the name that stands right behind a verb and its
// preposition, with its title, whatever the parser makes of it; empty where
// none does.
func (r *resolver) nextName(verb int) article.Span {
	next := verb + 1
	for next < len(r.Tokens) && (r.Syntax[next].UPOS == "DET" || r.Tokens[next].Text == "on") {
		next++
	}
	begin := next
	for next < len(r.Tokens) {
		m := r.mentionAt(next)
		switch {
		case m == nil || m.Start != r.Tokens[next].Start:
			return article.Span{}
		case m.entity.label == graph.Person || next > begin:
			return article.Span{Start: r.Tokens[begin].Start, End: m.End}
		}
		behind := r.TokenAt(m.End)
		_, titled := gazetteer.Title(read.Words(r.Tokens[behind:min(behind+4, len(r.Tokens))]))
		if titled == 0 && behind+1 < len(r.Tokens) && r.nominal(behind, behind+1) { // “Fox News host Jane Doe”
			if person := r.mentionAt(behind + 1); person != nil && person.entity.label == graph.Person {
				titled = 1
			}
		}
		if titled == 0 {
			return m.Span
		}
		next = behind + titled
	}
	return article.Span{}
}

// preposition returns the first preposition of a noun phrase in lower case.
func (r *resolver) preposition(token int) string {
	if found := r.children(token, "case"); len(found) > 0 {
		return strings.ToLower(r.Tokens[found[0]].Text)
	}
	return ""
}

// spokenTo returns the words behind “to” that hang from the verb of the cue:
// “said to”, “wrote to”, “complained to”.
func (r *resolver) spokenTo(st *said) article.Span {
	for _, t := range r.children(st.verbAt, "obl") {
		switch with := r.preposition(t); {
		case with == "to" && st.verb.Lemma != "" && !gazetteer.Is(gazetteer.Topical, st.verb.Lemma), with == "with" && gazetteer.Is(gazetteer.TalkWith, r.lemma(st.verbAt)):
			return r.phrase(t)
		}
	}
	return article.Span{}
}

// documentTo returns the words behind “to” or “with” that hang from a document
// or a conversation in which it is said: “in a letter to”, “in an interview with”.
func (r *resolver) documentTo(st *said) article.Span {
	for _, t := range r.children(st.verbAt, "obl", "obj") {
		noun := r.lemma(t)
		if !gazetteer.Is(gazetteer.Document, noun) && !slices.Contains([]string{"email", "e-mail", "mail", "address", "conversation", "call", "plea", "text", "cable"}, noun) {
			continue
		}
		for _, to := range r.children(t, "nmod") {
			if with := r.preposition(to); with == "to" || with == "with" {
				return r.phrase(to)
			}
		}
		if next := r.TokenAt(r.Tokens[t].End); next < len(r.Tokens) && slices.Contains([]string{"to", "with"}, r.Tokens[next].Text) {
			return r.nextName(next)
		}
	}
	return article.Span{}
}

// demanded returns the subject of a demanded clause: it is the one of whom it
// is demanded.
func (r *resolver) demanded(st *said) article.Span {
	if st.verb.Frame != gazetteer.Clause || st.Act != "REQUEST" {
		return article.Span{}
	}
	for _, clause := range r.children(st.verbAt, "ccomp") {
		if found := r.children(clause, "nsubj"); len(found) > 0 {
			return r.phrase(found[0])
		}
	}
	return article.Span{}
}
