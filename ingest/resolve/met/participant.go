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
// network and by the tree; the outer phrases come first.
func (m *maker) addParticipants(t *telling) {
	var found []partner
	for _, role := range roles {
		for _, part := range t.frame.Parts(role) {
			found = append(found, m.inPart(part, role)...)
		}
	}
	found = append(found, m.partners(t)...)
	var all []partner
	for _, p := range found {
		for _, c := range members(t.top(p.Cursor)) {
			all = append(all, partner{c, p.role, p.how})
		}
	}
	slices.SortStableFunc(all, func(a, b partner) int { return depth(a.Cursor) - depth(b.Cursor) })
	taken := map[int]bool{}
	for _, p := range all {
		m.take(t, p, taken)
	}
}

// inPart returns the words that may be heads in a run of words of which the
// network says that they take part: its head, and the names that stand in line
// with that.
func (m *maker) inPart(part document.Range, role document.Role) []partner {
	found := []partner{{tree.Head(m.Document, part), role, "network"}}
	for _, mention := range m.Cast.MentionsIn(part) {
		c := tree.Head(m.Document, mention.Range)
		if slices.Contains([]string{"appos", "conj", "list", "parataxis", "dep"}, c.Relation()) {
			found = append(found, partner{c, role, "in line"})
		}
	}
	return found
}

// depth returns how far below the root of its sentence a word lies.
func depth(c tree.Cursor) (n int) {
	for c = c.Up(); c.OK(); c = c.Up() {
		n++
	}
	return n
}

// sure is how sure it must be whom a phrase means.
const sure = 0.5

// take adds whom a phrase means where it was not yet asked for and does not lie
// within that for somebody who was found: “Doe, head of the committee”.
func (m *maker) take(t *telling, p partner, taken map[int]bool) {
	if _, asked := taken[p.Word]; asked || t.isTrigger(p.Word) || m.isTime(p.Cursor) || within(p.Cursor, taken) {
		return
	}
	meant := m.meant(t, alone(p.Cursor), p)
	taken[p.Word] = len(meant) > 0
	for _, found := range meant {
		if !has(t.participants, found.Entity) && found.Label != graph.Place {
			t.participants = append(t.participants, found)
		}
	}
}

// within says whether a noun belongs to the phrase of another that means
// somebody.
func within(c tree.Cursor, meaning map[int]bool) bool {
	for slices.Contains([]string{"nmod", "compound", "amod", "flat", "appos"}, c.Relation()) {
		if c = c.Up(); meaning[c.Word] {
			return true
		}
	}
	return false
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
	if ref.Confidence < sure || ref.Rule == whom.NamedAlone {
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
