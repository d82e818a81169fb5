package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// roles are the roles of those who take part, the most telling first.
var roles = []document.Role{document.Host, document.Visitor, document.Speaker, document.Participant}

// addParticipants adds whom the words for those who take part mean, by the
// network and by the tree.
func (m *maker) addParticipants(t *telling) {
	taken := map[int]bool{}
	for _, role := range roles {
		for _, part := range t.frame.Parts(role) {
			m.take(t, partner{tree.Head(m.Document, part), role, "network"}, taken)
		}
	}
	for _, p := range m.partners(t) {
		m.take(t, p, taken)
	}
}

// sure is how sure it must be whom a phrase means.
const sure = 0.5

// take adds whom a phrase means, with those who are joined to it, where it was
// not yet asked for.
func (m *maker) take(t *telling, p partner, taken map[int]bool) {
	for _, c := range members(t.top(p.Cursor)) {
		if taken[c.Word] || t.isTrigger(c.Word) || m.isTime(c) {
			continue
		}
		taken[c.Word] = true
		for _, found := range m.meant(t, alone(c), p) {
			if !has(t.participants, found.Entity) && found.Label != graph.Place {
				t.participants = append(t.participants, found)
			}
		}
	}
}

// isTime says whether a word belongs to a date: “Tuesday's meeting”.
func (m *maker) isTime(c tree.Cursor) bool {
	return slices.ContainsFunc(m.Dates, func(d dates.Date) bool { return d.Overlaps(m.Words[c.Word].Span) })
}

// meant returns whom a phrase means: “the two” are those of whose meeting was
// told last.
func (m *maker) meant(t *telling, phrase document.Range, p partner) (found []participant) {
	ref := m.Whom.Of(phrase, whom.Scene{Role: p.role, Anchor: t.frame.Anchor, Partners: entities(t.participants)})
	if len(ref.Entities) != 2 && isPair(tree.Head(m.Document, phrase)) {
		return m.lastPair(t)
	}
	if ref.Confidence < sure {
		return nil
	}
	for _, e := range ref.Entities {
		found = append(found, participant{e, string(p.role), p.how + ": " + ref.Rule, ref.Confidence})
	}
	return found
}

// isPair says whether a phrase means two: “both”, “the two leaders”.
func isPair(head tree.Cursor) bool {
	if slices.Contains([]string{"both", "two", "pair", "duo"}, head.Lower()) {
		return true
	}
	return head.Is("NOUN") && (head.Has("det", "both") || head.Has("nummod", "two") && head.Has("det", "the", "these"))
}

// near is how many words before “the two” the telling of those may stand.
const near = 80

// lastPair returns the two who take part in the meeting that was told of last.
func (m *maker) lastPair(t *telling) []participant {
	for _, last := range slices.Backward(m.told) {
		if t.frame.Anchor-last.frame.Anchor > near {
			break
		}
		if len(last.participants) == 2 {
			return last.participants
		}
	}
	return nil
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
