package whom

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// kindsOf returns the kinds that the words of a body's names, and the nouns
// that stand with them, tell.
func (r *Resolver) kindsOf(e *who.Entity) []int {
	if kinds, known := r.kinds[e]; known {
		return kinds
	}
	var kinds []int
	words := append(strings.Fields(strings.ToLower(e.Name)), e.Nouns...)
	for _, alias := range r.cast.Aliases(e) {
		words = append(words, strings.Fields(strings.ToLower(alias))...)
	}
	for _, w := range words {
		if k := who.KindOf(w, w); k > 0 && !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	r.kinds[e] = kinds
	return kinds
}

// press are the kinds of those who pass words on.
var press = []int{slices.Index(who.KindsOfBodies, "press"), slices.Index(who.KindsOfBodies, "agency")}

// Press says whether somebody is an agency, a paper or a station, by the words for
// it or because everybody knows it.
func (r *Resolver) Press(e *who.Entity) bool {
	if e.Label != graph.Organization {
		return false
	}
	return lexicon.Press.Has(strings.ToLower(e.Name)) || slices.ContainsFunc(r.kindsOf(e), func(kind int) bool { return slices.Contains(press, kind) })
}
