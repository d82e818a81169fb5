package read

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsTXT string

// class is a set of words in lower case.
type class map[string]bool

// has says whether the class has the word, whatever its case.
func (c class) has(word string) bool {
	return c[strings.ToLower(strings.ReplaceAll(word, "’", "'"))]
}

var classes = func() map[string]class {
	all := map[string]class{}
	for line := range strings.Lines(wordsTXT) {
		name, words, found := strings.Cut(line, ":")
		if !found || line[0] == '#' {
			continue
		}
		all[name] = class{}
		for _, w := range strings.Fields(words) {
			all[name][w] = true
		}
	}
	return all
}()

var (
	auxiliary    = classes["auxiliary"]
	negation     = classes["negation"]
	adverb       = classes["adverb"]
	pronoun      = classes["pronoun"]
	determiner   = classes["determiner"]
	preposition  = classes["preposition"]
	joiner       = classes["joiner"]
	conjunction  = classes["conjunction"]
	clauseWord   = classes["clause"]
	timeWord     = classes["time"]
	organization = classes["organization"]
	placeWord    = classes["place"]
	raising      = classes["raising"]
)

// function says whether word belongs to a closed class, so that a capital
// letter says nothing of it.
func function(word string) bool {
	for _, c := range []class{auxiliary, negation, adverb, pronoun, determiner, preposition, joiner, conjunction, clauseWord} {
		if c.has(word) {
			return true
		}
	}
	return false
}
