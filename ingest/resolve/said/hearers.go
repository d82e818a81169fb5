package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// setHearers sets to whom a statement is addressed and at whom it is aimed.
func (m *maker) setHearers(st *said) {
	st.heard = m.chosen(st, document.Addressee, candidate.addressed)
	for _, rule := range hearers {
		if len(st.heard) == 0 {
			st.heard = m.heardBy(st, rule)
		}
	}
	st.Addressees = ids(st.heard)
	st.Targets = ids(m.chosen(st, document.Target, candidate.aimedAt))
}

// chosen returns those of the candidates for a role who have it.
func (m *maker) chosen(st *said, role document.Role, has func(candidate) bool) (all []*who.Entity) {
	st.candidates[role] = m.candidates(st, role)
	for _, c := range st.candidates[role] {
		if has(c) {
			all = append(all, c.Entity)
			st.decide(string(role), c.rule, c.probability(role))
		}
	}
	return all
}

// From what probability on somebody is addressed whom the network gives, and
// one whom it overlooks; and from what on one whom it gives is a target. On
// marked articles that the network had not learned, three of four targets below
// are wrong, and who else may be one is right too seldom.
const (
	addressing = 0.25
	overlooked = 0.4
	aiming     = 0.35
)

func (c candidate) addressed() bool {
	p := c.probability(document.Addressee)
	return p >= overlooked || c.given && p >= addressing
}

func (c candidate) aimedAt() bool { return c.given && c.probability(document.Target) >= aiming }

// hearer is a rule that finds the word for an addressee whom the network
// overlooks, nowhere where there is none.
type hearer struct {
	name, example string
	share         float64 // that are right, on the marked articles
	word          func(m *maker, st *said) tree.Cursor
}

var hearers = []hearer{
	{"whom it is demanded of", "Paris demanded that Berlin pay.", 0.7, (*maker).demanded},
	{"who is told in the passive", "Berlin was asked to pay.", 0.7, (*maker).patient},
}

// heardBy returns whom a rule finds, if that is one who can be named.
func (m *maker) heardBy(st *said, rule hearer) []*who.Entity {
	word := rule.word(m, st)
	if !word.OK() {
		return nil
	}
	ref := m.Whom.Of(word.Phrase(), whom.Scene{Role: document.Addressee, Anchor: st.frame.Anchor, Content: st.content, Speakers: st.speakers, Last: m.lastSpeakers()})
	if ref.Confidence < likely || len(ref.Entities) != 1 || slices.Contains(st.speakers, ref.One()) {
		return nil
	}
	st.decide("addressee", rule.name, min(rule.share, ref.Confidence))
	return ref.Entities
}

// demanded returns of whom it is demanded to do something.
func (m *maker) demanded(st *said) tree.Cursor {
	subject := st.cue.Child("ccomp").Child("nsubj")
	if st.cue.Lemma() != "demand" || subject.OK() && !covers(st.content, subject.Word) {
		return tree.At(m.Document, -1)
	}
	return subject
}

// spokenTo are verbs whose object is spoken to.
var spokenTo = []string{"ask", "order", "tell", "urge", "warn", "invite", "request", "instruct", "advise", "remind", "inform", "brief", "assure"}

// patient returns who is spoken to where the cue stands in the passive.
func (m *maker) patient(st *said) tree.Cursor {
	none := tree.At(m.Document, -1)
	if !st.cue.Passive() || !slices.Contains(spokenTo, st.cue.Lemma()) {
		return none
	}
	subject := st.cue.Child("nsubj")
	if !subject.OK() || covers(st.source, subject.Word) || covers(st.content, subject.Word) {
		return none
	}
	return subject
}

// likely is how probable it must be that a phrase means somebody.
const likely = 0.3
