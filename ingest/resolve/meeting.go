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
	venue        string // the words for the building
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
	switch word := strings.ToLower(r.Words[token].Text); {
	case word == "talks" && r.Words[token].UPOS != "VERB":
		return word
	case word == "talk" && r.Words[token].UPOS == "NOUN":
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
	verb := m.Words[token].UPOS == "VERB"
	t := m.Words[token]
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
	m.setPlaceAndDate(found, token, governor, word.Kind)
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
	return slices.ContainsFunc(m.children(token, "compound", "amod"), func(t int) bool { return slices.Contains(words, strings.ToLower(m.Words[t].Text)) })
}

// covering returns the span from one token to another, in either order.
func (m *meetings) covering(a, b int) article.Span {
	return article.Span{Start: m.Words[min(a, b)].Start, End: m.Words[max(a, b)].End}
}

// setPlaceAndDate sets where and when, by what hangs from the trigger or stands
// nearest to it.
func (m *meetings) setPlaceAndDate(found *meeting, token, governor int, kind string) {
	s := m.Sentences[m.SentenceAt(m.Words[token].Start)]
	if found.place == nil {
		found.place = m.meetingPlace(s.Span, token, found)
	}
	found.venue = m.venueOf(token, governor)
	found.date = m.meetingDate(s.Span, token, governor)
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

// meetingDate returns the date that hangs from the words for a meeting, else
// the one nearest to them.
func (m *meetings) meetingDate(s article.Span, token, governor int) dated {
	for _, d := range m.datesIn(s) {
		if head := m.Words[m.headIn(d.Span)].Head; head == governor || head == token {
			return d
		}
	}
	d, _ := m.nearestDate(s, m.Words[token].Start)
	return d
}

// venueOf returns the words for the building in which people meet: “at the
// White House”, “in a hotel”.
func (m *meetings) venueOf(token, governor int) string {
	for _, head := range []int{token, governor} {
		for _, t := range m.children(head, "obl", "nmod") {
			if !slices.Contains([]string{"at", "in", "inside"}, m.preposition(t)) || !m.isVenue(t) {
				continue
			}
			s := m.phrase(t)
			first, _ := m.tokens(s)
			if universal(m.Words[first].Relation) == "det" && first < t {
				first++
			}
			end := m.Words[t].End
			if name := m.mentionAt(t); name != nil {
				end = name.End
			}
			if of := m.children(t, "nmod"); len(of) > 0 && m.preposition(of[0]) == "of" && m.Words[t+1].Text == "of" {
				end = m.phrase(of[0]).End // “the Palace of Nations”
			}
			return m.Article.Text[m.Words[first].Start:end]
		}
	}
	return ""
}

// isVenue says whether a noun is that of a building, or ends a name that does.
func (m *meetings) isVenue(noun int) bool {
	last := noun
	if name := m.mentionAt(noun); name != nil {
		last = m.WordAt(name.End - 1)
	}
	return gazetteer.Is(gazetteer.Venue, m.lemma(noun)) || gazetteer.Is(gazetteer.Venue, strings.ToLower(m.Words[last].Text))
}

// meetingPlace returns the place behind “in” or “at” that stands first behind
// the trigger, else last before it, and not in another clause.
func (m *meetings) meetingPlace(s article.Span, token int, found *meeting) (before *entity) {
	for _, mention := range m.mentionsIn(s) {
		e := mention.entity
		takesPart := slices.ContainsFunc(found.participants, func(p participant) bool { return p.entity == e })
		located := e.label == graph.Place || e.label == graph.Country && !takesPart && m.names(e, mention.Span)
		if !located || !m.stands(mention) || m.elsewhere(m.headIn(mention.Span), token) {
			continue
		}
		if mention.Start > m.Words[token].Start {
			return e
		}
		before = e
	}
	return before
}

// stands says whether a name says where: behind “in”, “at the”.
func (m *meetings) stands(name mention) bool {
	first := m.WordAt(name.Start)
	if first > 0 && m.Words[first-1].Text == "the" {
		first--
	}
	return first > 0 && slices.Contains([]string{"in", "at", "near", "outside"}, strings.ToLower(m.Words[first-1].Text))
}

// elsewhere says whether a token stands in a clause that the trigger of a
// meeting is not in.
func (m *meetings) elsewhere(token, trigger int) bool {
	verb := m.Words[token].Head
	for verb >= 0 && m.Words[verb].UPOS != "VERB" {
		verb = m.Words[verb].Head
	}
	return verb >= 0 && !m.hangs(trigger, verb) && !m.hangs(verb, trigger)
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
		old.venue = cmp.Or(old.venue, told.venue)
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
		Venue: m.venue, Mode: m.mode, Status: m.status, Confidence: min(m.confidence, byVerb), Decisions: m.decisions,
		Spans: facts.MeetingSpans{Trigger: r.spans(m.triggers), Sentence: r.spans(m.sentences)},
	}
	if m.date.value != "" {
		f.DateText = r.Article.Slice(m.date.Span)
	}
	if m.place != nil {
		f.Place = m.place.id
	}
	for i, p := range m.participants {
		d, _ := facts.Decided(m.decisions, "participant", i)
		f.Participants = append(f.Participants, facts.Participant{ID: p.id, Role: p.role, Rule: d.Rule, Confidence: d.Confidence})
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
