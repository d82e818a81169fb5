package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// guest is the role of whom somebody receives: a person, since one may host or
// welcome a decision too.
const guest = "visitor"

// take adds those whom a noun phrase means to the participants.
func (m *meetings) take(found *meeting, token int, role string) {
	if token < 0 {
		return
	}
	of := m.phraseAt(m.phrase(token))
	if gazetteer.Is(gazetteer.Document, m.lemma(token)) {
		return // what is welcomed with them are not their authors
	}
	if len(of.entities) == 0 && m.plural(token) {
		of = meant("the ones who met before", byGroup, m.pair()...)
	}
	for _, e := range of.entities {
		known := slices.ContainsFunc(found.participants, func(p participant) bool { return p.entity == e })
		if e.label == graph.Place || known || role == guest && e.label != graph.Person {
			continue
		}
		found.participants = append(found.participants, participant{e, role})
		found.decide("participant", of.rule, of.confidence)
		found.confidence = min(found.confidence, of.confidence)
	}
	if len(of.entities) > 0 {
		m.other = nil
	}
}

func (m *meeting) decide(what, rule string, confidence float64) {
	m.decisions = append(m.decisions, decision(what, rule, confidence))
}

// plural says whether a noun phrase means the two or more who met before: “the
// two leaders”, “they”, “both men”, “the pair”.
func (m *meetings) plural(token int) bool {
	if slices.Contains([]string{"they", "them", "both", "pair", "duo", "two", "sides"}, strings.ToLower(m.Words[token].Text)) {
		return true
	}
	return slices.ContainsFunc(m.children(token, "nummod", "det"), func(t int) bool {
		return slices.Contains([]string{"two", "both", "three"}, strings.ToLower(m.Words[t].Text))
	})
}

// pair returns those who met last.
func (m *meetings) pair() (of []*entity) {
	if len(m.found) > 0 {
		for _, p := range m.found[len(m.found)-1].participants {
			of = append(of, p.entity)
		}
	}
	return of
}

// byVerb adds who takes part by the subject and the objects of a verb.
func (m *meetings) byVerb(found *meeting, token int, kind string) {
	subjectRole, objectRole := "participant", "participant"
	switch kind {
	case "host":
		subjectRole, objectRole = "host", guest
	case "visit":
		subjectRole, objectRole = "participant", "host"
	}
	passive := len(m.children(token, "aux")) > 0 && slices.ContainsFunc(m.children(token, "nsubj"), func(t int) bool { return m.Words[t].Relation == "nsubj:pass" })
	if passive {
		subjectRole, objectRole = objectRole, subjectRole
	}
	var with []int
	for _, t := range m.children(token, "obl") {
		if p := m.preposition(t); p == "with" || passive && p == "by" {
			with = append(with, t)
		}
	}
	if kind == "talk" && len(with) == 0 {
		to, phone := m.byPhone(token)
		if !phone {
			return
		}
		with = to
	}
	if kind == "visit" {
		found.place = m.located(token, "obj", "obl")
	}
	m.take(found, m.subjectOf(token), subjectRole)
	if n := len(found.participants); n > 0 {
		m.other = found.participants[n-1].entity // who meets does not meet himself
	}
	if kind != "talk" {
		with = append(m.children(token, "obj", "iobj"), with...)
	}
	for _, t := range with {
		m.take(found, t, objectRole)
	}
	if next := m.nextName(token); len(with) == 0 && kind != "talk" && next.Len() > 0 {
		m.take(found, m.headIn(next), objectRole)
	}
	m.other = nil
}

// byPhone says whether somebody speaks by phone, and to whom.
func (m *meetings) byPhone(token int) (to []int, phone bool) {
	for _, t := range m.children(token, "obl", "advmod") {
		phone = phone || slices.Contains([]string{"phone", "telephone", "video", "videolink"}, m.lemma(t))
		if m.preposition(t) == "to" {
			to = append(to, t)
		}
	}
	return to, phone
}

// located returns the place or country that hangs from a token.
func (m *meetings) located(token int, relations ...string) *entity {
	for _, t := range m.children(token, relations...) {
		if found := m.mentionAt(t); found != nil && (found.entity.label == graph.Place || found.entity.label == graph.Country) {
			return found.entity
		}
	}
	return nil
}

