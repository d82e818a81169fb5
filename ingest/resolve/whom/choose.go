package whom

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// Example is a phrase with all who may be meant by it, from which the model
// weighs and learns.
type Example struct {
	Words    []string      // of the phrase, as the model knows them
	Entities []*who.Entity // who may be meant; the first, nil, is nobody
	Features [][]float32   // of each of them, by the names of Features
}

// Features returns the names of all features.
func Features() []string { return names }

// Example returns a phrase with all who may be meant by it.
func (r *Resolver) Example(words document.Range, scene Scene) Example {
	p := phraseAt(r.document, words)
	p.voices = r.voicesAround(words)
	ex := Example{Words: lexical(p, tree.At(r.document, scene.Anchor), scene.Role)}
	ofPhrase := make(vector, len(names))
	r.ofPhrase(ofPhrase, p, scene)
	all := r.candidates(p, scene)
	for _, c := range all {
		v := slices.Clone(ofPhrase)
		r.ofCandidate(v, p, c, scene)
		ex.Entities, ex.Features = append(ex.Entities, c.entity), append(ex.Features, v)
	}
	if e := r.self(p); e != nil {
		v := slices.Clone(ofPhrase)
		v.set(fSelf)
		ex.Entities, ex.Features = append(ex.Entities, e), append(ex.Features, v)
	}
	compare(ex.Features)
	return ex.without(r.excluded(p, scene.Role, all))
}

// without returns the example without some who may be meant.
func (ex Example) without(excluded []*who.Entity) Example {
	for i := len(ex.Entities) - 1; i > 0; i-- {
		if slices.Contains(excluded, ex.Entities[i]) {
			ex.Entities, ex.Features = slices.Delete(ex.Entities, i, i+1), slices.Delete(ex.Features, i, i+1)
		}
	}
	return ex
}

// lexical returns the features of a phrase's words, and of the word that tells
// what is said.
func lexical(p phrase, cue tree.Cursor, role document.Role) []string {
	words := []string{"head=" + p.lemma}
	for _, w := range p.words {
		if word := "word=" + w; !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if role != document.Participant {
		words = append(words, "cue="+cue.Lemma())
	}
	return words
}

// compare sets the features that compare the candidates: who is most like the
// phrase by the network, how far the others are from that, and what speaks
// against nobody being meant.
func compare(all [][]float32) {
	best := -1
	for i, v := range all {
		if v[fLikeness] != 0 && (best < 0 || v[fLikeness] > all[best][fLikeness]) {
			best = i
		}
	}
	nobody := all[0]
	for _, v := range all[1:] {
		if best > 0 && v[fLikeness] != 0 {
			v[fLag] = v[fLikeness] - all[best][fLikeness]
		}
		for i, is := range []bool{v[fOffice] > 0, v[fNoun] > 0, v[fHeadWord] > 0, v[fGender] > 0 && v[fPrevious] > 0} {
			nobody[fOthers+feature(i)] = max(nobody[fOthers+feature(i)], float32(number(is)))
		}
	}
	if best > 0 {
		all[best][fLikest] = 1
		nobody[fBest] = all[best][fLikeness]
	}
}

// self returns the body that a phrase itself names with a word in capitals that
// nobody was found for, not yet among the cast; nil where it names none.
func (r *Resolver) self(p phrase) *who.Entity {
	w := r.document.Words[p.head.Word]
	if !strings.ContainsFunc(w.Text, unicode.IsLetter) || !p.head.Is("PROPN", "X") && !strings.Contains(w.Text, ".") || !capital(w.Text) && !strings.Contains(w.Text, ".") || r.cast.MentionAt(p.head.Word) != nil || r.lastPerson(p) != nil {
		return nil
	}
	run := document.Range{First: p.head.Word, Last: p.head.Word + 1}
	for run.First > p.First && r.named(run.First-1) {
		run.First--
	}
	for run.Last < p.Last && r.named(run.Last) {
		run.Last++
	}
	return &who.Entity{Name: strings.Join(strings.Fields(r.document.Text(run)), " "), Label: graph.Organization, Proposed: true, Mentions: []document.Range{run}}
}

// named says whether a word in capitals belongs to nobody who was found.
func (r *Resolver) named(word int) bool {
	return capital(r.document.Words[word].Text) && !tree.At(r.document, word).Is("DET", "PRON") && r.cast.MentionAt(word) == nil
}

func capital(word string) bool { return unicode.IsUpper([]rune(word)[0]) }

// choice is somebody with the probability of being meant.
type choice struct {
	entity *who.Entity
	index  int
	p      float64
}

// another is the least probability with which somebody else is meant too, where a
// phrase may mean several.
const another = 0.25

// likeliest returns whom the model takes a phrase for; a body that only the
// phrase names isn't yet among the cast.
func (r *Resolver) likeliest(words document.Range, scene Scene) Reference {
	ex := r.Example(words, scene)
	var choices []choice
	for i, p := range weights.Probabilities(ex.Words, ex.Features) {
		choices = append(choices, choice{ex.Entities[i], i, p})
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(b.p, a.p) })
	choices = r.agreeing(phraseAt(r.document, words).pronoun, choices)
	chosen := choose(choices, r.Number(words))
	if chosen[0].entity == nil || likely(chosen) < unlikely {
		return Reference{Rule: unnamed, Confidence: nobody(choices), Unnamed: []document.Range{words}}
	}
	features := vector(ex.Features[chosen[0].index])
	found := Reference{Rule: rule.Most(signs, features), Alone: features[fSelf] > 0, Confidence: likely(chosen)}
	for _, c := range chosen {
		found.Entities = append(found.Entities, c.entity)
	}
	found.parts = []meaning{{words, found.Entities, found.Confidence}}
	return found
}

