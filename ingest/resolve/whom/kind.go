package whom

import (
	"slices"
	"strings"

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
