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
)

// ofVerb are the places at a verb that tells of a meeting; each counts.
var ofVerb = []rule.By[trigger, []partner]{
	{Rule: taking("subject", "[Doe] met Roe."), Apply: at("~subject =who")},
	{Rule: taking("object", "Doe met [Roe]."), Apply: at("@object >obj|iobj =who")},
	{Rule: with, Apply: at(">obl/@with =who")},
}

// ofNoun are the places at a noun that tells of a meeting; each counts.
var ofNoun = []rule.By[trigger, []partner]{
	{Rule: taking("possessor", "[Doe's] visit ended."), Apply: at(">nmod:poss =who")},
	{Rule: with, Apply: at(">nmod/@with =who")},
	{Rule: taking("of", "A meeting of [Doe and Roe] ended."), Apply: at("@of >nmod/of =who")},
	{Rule: taking("compound", "They were late for the [NATO] talks."), Apply: trigger.compounds},
	{Rule: taking("subject of in", "[Doe] is in talks with Roe."), Apply: at("/in >nsubj =who")},
	{Rule: taking("subject of remark", "[Doe] made the remarks during a visit."), Apply: at("/@during <nmod @remark < ~subject =who")},
	{Rule: taking("subject of hold", "[Doe] held talks."), Apply: at("<obj @hold ~subject =who")},
	{Rule: taking("subject during", "[Doe] spoke after talks."), Apply: at("/@during <obl :VERB ~subject =who")},
	{Rule: taking("subject for", "[Doe] arrived for talks."), Apply: at("/for <obl :VERB @go ~subject =who")},
}

// at finds those whom a pattern calls who, from the word for the meeting on; its
// lists are those of data/partners.tsv.
func at(pattern string) func(trigger) ([]partner, bool) {
	p := tree.MustCompile(pattern, words)
	return func(x trigger) (found []partner, ok bool) {
		for m := range p.All(x.word) {
			found = append(found, partner{Cursor: m.At("who")})
		}
		return found, len(found) > 0
	}
}

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
	return slices.Concat([]rule.Rule{byFrame, status, placeSaid, placeTree, daySaid, dayTree, byNetwork, inLine, joinedBy}, []rule.Rule{byDay}, rule.Of(byVerb), rule.Of(ofVerb), rule.Of(ofNoun)[:1], rule.Of(ofNoun)[2:])
}