// fits is the least probability with which somebody of a pronoun's gender is meant
// before others who are not of it: 6 of the 7 whom this puts first in the marked
// articles are right.
const fits = 0.1

// agreeing leaves out whom a pronoun can't mean by gender, where somebody is likely
// whom it can, who is as likely as they were, too: after “She met Mr. Roe”, “he” is Roe.
func (r *Resolver) agreeing(p pronoun, choices []choice) []choice {
	if p != he && p != she {
		return choices
	}
	gender := func(c choice) int {
		if c.entity == nil || c.entity.Label != graph.Person {
			return 1
		}
		return agreement(p, r.gender(c.entity))
	}
	if !slices.ContainsFunc(choices, func(c choice) bool { return gender(c) == 0 && c.p >= fits }) {
		return choices
	}
	choices = slices.DeleteFunc(choices, func(c choice) bool { return gender(c) == 2 })
	first := slices.IndexFunc(choices, func(c choice) bool { return gender(c) == 0 })
	choices[first].p += 1 - likely(choices)
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(b.p, a.p) })
	return choices
}

// unlikely is the probability below which nobody is named: of those named with
// less, one in four is right, so that as many are right with nobody.
const unlikely = 0.3

// likely returns how likely those chosen are, together.
func likely(chosen []choice) (sum float64) {
	for _, c := range chosen {
		sum += c.p
	}
	return sum
}

// choose returns who is meant: the likeliest; the likeliest two of a kind where
// two are spoken of, if both together are likelier than nobody; and others who
// are likely where there may be several. The choices fall in probability.
func choose(choices []choice, number Number) []choice {
	if pair := likeliestPair(choices); number == Two && len(pair) == 2 && pair[0].p+pair[1].p > nobody(choices) {
		return pair
	}
	chosen := choices[:1]
	for _, c := range choices[1:] {
		if number != One && chosen[0].entity != nil && c.entity != nil && c.p >= another {
			chosen = append(chosen[:len(chosen):len(chosen)], c)
		}
	}
	return chosen
}

// likeliestPair returns the two likeliest of the kind of the likeliest.
func likeliestPair(choices []choice) (pair []choice) {
	for _, c := range choices {
		if c.entity != nil && len(pair) < 2 && (len(pair) == 0 || c.entity.Label == pair[0].entity.Label) {
			pair = append(pair, c)
		}
	}
	return pair
}

func nobody(choices []choice) float64 {
	i := slices.IndexFunc(choices, func(c choice) bool { return c.entity == nil })
	return choices[i].p
}

// Number is how many a phrase may mean.
type Number int

// One, two, and any number.
const (
	One Number = iota + 1
	Two
	Any
)

// Number returns how many a phrase may mean: “the two leaders” are two.
func (r *Resolver) Number(words document.Range) Number {
	p := phraseAt(r.document, words)
	first := lower(texts(r.document, document.Range{First: p.First, Last: min(p.Last, p.First+2)}))
	switch {
	case p.pronoun == both || p.plural && (first[0] == "both" || len(first) == 2 && first[1] == "two"), len(first) == 2 && first[1] == "two" && p.Len() == 2:
		return Two
	case p.plural || p.pronoun == they || p.pronoun == we || p.pronoun == you:
		return Any
	}
	return One
}
