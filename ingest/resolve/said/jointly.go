package said

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// soonAfter is how many sentences after a meeting those who met may speak together.
const soonAfter = 4

// jointly returns those who met last where words for so many mean nobody else:
// “the two leaders said”, “they said in a joint statement”.
func (m *maker) jointly(st *said) []*who.Entity {
	if len(st.source) != 1 {
		return nil
	}
	many, ok := m.howMany(st, st.source[0])
	if !ok {
		return nil
	}
	last, at := m.lastMeeting(st.source[0].First, st.sentence-soonAfter, many)
	if last < 0 {
		return nil
	}
	all := m.people(m.Meetings[last])
	if len(all) == 0 || m.others(all, at, st.source[0].First) {
		return nil
	}
	return all
}

// others says whether somebody else is named from a sentence to a word, who may
// be one of them.
func (m *maker) others(pair []*who.Entity, sentence, word int) bool {
	between := document.Range{First: m.Sentences[sentence].First, Last: word}
	return slices.ContainsFunc(m.Cast.MentionsIn(between), func(x who.Mention) bool {
		return x.Entity.Label == graph.Person && !slices.Contains(pair, x.Entity)
	})
}

// Patterns of those who speak together: “in a joint statement”, “the two
// leaders”, “all three presidents”.
var (
	joint       = tree.MustCompile(`>obl >amod "joint"`, nil)
	twoPeople   = tree.MustCompile(`@people :NOUN >nummod|det "two"|"both"`, tree.Lists{"people": lexicon.PairsOfPeople.Words()})
	threePeople = tree.MustCompile(`@people :NOUN >nummod|det "three"`, tree.Lists{"people": lexicon.PairsOfPeople.Words()})
)

// anyNumber is how many “they” are.
const anyNumber = 0

// howMany says how many words mean without naming them.
func (m *maker) howMany(st *said, words document.Range) (many int, ok bool) {
	head := tree.Head(m.Document, words)
	switch head.Lower() {
	case "both", "two", "pair", "duo":
		return 2, words.Len() <= 2
	case "three", "trio":
		return 3, words.Len() <= 3
	case "they":
		return anyNumber, joint.Matches(st.cue) || st.cue.Has("advmod", "jointly")
	}
	switch {
	case !head.Plural():
		return 0, false
	case twoPeople.Matches(head):
		return 2, true
	}
	return 3, threePeople.Matches(head)
}

// lastMeeting returns the last meeting of so many that the text tells of before a
// word and from a sentence on, by their indices, and the sentence that tells of
// it; the meeting is -1 where there is none.
func (m *maker) lastMeeting(word, from, many int) (meeting, sentence int) {
	for s := m.SentenceAt(m.Words[word].Start); s >= max(0, from); s-- {
		words := document.Range{First: m.Sentences[s].First, Last: min(m.Sentences[s].Last, word)}
		for _, i := range slices.Backward(m.triggers.in(words)) {
			if n := len(m.Meetings[i].Participants); n == many || many == anyNumber && n > 1 {
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

// together returns the several people who spoke in the sentence before or earlier in
// the same, where “they” go on.
func (m *maker) together(st *said) []*who.Entity {
	last := st.before.last()
	if len(st.source) != 1 || last == nil || st.sentence-last.sentence > 1 || m.holds(last, st) {
		return nil
	}
	if words := st.source[0]; words.Len() != 1 || !strings.EqualFold(m.Words[words.First].Text, "they") {
		return nil
	}
	if len(last.speakers) < 2 || slices.ContainsFunc(last.speakers, func(e *who.Entity) bool { return e.Label != graph.Person }) {
		return nil
	}
	return last.speakers
}
