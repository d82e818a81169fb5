package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// A headline and the first sentences of news tell what “a top official” says,
// whom the text names only further down, where he says the same at length.

const (
	lead   = 4   // sentences in which somebody is heralded: headline, dateline, lead
	retold = 0.2 // share of the words that are said again by the one who is named
)

// nameHeralded gives what somebody says in the lead without a name to the one
// who is named further down.
func (m *maker) nameHeralded() {
	for i, st := range m.all {
		if !m.heralded(st) {
			continue
		}
		if e := m.saysAgain(st, m.all[i+1:]); e != nil && !slices.Contains(st.heard, e) {
			st.speakers, st.words, st.Unnamed = []*who.Entity{e}, st.source, nil
			st.decideAnew(heralding)
			st.Confidence = m.confidence(st)
			m.enterSpeakers(st)
		}
	}
}

// heralded says whether the source of a statement is somebody in the lead who
// may be named further down: “A top official said”, “Aide says” in a headline.
func (m *maker) heralded(st *said) bool {
	if len(st.speakers) > 0 || len(st.source) != 1 || st.sentence >= lead {
		return false
	}
	first, head := tree.At(m.Document, st.source[0].First), tree.Head(m.Document, st.source[0])
	indefinite := slices.Contains([]string{"a", "an"}, first.Lower()) || first.Is("NOUN", "PROPN", "ADJ") && m.Sentences[st.sentence].Paragraph == 0
	return indefinite && head.Is("NOUN") && !head.Plural() && isPerson(head)
}

// isPerson says whether a noun means one who speaks by himself, and no body.
func isPerson(noun tree.Cursor) bool {
	body := who.KindsOfBodies[who.KindOf(noun.Lower(), noun.Lemma())]
	return !slices.Contains([]string{"", part, "media", "report", "poll", "source"}, kindOfNoun(noun)) && slices.Contains([]string{"none", "official"}, body)
}

// saysAgain returns who is the next to speak by name, a person named nowhere
// before, where the words are partly the same.
func (m *maker) saysAgain(st *said, later []*said) *who.Entity {
	for _, other := range later {
		switch {
		case len(other.speakers) == 0:
			continue
		case len(other.speakers) > 1 || other.speakers[0].Label != graph.Person || other.speakers[0].Mentions[0].First < st.source[0].Last:
			return nil
		case !again(m.telling(st.content), m.telling(other.content)):
			return nil
		}
		return other.speakers[0]
	}
	return nil
}

// again says whether some of the words of one are those of the other.
func again(a, b map[string]bool) bool {
	common := 0
	for word := range a {
		if b[word] {
			common++
		}
	}
	return common > 0 && float64(common) >= retold*float64(min(len(a), len(b)))
}

// telling returns the lemmas of the words that tell something, nouns and verbs.
func (m *maker) telling(words []document.Range) map[string]bool {
	lemmas := map[string]bool{}
	for _, r := range words {
		for w := r.First; w < r.Last; w++ {
			if c := tree.At(m.Document, w); c.Is("NOUN", "PROPN", "VERB", "ADJ", "NUM") && !slices.Contains([]string{"be", "have", "say"}, c.Lemma()) {
				lemmas[c.Lemma()] = true
			}
		}
	}
	return lemmas
}
