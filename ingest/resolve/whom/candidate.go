package whom

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// place is where and how somebody is named.
type place struct {
	who.Mention
	head   tree.Cursor
	quoted bool
	inner  bool // within the mention of another: “Israeli” in “Israeli army”
}

func (r *Resolver) placesOf(c *who.Cast) []place {
	places := make([]place, len(c.Mentions))
	end := -1
	for i, m := range c.Mentions {
		places[i] = place{m, tree.Head(c.Document, m.Range), r.quoted[m.First], m.Last <= end}
		end = max(end, m.Last)
	}
	return places
}

// How far before and after a phrase somebody must be named to be meant by it,
// in mentions: it bounds the work in long documents.
const (
	backward = 120
	forward  = 40
)

// candidate is somebody who may be meant by a phrase; nobody has no entity.
type candidate struct {
	entity  *who.Entity
	inside  *place  // in the phrase, the one that tells most
	before  []place // the nearest first
	after   []place
	recency int // how many others of its kind were named later before the phrase
}

// candidates returns who may be meant by a phrase: nobody first, then those in
// it, before it and after it, the nearest first.
func (r *Resolver) candidates(p phrase, scene Scene) []*candidate {
	found := []*candidate{{}}
	index := map[*who.Entity]*candidate{}
	of := func(e *who.Entity) *candidate {
		if index[e] == nil {
			index[e] = &candidate{entity: e, recency: -1}
			found = append(found, index[e])
		}
		return index[e]
	}
	at := r.firstFrom(p.First)
	next := at
	for ; next < len(r.places) && r.places[next].First < p.Last; next++ {
		if m := &r.places[next]; m.Last <= p.Last {
			if c := of(m.Entity); c.inside == nil || tells(p, *m) > tells(p, *c.inside) {
				c.inside = m
			}
		}
	}
	ranks := map[graph.Label]int{}
	for i := at - 1; i >= max(0, at-backward); i-- {
		m := r.places[i]
		c := of(m.Entity)
		if c.before = append(c.before, m); c.recency < 0 {
			c.recency = ranks[m.Entity.Label]
			ranks[m.Entity.Label]++
		}
	}
	for i := next; i < min(len(r.places), next+forward); i++ {
		c := of(r.places[i].Entity)
		c.after = append(c.after, r.places[i])
	}
	for _, others := range [][]*who.Entity{scene.Last, scene.Speakers, scene.Partners} {
		for _, e := range others {
			of(e)
		}
	}
	return found
}

// firstFrom returns the index of the first mention from a word on.
func (r *Resolver) firstFrom(word int) int {
	i, _ := slices.BinarySearchFunc(r.places, word, func(m place, word int) int { return m.First - word })
	return i
}

// relation is how a name stands in a phrase.
type relation int

const (
	whole     relation = iota // it is the phrase
	headed                    // the head lies in it
	appended                  // it stands after the head: “the minister Jane Doe”
	possessed                 // “Jane Doe's lawyer”
	modifying                 // “a White House official”
	ofIt                      // “the leader of Russia”
	forIt                     // “a spokesman for Apple”
	fromIt                    // “officials from Chad”
	atIt                      // “analyst at Shell”, “the police in Rome”
	below                     // anywhere else
	relations
)

// relationOf says how a name stands in a phrase.
func relationOf(p phrase, m place) relation {
	switch {
	case m.Range == p.Range || m.Last == p.Last && m.First == p.First+1 && p.head.Word > p.First && tree.At(p.head.Document, p.First).Is("DET"):
		return whole
	case m.First <= p.head.Word && p.head.Word < m.Last:
		return headed
	case m.head.Up() != p.head:
		return below
	}
	switch relation := m.head.Relation(); {
	case m.head.Subtype("nmod:poss"):
		return possessed
	case slices.Contains([]string{"flat", "appos"}, relation), relation == "compound" && m.First > p.head.Word, relation == "nmod" && m.head.Subtype("nmod:desc"):
		return appended
	case slices.Contains([]string{"compound", "amod"}, relation):
		return modifying
	case relation == "nmod":
		switch m.head.Preposition() {
		case "of":
			return ofIt
		case "for":
			return forIt
		case "from":
			return fromIt
		}
		return atIt
	}
	return below
}

// tells says how much a name in a phrase tells whom it means.
func tells(p phrase, m place) int {
	score := 2 * int(relations-relationOf(p, m))
	if m.Last == p.Last {
		score++
	}
	return score
}

func contains(entities []*who.Entity, e *who.Entity) bool { return slices.Contains(entities, e) }

// in says whether a mention lies in one of the ranges.
func in(ranges []document.Range, m document.Range) bool {
	return slices.ContainsFunc(ranges, func(r document.Range) bool { return r.Contains(m) })
}
