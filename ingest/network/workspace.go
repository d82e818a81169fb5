package network

import (
	"sync"

	"github.com/newsgraph/newsgraph/ingest/kernel"
)

// pool holds the workspaces that nobody uses. There are as many as texts were
// ever read at once; a sync.Pool would keep some for each processor.
type pool struct {
	mu   sync.Mutex
	free []*workspace
}

func (p *pool) get() *workspace {
	p.mu.Lock()
	defer p.mu.Unlock()
	last := len(p.free) - 1
	if last < 0 {
		return new(workspace)
	}
	w := p.free[last]
	p.free = p.free[:last]
	return w
}

func (p *pool) put(w *workspace) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, w)
}

// workspace is what a text is encoded with, and what scores are computed with
// and kept in. It serves one text after the other, so that no memory is asked
// for and cleared for each.
type workspace struct {
	scratch
	own, some []float32

	chunks     [][]float32 // room for scores
	chunk      int         // how many are in use, the last of them up to free
	free       []float32
	used, most int // scores, now and at most
}

// chunkSize is how many scores are asked for at once.
const chunkSize = 1 << 18

// strip is how many rows go through the two matrices of a task at a time, so
// that what lies between them stays small; a multiple of kernel.TileRows.
const strip = 20 * kernel.TileRows

// take returns room for n scores, which may hold old values.
func (w *workspace) take(n int) []float32 {
	for len(w.free) < n {
		if w.chunk == len(w.chunks) {
			w.chunks = append(w.chunks, make([]float32, max(n, chunkSize)))
		}
		w.free = w.chunks[w.chunk]
		w.chunk++
	}
	taken := w.free[:n:n]
	w.free = w.free[n:]
	w.used += n
	w.most = max(w.most, w.used)
	return taken
}

// Apart runs a step and takes back the room of all that it computed.
func (v *Vectors) Apart(step func()) {
	w := v.work
	chunk, free, used := w.chunk, w.free, w.used
	step()
	w.chunk, w.free, w.used = chunk, free, used
}

// Release gives back the memory of everything that was computed of the vectors,
// which are not to be used any more.
func (v *Vectors) Release() {
	w := v.work
	if len(w.chunks) > 1 { // the next text of this size finds room in one piece
		w.chunks = [][]float32{make([]float32, w.most)}
	}
	w.chunk, w.free, w.used = 0, nil, 0
	v.network.workspaces.put(w)
}

// product multiplies so many rows of values with a matrix, and applies a
// function to all of what comes out.
func (w *workspace) product(m *kernel.Matrix, values []float32, rows int, then func([]float32)) Scores {
	return w.into(w.take(size(m, rows)), m, values, rows, then)
}

// task multiplies with both matrices of a task.
func (w *workspace) task(t task, values []float32, rows int) Scores {
	out := Scores{w.take(size(t.out, rows)), kernel.Padded(t.out.Outputs, kernel.TileColumns), t.out.Outputs}
	for first := 0; first < rows; first += strip {
		n := min(strip, rows-first)
		own := w.into(grow(&w.own, size(t.own, n)), t.own, values[first*t.own.Inputs:], n, kernel.Gelu)
		w.into(out.values[first*out.step:], t.out, own.values, n, nil)
	}
	return out
}

// size is the room that a product of so many rows takes.
func size(m *kernel.Matrix, rows int) int {
	return kernel.Padded(rows, kernel.TileRows) * kernel.Padded(m.Outputs, kernel.TileColumns)
}

func (w *workspace) into(out []float32, m *kernel.Matrix, values []float32, rows int, then func([]float32)) Scores {
	step := kernel.Padded(m.Outputs, kernel.TileColumns)
	w.a.Set(rows, m.Inputs, m.Inputs, values)
	m.Multiply(out, step, &w.a)
	if then != nil {
		then(out[:rows*step])
	}
	return Scores{out, step, m.Outputs}
}
