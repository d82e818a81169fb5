package met

import (
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// unmet are constructions that tell that a meeting did not come about, and its
// status then: each decides where the network takes the meeting for past or planned.
var unmet = []rule.By[tree.Cursor, string]{
	{Rule: rule.Rule{Decides: "status", Name: "its verb is negated", Example: "Doe did not [meet] Roe."}, Apply: negated},
	{Rule: rule.Rule{Decides: "status", Name: "what did not take place", Example: "The [talks] did not take place."}, Apply: notHeld},
}

// Patterns of what happens to the meeting that a noun tells of.
var (
	meets = tree.MustCompile(`:VERB [!>advmod "again"|"only"|"just"|"yet"] [!>advcl|obl]`, nil)
	held  = tree.MustCompile(`<nsubj|nsubj:pass @held =verb`, words)
)

func negated(word tree.Cursor) (string, bool) {
	return "denied", word.Negated() && meets.Matches(word)
}

func notHeld(word tree.Cursor) (string, bool) {
	verb := held.Match(word).At("verb")
	return "denied", verb.OK() && verb.Negated()
}

// setStatus sets the status of a telling that is none of what the network takes it for.
func (m *maker) setStatus(t *telling) {
	if t.frame.Status != "past" && t.frame.Status != "planned" {
		return
	}
	if told, by, ok := rule.First(unmet, tree.At(m.Document, t.frame.Anchor)); ok {
		t.frame.Status, t.frame.Sure, t.statusBy = told, by.Share(), by
	}
}
