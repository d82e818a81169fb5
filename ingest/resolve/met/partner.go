package met

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
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
	how    string
	agreed bool // both the network and the tree found it
}

// partners returns who takes part as the tree has them, which the network may
// have missed.
func (m *maker) partners(t *telling) (found []partner) {
	add := func(how string, all ...tree.Cursor) {
		for _, c := range all {
			if c.OK() && c.Is("NOUN", "PROPN", "PRON") {
				found = append(found, partner{Cursor: c, role: t.role(), how: how})
			}
		}
	}
	for _, r := range t.triggers() {
		head := tree.Head(m.Document, r)
		if head.Is("VERB") {
			m.partnersOfVerb(head, add)
		} else {
			m.partnersOfNoun(head, t, add)
		}
	}
	return found
}

// partnersOfVerb: “Doe met him”, “Doe talked with them”.
func (m *maker) partnersOfVerb(verb tree.Cursor, add func(string, ...tree.Cursor)) {
	add("subject", verb.Subject())
	if stands("object", verb) {
		add("object", verb.Children("obj", "iobj")...)
	}
	for _, c := range verb.Children("obl") {
		if slices.Contains(words["with"], c.Preposition()) {
			add("with", c)
		}
	}
}

// partnersOfNoun: “talks between them”, “his visit”, “EU-Iran talks”, “Doe held
// a meeting”, “Doe said after a meeting”.
func (m *maker) partnersOfNoun(noun tree.Cursor, t *telling, add func(string, ...tree.Cursor)) {
	for _, c := range noun.Children("nmod") {
		switch p := c.Preposition(); {
		case c.Subtype("nmod:poss"):
			add("possessor", c)
		case slices.Contains(words["with"], p):
			add("with", c)
		case p == "of" && stands("of", noun):
			add("of", c)
		}
	}
	add(compound, m.compounds(noun, t)...)
	if noun.Preposition() == "in" {
		add("subject of in", noun.Child("nsubj"))
	}
	if up := noun.Up(); noun.Relation() == "nmod" && stands("remark", up) && slices.Contains(words["during"], noun.Preposition()) {
		add("subject of remark", up.Up().Subject())
	}
	verb := noun.Up()
	switch relation := noun.Relation(); {
	case relation == "obj" && stands("hold", verb):
		add("subject of hold", verb.Subject())
	case relation == "obl" && verb.Is("VERB") && slices.Contains(words["during"], noun.Preposition()):
		add("subject during", verb.Subject())
	case relation == "obl" && verb.Is("VERB") && noun.Preposition() == "for" && stands("go for", verb):
		add("subject for", verb.Subject())
	case relation == "obl" && verb.Is("VERB") && noun.Preposition() == "in" && stands("take part in", verb):
		add("subject in", verb.Subject())
	}
}

// compound is how names before a noun are found.
const compound = "compound"

// compounds returns the names before a noun for who takes part: “an EU meeting”,
// “the Putin summit”; of a visit the visitor alone.
func (m *maker) compounds(noun tree.Cursor, t *telling) (found []tree.Cursor) {
	for _, c := range noun.Children("compound", "amod") {
		mention := m.Cast.MentionAt(c.Word)
		if mention != nil && (mention.Entity.Label == graph.Person || mention.Entity.Label == graph.Organization && t.mode != "visit") {
			found = append(found, c)
		}
	}
	return found
}

// role is that of those who take part by the tree.
func (t *telling) role() document.Role {
	if t.mode == "visit" {
		return document.Visitor
	}
	return document.Participant
}
