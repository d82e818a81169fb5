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

// Decided is what comes of a block, or of an item of Wikidata.
type Decided struct {
	Joins  []Join
	Doubts []Doubt
	Stands []Stand // of a block, who are known by an item
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

// Decides says whether there may be anything to decide in a block of so many
// entities: people of one name are told apart, bodies are not.
func Decides(block string, entities int) bool {
	return entities > 1 || !strings.HasPrefix(block, bodies)
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
		if len(knownBy(b.sightings)) > 1 && d.joins(b.id) { // who a person decided to be one are
			for i := range b.sightings {
				b.sightings[i].Item = ""
			}
		}
		bearers = append(bearers, b)
		first = last
	}
	return bearers
}
