package graph

import "context"

// Articles keeps the graphs of articles. A later version of one takes the place of
// the earlier.
type Articles struct {
	Graphs []*Graph
	at     map[Ref]int // of the articles among them
}

// Add adds the graph of an article.
func (a *Articles) Add(g *Graph) {
	if i, known := a.at[g.Article]; known {
		a.Graphs[i] = g
		return
	}
	if a.at == nil {
		a.at = map[Ref]int{}
	}
	a.at[g.Article] = len(a.Graphs)
	a.Graphs = append(a.Graphs, g)
}

// A Sink takes graphs and writes them somewhere.
//
// Write is called once for each article, from one goroutine, in the order of
// the input; a sink may keep what it is given and write it later. An error of
// Write or Close means that the output is not complete; writing the same
// graphs again completes it. Close must be called once, also after an error.
type Sink interface {
	Write(ctx context.Context, g *Graph) error
	Close(ctx context.Context) error
}
