// Package tree is a cursor over the tree of a sentence, in the terms of
// Universal Dependencies.
//
//	verb := tree.At(document, word)
//	if subject := verb.Subject(); subject.OK() { … subject.Phrase() … }
//
// A step that leads nowhere gives a cursor that is not OK, from which every
// further step leads nowhere too, so that steps can be chained. What is sought in
// a tree may be written as a Pattern:
//
//	var quoter = tree.MustCompile(`say [>mark "as"] < quote|cite ~doer =who`, nil)
//	who := quoter.Match(verb).At("who")
package tree

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// Cursor stands on a word of a document.
type Cursor struct {
	Document *document.Document
	Word     int // -1: nowhere
}

// Nowhere is the cursor that stands on no word.
var Nowhere = Cursor{Word: -1}

// At returns a cursor on a word; nowhere where there is no such word.
func At(d *document.Document, word int) Cursor {
	if word < 0 || word >= len(d.Words) {
		return Nowhere
	}
	return Cursor{d, word}
}

// Head returns the word of a phrase that the others hang from: the first noun,
// name or pronoun whose head lies outside, else the first such word.
func Head(d *document.Document, r document.Range) Cursor {
	best := Nowhere
	for i := r.First; i < r.Last; i++ {
		c := At(d, i)
		if h := c.word().Head; h >= r.First && h < r.Last || c.Is("PUNCT") {
			continue
		}
		if c.Nominal() {
			return c
		}
		if !best.OK() {
			best = c
		}
	}
	if !best.OK() {
		return At(d, r.First)
	}
	return best
}

// OK says whether the cursor stands on a word.
func (c Cursor) OK() bool { return c.Word >= 0 }

// none is the word of the cursor that stands on none.
var none = document.Word{Head: -1}

func (c Cursor) word() *document.Word {
	if !c.OK() {
		return &none
	}
	return &c.Document.Words[c.Word]
}

// Next returns the word n words further on, in the same sentence.
func (c Cursor) Next(n int) Cursor {
	if s := c.sentence(); c.Word+n >= s.First && c.Word+n < s.Last {
		return At(c.Document, c.Word+n)
	}
	return Nowhere
}

// sentence returns the words of the sentence; none where the cursor is nowhere.
func (c Cursor) sentence() document.Range {
	if !c.OK() {
		return document.Range{}
	}
	return c.Document.SentenceOf(c.Word).Range
}

// Lower returns the word in lower case.
func (c Cursor) Lower() string { return strings.ToLower(c.word().Text) }

// Lemma returns the lemma in lower case: of a verb that the gazetteer has, its
// own, since the network errs at times.
func (c Cursor) Lemma() string {
	if lemma, known := gazetteer.VerbLemma(c.Lower()); known && c.Is("VERB") {
		return lemma
	}
	return strings.ToLower(c.word().Lemma)
}

// Is says whether the word is of one of the parts of speech.
func (c Cursor) Is(upos ...string) bool { return slices.Contains(upos, c.word().UPOS) }

// Nominal says whether the word is a noun, a name or a pronoun.
func (c Cursor) Nominal() bool { return c.Is("NOUN", "PROPN", "PRON") }

// Feature says whether the word has a feature: “Voice=Pass”.
func (c Cursor) Feature(f string) bool { return slices.Contains(strings.Split(c.word().Feats, "|"), f) }

// Plural says whether the word stands in the plural.
func (c Cursor) Plural() bool { return c.Feature("Number=Plur") }

// Any says whether one of the words of a range is so.
func Any(d *document.Document, r document.Range, is func(Cursor) bool) bool {
	for w := r.First; w < r.Last; w++ {
		if is(At(d, w)) {
			return true
		}
	}
	return false
}

// Relation returns the relation to the head, without its subtype.
func (c Cursor) Relation() string {
	main, _, _ := strings.Cut(c.word().Relation, ":")
	return main
}

// Subtype says whether the relation to the head is exactly this: “nsubj:pass”.
func (c Cursor) Subtype(relation string) bool { return c.word().Relation == relation }

// Up returns the head.
func (c Cursor) Up() Cursor { return At(c.Document, c.word().Head) }

// Children returns the words that hang from it by any of the relations, by any
// at all where none is given, in the order of the text.
func (c Cursor) Children(relations ...string) (found []Cursor) {
	s := c.sentence()
	for i := s.First; i < s.Last; i++ {
		if child := At(c.Document, i); child.word().Head == c.Word && child.By(relations...) {
			found = append(found, child)
		}
	}
	return found
}

// By says whether the word hangs from its head by one of the relations, any at
// all where none is given. Of “nmod” each subtype is one, “nmod:poss” is only that.
func (c Cursor) By(relations ...string) bool {
	whole := c.word().Relation
	main, _, _ := strings.Cut(whole, ":")
	return len(relations) == 0 || slices.Contains(relations, main) || slices.Contains(relations, whole)
}

// Child returns the first of the children by any of the relations.
func (c Cursor) Child(relations ...string) Cursor {
	if found := c.Children(relations...); len(found) > 0 {
		return found[0]
	}
	return Nowhere
}

