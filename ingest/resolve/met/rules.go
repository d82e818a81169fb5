package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

func taking(name, example string) rule.Rule {
	return rule.Rule{Decides: "participant", Name: name, Example: example}
}

// The rules for where in a sentence those stand who take part in a meeting, by
// the network's words and by the tree.
var (
	byNetwork = taking("network", "Doe met [Roe].")
	inLine    = taking("in line", "Doe met Roe, Poe and [Coe].")
	with      = taking("with", "Doe held talks with [Roe].")
	subject   = taking("subject", "[Doe] met Roe.")
)

// ofVerb are the places at a verb that tells of a meeting; each counts.
var ofVerb = []rule.By[trigger, []partner]{
	{Rule: subject, Apply: func(x trigger) ([]partner, bool) { return heads(x.word.Subject()) }},
	{Rule: taking("object", "Doe met [Roe]."), Apply: func(x trigger) ([]partner, bool) {
		if !stands("object", x.word) {
			return nil, false
		}
		return heads(x.word.Children("obj", "iobj")...)
	}},
	{Rule: with, Apply: func(x trigger) ([]partner, bool) { return heads(led(x.word.Children("obl"), "with")...) }},
}

// ofNoun are the places at a noun that tells of a meeting; each counts.
var ofNoun = []rule.By[trigger, []partner]{
	{Apply: trigger.dependents},
	{Rule: taking("compound", "They were late for the [NATO] talks."), Apply: trigger.compounds},
	{Rule: taking("subject of in", "[Doe] is in talks with Roe."), Apply: func(x trigger) ([]partner, bool) {
		return heads(onlyIf(x.word.Preposition() == "in", x.word.Child("nsubj"))...)
	}},
	{Rule: taking("subject of remark", "[Doe] made the remarks during a visit."), Apply: func(x trigger) ([]partner, bool) {
		up := x.word.Up()
		return heads(onlyIf(x.word.Relation() == "nmod" && stands("remark", up) && during(x.word), up.Up().Subject())...)
	}},
	{Rule: taking("subject of hold", "[Doe] held talks."), Apply: func(x trigger) ([]partner, bool) {
		return heads(onlyIf(x.word.Relation() == "obj" && stands("hold", x.word.Up()), x.word.Up().Subject())...)
	}},
	{Rule: taking("subject during", "[Doe] spoke after talks."), Apply: func(x trigger) ([]partner, bool) {
		return heads(onlyIf(atVerb(x.word) && during(x.word), x.word.Up().Subject())...)
	}},
	{Rule: taking("subject for", "[Doe] arrived for talks."), Apply: func(x trigger) ([]partner, bool) {
		return heads(onlyIf(atVerb(x.word) && !during(x.word) && x.word.Preposition() == "for" && stands("go for", x.word.Up()), x.word.Up().Subject())...)
	}},
	{Rule: taking("subject in", "[Doe] took part in talks."), Apply: func(x trigger) ([]partner, bool) {
		return heads(onlyIf(atVerb(x.word) && !during(x.word) && x.word.Preposition() == "in" && stands("take part in", x.word.Up()), x.word.Up().Subject())...)
	}},
}

// dependent is what hangs from a noun that tells of a meeting.
type dependent struct{ tree.Cursor }

// dependents are the places right below a noun, of which the first counts.
var dependents = []rule.Sign[dependent]{
	{Rule: taking("possessor", "[Doe's] visit ended."), Is: func(c dependent) bool { return c.Subtype("nmod:poss") }},
	{Rule: with, Is: func(c dependent) bool { return slices.Contains(words["with"], c.Preposition()) }},
	{Rule: taking("of", "A meeting of [Doe and Roe] ended."), Is: func(c dependent) bool { return c.Preposition() == "of" && stands("of", c.Up()) }},
}

// dependents returns those who take part below a noun, in their order.
func (x trigger) dependents() (found []partner, ok bool) {
	for _, c := range x.word.Children("nmod") {
		if by := rule.Most(dependents, dependent{c}); by.Name != "" {
			found = append(found, partner{Cursor: c, how: by})
		}
	}
	return found, len(found) > 0
}

func onlyIf(holds bool, c tree.Cursor) []tree.Cursor {
	if !holds {
		return nil
	}
	return []tree.Cursor{c}
}

// led returns those that a preposition of the list leads to.
func led(all []tree.Cursor, list string) []tree.Cursor {
	return slices.DeleteFunc(all, func(c tree.Cursor) bool { return !slices.Contains(words[list], c.Preposition()) })
}

func during(c tree.Cursor) bool { return slices.Contains(words["during"], c.Preposition()) }

func atVerb(c tree.Cursor) bool { return c.Relation() == "obl" && c.Up().Is("VERB") }

// What the network says of a meeting, and where its place and day stand.
var (
	byFrame   = rule.Rule{Decides: "meeting", Name: "network", Example: "Doe [met] Roe."}
	status    = rule.Rule{Decides: "status", Name: "network", Example: "Doe [will meet] Roe."}
	placeSaid = rule.Rule{Decides: "place", Name: "network", Example: "Doe met Roe, and in [Rome] they were late."}
	placeTree = rule.Rule{Decides: "place", Name: "hangs from the trigger or its verb", Example: "Doe met Roe in [Rome]."}
	daySaid   = rule.Rule{Decides: "day", Name: "network", Example: "It was [Friday] when Doe met Roe."}
	dayTree   = rule.Rule{Decides: "day", Name: "hangs from the trigger or its verb", Example: "Doe met Roe on [Friday]."}
)

// Rules returns all rules of the package.
func Rules() []rule.Rule {
	return slices.Concat([]rule.Rule{byFrame, status, placeSaid, placeTree, daySaid, dayTree, byNetwork, inLine}, rule.Of(ofVerb), rule.OfSigns(dependents)[:1], rule.OfSigns(dependents)[2:], rule.Of(ofNoun)[1:])
}
