package identity

import (
	"cmp"
	"slices"
	"strings"
)

// Join says whom an id of an article's facts means. Joins follow one another:
// what an id is joined to may be joined in turn.
type Join struct {
	From       string  `json:"from"`
	Article    string  `json:"article,omitempty"` // in which alone it holds; "" is all, but for those with a join of their own
	To         string  `json:"to"`
	Name       string  `json:"name,omitempty"` // of To, where it isn't that of From
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
	Evidence   string  `json:"evidence,omitempty"` // what spoke for it, as a person reads it
}

// Decided is what comes of a block.
type Decided struct {
	Joins  []Join
	Doubts []Doubt
}

// Blocks returns the block in which it is decided who a sighting is, and those
// in which it is a candidate for others. Its home depends on the id alone, which
// all sightings of one entity share. Of what is never joined, as a country, the
// home is "".
func Blocks(s Sighting, d *Decisions) (home string, posts []string) {
	id := d.in(s.Article, s.ID)
	switch label(id) {
	case "person":
		return blocksOfName(nameOf(id))
	case "organization":
		return blocksOfBody(bodyOf(id))
	}
	return "", nil
}

func blocksOfName(n name) (home string, posts []string) {
	if n.familyFirst() {
		posts = []string{family(n.given[0])}
	}
	return family(n.family), posts
}

// family returns the block of a family name.
func family(name string) string { return "family:" + name }

// Decide decides who the entities are whose home a block is, from all sightings
// that have their home there or are posted there, in any order.
func Decide(block string, sightings []Sighting, d *Decisions) Decided {
	if strings.HasPrefix(block, bodies) {
		return decideBodies(block, sightings, d)
	}
	return decidePeople(block, sightings, d)
}

// bearer is an id and what was seen of it.
type bearer struct {
	id        string
	sightings []Sighting
	groups    []group // people of the name
	joins     []Join  // of those who aren't the first
	doubts    []Doubt
}

// bearersOf returns the bearers of names, by id; people of one name are told
// apart.
func bearersOf(sightings []Sighting, d *Decisions) (bearers []bearer) {
	as := make([]Sighting, len(sightings))
	for i, s := range sightings {
		as[i], as[i].ID = s, d.in(s.Article, s.ID)
	}
	slices.SortFunc(as, func(a, b Sighting) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Evidence, b.Evidence))
	})
	for first := 0; first < len(as); {
		last := first + 1
		for last < len(as) && as[last].ID == as[first].ID {
			last++
		}
		b := bearer{id: as[first].ID, sightings: as[first:last:last]}
		bearers = append(bearers, b)
		first = last
	}
	return bearers
}

// part tells people of one name apart: two of them are two where their offices
// are of other countries, and neither's article names the other's country.
func (b *bearer) part() {
	b.groups = clashing(b.sightings)
	if len(b.groups) < 2 {
		b.groups = []group{{id: b.id, sightings: b.sightings}}
		return
	}
	const why = "one name, offices of different countries"
	first := &b.groups[0]
	first.id = b.id
	for i := range b.groups[1:] {
		g := &b.groups[i+1]
		g.id = b.id + "-" + strings.TrimPrefix(g.offices[0], "country:")
		for _, x := range g.sightings {
			b.joins = append(b.joins, Join{From: b.id, Article: x.Article, To: g.id, Rule: why})
		}
		b.doubts = append(b.doubts, Doubt{A: first.sightings[0].side(b.id), B: g.sightings[0].side(g.id), Why: why, Kept: "different", order: i})
	}
}

// group is sightings of one person, and the countries that they tie the person to.
type group struct {
	id        string
	offices   []string
	sightings []Sighting
}

// clashing divides sightings of one name into people, those with most articles
// first. Who holds no office goes with the largest group whose country the
// article names, else with the first.
func clashing(sightings []Sighting) []group {
	var groups []group
	for _, x := range sightings {
		if len(x.Offices) == 0 {
			continue
		}
		near := slices.IndexFunc(groups, func(g group) bool {
			return slices.ContainsFunc(g.sightings, func(y Sighting) bool { return !clash(x, y) })
		})
		if near < 0 {
			groups, near = append(groups, group{}), len(groups)
		}
		groups[near].offices = append(groups[near].offices, x.Offices...)
		groups[near].sightings = append(groups[near].sightings, x)
	}
	for i := range groups {
		slices.Sort(groups[i].offices)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(len(b.sightings)-len(a.sightings), cmp.Compare(a.offices[0], b.offices[0]))
	})
	for _, x := range sightings {
		if len(x.Offices) > 0 || len(groups) < 2 {
			continue
		}
		near := max(0, slices.IndexFunc(groups, func(g group) bool { return shares(x.Countries, g.offices) }))
		groups[near].sightings = append(groups[near].sightings, x)
	}
	return groups
}

func clash(a, b Sighting) bool {
	return !shares(a.Offices, b.Countries) && !shares(b.Offices, a.Countries)
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
