package graph

import "context"

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
