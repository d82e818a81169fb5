// Package lexicon has the sets of English words that the rules ask about:
// kin, thoughts, words before places.
//
//	if lexicon.Thinking.Has(word.Lemma) { … }
//
// The sets are data, words.txt, which says what each is for; they are read once
// and never change. Names and titles, which mean something by themselves, and the
// forms of verbs are package gazetteer's. The package imports nothing of the project.
package lexicon

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
)

//go:embed words.txt
var wordsTXT string

// Set is a set of words.
type Set struct{ words map[string]bool }

// Has says whether a word is of the set, in the case that the set has it in.
func (s Set) Has(word string) bool { return s.words[word] }

// Of returns the set of the words given.
func Of(words ...string) Set {
	s := Set{map[string]bool{}}
	for _, w := range words {
		s.words[w] = true
	}
	return s
}

func union(sets ...Set) Set {
	var words []string
	for _, s := range sets {
		words = append(words, s.Words()...)
	}
	return Of(words...)
}

// Words returns the words of the set, sorted.
func (s Set) Words() []string { return slices.Sorted(maps.Keys(s.words)) }

// Parse reads sets: a name, a colon and words, with lines that go on after a
// space, and comments after “#”.
func Parse(text string) map[string]Set {
	sets := map[string]Set{}
	name := ""
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		words := line
		if !strings.HasPrefix(line, " ") {
			name, words, _ = strings.Cut(line, ":")
			sets[name] = Of()
		}
		for _, w := range strings.Fields(words) {
			sets[name].words[w] = true
		}
	}
	return sets
}

// Possessive says whether a word is the mark of the possessive: “'s”.
func Possessive(word string) bool { return word == "'s" || word == "’s" }
