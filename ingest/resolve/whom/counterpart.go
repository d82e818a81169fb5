package whom

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// asCounterpart is how probable such a finding is taken for, a number that the
// models of hearers and of those who meet were learned with.
const asCounterpart = 0.9

// counterpart returns who holds the office of the one spoken of in the country
// that the phrase names: of “Blinken warned his Russian counterpart” the
// Russian foreign minister. It finds nobody where the article doesn't name him.
func (r *Resolver) counterpart(words document.Range, scene Scene) (Reference, bool) {
	head, named := tree.Head(r.document, words), r.cast.MentionsIn(words)
	if head.Lemma() != "counterpart" || slices.ContainsFunc(named, func(m who.Mention) bool { return m.Entity.Label == graph.Person }) {
		return Reference{}, false
	}
	for _, known := range [][]*who.Entity{scene.Speakers, scene.Partners, scene.Last} {
		if len(known) == 0 {
			continue
		}
		for _, m := range named {
			if e := r.peer(known, m.Entity); e != nil && m.Entity.Label == graph.Country {
				return Reference{Entities: []*who.Entity{e}, Rule: peers, Confidence: asCounterpart}, true
			}
		}
		break
	}
	return Reference{}, false
}

// peer returns the only one who holds in a country what one of the others holds
// elsewhere, nil where there are none or several.
func (r *Resolver) peer(known []*who.Entity, country *who.Entity) (found *who.Entity) {
	for _, e := range r.cast.Entities {
		if contains(known, e) || !slices.ContainsFunc(e.Offices, func(o who.Office) bool { return o.Of == country && !o.Former && isHeld(o, known) }) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// isHeld says whether one of them holds an office of the same kind.
func isHeld(o who.Office, by []*who.Entity) bool {
	return slices.ContainsFunc(by, func(e *who.Entity) bool {
		return slices.ContainsFunc(e.Offices, func(p who.Office) bool { return who.Rank(p.Title) == who.Rank(o.Title) && p.Of != o.Of })
	})
}

// strangers leaves out, for a counterpart whose country the phrase names, who is not
// known to be of it: “his Sudanese counterpart” is no one named elsewhere.
func strangers(r *Resolver, p phrase, _ document.Role, all []*candidate) []*candidate {
	country := r.ownerOf(p)
	if p.lemma != "counterpart" || country == nil {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool {
		return c.entity != nil && c.inside == nil && !slices.ContainsFunc(c.entity.Offices, func(o who.Office) bool {
			return o.Of == country || o.Of != nil && o.Of.Code == country.Code
		})
	})
}
