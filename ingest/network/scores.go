package network

import (
	"math/bits"

	"github.com/newsgraph/newsgraph/ingest/kernel"
)

// Vectors are what the encoder says of each word.
type Vectors struct {
	Words   int
	Windows []Window
	values  []float32
	network *Network
	work    *workspace
}

// Scores has a row of scores for each word.
type Scores struct {
	values      []float32
	step, width int
}

// Row returns the scores of word i.
func (s Scores) Row(i int) []float32 {
	end := i*s.step + s.width
	return s.values[i*s.step : end : end] // what is appended must not run into the next row
}

// Best returns the column with the highest score of word i, the first of equals.
func (s Scores) Best(i int) int { return argmax(s.Row(i)) }

func argmax(row []float32) int {
	best := 0
	for i, v := range row {
		if v > row[best] {
			best = i
		}
	}
	return best
}

// Part returns the vectors of the words [first, last), which are counted from
// first, without windows.
func (v *Vectors) Part(first, last int) *Vectors {
	return &Vectors{Words: last - first, values: v.values[first*v.network.width : last*v.network.width], network: v.network, work: v.work}
}

// run returns the outputs of a task, divided into columns of the given widths.
func (v *Vectors) run(t task, widths ...int) []Scores {
	return v.work.task(t, v.values, v.Words).columns(widths...)
}

// columns divides scores into columns of the given widths.
func (s Scores) columns(widths ...int) []Scores {
	found, values := make([]Scores, len(widths)), s.values
	for i, width := range widths {
		found[i] = Scores{values, s.step, width}
		values = values[width:]
	}
	return found
}

// Names returns the scores of each word's tag.
func (v *Vectors) Names() Scores {
	return v.run(v.network.names, len(v.network.Labels.Names))[0]
}

// Syntax holds the scores of parts of speech, features and lemma scripts.
type Syntax struct {
	UPOS, Feats, Scripts Scores

	dependent, head, ofDependent, ofHead Scores
	network                              *Network
	work                                 *workspace
}

// Syntax returns the scores of each word's syntax.
func (v *Vectors) Syntax() *Syntax {
	n := v.network
	l, arc, relation := n.Labels, len(n.root), n.relation.Inputs
	s := v.run(n.syntax, len(l.UPOS), len(l.Feats), len(l.Scripts), arc, arc, relation, relation)
	return &Syntax{s[0], s[1], s[2], s[3], s[4], s[5], s[6], n, v.work}
}

// Heads returns, for each word of a sentence, the scores of the sentence's
// words as its head, the root's last.
func (s *Syntax) Heads(first, last int) [][]float32 {
	words := last - first
	scores := s.network.pairs(s.work, s.dependent, s.head, 1, first, last, s.network.arcs, sequence(first, last))
	for i := range words {
		var root float32
		for j, v := range s.dependent.Row(first + i) {
			root += float32(v * s.network.root[j])
		}
		scores[i] = append(scores[i], root)
	}
	return scores
}

// Relations returns the best relation of each word of a sentence to its head,
// an index among the sentence's words, or -1 for the root.
func (s *Syntax) Relations(first, last int, heads []int) []int {
	width := s.network.relation.Inputs
	both := make([]float32, (last-first)*width)
	for i := range heads {
		row := both[i*width : (i+1)*width]
		copy(row, s.ofDependent.Row(first+i))
		if heads[i] >= 0 {
			for j, v := range s.ofHead.Row(first + heads[i]) {
				row[j] += v
			}
		}
	}
	kernel.Gelu(both)
	scores, best := s.work.product(s.network.relation, both, len(heads), nil), make([]int, len(heads))
	for i := range best {
		best[i] = scores.Best(i)
	}
	return best
}

// Links holds what is known of coreference.
type Links struct {
	none, a, b Scores
	network    *Network
	work       *workspace
}

// Links returns what the words' coreference is computed from.
func (v *Vectors) Links() *Links {
	width := (v.network.corefs.out.Outputs - 1) / 2
	s := v.run(v.network.corefs, 1, width, width)
	return &Links{s[0], s[1], s[2], v.network, v.work}
}

// Of returns the scores of the words [first, last) as meaning the same as word,
// and the score of none of all words.
func (l *Links) Of(word, first, last int) (scores []float32, none float32) {
	return l.network.pairs(l.work, l.a, l.b, 1, first, last, l.network.links, []int{word})[0], l.none.Row(word)[0]
}

// pairs returns scores[i][j]: the product of the vectors of word rows[i] and of
// word first+j, times factor, with the bias of their distance.
func (n *Network) pairs(work *workspace, q, k Scores, factor float32, first, last int, bias []float32, rows []int) [][]float32 {
	query := grow(&work.some, len(rows)*q.width)
	for i, w := range rows {
		copy(query[i*q.width:], q.Row(w))
	}
	return n.products(work, query, k, factor, first, last, bias, rows)
}

// products is pairs with the vectors of rows given.
func (n *Network) products(work *workspace, query []float32, k Scores, factor float32, first, last int, bias []float32, rows []int) [][]float32 {
	work.keys.SetKeys(last-first, k.width, k.step, k.values[first*k.step:], factor)
	out, found := work.product(&work.keys, query, len(rows), nil), make([][]float32, len(rows))
	for i, w := range rows {
		found[i] = out.Row(i)
		for j := range found[i] {
			found[i][j] += bias[n.bucket(first+j-w)]
		}
	}
	return found
}

// bucket numbers signed distances: each up to near, then each doubling.
func (n *Network) bucket(offset int) int {
	size := max(offset, -offset)
	if size > n.near {
		size = min(n.far, n.near+bits.Len(uint(size/n.near))-1)
	}
	if offset < 0 {
		return n.far - size
	}
	return n.far + size
}

func sequence(first, last int) []int {
	all := make([]int, last-first)
	for i := range all {
		all[i] = first + i
	}
	return all
}
