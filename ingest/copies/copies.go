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

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Threshold is the share of the shorter text's shingles that stand in the other
// text, from which on the two are one story. docs/copies.md says how it was
// measured.
const Threshold = 0.45

// crowd is how many articles of one band are compared with another. Where there
// are more, the band is a phrase that many articles have.
const crowd = 64

// Register is what is known of the texts of the articles so far.
type Register struct{ texts []text }

// text is an article as it is compared.
type text struct {
	id, date, sha256 string
	sketch           sketch
}

// New returns a register without articles.
func New() *Register { return &Register{} }

// Add notes the text of an article.
func (r *Register) Add(f *facts.Article) {
	if s, ok := sketchOf(f.Text); ok {
		r.texts = append(r.texts, text{f.ID, f.Published, f.SHA256, s})
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
	slices.SortFunc(r.texts, func(a, b text) int {
		return cmp.Or(cmp.Compare(undated(a), undated(b)), cmp.Compare(a.date, b.date), cmp.Compare(a.id, b.id), cmp.Compare(a.sha256, b.sha256))
	})
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
		for at, value := range t.sketch.bands {
			if b := (band{at, value}); len(originals[b]) < crowd {
				originals[b] = append(originals[b], i)
			}
		}
	}
	return s
}

func undated(t text) int {
	if t.date == "" {
		return 1
	}
	return 0
}

// original returns what t is a copy of, among those that have a band of it.
func (r *Register) original(t text, originals map[band][]int) (of facts.Copy, found bool) {
	var candidates []int
	for at, value := range t.sketch.bands {
		candidates = append(candidates, originals[band{at, value}]...)
	}
	slices.Sort(candidates)
	for _, i := range slices.Compact(candidates) {
		if shared := share(r.texts[i].sketch, t.sketch); shared >= Threshold {
			return facts.Copy{ID: r.texts[i].id, Share: math.Round(shared*1000) / 1000}, true
		}
	}
	return of, false
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
