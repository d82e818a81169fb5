package whom

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

//go:embed data/kinds.tsv
var kindsTSV string

// kindsOfBodies are the kinds of bodies that nouns tell, “none” first, as
// data/kinds.tsv lists them.
var kindsOfBodies, kindOfNoun = loadKinds()

func loadKinds() (kinds []string, of map[string]int) {
	kinds, of = []string{"none"}, map[string]int{}
	for line := range strings.Lines(kindsTSV) {
		name, words, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found || line[0] == '#' {
			continue
		}
		for _, w := range strings.Split(words, "|") {
			of[w] = len(kinds)
		}
		kinds = append(kinds, name)
	}
	return kinds, of
}

// kindOf returns the index of the kind that a noun tells, 0 for none.
func kindOf(word, lemma string) int {
	if k := kindOfNoun[word]; k > 0 {
		return k
	}
	return kindOfNoun[lemma]
}

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
		if k := kindOf(w, w); k > 0 && !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	r.kinds[e] = kinds
	return kinds
}