// Has says whether one of the children by a relation is one of the words.
func (c Cursor) Has(relation string, words ...string) bool {
	return slices.ContainsFunc(c.Children(relation), func(child Cursor) bool { return slices.Contains(words, child.Lower()) })
}

// NamesHead says whether the word names, with its head, one and the same: as part
// of a name, or as a name with its title or another noun.
func (c Cursor) NamesHead() bool { return c.By("flat", "appos", "compound") }

// FirstConjunct returns the first of those to which “and” and the like join the
// word, itself where nothing does.
func (c Cursor) FirstConjunct() Cursor {
	for c.By("conj") {
		c = c.Up()
	}
	return c
}

// Conjuncts returns the nouns, names and pronouns that “and” and the like join to
// the word, or to one that names it: “ministers Doe and Roe”. They stand in the
// order of the text; the word itself is none of them.
func (c Cursor) Conjuncts() (found []Cursor) {
	s := c.sentence()
	for i := s.First; i < s.Last; i++ {
		other := At(c.Document, i)
		if !other.Nominal() || !other.By("conj") {
			continue
		}
		if first := other.FirstConjunct(); first.OK() && (first == c || first.Up() == c && first.NamesHead()) {
			found = append(found, other)
		}
	}
	return found
}

// Under says whether the word is top or hangs from it, at any depth.
func (c Cursor) Under(top Cursor) bool {
	for c.OK() && c.Word != top.Word {
		c = c.Up()
	}
	return c.OK()
}

// Preposition returns the first word of the case, in lower case: of “with the
// king” it is “with”.
func (c Cursor) Preposition() string {
	return c.Child("case").Lower()
}

// Passive says whether a verb stands in the passive.
func (c Cursor) Passive() bool {
	return c.Feature("Voice=Pass") || slices.ContainsFunc(c.Children("nsubj", "aux"), func(t Cursor) bool { return t.Subtype("nsubj:pass") || t.Subtype("aux:pass") })
}

// Agent returns who does what a passive verb says.
func (c Cursor) Agent() Cursor {
	for _, t := range c.Children("obl") {
		if t.Preposition() == "by" {
			return t
		}
	}
	return Nowhere
}

// Doer returns who does what a verb says, in the active or the passive.
func (c Cursor) Doer() Cursor {
	if c.Passive() {
		return c.Agent()
	}
	return c.Subject()
}

// Object returns the object of a verb, or what it is done to in the passive.
func (c Cursor) Object() Cursor {
	object := c.Child("obj")
	if !object.OK() && c.Passive() {
		return c.Child("nsubj")
	}
	return object
}

// shared are the relations by which a verb has its subject from its head.
var shared = []string{"conj", "xcomp", "advcl", "parataxis", "ccomp"}

// Subject returns the subject of a verb, or of the one that it is joined to or
// completes: “Doe met them, saying …”.
func (c Cursor) Subject() Cursor {
	for verb := c; verb.OK(); verb = verb.Up() {
		if subject := verb.Child("nsubj"); subject.OK() {
			return subject
		}
		noun := verb.Is("NOUN") && verb.By("obj", "obl") // “took the chance to say”
		if !noun && !verb.Subtype("acl") && !slices.Contains(shared, verb.Relation()) {
			break
		}
	}
	return Nowhere
}

// Infinitive says whether “to” marks a verb.
func (c Cursor) Infinitive() bool { return c.Has("mark", "to") }

// Negated says whether “not”, “never” or the like hangs from the word.
func (c Cursor) Negated() bool {
	return slices.ContainsFunc(c.Children("advmod", "aux", "det", "cc"), func(t Cursor) bool {
		word := t.Lower()
		return lexicon.Negations.Has(word) || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t")
	})
}

// Phrase returns the words side by side that hang from the word, without its
// preposition and the clauses that hang from it.
func (c Cursor) Phrase() document.Range {
	if !c.OK() {
		return document.Range{}
	}
	s, r := c.sentence(), document.Range{First: c.Word, Last: c.Word + 1}
	for r.First > s.First && c.holds(r.First-1) && !At(c.Document, r.First-1).leads(c) {
		r.First--
	}
	for r.Last < s.Last && c.holds(r.Last) && (!At(c.Document, r.Last).Is("PUNCT") || c.Document.Hyphen(r.Last)) && !c.clauseBetween(r.Last) {
		r.Last++
	}
	return r
}

// leads says whether a word is the preposition of a noun.
func (c Cursor) leads(noun Cursor) bool { return c.Relation() == "case" && c.Up() == noun }

func (c Cursor) holds(word int) bool { return At(c.Document, word).Under(c) }

// clauseBetween says whether a clause lies on the way from a word up to the cursor.
func (c Cursor) clauseBetween(word int) bool {
	for t := At(c.Document, word); t.Word != c.Word; t = t.Up() {
		switch t.Relation() {
		case "acl", "advcl", "ccomp", "xcomp", "parataxis":
			return true
		}
	}
	return false
}
