package said

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// setCue sets what the words of the cue tell: the verb, and whether it denies
// that something was said.
func (m *maker) setCue(st *said) {
	st.cue = m.cueWord(st.frame)
	st.Verb = m.verb(st)
	st.AttributionNegated = st.frame.NotSaid || m.nobodySaid(st)
	st.Sentence = m.Article.Slice(m.SentenceOf(st.frame.Anchor).Span)
}

// cueWord returns the word that says what a cue means: its last verb, else its
// last noun, else its first word.
func (m *maker) cueWord(f document.Frame) tree.Cursor {
	best := tree.At(m.Document, f.Anchor)
	for _, kind := range []string{"VERB", "NOUN"} {
		for _, w := range slices.Backward(f.Roles[document.Cue]) {
			if c := tree.At(m.Document, w); c.Is(kind) {
				return c
			}
		}
	}
	return best
}

// verb returns the cue's main word as it stands in the text, with its particle
// or the preposition that makes another word of it: “ruled out”, “according
// to”, “called on”.
func (m *maker) verb(st *said) string {
	word := m.Words[st.cue.Word].Text
	next := st.cue.Next(1)
	switch {
	case strings.EqualFold(word, "according") && next.Lower() == "to":
		return strings.ToLower(word) + " to"
	case st.cue.Lemma() == "call" && slices.Contains([]string{"on", "upon", "for"}, next.Lower()):
		return word + " " + next.Lower()
	}
	for _, particle := range st.cue.Children("compound") {
		if particle.Subtype("compound:prt") {
			return word + " " + particle.Lower()
		}
	}
	return word
}

// nobodySaid says whether the words of the source deny it, “nobody said”, or the word
// before them, “neither Jane Doe nor Jack Roe said”.
func (m *maker) nobodySaid(st *said) bool {
	if len(st.source) == 0 {
		return false
	}
	first := st.source[0].First
	if slices.Contains([]string{"neither", "nobody", "none", "no"}, strings.ToLower(m.Words[first].Text)) {
		return true
	}
	return first > 0 && strings.EqualFold(m.Words[first-1].Text, "neither")
}
