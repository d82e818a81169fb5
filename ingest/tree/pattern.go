package tree

import (
	"iter"
	"slices"
)

// Pattern is a path through a tree: demands on a word, and steps to others. It
// is compiled from text, in the manner of Semgrex:
//
//	quote|cite :VERB >obj =whom              “quoted Jane”: a verb, and captured as whom its object
//	demand >ccomp >nsubj =who                “demanded that Paris pay”: each step goes on from the word before
//	meet >obl/with|by =who                   “met with him”: a child with one of the prepositions
//	:NOUN [>det "the"|"this"] [!>acl]        “this plan”: what else hangs from the word, or doesn't
//	say [>mark "as"] <advcl @citing ~doer =by   “was cited by Tass as saying”: up, then to who does it
//
// The demands on a word, all of which hold, are:
//
//	say|tell      its lemma
//	"an"|"the"    the word, in lower case
//	:NOUN|PROPN   its part of speech
//	/with|by      its preposition
//	=name         none; the word is captured
//	[ … ]         steps that lead somewhere from it; [! … ] ones that don't
//
// and @name stands among lemmas, words and prepositions for those of a list. The
// steps are:
//
//	>  >obj|iobj  to its children, by one of the relations; >nmod:poss by exactly this one
//	<  <obj|obl   to its head, where it hangs from that by one of them
//	~subject      to its subject, ~object, ~agent or ~doer, as the methods of a cursor do
type Pattern struct {
	text     string
	words    []demands // the first, and where each step leads
	steps    []step
	captures []string // of each word, "" for none
}

// demands are the conditions on one word.
type demands []func(Cursor) bool

func (d demands) hold(c Cursor) bool {
	return c.OK() && !slices.ContainsFunc(d, func(is func(Cursor) bool) bool { return !is(c) })
}

// step leads from a word to others.
type step func(Cursor) []Cursor

// Match is a way along a pattern through a tree.
type Match struct {
	pattern *Pattern
	words   []Cursor // none: there is no match
}

// String returns the text of the pattern.
func (p *Pattern) String() string { return p.text }

// Matches says whether the pattern holds from a word on.
func (p *Pattern) Matches(c Cursor) bool { return p.Match(c).OK() }

// Match returns the first match from a word on, one that is not OK where there
// is none.
func (p *Pattern) Match(c Cursor) Match {
	for m := range p.All(c) {
		return m
	}
	return Match{pattern: p}
}

// All returns all matches from a word on, in the order of the text.
func (p *Pattern) All(c Cursor) iter.Seq[Match] {
	return func(yield func(Match) bool) { p.walk(c, nil, yield) }
}

// walk goes on from the words so far to the next; it says whether to go on.
func (p *Pattern) walk(c Cursor, before []Cursor, yield func(Match) bool) bool {
	n := len(before)
	if !p.words[n].hold(c) {
		return true
	}
	path := append(before[:n:n], c)
	if n == len(p.steps) {
		return yield(Match{p, path})
	}
	for _, next := range p.steps[n](c) {
		if !p.walk(next, path, yield) {
			return false
		}
	}
	return true
}

// OK says whether there is a match.
func (m Match) OK() bool { return len(m.words) > 0 }

// At returns the word that is captured by a name, nowhere without a match. It
// panics where the pattern has no such name.
func (m Match) At(name string) Cursor {
	i := slices.Index(m.pattern.captures, name)
	if i < 0 || name == "" {
		panic("tree: pattern " + m.pattern.text + " captures no " + name)
	}
	if !m.OK() {
		return Nowhere
	}
	return m.words[i]
}
