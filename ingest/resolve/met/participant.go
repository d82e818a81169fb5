package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// roles are the roles of those who take part, the most telling first.
var roles = []document.Role{document.Host, document.Visitor, document.Speaker, document.Participant}

// addParticipants adds whom the words for those who take part mean, by the
// network and, where it finds fewer than two, by the tree.
func (m *maker) addParticipants(t *telling) {
	taken := map[int]bool{}
	for _, role := range roles {
		for _, part := range t.frame.Parts(role) {
			if !taken[part.First] {
				m.take(t, part, role)
			}
			for w := part.First; w < part.Last; w++ {
				taken[w] = true
			}
		}
	}
	if len(t.participants) < 2 {
		for _, c := range m.partners(tree.At(m.Document, t.frame.Anchor)) {
			if r := c.Phrase(); !taken[c.Word] {
				m.take(t, r, document.Participant)
			}
		}
	}
}

// take adds whom a phrase means.
func (m *maker) take(t *telling, phrase document.Range, role document.Role) {
	ref := m.Whom.Of(phrase, whom.Scene{Role: role, Anchor: t.frame.Anchor, Partners: entities(t.participants)})
	for _, e := range ref.Entities {
		if !has(t.participants, e) && e.Label != graph.Place {
			t.participants = append(t.participants, participant{e, string(role), ref.Rule, ref.Confidence})
		}
	}
}

// partners returns the words for those who take part as the tree has them:
// subject and object of “met”, those after “with” and “between”.
func (m *maker) partners(trigger tree.Cursor) (found []tree.Cursor) {
	if trigger.Is("VERB") && trigger.Lemma() == "meet" {
		found = append(found, trigger.Subject(), trigger.Child("obj"))
	}
	for _, c := range trigger.Children("nmod", "obl") {
		if slices.Contains([]string{"with", "between"}, c.Preposition()) {
			found = append(found, c)
			found = append(found, c.Children("conj")...)
		}
	}
	return slices.DeleteFunc(found, func(c tree.Cursor) bool { return !c.OK() || c.Is("VERB") })
}

func entities(people []participant) (all []*who.Entity) {
	for _, p := range people {
		all = append(all, p.Entity)
	}
	return all
}

func has(people []participant, e *who.Entity) bool {
	return slices.ContainsFunc(people, func(p participant) bool { return p.Entity == e })
}

// join adds others who take part. A country goes where somebody comes who
// holds an office of it.
func join(people, others []participant) []participant {
	people = slices.Clone(people)
	for _, p := range others {
		if !has(people, p.Entity) {
			people = append(people, p)
		}
	}
	return slices.DeleteFunc(people, func(p participant) bool { return p.Label == graph.Country && represented(people, p.Entity) })
}

func represented(people []participant, country *who.Entity) bool {
	return slices.ContainsFunc(people, func(p participant) bool {
		return slices.ContainsFunc(p.Offices, func(o who.Office) bool { return o.Of == country && !o.Former })
	})
}
