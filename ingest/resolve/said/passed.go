package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// passOn says who passed the words of another on: of “KCNA quoted Kim as
// saying” and “Kim said, KCNA reported, quoting him” both are statements.
func (m *maker) passOn() {
	quoting := map[int][]*said{} // by the sentence
	for _, st := range m.all {
		if quoted(st.cue) {
			quoting[m.sentence(st)] = append(quoting[m.sentence(st)], st)
		}
	}
	for _, st := range m.all {
		if by, words := m.agent(st); by != nil {
			m.passedOn(st, by, words, "quoted by")
		}
		if other := m.quotation(st, quoting[m.sentence(st)]); other != nil && active(other) {
			m.passedOnBy(st, other)
		} else if other != nil {
			m.passedOnBy(other, st)
		}
		if by := quoter(st.cue); by.OK() && !covers(st.source, by.Word) {
			m.passedOn(st, m.Whom.Of(by.Phrase(), whom.Scene{Role: document.Source, Anchor: st.frame.Anchor}).One(), by.Phrase(), "quotes as saying")
		}
	}
}

// quoter returns who quotes somebody “as saying” what he says.
func quoter(saying tree.Cursor) tree.Cursor {
	quoting := saying.Up()
	switch {
	case !quoted(quoting) || !saying.Has("mark", "as"):
		return tree.At(saying.Document, -1)
	case quoting.Passive():
		return quoting.Agent()
	}
	return quoting.Subject()
}

// quoted says whether a word says that somebody is quoted.
func quoted(c tree.Cursor) bool { return slices.Contains([]string{"quote", "cite"}, c.Lemma()) }

// quotes says whether the words of a cue say that somebody is quoted.
func (m *maker) quotes(st *said) bool {
	return slices.ContainsFunc(st.frame.Roles[document.Cue], func(w int) bool { return quoted(tree.At(m.Document, w)) })
}

// agent returns who quotes by the passive cue of a statement: “was quoted as
// saying by Tass”.
func (m *maker) agent(st *said) (*who.Entity, document.Range) {
	if !m.quotes(st) {
		return nil, document.Range{}
	}
	for _, w := range st.frame.Roles[document.Cue] {
		if agent := tree.At(m.Document, w).Agent(); agent.OK() && !covers(st.source, agent.Word) {
			words := agent.Phrase()
			return m.Whom.Of(words, whom.Scene{Role: document.Source, Anchor: st.frame.Anchor}).One(), words
		}
	}
	return nil, document.Range{}
}

// quotation returns the one of the statements in the same sentence, all told by
// the word that somebody is quoted, that has the words of st once more. Who
// cites may cite a case; who cites somebody as saying so passes it on.
func (m *maker) quotation(st *said, quoting []*said) *said {
	if m.quotes(st) {
		return nil
	}
	i := slices.IndexFunc(quoting, func(other *said) bool {
		return (st.Within == "" || st.Within == other.ID) &&
			5*common(st.content, other.content) >= 4*size(st.content) && (other.cue.Lemma() == "quote" || !active(other) || st.cue.Has("mark", "as"))
	})
	if i < 0 {
		return nil
	}
	return quoting[i]
}

// active says whether the source of a statement does what its cue says: of
// “KCNA quoted Kim” it may be the one or the other.
func active(st *said) bool {
	cue := st.frame.Roles[document.Cue]
	if tree.At(st.cue.Document, cue[len(cue)-1]).Lower() == "by" {
		return true // “as cited by Reuters”
	}
	return slices.ContainsFunc([]tree.Cursor{st.cue.Subject(), st.cue.Agent()}, func(c tree.Cursor) bool { return c.OK() && covers(st.source, c.Word) })
}

// common counts the words that two contents have in common.
func common(a, b []document.Range) (n int) {
	for _, r := range a {
		for w := r.First; w < r.Last; w++ {
			if covers(b, w) {
				n++
			}
		}
	}
	return n
}

func (m *maker) passedOnBy(st, reporting *said) {
	if len(reporting.speakers) == 1 && len(reporting.source) > 0 {
		m.passedOn(st, reporting.speakers[0], reporting.source[0], "the same words, quoted")
	}
}

// passedOn notes who passed a statement on, a person or a body other than the
// speaker.
func (m *maker) passedOn(st *said, by *who.Entity, words document.Range, rule string) {
	if by == nil || st.ReportedBy != "" || by.Label != graph.Person && by.Label != graph.Organization || slices.Contains(st.speakers, by) {
		return
	}
	st.ReportedBy, st.Spans.ReportedBy = by.ID, m.spans([]document.Range{words})
	st.decide("reportedBy", rule, passedSure)
}

// passedSure is the share that is right of the 21 found in the marked articles.
const passedSure = 0.9
