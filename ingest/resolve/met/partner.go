package met

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed data/partners.tsv
var partnersTSV string

// words lists, for each place in the tree, the lemmas at which those who take
// part stand there, as data/partners.tsv explains.
var words = func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(partnersTSV) {
		if place, lemmas, found := strings.Cut(strings.TrimSpace(line), "\t"); found && line[0] != '#' {
			table[place] = strings.Fields(lemmas)
		}
	}
	return table
}()

func stands(place string, c tree.Cursor) bool { return slices.Contains(words[place], c.Lemma()) }

// partner is the head of a phrase for somebody who takes part.
type partner struct {
	tree.Cursor
	role   document.Role
	how    rule.Rule
	named  bool // only who has the name there is meant
	agreed bool // both the network and the tree found it
}

// trigger is a word that tells of a meeting.
type trigger struct {
	*maker
	*telling
	word tree.Cursor
}

// partners returns who takes part as the tree has them, which the network may
// have missed.
func (m *maker) partners(t *telling) (found []partner) {
	for _, r := range t.triggers() {
		x := trigger{m, t, tree.Head(m.Document, r)}
		ways := ofNoun
		if x.word.Is("VERB") {
			ways = ofVerb
		}
		for _, way := range ways {
			all, _ := way.Apply(x)
			for _, p := range all {
				if p.OK() && p.Nominal() {
					p.role, p.how = t.role(), way.Rule
					found = append(found, p)
				}
			}
		}
	}
	return found
}

// compounds returns the names before a noun for who takes part; of a visit the
// visitor alone.
func (x trigger) compounds() (found []partner, ok bool) {
	for _, c := range x.word.Children("compound", "amod") {
		mention := x.Cast.MentionAt(c.Word)
		if mention != nil && (mention.Entity.Label == graph.Person || mention.Entity.Label == graph.Organization && x.mode != "visit") {
			found = append(found, partner{Cursor: c, named: true})
		}
	}
	return found, len(found) > 0
}

// role is that of those who take part by the tree.
func (t *telling) role() document.Role {
	if t.mode == "visit" {
		return document.Visitor
	}
	return document.Participant
}
