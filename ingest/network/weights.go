// Package network is the neural network that reads: a small transformer
// encoder and, for each word, the scores of what it may be.
//
// The encoder is MiniLM (Wang et al. 2020) with an embedding of letter case.
// training/ says how the weights were learnt and writes them; their form
// stands in training/export.py.
package network

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"unsafe"

	"github.com/newsgraph/newsgraph/ingest/kernel"
	"github.com/newsgraph/newsgraph/ingest/wordpiece"
)

//go:embed weights.bin
var embedded []byte

// Version names the weights: their hash, shortened.
func Version() string {
	sum := sha256.Sum256(embedded)
	return hex.EncodeToString(sum[:6])
}

// Default returns the network whose weights are part of the program.
var Default = sync.OnceValue(func() *Network {
	n, err := Load(embedded)
	if err != nil {
		panic("network: the embedded weights: " + err.Error()) // they are built in
	}
	return n
})

// Labels are the names of what the scores are of, in their order.
type Labels struct {
	Names     []string `json:"names"` // BIES tags of PER, ORG, LOC and MISC
	UPOS      []string `json:"upos"`
	Feats     []string `json:"feats"`   // Universal Dependencies' features, joined
	Scripts   []string `json:"scripts"` // how the lemma is made of the word
	Relations []string `json:"relations"`
}

// Network holds the weights. Its methods may be called concurrently.
type Network struct {
	Labels     Labels
	Vocabulary *wordpiece.Vocabulary

	width, heads, near, far int
	word                    []int8 // embeddings in 8 bits
	wordScale               []float32
	position, letterCase    []float32
	norm                    norm
	layers                  []layer
	names, syntax, corefs   task
	reference               *task // nil where the weights have none
	frames                  frames
	relation                *kernel.Matrix
	root                    []float32
	arcs, links             []float32 // biases of distances
	workspaces              pool
}

type norm struct{ weight, bias []float32 }

type layer struct {
	qkv, out, up, down *kernel.Matrix
	norm1, norm2       norm
}

// A task is a layer of the task's own and a matrix with all of its outputs.
type task struct{ own, out *kernel.Matrix }

const magic = "NEWSGRAPH1\n"

// file reads tensors out of data.
type file struct {
	header header
	data   []byte
	err    error
}

type header struct {
	Heads, Width, Layers, Near, Far int
	Vocabulary                      []string
	Labels                          Labels
	Tensors                         map[string]struct {
		At    int
		Type  string
		Shape []int
	}
}

// Load reads weights. It keeps data.
func Load(data []byte) (*Network, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, errors.New("not a file of weights")
	}
	var f file
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	if err := json.Unmarshal(line, &f.header); err != nil {
		return nil, fmt.Errorf("read the header: %w", err)
	}
	f.data = data[min(len(data), kernel.Padded(len(magic)+len(line)+1, align)):]
	h := &f.header
	n := &Network{
		Labels: h.Labels, Vocabulary: wordpiece.New(h.Vocabulary),
		width: h.Width, heads: h.Heads, near: h.Near, far: h.Far,
		word: tensor[int8](&f, "word"), wordScale: tensor[float32](&f, "word.scale"),
		position: tensor[float32](&f, "position"), letterCase: tensor[float32](&f, "case"), norm: f.norm("norm"),
		names: f.task("names"), syntax: f.task("syntax"), corefs: f.task("coreference"), frames: f.frames(),
		relation: f.matrix("relation"), root: tensor[float32](&f, "root"),
		arcs: tensor[float32](&f, "arcs"), links: tensor[float32](&f, "links"),
	}
	if _, learnt := h.Tensors["reference.out"]; learnt {
		reference := f.task("reference")
		n.reference = &reference
	}
	for i := range h.Layers {
		at := fmt.Sprint(i)
		n.layers = append(n.layers, layer{
			f.matrix(at + ".qkv"), f.matrix(at + ".out"), f.matrix(at + ".up"), f.matrix(at + ".down"),
			f.norm(at + ".norm1"), f.norm(at + ".norm2"),
		})
	}
	return n, f.err
}

const align = 64

// tensor returns the values of a tensor, which stay where they are in data.
func tensor[T int8 | float32](f *file, name string) []T {
	t, ok := f.header.Tensors[name]
	size := 1
	for _, n := range t.Shape {
		size *= n
	}
	var one T
	end := t.At + size*int(unsafe.Sizeof(one))
	if !ok || size <= 0 || t.At < 0 || end > len(f.data) {
		f.err = errors.Join(f.err, fmt.Errorf("tensor %s is missing or cut off", name))
		return make([]T, 1)
	}
	at := unsafe.Pointer(&f.data[t.At])
	if uintptr(at)%unsafe.Alignof(one) == 0 {
		return unsafe.Slice((*T)(at), size)
	}
	values := make([]T, size)
	copy(unsafe.Slice((*byte)(unsafe.Pointer(&values[0])), end-t.At), f.data[t.At:end])
	return values
}

func (f *file) matrix(name string) *kernel.Matrix {
	t := f.header.Tensors[name]
	panels, scale, bias := tensor[int8](f, name+".panels"), tensor[float32](f, name+".scale"), tensor[float32](f, name+".bias")
	if f.err != nil || len(t.Shape) != 2 {
		f.err = errors.Join(f.err, fmt.Errorf("matrix %s is missing", name))
		return nil
	}
	return kernel.NewMatrix(t.Shape[0], t.Shape[1], panels, scale, bias)
}

func (f *file) norm(name string) norm {
	return norm{tensor[float32](f, name+".weight"), tensor[float32](f, name+".bias")}
}

func (f *file) frames() frames {
	heads := frames{
		own: f.matrix("frames.own"), bias: f.matrix("frames.bias"), anchors: f.task("frames.anchors"), attributes: f.task("frames.attributes"),
		distance: tensor[float32](f, "frames.distance"), guide: tensor[float32](f, "frames.guide"),
	}
	ofAnchor, ofWord := f.matrix("frames.of_anchor"), f.matrix("frames.of_word")
	if f.err != nil {
		return heads
	}
	width, first := ofWord.Outputs/frameRoles, 0
	for kind, count := range roles {
		last := first + count*width
		heads.ofAnchor[kind], heads.ofWord[kind] = ofAnchor.Columns(first, last), ofWord.Columns(first, last)
		first = last
	}
	return heads
}

func (f *file) task(name string) task { return task{f.matrix(name + ".own"), f.matrix(name + ".out")} }
