package identity

import (
	"cmp"
	"slices"
	"strings"
)

// part tells people of one name apart: two of them are two where they are known
// by two items of Wikidata, or where their offices are of other countries, and
// neither's article names the other's country.
func (b *bearer) part() {
	b.groups = clashing(b.sightings)
	if len(b.groups) < 2 {
		b.groups = []group{{id: b.id, sightings: b.sightings}}
		return
	}
	first := &b.groups[0]
	first.id = b.id
	for i := range b.groups[1:] {
		g := &b.groups[i+1]
		g.id = b.id + "-" + g.sign()
		why := "one name, offices of different countries"
		if first.item != "" && g.item != "" {
			why = "one name, different items of Wikidata"
		}
		for _, x := range g.sightings {
			b.joins = append(b.joins, Join{From: b.id, Article: x.Article, To: g.id, Rule: why})
		}
		b.doubts = append(b.doubts, Doubt{A: first.sightings[0].side(b.id), B: g.sightings[0].side(g.id), Why: why, Kept: "different", order: i})
	}
}

// group is sightings of one person, and what ties the person to them: an item of
// Wikidata, "" where none is known, and the countries of the offices.
type group struct {
	id        string
	item      string
	offices   []string
	sightings []Sighting
}

// sign is what is added to the id of one whose name another has.
func (g group) sign() string {
	if g.item != "" {
		return strings.ToLower(g.item)
	}
	return strings.TrimPrefix(g.offices[0], "country:")
}

// clashing divides sightings of one name into people, those with most articles
// first. Who has no item and holds no office goes with the largest group whose
// country the article names, else with the first.
func clashing(sightings []Sighting) []group {
	groups := knownBy(sightings)
	for _, x := range sightings {
		if x.Item != "" || len(x.Offices) == 0 {
			continue
		}
		near := slices.IndexFunc(groups, func(g group) bool { return g.fits(x) })
		if near < 0 {
			near = slices.IndexFunc(groups, func(g group) bool { return len(g.offices) == 0 && (g.item == "" || g.near(x)) })
		}
		if near < 0 {
			groups, near = append(groups, group{}), len(groups)
		}
		groups[near].add(x)
	}
	for i := range groups {
		slices.Sort(groups[i].offices)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(len(b.sightings)-len(a.sightings), slices.Compare(a.offices, b.offices), cmp.Compare(a.item, b.item))
	})
	for _, x := range sightings {
		if x.Item != "" || len(x.Offices) > 0 || len(groups) < 2 {
			continue
		}
		near := max(0, slices.IndexFunc(groups, func(g group) bool { return shares(x.Countries, g.offices) }))
		groups[near].sightings = append(groups[near].sightings, x)
	}
	return groups
}

// knownBy returns the groups of those who are known by items of Wikidata.
func knownBy(sightings []Sighting) (groups []group) {
	for _, x := range sightings {
		if x.Item == "" {
			continue
		}
		near := slices.IndexFunc(groups, func(g group) bool { return g.item == x.Item })
		if near < 0 {
			groups, near = append(groups, group{item: x.Item}), len(groups)
		}
		groups[near].add(x)
	}
	return groups
}

func (g *group) add(x Sighting) {
	g.offices, g.sightings = append(g.offices, x.Offices...), append(g.sightings, x)
}

// fits says whether an office in a sighting goes with one in the group.
func (g group) fits(x Sighting) bool {
	return slices.ContainsFunc(g.sightings, func(y Sighting) bool { return len(y.Offices) > 0 && !clash(x, y) })
}

// near says whether a sighting and one in the group are of one country: an office in
// a land of which nothing that is known of somebody tells is another's.
func (g group) near(x Sighting) bool {
	return slices.ContainsFunc(g.sightings, func(y Sighting) bool { return shares(x.Countries, y.Countries) })
}

func clash(a, b Sighting) bool {
	return !shares(a.Offices, b.Countries) && !shares(b.Offices, a.Countries)
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
