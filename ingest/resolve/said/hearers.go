package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// setHearers sets to whom a statement is addressed and at whom it is aimed.
func (m *maker) setHearers(st *said) {
	st.heard = m.chosen(st, document.Addressee, candidate.addressed)
	if len(st.heard) == 0 {
		m.addOverlooked(st)
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
			st.decideOf(c.Entity, c.rule.For(string(role)), c.probability(role))
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
	aiming     = 0.4
)

func (c candidate) addressed() bool {
	p := c.probability(document.Addressee)
	return p >= overlooked || c.given && p >= addressing
}

func (c candidate) aimedAt() bool { return c.given && c.probability(document.Target) >= aiming }

// hearers are the rules that find the words for an addressee whom the network
// overlooks.
var hearers = []rule.By[made, whom.Reference]{
	{Rule: rule.Rule{Decides: "addressee", Name: "whom it is demanded of", Example: "Norway demanded that NATO pay."}, Apply: heard((*maker).demanded)},
	{Rule: rule.Rule{Decides: "addressee", Name: "who is told in the passive", Example: "NATO was asked to pay."}, Apply: heard((*maker).patient)},
	{Rule: rule.Rule{Decides: "addressee", Name: "called by name in the words", Example: "“It is late, Jane,” Roe said."}, Apply: heard((*maker).called)},
}

// addOverlooked adds the addressee whom the network overlooks.
func (m *maker) addOverlooked(st *said) {
	if ref, by, ok := rule.First(hearers, made{maker: m, st: st}); ok {
		st.heard = m.Whom.Note(ref).Entities
		st.decideOf(st.heard[0], by, min(by.Share(), ref.Confidence))
	}
}

// heard finds whom a word means, if that is one who can be named.
func heard(word func(*maker, *said) tree.Cursor) func(made) (whom.Reference, bool) {
	return func(x made) (ref whom.Reference, ok bool) {
		w := word(x.maker, x.st)
		if !w.OK() {
			return ref, false
		}
		ref = x.Whom.Of(w.Phrase(), x.st.scene(document.Addressee))
		return ref, ref.Confidence >= likely && len(ref.Entities) == 1 && !slices.Contains(x.st.speakers, ref.One())
	}
}

// Patterns of those who are spoken to.
var (
	demanding = tree.MustCompile(`demand >ccomp >nsubj =whom`, nil)
	spokenTo  = tree.MustCompile(`@told >nsubj =whom`, tree.Lists{"told": lexicon.SpokenTo.Words()})
)

// demanded returns of whom it is demanded to do something.
func (m *maker) demanded(st *said) tree.Cursor {
	whom := demanding.Match(st.cue).At("whom")
	if whom.OK() && !covers(st.content, whom.Word) {
		return tree.Nowhere
	}
	return whom
}

// patient returns who is spoken to where the cue stands in the passive.
func (m *maker) patient(st *said) tree.Cursor {
	whom := spokenTo.Match(st.cue).At("whom")
	if !st.cue.Passive() || covers(st.source, whom.Word) || covers(st.content, whom.Word) {
		return tree.Nowhere
	}
	return whom
}

// called returns who is called by name in the words that are said.
func (m *maker) called(st *said) tree.Cursor {
	for _, r := range st.content {
		for w := r.First; w < r.Last; w++ {
			mention := m.Cast.MentionAt(w)
			if c := tree.At(m.Document, w); c.Relation() == "vocative" && mention != nil && mention.Entity.Label == graph.Person {
				return c
			}
		}
	}
	return tree.Nowhere
}

// likely is how probable it must be that a phrase means somebody.
const likely = 0.3
