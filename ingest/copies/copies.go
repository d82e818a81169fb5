// Package copies finds the articles of a run that are the same story: an
// agency's text that several outlets print, cut, edited or with another
// headline.
//
//	register := copies.New()
//	for each article { register.Add(facts) }
//	settled := register.Settle()
//	for each article { settled.Apply(facts) }
//
// Texts are compared by their shingles, runs of four words (Broder, On the
// resemblance and containment of documents, 1997); which are worth comparing is
// found by the bands of MinHash signatures (Leskovec, Rajaraman and Ullman,
// Mining of Massive Datasets, chapter 3), so that time grows with the number of
// articles and not with that of pairs. An article takes some 10 KB of memory at
// most. The order of the articles does not matter.
package copies

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Threshold is the share of the shorter text's shingles that stand in the other
// text, from which on the two are one story. docs/copies.md says how it was
// measured.
const Threshold = 0.45

// Crowd is how many articles of one band are compared with another: the earliest
// that are no copies themselves. Where there are more, the band is a phrase that
// many articles have.
const Crowd = 64

// Register is what is known of the texts of the articles so far.
type Register struct{ texts []text }

// text is an article as it is compared.
type text struct {
	id, order string
	sketch    Sketch
}

// New returns a register without articles.
func New() *Register { return &Register{} }

// Add notes the text of an article.
func (r *Register) Add(f *facts.Article) {
	if s, ok := SketchOf(f.Text); ok {
		r.texts = append(r.texts, text{f.ID, Order(f), s})
	}
}

// Settled is which article is a copy of which.
type Settled struct {
	copies map[string]facts.Copy // by the copy's id
	known  map[string]bool       // ids of the articles that were compared
}

// band is a place in signatures, and what stands there.
type band struct {
	at    int
	value uint32
}

// Settle decides. An article is a copy of the earliest one, by date and then id,
// that it shares enough with and that is no copy itself; one without a date is
// later than all that have one.
func (r *Register) Settle() *Settled {
	slices.SortFunc(r.texts, func(a, b text) int { return cmp.Compare(a.order, b.order) })
	s := &Settled{map[string]facts.Copy{}, map[string]bool{}}
	originals := map[band][]int{} // indices of texts, rising
	for i, t := range r.texts {
		if s.known[t.id] { // another version of it is earlier
			continue
		}
		s.known[t.id] = true
		if of, found := r.original(t, originals); found {
			s.copies[t.id] = of
			continue
		}
		for at, value := range t.sketch.Bands {
			if b := (band{at, value}); len(originals[b]) < Crowd {
				originals[b] = append(originals[b], i)
			}
		}
	}
	return s
}

// Order returns what sorts before another article's where this one is earlier:
// by date, then id.
func Order(f *facts.Article) string {
	undated := "0"
	if f.Published == "" {
		undated = "1"
	}
	return strings.Join([]string{undated, f.Published, f.ID, f.SHA256}, "\x00")
}

// original returns what t is a copy of, among those that have a band of it.
func (r *Register) original(t text, originals map[band][]int) (of facts.Copy, found bool) {
	var candidates []int
	for at, value := range t.sketch.Bands {
		candidates = append(candidates, originals[band{at, value}]...)
	}
	slices.Sort(candidates)
	for _, i := range slices.Compact(candidates) {
		if of, found := CopyOf(r.texts[i].id, r.texts[i].sketch, t.sketch); found {
			return of, true
		}
	}
	return of, false
}

// CopyOf says whether a text is a copy of an earlier one, by their sketches.
func CopyOf(id string, earlier, later Sketch) (of facts.Copy, is bool) {
	shared := share(earlier, later)
	return facts.Copy{ID: id, Share: math.Round(shared*1000) / 1000}, shared >= Threshold
}

// Apply says of an article what it is a copy of. What an earlier run found stays
// where that article is none of this run.
func (s *Settled) Apply(f *facts.Article) {
	if of, is := s.copies[f.ID]; is {
		f.CopyOf = &of
	} else if f.CopyOf != nil && s.known[f.CopyOf.ID] {
		f.CopyOf = nil
	}
}
