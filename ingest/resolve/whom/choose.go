package whom

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
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
	ex := Example{Words: lexical(p)}
	ofPhrase := make(vector, len(names))
	r.ofPhrase(ofPhrase, p, scene)
	for _, c := range r.candidates(p, scene) {
		v := slices.Clone(ofPhrase)
		r.ofCandidate(v, p, c, scene)
		ex.Entities, ex.Features = append(ex.Entities, c.entity), append(ex.Features, v)
	}
	if e := r.self(p); e != nil {
		v := slices.Clone(ofPhrase)
		v.set(fSelf)
		ex.Entities, ex.Features = append(ex.Entities, e), append(ex.Features, v)
	}
	likest(ex.Features)
	return ex
}

// lexical returns what the model knows a phrase's words by.
func lexical(p phrase) []string {
	words := []string{"head=" + p.lemma}
	for _, w := range p.words {
		if word := "word=" + w; !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// likest marks whom the network finds most like the phrase.
func likest(all [][]float32) {
	best := -1
	for i, v := range all {
		if v[fLikeness] != 0 && (best < 0 || v[fLikeness] > all[best][fLikeness]) {
			best = i
		}
	}
	if best >= 0 {
		all[best][fLikest] = 1
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

// Several are meant where a phrase may mean several and the next has this
// share of the probability.
const another = 0.25

// single returns whom a phrase means that joins nobody by “and”.
func (r *Resolver) single(words document.Range, scene Scene) Reference {
	ex := r.Example(words, scene)
	var choices []choice
	for i, p := range weights.Probabilities(ex.Words, ex.Features) {
		choices = append(choices, choice{ex.Entities[i], i, p})
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(b.p, a.p) })
	best := choices[0]
	if best.entity == nil {
		return Reference{Rule: "nobody who could be named", Confidence: best.p}
	}
	found := Reference{Rule: rule(ex.Features[best.index]), Confidence: best.p}
	for _, c := range choices {
		if c == best || c.entity != nil && c.p >= another && r.Several(words) {
			found.Entities = append(found.Entities, r.entered(c.entity))
			if c != best {
				found.Confidence += c.p
			}
		}
	}
	if len(found.Entities) == 1 {
		r.note(found.Entities[0], words)
	}
	return found
}

// Learn notes whom a phrase means, as if it had been found.
func (r *Resolver) Learn(words document.Range, e *who.Entity) { r.note(e, words) }

// Several says whether a phrase may mean several.
func (r *Resolver) Several(words document.Range) bool {
	p := phraseAt(r.document, words)
	return p.plural || p.pronoun == they || p.pronoun == both || p.pronoun == we || p.pronoun == you
}

// entered returns somebody among the cast: a body that only the phrase names is
// added.
func (r *Resolver) entered(e *who.Entity) *who.Entity {
	if e.ID != "" {
		return e
	}
	return r.cast.Enter(e.Name, e.Mentions[0])
}

// NamedAlone is the rule of a body that no other words than the phrase's name.
const NamedAlone = "name in the phrase alone"

// rule says by what somebody was found who has the features.
func rule(v vector) string {
	is := func(f feature) bool { return v[f] > 0 }
	switch {
	case is(fSelf):
		return NamedAlone
	case is(fInside), is(fInside + 1), is(fInside + 2), is(fEnds):
		return "name"
	case !is(fInside + feature(relations)):
		return "name in the phrase"
	case is(fSpeaker) || is(fPrevious) && !is(fPronoun):
		return "pronoun or noun for who speaks"
	case !is(fPronoun):
		return "pronoun"
	case is(fOffice), is(fOffice + 1), is(fOffice + 2):
		return "holder of the office"
	case is(fHeadWord):
		return "part of the name"
	case is(fNoun), is(fSameKind):
		return "description"
	}
	return "the one spoken of"
}
