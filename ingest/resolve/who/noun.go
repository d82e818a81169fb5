package who

import (
	_ "embed"
	"strings"
)

//go:embed data/kinds.tsv
var kindsTSV string

// KindsOfBodies are the kinds of bodies that nouns tell, “none” first, as
// data/kinds.tsv lists them.
var KindsOfBodies, kindOfNoun = loadKinds()

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

// KindOf returns the index of the kind that a noun tells, 0 for none.
func KindOf(word, lemma string) int {
	if k := kindOfNoun[word]; k > 0 {
		return k
	}
	return kindOfNoun[lemma]
}
