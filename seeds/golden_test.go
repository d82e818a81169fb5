package seeds_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
)

// TestGoldenGraphs holds the whole graph of each sample, right or wrong, so that
// a change of the rules shows what it changes. -update writes them anew.
func TestGoldenGraphs(t *testing.T) {
	for name, f := range read(t) {
		file, got := "testdata/"+name+".golden", show(build.Graph(f))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s changed (go test ./seeds -update writes it anew):\n%s", file, diff)
		}
	}
}

// show writes a graph, a node or an edge a line, without what only says where
// it stands in the text.
func show(g *graph.Graph) string {
	var out strings.Builder
	for _, n := range g.Nodes {
		fmt.Fprintf(&out, "%s %s\n", n.Ref, properties(n.Props))
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&out, "%s %s\n", e, properties(e.Props))
	}
	return out.String()
}

func properties(p graph.Props) string {
	var shown []string
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if !slices.Contains([]string{"sentence", "start", "end", "sha256", "factsSha256", "evidence", "confidences", "quoteKey", "dateText"}, name) {
			shown = append(shown, fmt.Sprintf("%s=%q", name, fmt.Sprint(p[name])))
		}
	}
	return strings.Join(shown, " ")
}
