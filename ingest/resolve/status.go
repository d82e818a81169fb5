package resolve

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// statusOf returns whether a meeting is past, planned, cancelled, postponed,
// hypothetical or denied, by what stands with its verb and above it.
func (m *meetings) statusOf(token, governor int) string {
	if slices.Contains([]string{"after", "following", "since"}, m.preposition(token)) {
		return "past"
	}
	chain := m.chain(token, governor)
	if m.calledOff(chain) {
		return "cancelled"
	}
	for _, status := range []string{"cancelled", "postponed", "denied", "hypothetical", "planned"} {
		if slices.ContainsFunc(chain, func(t int) bool {
			return gazetteer.TellsStatus(m.lemma(t), status) || gazetteer.TellsStatus(strings.ToLower(m.Words[t].Text), status)
		}) {
			return status
		}
	}
	purpose := m.infinitive(governor) && slices.Contains([]string{"advcl", "acl"}, m.Words[governor].Relation) // “flew to Rome to meet”
	if purpose || m.toBe(governor) || m.ahead(token) {
		return "planned"
	}
	return "past"
}

// chain returns the words that say how real a meeting is: the verbs above it,
// up to where a clause is said, and the auxiliaries, adverbs, adjectives and
// conjunctions that hang from any of them.
func (m *meetings) chain(token, governor int) (chain []int) {
	at := []int{token}
	if governor != token {
		at = append(at, governor)
	}
	for top := governor; len(at) < 5; {
		relation := universal(m.Words[top].Relation)
		open := m.infinitive(top) && slices.Contains([]string{"ccomp", "acl", "advcl"}, relation)
		noun := m.Words[top].UPOS == "NOUN" && slices.Contains([]string{"obj", "nsubj"}, relation)
		if h := m.Words[top].Head; relation == "ccomp" && h >= 0 && m.lemma(h) == "deny" {
			return append(at, h)
		}
		if m.Words[top].Head < 0 || relation != "xcomp" && !open && !noun {
			break
		}
		top = m.Words[top].Head
		at = append(at, top)
	}
	for _, t := range at {
		chain = append(chain, t)
		for _, c := range m.children(t, "aux", "advmod", "amod", "mark") {
			if c+1 < len(m.Words) && m.Words[c+1].Text == "only" {
				continue // “not only” denies nothing
			}
			chain = append(chain, c)
		}
	}
	return chain[1:]
}

func (m *meetings) infinitive(verb int) bool {
	return slices.ContainsFunc(m.children(verb, "mark"), func(t int) bool { return m.Words[t].Text == "to" })
}

func (m *meetings) calledOff(chain []int) bool {
	return slices.ContainsFunc(chain, func(t int) bool {
		return m.lemma(t) == "call" && t+1 < len(m.Words) && (m.Words[t+1].Text == "off" || t+2 < len(m.Words) && m.Words[t+2].Text == "off")
	})
}

// toBe says whether “is to” or “are to” stands before a verb.
func (m *meetings) toBe(verb int) bool {
	return m.infinitive(verb) && slices.ContainsFunc(m.children(verb, "aux", "cop"), func(t int) bool {
		return slices.Contains([]string{"is", "are"}, strings.ToLower(m.Words[t].Text))
	})
}

// ahead says whether the date nearest to a token is behind the day of publication.
func (m *meetings) ahead(token int) bool {
	s := m.Sentences[m.SentenceAt(m.Words[token].Start)]
	d, ok := m.nearestDate(s.Span, m.Words[token].Start)
	return ok && !m.Article.Published.IsZero() && d.day.After(m.Article.Published)
}

// modeOf returns how people meet: what the words around say, else what the
// word for the meeting does.
func (m *meetings) modeOf(mode string, token, governor int) string {
	around := append(m.children(token, "compound", "amod", "nmod"), m.children(governor, "advmod", "compound", "amod")...)
	for _, t := range m.children(governor, "obl") {
		if !slices.Contains([]string{"ahead", "before", "after", "following"}, m.preposition(t)) {
			around = append(append(around, t), m.children(t, "compound", "amod")...) // “via video conference”
		}
	}
	for _, t := range around {
		switch m.lemma(t) {
		case "phone", "telephone":
			return "phone"
		case "video", "videoconference", "virtual", "virtually", "online", "videolink", "zoom":
			return "video"
		case "summit", "multilateral":
			return "multilateral"
		}
	}
	return mode
}
