package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// soonAfter is how many sentences after a meeting those who met may speak together.
const soonAfter = 4

// jointly returns the two who met last where words for two mean nobody else:
// “the two leaders said”, “they said in a joint statement”.
func (m *maker) jointly(st *said) []*who.Entity {
	if len(st.source) != 1 || !m.isPair(st, st.source[0]) {
		return nil
	}
	last, at := m.lastMeeting(st.source[0].First, st.sentence-soonAfter)
	if last < 0 {
		return nil
	}
	pair := m.people(m.Meetings[last])
	if len(pair) != 2 || m.others(pair, at, st.source[0].First) {
		return nil
	}
	return pair
}

// others says whether somebody else is named from a sentence to a word, who may
// be one of the two.
func (m *maker) others(pair []*who.Entity, sentence, word int) bool {
	between := document.Range{First: m.Sentences[sentence].First, Last: word}
	return slices.ContainsFunc(m.Cast.MentionsIn(between), func(x who.Mention) bool {
		return x.Entity.Label == graph.Person && !slices.Contains(pair, x.Entity)
	})
}

// Patterns of two who speak: “in a joint statement”, “the two leaders”.
var (
	joint     = tree.MustCompile(`>obl >amod "joint"`, nil)
	twoPeople = tree.MustCompile(`@people :NOUN >nummod|det "two"|"both"`, tree.Lists{"people": lexicon.PairsOfPeople.Words()})
)

// isPair says whether words mean two without naming them.
func (m *maker) isPair(st *said, words document.Range) bool {
	head := tree.Head(m.Document, words)
	switch head.Lower() {
	case "both", "two", "pair", "duo":
		return words.Len() <= 2
	case "they":
		return joint.Matches(st.cue) || st.cue.Has("advmod", "jointly")
	}
	return twoPeople.Matches(head) && head.Plural()
}

// lastMeeting returns the last meeting of two that the text tells of before a
// word and from a sentence on, by their indices, and the sentence that tells of
// it; the meeting is -1 where there is none.
func (m *maker) lastMeeting(word, from int) (meeting, sentence int) {
	for s := m.SentenceAt(m.Words[word].Start); s >= max(0, from); s-- {
		words := document.Range{First: m.Sentences[s].First, Last: min(m.Sentences[s].Last, word)}
		for _, i := range slices.Backward(m.triggers.in(words)) {
			if len(m.Meetings[i].Participants) == 2 {
				return i, s
			}
		}
	}
	return -1, 0
}

// people returns those who took part in a meeting, if all are people.
func (m *maker) people(met facts.Meeting) (all []*who.Entity) {
	for _, p := range met.Participants {
		e := m.Cast.Named(p.ID)
		if e == nil || e.Label != graph.Person {
			return nil
		}
		all = append(all, e)
	}
	return all
}
