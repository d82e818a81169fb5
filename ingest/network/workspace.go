package network

import "github.com/newsgraph/newsgraph/ingest/kernel"

// workspace is what scores are computed with and kept in. It serves one text
// after the other, so that no memory is asked for and cleared for each.
type workspace struct {
	a          kernel.Activations
	keys       kernel.Matrix
	own, query []float32

	chunks [][]float32 // room for scores
	chunk  int         // the one that is used, up to free
	free   []float32
}

// chunkSize is how many scores are asked for at once.
const chunkSize = 1 << 20

// take returns room for n scores, with any values.
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
	return taken
}

// Release gives back the memory of everything that was computed of the vectors,
// which are not to be used any more.
func (v *Vectors) Release() {
	v.work.chunk, v.work.free = 0, nil
	v.network.workspaces.Put(v.work)
}

// product multiplies so many rows of values with a matrix, and applies a
// function to all of what comes out.
func (w *workspace) product(m *kernel.Matrix, values []float32, rows int, then func([]float32)) Scores {
	return w.into(w.take(size(m, rows)), m, values, rows, then)
}

// task multiplies with both matrices of a task.
func (w *workspace) task(t task, values []float32, rows int) Scores {
	own := w.into(grow(&w.own, size(t.own, rows)), t.own, values, rows, kernel.Gelu)
	return w.product(t.out, own.values, rows, nil)
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
