package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// individual is one person or body of a block as far as is known: those of one
// id whom nothing tells apart, and whoever is joined to them.
type individual struct {
	id    string // that stands for all
	name  name   // of a person
	body  body   // the name of a body
	home  bool   // whether it is decided in this block who the id is
	once  bool   // whether it is decided for all articles together
	seen  []Sighting
	forms []*individual // all that are joined, and itself
	traits
}

// decider is what a block decides.
type decider struct {
	block     string
	decisions *Decisions
	shortFor  func(x, y *individual) (rule.Rule, bool) // by which rule the name of x may be short for that of y
	known     []*individual
	told      map[[2]string]bool // pairs of whom a doubt tells that they were joined
	found     Decided
}

// decidePeople decides who the people of a block are. Names with a first name
// come first, the fullest before the others, of these the most frequent, so that
// a shorter one finds one person where there is one; a name of one word comes
// last. An initial and a name of one word are decided article by article: they
// may mean others in others.
func decidePeople(block string, sightings []Sighting, d *Decisions) Decided {
	p := &decider{block: block, decisions: d, told: map[[2]string]bool{}, shortFor: shortOf}
	var all []*individual
	for _, b := range bearersOf(sightings, d) {
		b.part()
		home, _ := Blocks(b.sightings[0], d)
		if home == block {
			p.found.Joins, p.found.Doubts = append(p.found.Joins, b.joins...), append(p.found.Doubts, b.doubts...)
		}
		for _, g := range b.groups {
			n := nameOf(b.id)
			for i := range g.sightings { // a decision is about the one of its id alone
				g.sightings[i].Item = d.item(g.id, g.sightings[i].Item)
			}
			all = append(all, &individual{id: g.id, name: n, home: home == block, once: n.turn() == 0, seen: g.sightings})
		}
	}
	slices.SortStableFunc(all, func(a, b *individual) int {
		return cmp.Or(a.name.turn()-b.name.turn(), b.name.length()-a.name.length(), len(b.seen)-len(a.seen), cmp.Compare(a.id, b.id))
	})
	return p.decide(all)
}

// shortOf returns the rule by which the name of x is short for that of y, unless an
// initial that x has in some article, and no id, is of another name: George W. Bush is
// not George H.W. Bush.
func shortOf(x, y *individual) (rule.Rule, bool) {
	if i := x.middle(); i != "" && len(y.name.given) > 1 && !strings.HasPrefix(y.name.given[1], i) {
		return rule.Rule{}, false
	}
	return shortFor(x.name, y.name)
}

// middle returns the first letter of the initial after the first name, “” where no
// article has one.
func (x *individual) middle() string {
	for _, s := range x.seen {
		if words := strings.Fields(s.Name); len(words) > 2 && len(words[1]) > 1 && words[1][1] == '.' {
			return strings.ToLower(words[1][:1])
		}
	}
	return ""
}

// decide decides who each is of those whose fullest names come first.
func (p *decider) decide(all []*individual) Decided {
	for _, x := range all {
		p.settle(x)
	}
	p.found.Stands = standing(p.known)
	return p.found
}

// settle joins somebody to the one whom the name is short for.
func (p *decider) settle(x *individual) {
	candidates := p.candidates(x)
	if x.once {
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

// stand lets somebody stand, whom from then on shorter names may mean.
func (p *decider) stand(x *individual, seen []Sighting) {
	x.seen = seen
	x.add(x, seen)
	p.known = append(p.known, x)
}

func (x *individual) add(other *individual, seen []Sighting) {
	x.forms = append(x.forms, other)
	x.traits.add(seen)
}

// join joins what was seen of one to another, in an article or in all.
func (p *decider) join(x, to *individual, article string, j choice, seen []Sighting) {
	to.add(x, seen)
	if !x.home {
		return
	}
	p.found.Joins = append(p.found.Joins, Join{
		From: x.id, Article: article, To: to.id, Name: fullest(to.seen), Rule: j.rule(), Confidence: j.share(), Evidence: j.evidence,
	})
	if both := pair(x.id, to.id); !p.told[both] { // by the first article of several
		p.told[both] = true
		p.found.Doubts = append(p.found.Doubts, Doubt{A: to.seen[0].side(to.id), B: seen[0].side(x.id), Why: j.why(), Kept: "same", Confidence: j.share(), Evidence: j.evidence})
	}
}

// doubt notes whom a name that nobody is found for may be short for.
func (p *decider) doubt(x *individual, candidates []candidate) {
	if !x.home {
		return
	}
	for _, c := range candidates {
		p.found.Doubts = append(p.found.Doubts, Doubt{A: c.seen[0].side(c.id), B: x.seen[0].side(x.id), Why: why(c.by), Kept: "different"})
	}
	if !x.once || label(x.id) != "person" {
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
