package decode

import (
	"math"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// kinds are the kinds of names, in the order of their odds.
var kinds = [...]document.NameKind{document.PER, document.ORG, document.LOC, document.MISC}

const person = 0 // of kinds

// odds are the logarithms of how probable each kind of a name is.
type odds [len(kinds)]float64

// What the other places where a name stands add to its odds. Measured on
// CoNLL-2003, and on the people of the marked articles.
const (
	elsewhere  = 0.5 // of the mean of what stands there, times the root of how many there are
	fullest    = 3.0 // places that count
	familiar   = 6   // how much more probable, at most, a full name makes it that its last word is a person
	improbable = -12 // what is less so is so alike
)

// agree decides the kinds of names over all places where they stand: where one
// is doubtful here, others are told elsewhere, and “Doe” is a person where the
// text has “Jane Doe”. here are the odds of each name by itself.
func (r *reader) agree(names []document.Name, here []odds) {
	same, full := map[string]sum{}, map[string]sum{}
	for i, n := range names {
		text := r.document.Text(n.Range)
		same[text] = same[text].and(here[i], 1)
		if n.Range.Len() > 1 {
			family := r.words[n.Last-1-r.offset].Text
			full[family] = full[family].and(here[i], 1)
		}
	}
	for i, n := range names {
		text := r.document.Text(n.Range)
		all, others := sum{here[i], 1}, same[text].and(here[i], -1)
		if others.count > 0 {
			all = all.and(others.mean(), elsewhere*math.Sqrt(min(others.count, fullest)))
		}
		if longer := full[text]; n.Range.Len() == 1 && longer.count > 0 {
			o := longer.mean()
			all.odds[person] += min(familiar, max(0, o[person]-slices.Max(o[person+1:])))
		}
		names[i].Kind = kinds[all.odds.best()]
	}
}

// sum is what odds of so many names come to.
type sum struct {
	odds  odds
	count float64
}

func (s sum) and(o odds, weight float64) sum {
	for k, v := range o {
		s.odds[k] += weight * v
	}
	s.count += weight
	return s
}

func (s sum) mean() (o odds) { return sum{}.and(s.odds, 1/s.count).odds }

// best returns the kind with the greatest odds, the first of equals.
func (o odds) best() int {
	best := 0
	for k, v := range o {
		if v > o[best] {
			best = k
		}
	}
	return best
}

// oddsOf returns how probable each kind is of a name whose words have these
// scores of tags.
func oddsOf(rows [][]float32, labels []string) (o odds) {
	for k, kind := range kinds {
		for i, row := range rows {
			o[k] += float64(row[slices.Index(labels, place(i, len(rows))+"-"+string(kind))])
		}
	}
	most, total := o[o.best()], 0.0
	for _, v := range o {
		total += math.Exp(v - most)
	}
	for k := range o {
		o[k] = max(improbable, o[k]-most-math.Log(total))
	}
	return o
}

// place returns the letter of the tag of a name's word i of n.
func place(i, n int) string {
	switch {
	case n == 1:
		return "S"
	case i == 0:
		return "B"
	case i == n-1:
		return "E"
	}
	return "I"
}
