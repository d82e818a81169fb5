// Package decode turns the network's scores into what words are and how they
// belong together.
//
//	decode.Analyse(d, network.OwnGuide)
//
// The document has its words and sentences already; what it gets is lemmas,
// trees, names, what pronouns mean, and frames. Memory beside the document does
// not grow with its length.
package decode

import (
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// A document is read in blocks, so that memory stays bounded. What stands near a
// block's border is decided in the block in which it has margin words around it.
const (
	block  = 2000 // words
	margin = 260
)

// Analyse reads a document that is divided into words and sentences: it sets
// the words' syntax, the names, antecedents and frames. The guide says what
// counts as a statement. Its time is linear in the length of the text.
func Analyse(d *document.Document, guide network.Guide) {
	var references *network.References
	if network.Default().HasReferences() {
		references = new(network.References)
		d.Likeness = func(phrase, place document.Range) float64 {
			return references.Likeness(phrase.First, phrase.Last, place.First, place.Last)
		}
	}
	for first := 0; first < len(d.Sentences); {
		last := first + 1
		for last < len(d.Sentences) && d.Sentences[last].Last-d.Sentences[first].First <= block {
			last++
		}
		r := newReader(d, first, last, guide)
		r.read()
		if references != nil {
			r.vectors.Apart(func() { references.Add(r.vectors, r.first, r.last) })
		}
		r.vectors.Release()
		first = last
	}
}

// reader reads one block of a document. Its own words are counted from offset;
// those that it has to decide are [first, last).
type reader struct {
	document    *document.Document
	words       []document.Word
	ends        []int // the word after each sentence
	offset      int
	first, last int
	vectors     *network.Vectors
	network     *network.Network
	guide       network.Guide
}

// newReader prepares the sentences [first, last) and those around them.
func newReader(d *document.Document, first, last int, guide network.Guide) *reader {
	from, to, s := first, last, d.Sentences
	for from > 0 && s[first].First-s[from].First < margin {
		from--
	}
	for to < len(s) && s[to-1].Last-s[last-1].Last < margin {
		to++
	}
	r := &reader{document: d, guide: guide, offset: s[from].First, network: network.Default()}
	r.first, r.last = s[first].First-r.offset, s[last-1].Last-r.offset
	r.words = d.Words[r.offset:s[to-1].Last]
	var text network.Text
	for i := from; i < to; i++ {
		begins := i == 0 || s[i-1].Paragraph != s[i].Paragraph
		for j, w := range d.Words[s[i].First:s[i].Last] {
			r.network.Add(&text, w.Text, begins && j == 0)
		}
		r.ends = append(r.ends, s[i].Last-r.offset)
	}
	r.vectors = r.network.Vectors(&text, r.ends)
	return r
}

// read adds what stands in the block's own words.
func (r *reader) read() {
	r.syntax()
	for _, n := range r.names() {
		if r.owns(n.First - r.offset) {
			r.document.Names = append(r.document.Names, n)
		}
	}
	r.frames()
	r.vectors.Apart(r.antecedents)
}

func (r *reader) owns(word int) bool { return r.first <= word && word < r.last }
