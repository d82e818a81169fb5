package met

import (
	"math"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// ordering are adjectives by which a meeting is another than one told of before.
var ordering = lexicon.Ordering.Words()

// longest is how many words may lie between tellings of one meeting: no article is
// as long, and in longer texts it bounds the work.
const longest = 10000

// groups puts the tellings of one meeting together, in the order of the first.
func (m *maker) groups() [][]*telling {
	var groups [][]*telling
	var open []int // groups whose last telling is not too far back
	for _, t := range m.told {
		best, most := -1, 0.0
		open = slices.DeleteFunc(open, func(i int) bool {
			return t.frame.Anchor-groups[i][len(groups[i])-1].frame.Anchor > longest
		})
		for _, i := range open {
			if s := m.likeness(groups[i], t); s > most {
				best, most = i, s
			}
		}
		if best < 0 {
			open = append(open, len(groups))
			groups = append(groups, []*telling{t})
		} else {
			groups[best] = append(groups[best], t)
		}
	}
	return groups
}

// likeness is the mean over the tellings of a group.
func (m *maker) likeness(group []*telling, t *telling) (sum float64) {
	for _, g := range group {
		sum += m.alike(g, t)
	}
	return sum / float64(len(group))
}

// alike says how much speaks for two tellings, b after a, being of one meeting.
func (m *maker) alike(a, b *telling) float64 { return m.model.Same.weigh(m.compare(a, b)) }

// compare returns the values of the signs.
func (m *maker) compare(a, b *telling) Values {
	x, y := m.noun(a), m.noun(b)
	return Values{
		"pointing":      count(points(a, b), points(b, a)),
		"same trigger":  count(sameTrigger(a, b)),
		"same lemma":    count(x.Lemma() == y.Lemma()),
		"same number":   count(x.Plural() == y.Plural()),
		"same status":   count(a.frame.Status == b.frame.Status),
		"same people":   count(samePeople(a.participants, b.participants)),
		"other people":  count(otherPeople(a.participants, b.participants)),
		"others alone":  count(othersAlone(a, b)),
		"each another":  count(crossed(a.participants, b.participants)),
		"one a visit":   count((a.mode == "visit") != (b.mode == "visit")),
		"other places":  count(a.place != nil && b.place != nil && a.place != b.place),
		"other dates":   count(a.date != nil && b.date != nil && a.date.Value != b.date.Value),
		"words between": math.Log(float64(1 + b.frame.Anchor - a.frame.Anchor)),
		"definite":      count(y.Has("det", "the", "this", "that", "these")),
		"another": count(y.Has("det", "a", "an", "another", "every") ||
			y.Has("amod", ordering...)),
		"nobody before":  count(len(a.participants) == 0),
		"also":           count(besides.Matches(y) || besidesVerb.Matches(y)),
		"one a briefing": count(briefing.Matches(x) != briefing.Matches(y)),
	}
}

var (
	// besides and besidesVerb match what is told beside what was told before: “Doe
	// also met Poe”, “Doe also plans to meet Poe”.
	besides     = tree.MustCompile(`:NOUN|PROPN|VERB [>advmod @also]`, words)
	besidesVerb = tree.MustCompile(`:NOUN|PROPN|VERB < :VERB [>advmod @also]`, words)

	// briefing matches a press conference, which is no talk with those beside.
	briefing = tree.MustCompile(`conference|briefing [>compound "news"|"press"]`, nil)
)

// noun is the head of the words that tell of a meeting.
func (m *maker) noun(t *telling) tree.Cursor { return tree.Head(m.Document, t.triggers()[0]) }

// points says whether the network takes the anchor of b for another word that
// tells of the meeting of a.
func points(a, b *telling) bool {
	return slices.Contains(a.frame.Roles[document.Same], b.frame.Anchor) || sameTrigger(a, b)
}

// sameTrigger says whether the words of one trigger are part of the other's.
func sameTrigger(a, b *telling) bool {
	return a.isTrigger(b.frame.Anchor) || b.isTrigger(a.frame.Anchor)
}

// samePeople says whether somebody takes part in both and nobody in one alone.
func samePeople(a, b []participant) bool {
	return len(a) > 0 && len(a) == len(b) && !slices.ContainsFunc(a, func(p participant) bool { return !has(b, p.Entity) })
}

// otherPeople says whether somebody takes part in each and nobody in both.
func otherPeople(a, b []participant) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(p participant) bool { return has(b, p.Entity) })
}

// othersAlone says whether two or more take part in each and nobody in both: “Doe met
// Roe. Poe met Coe.”
func othersAlone(a, b *telling) bool {
	return len(a.participants) > 1 && len(b.participants) > 1 && otherPeople(a.participants, b.participants)
}

// crossed says whether somebody takes part in both and somebody else in each alone:
// “Doe met Roe. Doe met Poe.”
func crossed(a, b []participant) bool {
	alone := func(x, y []participant) bool {
		return slices.ContainsFunc(x, func(p participant) bool { return p.Label == graph.Person && !has(y, p.Entity) })
	}
	both := slices.ContainsFunc(a, func(p participant) bool { return p.Label == graph.Person && has(b, p.Entity) })
	return both && alone(a, b) && alone(b, a)
}
