package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// meeting is a meeting: of at least two, or a press conference of one.
type meeting struct {
	participants []participant
	place        *entity
	date         dated
	mode, status string
	triggers     []article.Span
	sentences    []article.Span
	decisions    []facts.Decision
	confidence   float64
}

type participant struct {
	*entity
	role string // participant, host, visitor
}

// meetings finds the meetings of an article in the order of the text.
type meetings struct {
	*referrer
	found []*meeting
}

// findMeetings finds the meetings, each once however often it is told.
func (r *resolver) findMeetings() []*meeting {
	m := &meetings{referrer: &referrer{resolver: r}}
	for _, s := range r.Sentences {
		for t := s.First; t < s.Last; t++ {
			for _, word := range gazetteer.MeetingWords(r.meetingLemma(t)) {
				if found := m.told(t, word); found != nil {
					m.add(found)
					break
				}
			}
		}
	}
	return m.found
}

// meetingLemma returns the lemma by which a token may tell of a meeting. One
// talk is a lecture, several are a meeting.
func (r *resolver) meetingLemma(token int) string {
	switch word := strings.ToLower(r.Tokens[token].Text); {
	case word == "talks" && r.Syntax[token].UPOS != "VERB":
		return word
	case word == "talk" && r.Syntax[token].UPOS == "NOUN":
		return ""
	}
	return r.lemma(token)
}

// told returns the meeting that a token tells of, nil where it tells of none:
// where fewer than two take part whom the graph can name, or in a quotation.
func (m *meetings) told(token int, word gazetteer.MeetingWord) *meeting {
	if word.Kind == "hold" {
		return nil // tells of a meeting with its noun alone
	}
	verb := m.Syntax[token].UPOS == "VERB"
	t := m.Tokens[token]
	at := article.Span{Start: t.Start, End: t.End}
	if verb != slices.Contains(gazetteer.MeetingVerbs, word.Kind) || overlapsAny(at, m.quotesIn(m.Sentences[m.SentenceAt(t.Start)].Span)) {
		return nil
	}
	found := &meeting{mode: word.Mode, triggers: []article.Span{at}, sentences: []article.Span{m.Sentences[m.SentenceAt(t.Start)].Span}, confidence: 1}
	governor := token
	if verb {
		m.byVerb(found, token, word.Kind)
	} else {
		governor = m.byNoun(found, token, word.Kind)
	}
	if len(found.participants) == 0 || len(found.participants) == 1 && !m.suffices(found, token, word.Kind) {
		return nil
	}
	if governor != token {
		found.triggers[0] = m.covering(governor, token)
	}
	found.mode = m.modeOf(found.mode, token, governor)
	found.status = m.statusOf(token, governor)
	m.setPlaceAndDate(found, token, word.Kind)
	found.decide("meeting", map[bool]string{true: "verb", false: "noun"}[verb]+" of meeting", byVerb)
	return found
}

// suffices says whether one participant makes a meeting: one who faces the
// press, visits a country, or a body that convenes.
func (m *meetings) suffices(found *meeting, token int, kind string) bool {
	switch kind {
	case "press":
		return m.hasChild(token, "press", "news", "joint")
	case "visit", "visitnoun":
		return found.place != nil && found.participants[0].entity != found.place
	case "verb", "noun":
		return found.participants[0].label == graph.Organization && m.lemma(token) != "phone" && len(m.children(token, "obj")) == 0
	}
	return false
}

func (m *meetings) hasChild(token int, words ...string) bool {
	return slices.ContainsFunc(m.children(token, "compound", "amod"), func(t int) bool { return slices.Contains(words, strings.ToLower(m.Tokens[t].Text)) })
}

// guest is the role of whom somebody receives: a person, since one may host or
// welcome a decision too.
const guest = "visitor"

