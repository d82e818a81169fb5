package network

import (
	"math"

	"github.com/newsgraph/newsgraph/ingest/kernel"
	"github.com/newsgraph/newsgraph/ingest/wordpiece"
)

// Text is words as the encoder takes them. Word i has the pieces
// Pieces[First[i]:First[i+1]].
type Text struct {
	Pieces []int32
	First  []int
	Cases  []wordpiece.Case // of the words
}

// Add appends a word.
func (n *Network) Add(t *Text, word string, beginsParagraph bool) {
	if len(t.First) == 0 {
		t.First = append(t.First, 0)
	}
	c := wordpiece.CaseOf(word)
	if beginsParagraph {
		c += wordpiece.Begins
	}
	t.Pieces = n.Vocabulary.Append(t.Pieces, word)
	t.First, t.Cases = append(t.First, len(t.Pieces)), append(t.Cases, c)
}

// Len returns the number of words.
func (t *Text) Len() int { return len(t.Cases) }

// scratch is what one forward pass works on.
type scratch struct {
	x, qkv, context, inner, scores []float32
	y                              []float32
	a, query, weights              kernel.Activations
	keys, values                   kernel.Matrix
}

func grow(s *[]float32, n int) []float32 {
	if cap(*s) < n {
		*s = make([]float32, n)
	}
	return (*s)[:n]
}

// encode sets vectors to those of the words [first, last) of a text that is
// framed by the special pieces: the vectors of their first pieces.
func (n *Network) encode(s *scratch, t *Text, first, last int, vectors []float32) {
	start := t.First[first]
	rows, top := t.First[last]-start+2, len(n.layers)-1
	x := grow(&s.x, kernel.Padded(rows, kernel.TileRows)*n.width)
	n.embed(s, x, t, first, last)
	for i := range n.layers[:top] {
		n.layers[i].forward(s, x, rows, nil, n.width, n.heads)
	}
	wanted := make([]int, 0, last-first)
	for w := first; w < last; w++ {
		wanted = append(wanted, 1+t.First[w]-start)
	}
	n.layers[top].forward(s, x, rows, wanted, n.width, n.heads)
	copy(vectors, x[:len(wanted)*n.width])
}

func (n *Network) embed(s *scratch, x []float32, t *Text, first, last int) {
	before, after := n.Vocabulary.Frame()
	n.embedPiece(s, x, 0, before, wordpiece.Special)
	row := 1
	for w := first; w < last; w++ {
		for _, piece := range t.Pieces[t.First[w]:t.First[w+1]] {
			n.embedPiece(s, x, row, piece, t.Cases[w])
			row++
		}
	}
	n.embedPiece(s, x, row, after, wordpiece.Special)
}

func (n *Network) embedPiece(s *scratch, x []float32, row int, piece int32, c wordpiece.Case) {
	out, y := x[row*n.width:(row+1)*n.width], grow(&s.y, n.width)
	scale, values := n.wordScale[piece], n.word[int(piece)*n.width:(int(piece)+1)*n.width]
	place, letterCase := n.position[row*n.width:(row+1)*n.width], n.letterCase[int(c)*n.width:(int(c)+1)*n.width]
	for i := range out {
		out[i], y[i] = float32(values[i])*scale, place[i]+letterCase[i]
	}
	kernel.Norm(out, y, n.norm.weight, n.norm.bias)
}

// forward is a transformer layer: each row attends to all, then goes through
// two matrices, each time added to what it was and normalised. Where some rows
// are wanted, they alone are computed, as the first of x.
func (l *layer) forward(s *scratch, x []float32, rows int, wanted []int, width, heads int) {
	padded := kernel.Padded(rows, kernel.TileRows)
	qkv, context := grow(&s.qkv, padded*3*width), grow(&s.context, padded*width)
	s.a.Set(rows, width, width, x)
	l.qkv.Multiply(qkv, 3*width, &s.a)
	keys := rows
	if wanted != nil {
		rows = len(wanted)
		for i, row := range wanted {
			copy(x[i*width:(i+1)*width], x[row*width:])
			copy(qkv[3*i*width:(3*i+1)*width], qkv[3*row*width:])
		}
	}
	for head := range heads {
		s.attend(qkv, context, head, rows, keys, width, width/heads)
	}
	s.a.Set(rows, width, width, context)
	y := grow(&s.y, padded*width)
	l.out.Multiply(y, width, &s.a)
	add(x, y, rows, width, l.norm1)

	inner := grow(&s.inner, padded*l.up.Outputs)
	s.a.Set(rows, width, width, x)
	l.up.Multiply(inner, l.up.Outputs, &s.a)
	kernel.Gelu(inner[:rows*l.up.Outputs])
	s.a.Set(rows, l.up.Outputs, l.up.Outputs, inner)
	l.down.Multiply(y, width, &s.a)
	add(x, y, rows, width, l.norm2)
}

// attend sets the columns of one head in context (Vaswani et al. 2017), for so
// many rows that look at so many keys.
func (s *scratch) attend(qkv, context []float32, head, rows, keys, width, size int) {
	step, query, key, value := 3*width, head*size, width+head*size, 2*width+head*size
	columns := kernel.Padded(keys, kernel.TileColumns)
	scores := grow(&s.scores, kernel.Padded(rows, kernel.TileRows)*columns)
	s.query.Set(rows, size, step, qkv[query:])
	s.keys.SetKeys(keys, size, step, qkv[key:], float32(1/math.Sqrt(float64(size))))
	s.keys.Multiply(scores, columns, &s.query)
	s.weights.SetSoftmax(rows, keys, columns, scores)
	s.values.SetValues(keys, size, step, qkv[value:])
	s.values.Multiply(context[query:], width, &s.weights)
}

func add(x, y []float32, rows, width int, n norm) {
	for i := range rows {
		kernel.Norm(x[i*width:(i+1)*width], y[i*width:(i+1)*width], n.weight, n.bias)
	}
}
