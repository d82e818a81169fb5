package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

// made is what the rules of this package are asked of: a statement while it is
// made.
type made struct {
	*maker
	st      *said
	quoting []*said // those of its sentence by which somebody is quoted
}

// The rules for who speaks, beside those of package whom.
var (
	unsourced = rule.Rule{Decides: "speaker", Name: "no words for a source", Example: "It is late, it was said."}
	ofPair    = rule.Rule{Decides: "speaker", Name: "the two who met", Example: "Doe met Roe. The two leaders said that it was late."}
	ofSeveral = rule.Rule{Decides: "speaker", Name: "the several who spoke just before", Example: "Doe and Roe said that it was late. They said so again."}
	heralding = rule.Rule{Decides: "speaker", Name: "says the same by name further down", Example: "A top official says that it is late. … “It is late,” Jane Doe said."}
)

// Rules returns all rules of the package, in the order in which they are asked.
func Rules() []rule.Rule {
	return slices.Concat([]rule.Rule{unsourced, ofPair, ofSeveral, heralding}, rule.Of(owns), rule.Of(acts), rule.Of(hearers), rule.Of(occasions), rule.Of(days), rule.Of(answers), rule.Of(reporters))
}
