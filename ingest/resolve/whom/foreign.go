package whom

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// foreign leaves out whom an office can't mean whose country is named: “Iran's foreign
// minister” is nobody who holds offices of other countries alone.
func foreign(r *Resolver, p phrase, _ document.Role, all []*candidate) []*candidate {
	owner := cmp.Or(r.ownerOf(p), r.ownerBefore(p))
	if owner == nil || len(p.title) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool {
		return c.entity != nil && c.inside == nil && c.entity.Label == graph.Person && abroad(c.entity, owner)
	})
}

// ownerOf returns the country whose name hangs from the head of a phrase, and nobody
// else's: “Iran's foreign minister”, “the French president”.
func (r *Resolver) ownerOf(p phrase) (owner *who.Entity) {
	for _, c := range p.head.Children("nmod", "amod", "compound") {
		mention := r.cast.MentionAt(c.Word)
		if mention == nil || c.Word > p.head.Word && c.Preposition() != "of" {
			continue
		}
		if mention.Entity.Label != graph.Country || owner != nil && owner != mention.Entity {
			return nil
		}
		owner = mention.Entity
	}
	return owner
}

// ownerBefore returns the country that “its” means before the head of a phrase: the
// only one that is a subject before it in the sentence, as in “Iran agreed, its
// foreign minister said”.
func (r *Resolver) ownerBefore(p phrase) (owner *who.Entity) {
	its := p.head.Child("nmod")
	if its.Lower() != "its" {
		return nil
	}
	for w := r.document.SentenceOf(its.Word).First; w < its.Word; w++ {
		mention := r.cast.MentionAt(w)
		if mention == nil || mention.Entity.Label != graph.Country || !tree.At(r.document, w).By("nsubj") {
			continue
		}
		if owner != nil && owner != mention.Entity {
			return nil
		}
		owner = mention.Entity
	}
	return owner
}

// abroad says whether somebody is known to hold offices of other countries, and none
// of this one or of whom nobody knows.
func abroad(e, country *who.Entity) bool {
	return len(e.Offices) > 0 && !slices.ContainsFunc(e.Offices, func(o who.Office) bool {
		return o.Of == nil || o.Of.Label != graph.Country || o.Of == country
	})
}
