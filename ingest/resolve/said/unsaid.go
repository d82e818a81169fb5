package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// byWord are the acts that nobody does whose word for it is negated. Who does not
// support something rejects it, who does not expect it predicts that it fails to
// come: those say something.
var byWord = []string{
	"ACCUSE", "CRITICIZE", "PRAISE", "THANK", "APOLOGIZE", "PROMISE", "THREATEN", "WARN",
	"ORDER", "REQUEST", "INVITE", "CONFIRM",
}

// unsaid says whether the verb that decides the act is negated, or what is told to
// have been left undone: “did not accuse”, “stopped short of accusing”. The network
// takes most such cues for none, and some for the act itself.
func (m *maker) unsaid(st *said) bool {
	if !slices.Contains(byWord, st.Act) {
		return false
	}
	return slices.ContainsFunc(st.frame.Roles[document.Cue], func(w int) bool {
		c := tree.At(m.Document, w)
		return c.Is("VERB") && telling[c.Lemma()] == st.Act && (c.Negated() || leftUndone(c))
	})
}

// leftUndone says whether a verb hangs from one that tells that it was not done.
func leftUndone(c tree.Cursor) bool {
	if !c.By("advcl", "xcomp", "obl", "ccomp") {
		return false
	}
	up := c.Up()
	short := c.Next(-1).Lower() == "of" && c.Next(-2).Lower() == "short"
	return (short || slices.Contains([]string{"refrain", "avoid", "fail", "neglect"}, up.Lemma())) && !up.Negated()
}
