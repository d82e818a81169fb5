package graphtest

import (
	"bytes"
	"io"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

// Written returns what the sinks of a format write of graphs, all of which keep the model's rules.
func Written[S graph.Sink](t testing.TB, open func(io.Writer) S, graphs []*graph.Graph) []byte {
	t.Helper()
	var out bytes.Buffer
	sink := open(&out)
	for _, g := range graphs {
		if err := g.Validate(); err != nil {
			t.Fatal(err)
		}
		if err := sink.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := sink.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
