package who

import (
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/resolve/team"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// The rules by which somebody or something is found.
var (
	byGazetteer = rule.Rule{Decides: decides(graph.Country), Name: "gazetteer", Example: "[France] was late."}
	byNoun      = rule.Rule{Decides: decides(graph.Organization), Name: "noun for a body", Example: "[Nepal police] were late."}
	byCapitals  = rule.Rule{Decides: decides(graph.Organization), Name: "words in capitals that speak", Example: "[Ulduz] said so."}
	byOneWord   = rule.Rule{Decides: decides(graph.Person), Name: "name by the network, one word that no full name explains", Example: "[Doe] was late."}
)

// byName is the rule of a name by the network.
func byName(label graph.Label) rule.Rule {
	return rule.Rule{Decides: decides(label), Name: "name by the network", Example: map[graph.Label]string{
		graph.Person: "[Jane Doe] was late.", graph.Organization: "[NATO] was late.", graph.Place: "It rained in [Rome].",
	}[label]}
}

// decides returns what the rules for a kind of entity decide.
func decides(label graph.Label) string { return strings.ToLower(string(label)) }

// Rules returns all rules of the package.
func Rules() []rule.Rule {
	return append([]rule.Rule{byName(graph.Person), byOneWord, byName(graph.Organization), byNoun, byCapitals, byGazetteer, byName(graph.Place)}, team.Rules()...)
}
