package cypher

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// Block gathers consecutive articles that are written together, so that
// statements have many rows and scripts few statements.
type Block struct {
	MaxRows int // of one label or type
	graphs  []*graph.Graph
	rows    map[string]int
}

// Add adds an article; one that is already there, and the same, is not added
// again. Where the block would grow beyond MaxRows, it returns
// the articles that were in it before; else nil. An article alone may be larger.
func (b *Block) Add(g *graph.Graph) (full []*graph.Graph) {
	if i := slices.IndexFunc(b.graphs, func(h *graph.Graph) bool { return h.Article == g.Article }); i >= 0 {
		if b.graphs[i].Hash() == g.Hash() {
			return nil
		}
		full = b.Take() // the later version replaces the earlier one
	}
	rows := map[string]int{}
	for _, n := range g.Nodes {
		rows[string(n.Label)]++
	}
	for _, e := range g.Edges {
		rows[string(e.Type)]++
	}
	for kind, n := range rows {
		if b.rows[kind]+n > b.MaxRows {
			full = append(full, b.Take()...)
			break
		}
	}
	if b.rows == nil {
		b.rows = map[string]int{}
	}
	for kind, n := range rows {
		b.rows[kind] += n
	}
	b.graphs = append(b.graphs, g)
	return full
}

// Take empties the block and returns what was in it.
func (b *Block) Take() []*graph.Graph {
	graphs := b.graphs
	b.graphs, b.rows = nil, nil
	return graphs
}
