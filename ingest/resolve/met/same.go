package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// groups puts the tellings of one meeting together, in the order of the first.
func (m *maker) groups(told []*telling) [][]*telling {
	var groups [][]*telling
	for _, t := range told {
		best, most := -1, 0.0
		for i, group := range groups {
			if s := likeness(group, t); s > most {
				best, most = i, s
			}
		}
		if best < 0 {
			groups = append(groups, []*telling{t})
		} else {
			groups[best] = append(groups[best], t)
		}
	}
	return groups
}

// likeness is the mean over the tellings of a group.
func likeness(group []*telling, t *telling) (sum float64) {
	for _, g := range group {
		sum += alike(g, t)
	}
	return sum / float64(len(group))
}

// alike says how much speaks for two tellings being of one meeting: above 0
// more than against it.
func alike(a, b *telling) float64 {
	s := -2.0
	if points(a, b) {
		s += 1.5
	}
	if points(b, a) {
		s += 1.5
	}
	if a.frame.Status == b.frame.Status {
		s += 0.7
	}
	switch {
	case sameTrigger(a, b):
		s += 3
	case (a.mode == "visit") != (b.mode == "visit"):
		s -= 0.7
	}
	common, apart := compare(a.participants, b.participants)
	s += 0.8 * float64(min(common, 2))
	if common == 0 && apart {
		s -= 2
	}
	if a.place != nil && b.place != nil {
		if a.place == b.place {
			s += 0.7
		} else {
			s -= 1.5
		}
	}
	if a.date != nil && b.date != nil {
		if a.date.Value == b.date.Value {
			s += 0.7
		} else {
			s -= 1.5
		}
	}
	return s
}

// points says whether the network takes the anchor of b for another word that
// tells of the meeting of a.
func points(a, b *telling) bool {
	return slices.Contains(a.frame.Roles[document.Same], b.frame.Anchor) || sameTrigger(a, b)
}

// sameTrigger says whether the words of one trigger are part of the other's.
func sameTrigger(a, b *telling) bool {
	return slices.Contains(a.frame.Roles[document.Trigger], b.frame.Anchor) || slices.Contains(b.frame.Roles[document.Trigger], a.frame.Anchor)
}

// compare returns how many take part in both, and whether both have some.
func compare(a, b []participant) (common int, both bool) {
	for _, p := range a {
		if slices.ContainsFunc(b, func(q participant) bool { return q.Entity == p.Entity }) {
			common++
		}
	}
	return common, len(a) > 0 && len(b) > 0
}
