// Package decode turns the network's scores into what words are and how they
// belong together.
//
//	a := decode.Analyse(words)
//
// Everything is counted in words, from 0.
package decode

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/network"
)

// Text is an article as words. Both lists ascend.
type Text struct {
	Words      []string
	Sentences  []int // the word behind each sentence
	Paragraphs []int // the word that begins each paragraph
}

// Word is a word's syntax, in the terms of Universal Dependencies.
type Word struct {
	Lemma, UPOS, Feats string // Feats as in CoNLL-U, _ for none
	Head               int    // -1 for the root of a sentence
	Relation           string
}

// Name is a name, the words [First, Last); Kind is PER, ORG, LOC or MISC.
type Name struct {
	First, Last int
	Kind        string
}

// Attribution is a cue, its source and its content, each as ascending words.
// Source and Content may be empty.
type Attribution struct{ Cue, Source, Content []int }

// Antecedent says that a pronoun means what a name means.
type Antecedent struct {
	Pronoun int
	Name    int     // index among the names
	Score   float64 // probability among the names and none of them
}

// Analysis is what was read in a text.
type Analysis struct {
	Words        []Word
	Names        []Name
	Attributions []Attribution
	Antecedents  []Antecedent
}

// A text is read in blocks, so that memory stays bounded. What stands near a
// block's border is decided in the block in which it has margin words around it.
const (
	block  = 2000 // words
	margin = reach + 60
)

// Analyse reads a text. Its time is linear in the length of the text.
func Analyse(t Text) *Analysis {
	a := &Analysis{Words: make([]Word, 0, len(t.Words))}
	for first := 0; first < len(t.Sentences); {
		last := first + 1
		for last < len(t.Sentences) && t.Sentences[last]-t.begin(first) <= block {
			last++
		}
		newReader(t, first, last).read(a)
		first = last
	}
	a.settle()
	return a
}

// begin returns the first word of a sentence.
func (t Text) begin(sentence int) int {
	if sentence == 0 {
		return 0
	}
	return t.Sentences[sentence-1]
}

// reader reads one block. Its own words are counted from offset; those that it
// has to decide are [first, last).
type reader struct {
	words       []string
	ends        []int
	offset      int
	first, last int
	vectors     *network.Vectors
	network     *network.Network
}

// newReader prepares the sentences [first, last) and those around them.
func newReader(t Text, first, last int) *reader {
	from, to := first, last
	for from > 0 && t.begin(first)-t.begin(from) < margin {
		from--
	}
	for to < len(t.Sentences) && t.Sentences[to-1]-t.Sentences[last-1] < margin {
		to++
	}
	r := &reader{offset: t.begin(from), network: network.Default()}
	r.first, r.last = t.begin(first)-r.offset, t.Sentences[last-1]-r.offset
	r.words = t.Words[r.offset:t.Sentences[to-1]]
	var text network.Text
	for i, w := range r.words {
		_, begins := slices.BinarySearch(t.Paragraphs, r.offset+i)
		r.network.Add(&text, w, begins)
	}
	for _, end := range t.Sentences[from:to] {
		r.ends = append(r.ends, end-r.offset)
	}
	r.vectors = r.network.Vectors(&text, r.ends)
	return r
}

// read adds what stands in the block's own words.
func (r *reader) read(a *Analysis) {
	r.syntax(a)
	for _, n := range r.names() {
		if r.owns(n.First) {
			a.Names = append(a.Names, Name{n.First + r.offset, n.Last + r.offset, n.Kind})
		}
	}
	r.attributions(a)
	r.antecedents(a)
}

func (r *reader) owns(word int) bool { return r.first <= word && word < r.last }
