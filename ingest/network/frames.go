package network

import (
	"math"

	"github.com/newsgraph/newsgraph/ingest/kernel"
)

// A Guide says by whose definition statements are found.
type Guide int

// The guides of the corpora that frames were learnt from.
const (
	OwnGuide Guide = iota // of everything that the graph is made of
	PolNeAR               // of attributions alone (Newell et al. 2018)
)

// The indices of attributes among Frame.Attributes. Before them come the acts.
const (
	Negative = 25
	NotSaid  = 26
	Statuses = 27
	Former   = 33
)

// content is the number of the role of contents among those of statements.
const content = 2

// roles says how many roles each kind of frame has, in the order of document.Kinds.
var roles = [kinds]int{6, 8, 3}

const kinds, frameRoles = 3, 17 // kinds of frames, and the roles of all together

// frames are the weights of the heads of frames.
type frames struct {
	own, bias           *kernel.Matrix
	ofAnchor, ofWord    [kinds]*kernel.Matrix // vectors for each role
	anchors, attributes task
	distance, guide     []float32
}

// A Window is a run of words that the encoder has read together.
type Window struct {
	First, Last int // words
	values      []float32
	network     *Network
	work        *workspace
}

// Frames holds what the frames of a window are computed from. Its words are
// counted from the window's first.
type Frames struct {
	Anchors Scores // of statements, meetings and offices, for each word

	words     int
	own, bias Scores
	ofWord    [kinds]Scores
	network   *Network
	work      *workspace
}

// Frames returns what the frames of the window are computed from.
func (w Window) Frames(guide Guide) *Frames {
	n := w.network
	f := &Frames{words: w.Last - w.First, network: n, work: w.work}
	values, of := grow(&w.work.some, f.words*n.width), n.frames.guide[int(guide)*n.width:int(guide+1)*n.width]
	for i := range values {
		values[i] = w.values[i] + of[i%n.width]
	}
	// The heads of frames were learnt with the exact Gaussian error linear unit:
	// kernel.Gelu lies within 0.0005 of it, less than 8 bits can tell.
	f.Anchors = f.work.task(n.frames.anchors, values, f.words)
	f.own = f.work.product(n.frames.own, values, f.words, kernel.Gelu)
	return f
}

// Frame is what the network says of an anchor. Scores are logits.
type Frame struct {
	Roles      [][]float32 // for each role of the kind, the scores of the window's words
	Attributes []float32   // the scores of the acts, then of the other attributes
}

// Of returns a frame for each of the words taken as anchors of a kind, which is
// an index among document.Kinds; words are counted from the window's first.
func (f *Frames) Of(kind int, anchors []int) []Frame {
	found := make([]Frame, len(anchors))
	if len(anchors) == 0 {
		return found
	}
	var own []float32
	for _, w := range anchors {
		own = append(own, f.own.Row(w)...)
	}
	all := f.roles(kind, 0, roles[kind], own, anchors)
	contents := all[content]
	if kind > 0 {
		contents = f.roles(0, content, content+1, own, anchors)[0]
	}
	for i := range found {
		for _, scores := range all {
			found[i].Roles = append(found[i].Roles, scores[i])
		}
	}
	f.setAttributes(found, contents, anchors)
	return found
}

// roles returns the scores of the words as the roles [first, last) of a kind
// towards anchors, whose own vectors are given.
func (f *Frames) roles(kind, first, last int, own []float32, anchors []int) (scores [][][]float32) {
	w := &f.network.frames
	if f.ofWord[kind].values == nil {
		f.ofWord[kind] = f.work.product(w.ofWord[kind], f.own.values, f.words, nil)
	}
	if f.bias.values == nil {
		f.bias = f.work.product(w.bias, f.own.values, f.words, nil)
	}
	width := w.ofWord[kind].Outputs / roles[kind]
	factor, number := float32(2/math.Sqrt(float64(width))), first
	for _, before := range roles[:kind] {
		number += before
	}
	ofAnchor := f.work.product(w.ofAnchor[kind], own, len(anchors), nil)
	query := make([]float32, len(anchors)*width)
	for role := first; role < last; role++ {
		for i := range anchors {
			copy(query[i*width:], ofAnchor.Row(i)[role*width:(role+1)*width])
		}
		keys := Scores{f.ofWord[kind].values[role*width:], f.ofWord[kind].step, width}
		distance := w.distance[number*(2*f.network.far+1):]
		found := f.network.products(f.work, query, keys, factor, 0, f.words, distance, anchors)
		for _, row := range found {
			for i := range row {
				row[i] += f.bias.Row(i)[number]
			}
		}
		scores = append(scores, found)
		number++
	}
	return scores
}

// setAttributes sets the attributes of frames: of an anchor's own vector and the
// mean of the words' weighted with their probability of being content.
func (f *Frames) setAttributes(found []Frame, contents [][]float32, anchors []int) {
	n := f.network
	both := make([]float32, len(anchors)*2*n.width)
	for i, a := range anchors {
		copy(both[2*i*n.width:], f.own.Row(a))
		f.mean(both[(2*i+1)*n.width:(2*i+2)*n.width], contents[i])
	}
	out := f.work.task(n.frames.attributes, both, len(anchors))
	for i := range found {
		found[i].Attributes = out.Row(i)
	}
}

// mean sets mean to that of the words' vectors, weighted with the logistic
// function of scores.
func (f *Frames) mean(mean, scores []float32) {
	sum := float32(1e-3)
	for w, score := range scores {
		p := float32(1 / (1 + math.Exp(-float64(score))))
		sum += p
		for i, v := range f.own.Row(w) {
			mean[i] += float32(p * v)
		}
	}
	for i := range mean {
		mean[i] /= sum
	}
}
