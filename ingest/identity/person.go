package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// individual is one person of a block as far as is known: those of one id whom
// nothing tells apart, and whoever is joined to them.
type individual struct {
	id    string // that stands for the person
	name  name
	home  bool // whether it is decided in this block who the id is
	seen  []Sighting
	names []name // of all that are joined, and their ids
	ids   []string
	traits
}

// people is what a block decides of people.
type people struct {
	block     string
	decisions *Decisions
	known     []*individual
	found     Decided
}

// decidePeople decides who the people of a block are. Names with a first name
// come first, the fullest before the others, so that a shorter one finds one
// person where there is one; a name of one word comes last.
func decidePeople(block string, sightings []Sighting, d *Decisions) Decided {
	p := &people{block: block, decisions: d}
	all := p.persons(sightings)
	slices.SortStableFunc(all, func(a, b *individual) int {
		return cmp.Or(a.name.turn()-b.name.turn(), b.name.length()-a.name.length(), cmp.Compare(a.id, b.id))
	})
	for _, x := range all {
		p.settle(x)
	}
	return p.found
}

// persons returns the people of sightings, those of one name told apart.
func (p *people) persons(sightings []Sighting) (all []*individual) {
	for _, b := range bearersOf(sightings, p.decisions) {
		home, _ := Blocks(b.sightings[0], p.decisions)
		if home == p.block {
			p.found.Joins, p.found.Doubts = append(p.found.Joins, b.joins...), append(p.found.Doubts, b.doubts...)
		}
		for _, g := range b.groups {
			all = append(all, &individual{id: g.id, name: nameOf(b.id), home: home == p.block, seen: g.sightings})
		}
	}
	return all
}

// settle joins a person to the one whom the name is short for. An initial and a
// name of one word are decided article by article: they may mean others in others.
func (p *people) settle(x *individual) {
	candidates := p.candidates(x)
	if x.name.turn() == 0 {
		if to, j := p.choose(x, x.seen, candidates); to != nil {
			p.join(x, to, "", j, x.seen)
			return
		}
		p.doubt(x, candidates)
		p.stand(x, x.seen)
		return
	}
	var left []Sighting
	for _, s := range x.seen {
		if to, j := p.choose(x, []Sighting{s}, candidates); to != nil {
			p.join(x, to, s.Article, j, []Sighting{s})
			continue
		}
		left = append(left, s)
	}
	if len(left) > 0 {
		p.doubt(x, candidates)
		p.stand(x, left)
	}
}

// stand lets a person stand, whom from then on shorter names may mean.
func (p *people) stand(x *individual, seen []Sighting) {
	x.seen = seen
	x.add(x, seen)
	p.known = append(p.known, x)
}

func (x *individual) add(other *individual, seen []Sighting) {
	x.names, x.ids = append(x.names, other.name), append(x.ids, other.id)
	x.traits.add(seen)
}

// join joins what was seen of one to another, in an article or in all.
func (p *people) join(x, to *individual, article string, j choice, seen []Sighting) {
	to.add(x, seen)
	if !x.home {
		return
	}
	p.found.Joins = append(p.found.Joins, Join{
		From: x.id, Article: article, To: to.id, Name: fullest(to.seen), Rule: j.by.With(j.sign.Name), Confidence: j.share(), Evidence: j.evidence,
	})
	p.found.Doubts = append(p.found.Doubts, Doubt{A: to.seen[0].side(to.id), B: seen[0].side(x.id), Why: why(j.by), Kept: "same", Confidence: j.share(), Evidence: j.evidence})
}

// doubt notes whom a name that nobody is found for may be short for.
func (p *people) doubt(x *individual, candidates []candidate) {
	if !x.home {
		return
	}
	for _, c := range candidates {
		p.found.Doubts = append(p.found.Doubts, Doubt{A: c.seen[0].side(c.id), B: x.seen[0].side(x.id), Why: why(c.by), Kept: "different"})
	}
	if x.name.turn() > 0 {
		return
	}
	for _, y := range p.known {
		if alike(y.name, x.name) {
			p.found.Doubts = append(p.found.Doubts, Doubt{A: y.seen[0].side(y.id), B: x.seen[0].side(x.id), Why: "first names that are alike", Kept: "different"})
		}
	}
}

// fullest returns the name of sightings that tells most.
func fullest(seen []Sighting) string {
	var names []string
	for _, s := range seen {
		names = append(names, s.Name)
	}
	return graph.FullName(names...)
}

// why is what a rule looks at, as a person reads it.
func why(by rule.Rule) string {
	if strings.ContainsAny(by.Name[:1], "aeiou") {
		return "an " + by.Name
	}
	return "a " + by.Name
}
