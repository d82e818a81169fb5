package who

import (
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// examples are texts in which each rule finds somebody, by what it decides and
// its name, with the id of whom it finds.
var examples = map[rule.Key][2]string{
	{Decides: "person", Name: "name by the network"}:                                      {"[PER Jane Doe] left .", "person:jane-doe"},
	{Decides: "person", Name: "name by the network, one word that no full name explains"}: {"[PER Doe] left .", "person:doe"},
	{Decides: "organization", Name: "name by the network"}:                                {"[ORG Green Future] met .", "organization:green-future"},
	{Decides: "organization", Name: "words in capitals that speak"}:                       {"Ulduz agreed .", "organization:ulduz"},
	{Decides: "country", Name: "gazetteer"}:                                               {"[LOC Norway] agreed .", "country:no"},
	{Decides: "place", Name: "name by the network"}:                                       {"It rained in [LOC Springfield] .", "place:springfield"},
	{Decides: "organization", Name: "noun for a body"}:                                    {"", "organization:police-np"},
}

// TestEveryRule: each rule of the package finds whom its example names.
func TestEveryRule(t *testing.T) {
	for _, r := range slices.DeleteFunc(Rules(), func(r rule.Rule) bool { return r.Decides == "team" }) { // they have a package of their own
		t.Run(r.Decides+" by "+r.Name, func(t *testing.T) {
			c, ok := examples[rule.Key{Decides: r.Decides, Name: r.Name}]
			if !ok || r.Example == "" {
				t.Fatal("has no example")
			}
			cast := castOf(t, c[0])
			if e := cast.Named(c[1]); e == nil || e.Rule != r {
				t.Errorf("%s: got %s by %v", c[0], shown(cast), e)
			}
		})
	}
}

// castOf finds who there is; where nobody saw a name its first word is taken for
// one who speaks. Without a text it is that of the Nepal police.
func castOf(t *testing.T, text string) *Cast {
	t.Helper()
	if text == "" {
		return Find(parsed(t, "Nepal PROPN 2 compound Name=B-LOC\npolice NOUN 3 nsubj _\nagreed VERB 0 root _\n"))
	}
	d := named(t, text)
	cast := Find(d)
	if len(cast.Entities) == 0 {
		cast.Enter(&Entity{Name: d.Words[0].Text, Label: graph.Organization, Mentions: []document.Range{{First: 0, Last: 1}}})
	}
	return cast
}
