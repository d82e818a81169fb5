package network

import (
	"math/bits"

	"github.com/newsgraph/newsgraph/ingest/kernel"
)

// Vectors are what the encoder says of each word.
type Vectors struct {
	Words   int
	values  []float32
	network *Network
}

// Scores has a row of scores for each word.
type Scores struct {
	values      []float32
	step, width int
}

// Row returns the scores of word i.
func (s Scores) Row(i int) []float32 { return s.values[i*s.step : i*s.step+s.width] }

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

// run returns the outputs of a task, divided into columns of the given widths.
func (v *Vectors) run(t task, widths ...int) []Scores {
	n := v.network
	var a kernel.Activations
	padded := kernel.Padded(v.Words, kernel.TileRows)
	own, step := make([]float32, padded*n.width), kernel.Padded(t.out.Outputs, kernel.TileColumns)
	a.Set(v.Words, n.width, n.width, v.values)
	t.own.Multiply(own, n.width, &a)
	kernel.Gelu(own[:v.Words*n.width])
	out := make([]float32, padded*step)
	a.Set(v.Words, n.width, n.width, own)
	t.out.Multiply(out, step, &a)
	found := make([]Scores, len(widths))
	for i, width := range widths {
		found[i] = Scores{out, step, width}
		out = out[width:]
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
}

// Syntax returns the scores of each word's syntax.
func (v *Vectors) Syntax() *Syntax {
	n := v.network
	l, arc, relation := n.Labels, len(n.root), n.relation.Inputs
	s := v.run(n.syntax, len(l.UPOS), len(l.Feats), len(l.Scripts), arc, arc, relation, relation)
	return &Syntax{s[0], s[1], s[2], s[3], s[4], s[5], s[6], n}
}

// Heads returns, for each word of a sentence, the scores of the sentence's
// words as its head, the root's last.
func (s *Syntax) Heads(first, last int) [][]float32 {
	words := last - first
	scores := s.network.pairs(s.dependent, s.head, []int{0}, first, last, s.network.arcs, sequence(first, last))[0]
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
	var a kernel.Activations
	a.Set(len(heads), width, width, both)
	step := kernel.Padded(s.network.relation.Outputs, kernel.TileColumns)
	out := make([]float32, kernel.Padded(len(heads), kernel.TileRows)*step)
	s.network.relation.Multiply(out, step, &a)
	scores, best := Scores{out, step, s.network.relation.Outputs}, make([]int, len(heads))
	for i := range best {
		best[i] = scores.Best(i)
	}
	return best
}

// The tags of parts of attributions: the word begins a part, or goes on with it.
const (
	NoPart = iota
	BeginCue
	InsideCue
	BeginSource
	InsideSource
	BeginContent
	InsideContent
	partTags
)

// Attributions holds the scores of the tags of parts.
type Attributions struct {
	Parts Scores

	ofCue, ofWord, bias Scores
	network             *Network
}

// The roles of a word towards a cue.
const (
	Source = iota
	Content
	roles
)

// Attributions returns the scores of each word's part in attributions.
func (v *Vectors) Attributions() *Attributions {
	n := v.network
	width := (n.attribution.out.Outputs - partTags - roles) / 2
	s := v.run(n.attribution, partTags, width, width, roles)
	return &Attributions{s[0], s[1], s[2], s[3], n}
}

// Roles returns, for each cue, the scores of the words [first, last) as its
// source and as its content, against 0 for neither.
func (a *Attributions) Roles(cues []int, first, last int) (source, content [][]float32) {
	width := a.ofCue.width / roles
	s := a.network.pairs(a.ofCue, a.ofWord, []int{Source * width, Content * width}, first, last, a.network.roles, cues)
	for role := range s {
		for i := range cues {
			for w := range s[role][i] {
				s[role][i][w] += a.bias.Row(first + w)[role]
			}
		}
	}
	return s[Source], s[Content]
}

// Links holds what is known of coreference.
type Links struct {
	none, a, b Scores
	network    *Network
}

// Links returns what the words' coreference is computed from.
func (v *Vectors) Links() *Links {
	width := (v.network.corefs.out.Outputs - 1) / 2
	s := v.run(v.network.corefs, 1, width, width)
	return &Links{s[0], s[1], s[2], v.network}
}

// Of returns the scores of the words [first, last) as meaning the same as word,
// and the score of none of all words.
func (l *Links) Of(word, first, last int) (scores []float32, none float32) {
	return l.network.pairs(l.a, l.b, []int{0}, first, last, l.network.links, []int{word})[0][0], l.none.Row(word)[0]
}

// pairs returns scores[kind][i][j]: the product of the vectors of word rows[i]
// and of word first+j, with the bias of their distance. Each kind has its
// columns, from those given up to the next kind's.
func (n *Network) pairs(q, k Scores, kinds []int, first, last int, bias []float32, rows []int) [][][]float32 {
	width, words := q.width/len(kinds), last-first
	step := kernel.Padded(words, kernel.TileColumns)
	var keys kernel.Matrix
	var a kernel.Activations
	query := make([]float32, len(rows)*width)
	found := make([][][]float32, len(kinds))
	for kind, column := range kinds {
		for i, w := range rows {
			copy(query[i*width:(i+1)*width], q.Row(w)[column:])
		}
		a.Set(len(rows), width, width, query)
		keys.SetKeys(words, width, k.step, k.values[first*k.step+column:], 1)
		out := make([]float32, kernel.Padded(len(rows), kernel.TileRows)*step)
		keys.Multiply(out, step, &a)
		for i, w := range rows {
			row := out[i*step : i*step+words : i*step+words]
			for j := range row {
				row[j] += bias[kind*(2*n.far+1)+n.bucket(first+j-w)]
			}
			found[kind] = append(found[kind], row)
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
