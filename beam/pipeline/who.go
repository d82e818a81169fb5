package pipeline

import (
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// posted is a sighting in a block.
type posted struct {
	Home bool `json:"home,omitempty"`
	identity.Sighting
}

// chain is joins that follow one another.
type chain []identity.Join

// Tell says what an article tells that bears on others.
type Tell struct{ Decided }

// ProcessElement emits the sightings of an article by block, and, by its name, its
// meetings; it asks about those who may be others.
func (t *Tell) ProcessElement(id string, packed []byte, sightings, asks, tellings emitter) error {
	f, err := unpack[facts.Article](packed)
	if err != nil {
		return err
	}
	for _, s := range identity.Sightings(&f) {
		if err := t.sight(s, sightings, asks); err != nil {
			return err
		}
	}
	for _, m := range identity.Tellings(&f) {
		if err := send(tellings, id, m); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tell) sight(s identity.Sighting, sightings, asks emitter) error {
	home, posts := identity.Blocks(s, t.decisions)
	if home == "" {
		return nil
	}
	asks(t.alone.ID(s.Article, s.ID), []byte(s.Article))
	err := send(sightings, home, posted{true, s})
	for _, block := range posts {
		if err == nil {
			err = send(sightings, block, posted{false, s})
		}
	}
	return err
}

// Decide decides who is who in a block.
type Decide struct{ Decided }

// ProcessElement emits the joins of a block: those of all articles by the id that
// they begin with; those of one article by its name, where it asks then whom
// they lead to. Who stands there is emitted by the item of Wikidata.
func (d *Decide) ProcessElement(block string, all values, everywhere, there, asks, stands emitter) error {
	seen, err := list[posted](all)
	if err != nil || !slices.ContainsFunc(seen, func(p posted) bool { return p.Home }) {
		return err
	}
	sightings := make([]identity.Sighting, len(seen))
	for i, p := range seen {
		sightings[i] = p.Sighting
	}
	found := identity.Decide(block, sightings, d.decisions)
	for _, x := range found.Stands {
		if err := send(stands, x.Item, x); err != nil {
			return err
		}
	}
	for _, j := range found.Joins {
		if j.Article == "" {
			err = send(everywhere, j.From, chain{j})
		} else {
			asks(d.alone.ID("", j.To), []byte(j.Article))
			err = send(there, j.Article, chain{j})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Unite joins those of all blocks who are known by one item of Wikidata.
type Unite struct{ Decided }

// ProcessElement emits the joins of an item by the id that they begin with.
func (u *Unite) ProcessElement(_ string, all values, everywhere emitter) error {
	stands, err := list[identity.Stand](all)
	for _, j := range identity.Unite(stands, u.decisions).Joins {
		if err == nil {
			err = send(everywhere, j.From, chain{j})
		}
	}
	return err
}

// Turn emits chains by the id that they lead to.
type Turn struct{ Decided }

// ProcessElement emits one chain.
func (t *Turn) ProcessElement(_ string, packed []byte, emit emitter) error {
	c, err := unpack[chain](packed)
	if err == nil {
		emit(t.alone.ID("", c[len(c)-1].To), packed)
	}
	return err
}

// Lengthen puts the chains that begin with an id behind those that lead to it.
type Lengthen struct{ Longest int }

// ProcessElement emits what leads to an id by where it begins.
func (l *Lengthen) ProcessElement(id string, begin, lead values, emit emitter) error {
	from, err := list[chain](begin)
	if err != nil {
		return err
	}
	return each(lead, func(c chain) error {
		for _, more := range from {
			if len(c)+len(more) > l.Longest {
				return fmt.Errorf("who is who: more than %d names follow one another from %s to %s", l.Longest, c[0].From, id)
			}
			if !slices.ContainsFunc(c, func(j identity.Join) bool { return j.From == more[0].From }) { // decisions may lead in circles
				c = append(c, more...)
			}
		}
		return send(emit, c[0].From, c)
	})
}

// Answer tells the articles that ask whom an id means.
type Answer struct{}

// ProcessElement emits the chain of an id to each article.
func (Answer) ProcessElement(_ string, chains, asks values, emit emitter) {
	var found []byte
	if !chains(&found) {
		return
	}
	found = slices.Clone(found)
	for article := []byte(nil); asks(&article); {
		emit(string(article), found)
	}
}

// Named keeps the chains of those who are named by decision.
type Named struct {
	Decided
	from map[string]bool // the ids with which such chains begin
}

// Setup implements beam's; see Decided.
func (n *Named) Setup() error {
	err := n.Decided.Setup()
	n.from = map[string]bool{}
	for _, id := range n.decisions.Named() {
		n.from[n.alone.ID("", id)] = true
	}
	return err
}

// ProcessElement emits a chain that begins with one of them.
func (n *Named) ProcessElement(from string, packed []byte, emit func([]byte)) {
	if n.from[from] {
		emit(packed)
	}
}

// joinsOf returns the joins of chains.
func joinsOf(chains values) (joins []identity.Join, err error) {
	err = each(chains, func(c chain) error { joins = append(joins, c...); return nil })
	return joins, err
}
