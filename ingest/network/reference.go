package network

import (
	"math"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/kernel"
)

// References keeps, for each word of a document, the vectors that tell whom
// phrases mean, in 8 bits. It must not be used concurrently.
type References struct {
	width  int
	values []int8 // of each word, referenceParts vectors
	scale  []float32

	phrase, place map[[2]int][]float32 // vectors of runs of words
}

// The vectors of a word: of all words of a phrase, of its last and of its first
// word; and of the words of a place where somebody is named.
const (
	meanPart = iota
	lastPart
	firstPart
	keyPart
	referenceParts
)

// HasReferences says whether the weights have learnt references.
func (n *Network) HasReferences() bool { return n.reference != nil }

// Add appends the words [first, last) of v.
func (r *References) Add(v *Vectors, first, last int) {
	s := v.Part(first, last).run(*v.network.reference, v.network.reference.out.Outputs)[0]
	r.width = s.width / referenceParts
	r.values, r.scale = slices.Grow(r.values, (last-first)*s.width), slices.Grow(r.scale, (last-first)*referenceParts)
	for w := range last - first {
		for row := s.Row(w); len(row) > 0; row = row[r.width:] {
			at := len(r.values)
			r.values = r.values[:at+r.width]
			r.scale = append(r.scale, kernel.Quantize(r.values[at:], row[:r.width]))
		}
	}
}

// Likeness says how much a phrase, the words [first, last), looks like what
// another run of words names: a logit, higher for likelier.
func (r *References) Likeness(first, last, placeFirst, placeLast int) float64 {
	phrase := r.cached(&r.phrase, first, last, func(sum []float32) {
		r.mean(sum, meanPart, first, last)
		r.mean(sum, lastPart, last-1, last)
		r.mean(sum, firstPart, first, first+1)
	})
	place := r.cached(&r.place, placeFirst, placeLast, func(sum []float32) { r.mean(sum, keyPart, placeFirst, placeLast) })
	var sum float32
	for i, v := range phrase {
		sum += float32(v * place[i])
	}
	return float64(sum) / math.Sqrt(float64(r.width))
}

// cached returns the vector of a run of words, made where it isn't known yet.
func (r *References) cached(known *map[[2]int][]float32, first, last int, set func([]float32)) []float32 {
	v := (*known)[[2]int{first, last}]
	if v == nil {
		if *known == nil {
			*known = map[[2]int][]float32{}
		}
		v = make([]float32, r.width)
		set(v)
		(*known)[[2]int{first, last}] = v
	}
	return v
}

// mean adds the mean of one of the vectors of words to sum.
func (r *References) mean(sum []float32, part, first, last int) {
	for w := first; w < last; w++ {
		at := w*referenceParts + part
		scale := r.scale[at] / float32(last-first)
		for i, v := range r.values[at*r.width : (at+1)*r.width] {
			sum[i] += float32(float32(v) * scale)
		}
	}
}
