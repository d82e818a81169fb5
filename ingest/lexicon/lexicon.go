// Package lexicon has the sets of English words that the rules ask about:
// kin, thoughts, words before places. Parse and Classes read the same form of
// sets for packages that have words of their own.
//
//	if lexicon.Thinking.Has(word.Lemma) { … }
//
// The sets are data, words.txt, which says what each is for; they are read once
// and never change. Names and titles, which mean something by themselves, and the
// forms of verbs are package gazetteer's. The package imports nothing of the project.
package lexicon

import (
	_ "embed"
	"iter"
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
	for name, word := range members(text) {
		if sets[name].words == nil {
			sets[name] = Of()
		}
		sets[name].words[word] = true
	}
	return sets
}

// Classes reads sets as Parse does, and returns for each word the name of the
// first set that has it.
func Classes(text string) map[string]string {
	classes := map[string]string{}
	for name, word := range members(text) {
		if classes[word] == "" {
			classes[word] = name
		}
	}
	return classes
}

// members yields the words of a text's sets, each with the name of its set.
func members(text string) iter.Seq2[string, string] {
	return func(yield func(name, word string) bool) {
		name := ""
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			words := line
			if !strings.HasPrefix(line, " ") {
				name, words, _ = strings.Cut(line, ":")
			}
			for word := range strings.FieldsSeq(words) {
				if !yield(name, word) {
					return
				}
			}
		}
	}
}

// Possessive says whether a word is the mark of the possessive: “'s”.
func Possessive(word string) bool { return word == "'s" || word == "’s" }

// Owning says whether a word makes an owner of the one before it, after a plural
// too: “the ministers’”.
func Owning(word string) bool { return Possessive(word) || word == "'" || word == "’" }