// byNoun adds who takes part in a meeting that a noun names: behind “between”
// or “with”, before it as its owners, and the subject of the verb that it
// hangs from. It returns that verb, or the noun.
func (m *meetings) byNoun(found *meeting, token int, kind string) int {
	between, named := m.partners(token)
	governor := m.governor(token)
	if kind == "partner" && len(between) == 0 {
		m.saidAt(found, token, governor)
		return token
	}
	if kind == "visitnoun" {
		found.place = m.located(token, "nmod")
		if found.place == nil {
			return token
		}
	}
	for _, t := range m.children(token, "nmod") {
		if m.Words[t].Relation == "nmod:poss" || m.preposition(t) == "by" || m.preposition(t) == "of" && kind != "visitnoun" {
			m.take(found, t, "participant")
		}
	}
	for _, e := range named {
		found.participants = append(found.participants, participant{e, "participant"})
	}
	if kind == "noun" && len(between) == 0 && len(found.participants) == 0 && slices.Contains([]string{"after", "following", "at", "during"}, m.preposition(token)) {
		if subject := m.subjectOf(governor); governor != token && subject >= 0 && body(cmp.Or(m.phraseAt(m.phrase(subject)).one(), &entity{})) {
			m.take(found, subject, "participant") // “after a meeting, the Council said”
		}
	}
	if kind == "noun" && len(between) == 0 && len(found.participants) == 0 {
		m.saidAt(found, token, governor)
	}
	direct := m.preposition(token) == ""
	holds := governor != token && (kind == "press" || direct && (m.calledOff([]int{governor}) || slices.ContainsFunc(gazetteer.MeetingWords(m.lemma(governor)), func(w gazetteer.MeetingWord) bool { return w.Kind == "hold" })))
	joins := len(found.participants) == 0 && !slices.ContainsFunc(between, func(t int) bool { return m.preposition(t) == "between" })
	if governor != token && (holds || joins && len(between) > 0) {
		m.take(found, m.subjectOf(governor), m.holderRole(governor))
	}
	if n := len(found.participants); n > 0 {
		m.other = found.participants[n-1].entity
	}
	for _, t := range between {
		m.take(found, t, "participant")
	}
	m.other = nil
	if !holds {
		return token
	}
	return governor
}

// saidAt adds who says something to whom in or at a meeting: “told his
// counterpart at a meeting”, “in a call, she urged him”.
func (m *meetings) saidAt(found *meeting, token, governor int) {
	if !slices.Contains([]string{"at", "by", "during", "in", "over"}, m.preposition(token)) || governor == token {
		return
	}
	verb, known := gazetteer.FindVerb(m.Words[governor].Text)
	objects := m.children(governor, "obj", "iobj")
	if !known || verb.Frame == gazetteer.Clause || len(objects) == 0 {
		return
	}
	subject, object := m.subjectOf(governor), objects[0]
	if subject < 0 || m.Words[subject].Relation == "nsubj:pass" || len(m.phraseAt(m.phrase(object)).entities) == 0 {
		return
	}
	m.take(found, subject, "participant")
	m.take(found, object, "participant")
}

// holderRole returns the role of whom holds a meeting: it may be for others.
func (m *meetings) holderRole(governor int) string {
	if subject := m.subjectOf(governor); subject >= 0 && m.lemma(subject) == "mediator" {
		return "mediator"
	}
	if m.lemma(governor) == "host" {
		return "host"
	}
	return "participant"
}

// partners returns the nouns behind “between”, “with” or “among” that hang from
// a noun or stand behind it with its verb, and the names joined before it by
// hyphens, as in “US-China talks”.
func (m *meetings) partners(token int) (nouns []int, named []*entity) {
	for _, head := range []int{token, m.Words[token].Head} {
		if head < 0 {
			continue
		}
		for _, t := range m.children(head, "nmod", "obl") {
			if t > token && slices.Contains([]string{"between", "with", "among"}, m.preposition(t)) {
				nouns = append(nouns, t)
			}
		}
	}
	first := token
	for first > 0 && (m.Words[first-1].Text == "-" || m.mentionAt(first-1) != nil) {
		first--
	}
	for _, mention := range m.mentionsIn(article.Span{Start: m.Words[first].Start, End: m.Words[token].Start}) {
		joined := m.Article.Text[mention.End:min(len(m.Article.Text), mention.End+1)] == "-" || mention.Start > 0 && m.Article.Text[mention.Start-1] == '-'
		if joined && mention.entity.label != graph.Place {
			named = append(named, mention.entity)
		}
	}
	if len(named) < 2 {
		named = nil
	}
	return nouns, named
}

// governor returns the verb that a noun hangs from, or the noun.
func (m *meetings) governor(token int) int {
	head := m.Words[token].Head
	if head >= 0 && universal(m.Words[token].Relation) == "nmod" && gazetteer.Is(gazetteer.Stretch, m.lemma(head)) {
		token, head = head, m.Words[head].Head // “two days of talks”
	}
	if head >= 0 && m.Words[head].UPOS == "VERB" && slices.Contains([]string{"obj", "obl", "nsubj", "xcomp"}, universal(m.Words[token].Relation)) {
		return head
	}
	return token
}

// includes says whether all who take part in another meeting take part in this
// one, a country by somebody who holds an office of it.
func (m *meeting) includes(other *meeting) bool {
	return !slices.ContainsFunc(other.participants, func(p participant) bool { return !m.has(p.entity) && !m.represents(p.entity) })
}

func (m *meeting) represents(country *entity) bool {
	return slices.ContainsFunc(m.participants, func(p participant) bool {
		return slices.ContainsFunc(p.positions, func(q position) bool { return q.of == country })
	})
}

// join adds others who take part. A country goes when somebody comes who
// represents it.
func (m *meeting) join(others []participant) {
	for _, p := range others {
		if !m.has(p.entity) {
			m.participants = append(m.participants, p)
		}
	}
	m.participants = slices.DeleteFunc(m.participants, func(p participant) bool { return p.label == graph.Country && m.represents(p.entity) })
}

func (m *meeting) has(e *entity) bool {
	return slices.ContainsFunc(m.participants, func(p participant) bool { return p.entity == e })
}
