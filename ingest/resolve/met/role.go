package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// receiving matches who receives the others, at the verb or the noun for a meeting.
var receiving = []*tree.Pattern{
	tree.MustCompile(`@receive ~doer =who`, words),
	tree.MustCompile(`<obj @receive ~doer =who`, words),
	tree.MustCompile(`>acl @receive ~agent =who`, words),
}

// receives says whether a word is for who receives the others.
func (m *maker) receives(t *telling, c tree.Cursor) bool {
	return slices.ContainsFunc(t.triggers(), func(r document.Range) bool {
		head := tree.Head(m.Document, r)
		return slices.ContainsFunc(receiving, func(p *tree.Pattern) bool {
			who := p.Match(head).At("who")
			return who.OK() && slices.Contains(append(who.Conjuncts(), who), c)
		})
	})
}

// roleAt is the role of somebody who takes part in a meeting at a place, nil where
// none is told. A person who is host is at home there or told to receive the others: of
// the 10 people whom the network alone calls so in dev and press 1 is; the others are
// guests, or simply meet. States and bodies are hosts as the network says.
func (p participant) roleAt(place *who.Entity) string {
	if p.receives {
		return string(document.Host)
	}
	home := place != nil && place.Code != "" && p.isOf(place.Code)
	if p.role == string(document.Host) && p.Label == graph.Person && !home {
		return string(document.Participant)
	}
	return p.role
}

// isOf says whether somebody holds an office of a country or of a body of it.
func (p participant) isOf(code string) bool {
	return slices.ContainsFunc(p.Offices, func(o who.Office) bool { return o.Of != nil && o.Of.Code == code && !o.Former })
}
