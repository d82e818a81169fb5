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
	told   bool // no name, but a pronoun or a noun that is known to mean somebody
}

// certain is the least score with which a pronoun counts as a place where
// somebody is spoken of: whom the network takes for its antecedent.
const certain = 0.6

// findPlaces finds where everybody is named, or meant by a pronoun.
func (r *Resolver) findPlaces() {
	end := -1
	for _, m := range r.cast.Mentions {
		r.places = append(r.places, place{m, tree.Head(r.document, m.Range), r.quoted[m.First], m.Last <= end, false})
		end = max(end, m.Last)
	}
	for _, a := range r.document.Antecedents {
		if m := r.cast.MentionAt(r.document.Names[a.Name].Last - 1); m != nil && a.Score >= certain && r.agrees(pronounOf[tree.At(r.document, a.Pronoun).Lower()], m.Entity) {
			r.addPlace(m.Entity, document.Range{First: a.Pronoun, Last: a.Pronoun + 1})
		}
	}
}

// findVoices finds the names of those who speak, by the words of sources.
func (r *Resolver) findVoices() {
	for _, f := range r.document.Frames {
		if f.Kind != document.Statement {
			continue
		}
		for _, part := range f.Parts(document.Source) {
			head := tree.Head(r.document, part).Word
			var voice *who.Mention
			for _, m := range r.cast.MentionsIn(part) {
				if m.Entity.Label == graph.Person || m.First <= head && head < m.Last {
					voice = &m
				}
			}
			if voice != nil {
				r.voices = append(r.voices, *voice)
			}
		}
	}
	slices.SortStableFunc(r.voices, func(a, b who.Mention) int { return a.First - b.First })
	for _, v := range r.voices {
		r.spoken[v.Entity]++
		r.longest = max(r.longest, v.Len())
	}
}

// voices are who speaks by name around a phrase: the last before it, the next
// after it, and how often each is named so in it.
type voices struct {
	before, after *who.Entity
	within        map[*who.Entity]int
}

// voicesAround finds who speaks around a phrase.
func (r *Resolver) voicesAround(words document.Range) (found voices) {
	from := func(word int) int {
		i, _ := slices.BinarySearchFunc(r.voices, word, func(m who.Mention, word int) int { return m.First - word })
		return i
	}
	end := from(words.Last)
	if end < len(r.voices) {
		found.after = r.voices[end].Entity
	}
	for i := end - 1; i >= 0 && (found.before == nil || r.voices[i].First > words.First-r.longest); i-- {
		switch m := r.voices[i]; {
		case m.Overlaps(words):
			if found.within == nil {
				found.within = map[*who.Entity]int{}
			}
			found.within[m.Entity]++
		case found.before == nil:
			found.before = m.Entity
		}
	}
	return found
}

// How far before and after a phrase somebody must be named to be meant by it,
// in mentions: it bounds the work in long documents.
const (
	backward = 120
	forward  = 40
)

// candidate is somebody who may be meant by a phrase; nobody has no entity.
type candidate struct {
	entity *who.Entity
	inside *place  // in the phrase, the one that tells most
	before []place // the nearest first
	after  []place

	// How many others are named between it and the phrase: of its kind, and of
	// those who agree with the pronoun and aren't named in the content; -1 where
	// it isn't named before.
	recency, agreeing int
}

// candidates returns who may be meant by a phrase: nobody first, then those in
// it, before it and after it, the nearest first.
func (r *Resolver) candidates(p phrase, scene Scene) []*candidate {
	found := []*candidate{{recency: -1, agreeing: -1}}
	index := map[*who.Entity]*candidate{}
	of := func(e *who.Entity) *candidate {
		if index[e] == nil {
			index[e] = &candidate{entity: e, recency: -1, agreeing: -1}
			found = append(found, index[e])
		}
		return index[e]
	}
	at := r.firstFrom(p.First)
	next := at
	for ; next < len(r.places) && r.places[next].First < p.Last; next++ {
		if m := &r.places[next]; m.Last <= p.Last && !m.told {
			if c := of(m.Entity); c.inside == nil || tells(p, *m) > tells(p, *c.inside) {
				c.inside = m
			}
		}
	}
	ranks, agreeing := map[graph.Label]int{}, 0
	for i := at - 1; i >= max(0, at-backward); i-- {
		m := r.places[i]
		c := of(m.Entity)
		if c.before = append(c.before, m); c.recency < 0 {
			c.recency = ranks[m.Entity.Label]
			ranks[m.Entity.Label]++
		}
		if c.agreeing < 0 && r.agrees(p.pronoun, m.Entity) && !m.quoted && !in(scene.Content, m.Range) {
			c.agreeing = agreeing
			agreeing++
		}
	}
	for i := next; i < min(len(r.places), next+forward); i++ {
		c := of(r.places[i].Entity)
		c.after = append(c.after, r.places[i])
	}
	found = slices.DeleteFunc(found, func(c *candidate) bool { return c.inside != nil && r.served(p, c.inside.Range) })
	for _, others := range [][]*who.Entity{scene.Last, scene.Speakers, scene.Partners} {
		for _, e := range others {
			of(e)
		}
	}
	found = slices.DeleteFunc(found, func(c *candidate) bool {
		return c.entity != nil && c.inside == nil && contains(scene.Others, c.entity)
	})
	return r.athome(p, elected(p, found))
}

// agrees says whether a pronoun may mean somebody of that kind and gender.
func (r *Resolver) agrees(p pronoun, e *who.Entity) bool {
	switch p {
	case he, she:
		return e.Label == graph.Person && agreement(p, r.gender(e)) < 2
	case it:
		return e.Label != graph.Person
	case relative, i:
		return e.Label == graph.Person
	}
	return true
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
	}
	top := topOf(m.head, p.head)
	switch {
	case top.Up() != p.head:
		return below
	case top.By("nmod:poss"):
		return possessed
	case top.By("flat", "appos", "nmod:desc"), top.By("compound") && m.First > p.head.Word:
		return appended
	case top.By("compound", "amod"):
		return modifying
	case !top.By("nmod"):
		return below
	}
	if relation, listed := byPreposition[top.Preposition()]; listed {
		return relation
	}
	return atIt
}

var byPreposition = map[string]relation{"of": ofIt, "for": forIt, "from": fromIt}

// topOf climbs from a name to the noun that it stands with, below the head of
// the phrase: from “Jane Doe” to “minister” in “the minister Jane Doe's aide”.
func topOf(name, head tree.Cursor) tree.Cursor {
	for steps := 0; steps < 3 && name != head && name.Up() != head && name.By("flat", "appos", "compound", "list"); steps++ {
		name = name.Up()
	}
	return name
}

// tells returns how much a name in a phrase tells whom the phrase means.
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