// take adds those whom a noun phrase means to the participants.
func (m *meetings) take(found *meeting, token int, role string) {
	if token < 0 {
		return
	}
	of := m.phraseAt(m.phrase(token))
	if slices.Contains(documents, m.lemma(token)) {
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
	if slices.Contains([]string{"they", "them", "both", "pair", "duo", "two", "sides"}, strings.ToLower(m.Tokens[token].Text)) {
		return true
	}
	return slices.ContainsFunc(m.children(token, "nummod", "det"), func(t int) bool {
		return slices.Contains([]string{"two", "both", "three"}, strings.ToLower(m.Tokens[t].Text))
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
	passive := len(m.children(token, "aux")) > 0 && slices.ContainsFunc(m.children(token, "nsubj"), func(t int) bool { return m.Syntax[t].Relation == "nsubj:pass" })
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
		return token
	}
	if kind == "visitnoun" {
		found.place = m.located(token, "nmod")
		if found.place == nil {
			return token
		}
	}
	for _, t := range m.children(token, "nmod") {
		if m.Syntax[t].Relation == "nmod:poss" || m.preposition(t) == "by" || m.preposition(t) == "of" && kind != "visitnoun" {
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
	holds := governor != token && (kind == "press" || m.calledOff([]int{governor})) || governor != token && slices.ContainsFunc(gazetteer.MeetingWords(m.lemma(governor)), func(w gazetteer.MeetingWord) bool { return w.Kind == "hold" })
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
	for _, head := range []int{token, m.Syntax[token].Head} {
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
	for first > 0 && (m.Tokens[first-1].Text == "-" || m.mentionAt(first-1) != nil) {
		first--
	}
	for _, mention := range m.mentionsIn(article.Span{Start: m.Tokens[first].Start, End: m.Tokens[token].Start}) {
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

// stretches are nouns that measure talks.
var stretches = []string{"minute", "hour", "day", "week", "month", "year", "round", "series"}

// governor returns the verb that a noun hangs from, or the noun.
func (m *meetings) governor(token int) int {
	head := m.Syntax[token].Head
	if head >= 0 && universal(m.Syntax[token].Relation) == "nmod" && slices.Contains(stretches, m.lemma(head)) {
		token, head = head, m.Syntax[head].Head // “two days of talks”
	}
	if head >= 0 && m.Syntax[head].UPOS == "VERB" && slices.Contains([]string{"obj", "obl", "nsubj", "xcomp"}, universal(m.Syntax[token].Relation)) {
		return head
	}
	return token
}

// covering returns the span from one token to another, in either order.
func (m *meetings) covering(a, b int) article.Span {
	return article.Span{Start: m.Tokens[min(a, b)].Start, End: m.Tokens[max(a, b)].End}
}

// setPlaceAndDate sets where and when, by what stands nearest to the trigger.
func (m *meetings) setPlaceAndDate(found *meeting, token int, kind string) {
	s := m.Sentences[m.SentenceAt(m.Tokens[token].Start)]
	if found.place == nil {
		found.place = m.meetingPlace(s.Span, m.Tokens[token].Start, found)
	}
	if d, ok := m.nearestDate(s.Span, m.Tokens[token].Start); ok {
		found.date = d
	}
	if kind == "visit" || kind == "visitnoun" {
		m.addHost(found)
	}
}

// addHost adds the country of a city that is visited to those who take part.
func (m *meetings) addHost(found *meeting) {
	if found.place == nil || found.place.label != graph.Place || found.place.code == "" {
		return
	}
	if e := m.entities[graph.EntityID(graph.Country, found.place.code)]; e != nil && !found.has(e) && !found.represents(e) {
		found.participants = append(found.participants, participant{e, "host"})
		found.decide("participant", "country of the city that is visited", byPart)
	}
}

// meetingPlace returns the place behind “in” or “at” that stands first behind
// the trigger, else last before it.
func (m *meetings) meetingPlace(s article.Span, trigger int, found *meeting) (before *entity) {
	for _, mention := range m.mentionsIn(s) {
		e := mention.entity
		takesPart := slices.ContainsFunc(found.participants, func(p participant) bool { return p.entity == e })
		located := e.label == graph.Place || e.label == graph.Country && !takesPart
		if !located || !slices.Contains([]string{"in", "at", "near", "outside"}, strings.ToLower(m.before(mention.Start))) {
			continue
		}
		if mention.Start > trigger {
			return e
		}
		before = e
	}
	return before
}

// add adds a meeting, or what it tells anew of one that was told before: the
// same people, or some of them, and nothing known of the one that the other denies.
func (m *meetings) add(told *meeting) {
	for _, old := range m.found {
		if !old.includes(told) && !told.includes(old) || !agree(old, told) {
			continue
		}
		old.join(told.participants)
		old.triggers, old.sentences = append(old.triggers, told.triggers...), append(old.sentences, told.sentences...)
		if old.place == nil {
			old.place = told.place
		}
		if old.date.value == "" {
			old.date = told.date
		}
		return
	}
	m.found = append(m.found, told)
}

// agree says whether two tellings may be of one meeting.
func agree(a, b *meeting) bool {
	return a.status == b.status && (a.date.value == "" || b.date.value == "" || a.date.value == b.date.value) &&
		(a.place == nil || b.place == nil || a.place == b.place)
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

func unique(entities []*entity) []*entity {
	var kept []*entity
	for _, e := range entities {
		if !slices.Contains(kept, e) {
			kept = append(kept, e)
		}
	}
	return kept
}

// id returns the meeting's id, the same in every article that tells of it.
func (m *meeting) id() string {
	var ids []string
	for _, p := range m.participants {
		ids = append(ids, p.id)
	}
	place := ""
	if m.place != nil {
		place = m.place.id
	}
	return graph.MeetingID(ids, place, m.date.value)
}

func (r *resolver) meetingFacts(m *meeting) facts.Meeting {
	f := facts.Meeting{
		ID: m.id(), Name: m.name(), Date: m.date.value, DatePrecision: m.date.precision,
		Mode: m.mode, Status: m.status, Confidence: min(m.confidence, byVerb), Decisions: m.decisions,
		Spans: facts.MeetingSpans{Trigger: r.spans(m.triggers), Sentence: r.spans(m.sentences)},
	}
	if m.date.value != "" {
		f.DateText = r.Article.Slice(m.date.Span)
	}
	if m.place != nil {
		f.Place = m.place.id
	}
	for _, p := range m.participants {
		f.Participants = append(f.Participants, facts.Participant{ID: p.id, Role: p.role})
	}
	return f
}

// name names the meeting for a reader: “Antony Blinken and Sergei Lavrov, Geneva”.
func (m *meeting) name() string {
	var names []string
	for _, p := range m.participants {
		names = append(names, p.name)
	}
	name := strings.Join(names, ", ")
	if n := len(names); n > 1 {
		name = strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	if m.place != nil {
		name += ", " + m.place.name
	}
	return name
}
