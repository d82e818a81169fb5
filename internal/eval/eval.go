// Package eval measures the reading against corpora that people have marked:
// statements on PolNeAR, names on CoNLL-2003, syntax on Universal Dependencies,
// pronouns on GAP and dates on TimeML; and the facts made of it: the project's
// marks, offices and meetings on DWIE, meetings and demands on WikiEvents, acts
// on PLOVER. Each corpus is read in the form that it comes in,
// so many of its documents at a time as there are workers.
package eval

// Figure is one figure, with what it is of.
type Figure struct {
	Name  string
	Value float64 // from 0 to 1
	Of    string  // what was counted
}

// count is of things found.
type count struct{ hit, predicted, gold int }

func (c count) precision() float64 { return share(c.hit, c.predicted) }
func (c count) recall() float64    { return share(c.hit, c.gold) }
func (c count) f1() float64        { return share(2*c.hit, c.predicted+c.gold) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
