package graphml

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/internal/graphtest"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// written returns the file of graphs.
func written(t testing.TB, graphs []*graph.Graph) []byte { return graphtest.Written(t, New, graphs) }

func TestGolden(t *testing.T) {
	graphtest.Golden(t, "testdata/talks.graphml", written(t, graphtest.Talks()))
}

// program prints what networkx reads of a file, as JSON.
const program = `
import json, sys, networkx
g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
print(json.dumps({"nodes": dict(g.nodes(data=True)), "edges": [{"from": a, "to": b, **d} for a, b, d in g.edges(data=True)]}))`

// TestNetworkxReadsIt: it has every node and relationship with every property.
func TestNetworkxReadsIt(t *testing.T) {
	graphs := graphtest.Talks()
	for i := range 50 {
		graphs = append(graphs, build.Graph(madeup.Article(i, madeup.World{Articles: 50, People: 30, Statements: 5, Seed: 1})))
	}
	file := filepath.Join(t.TempDir(), "talks.graphml")
	if err := os.WriteFile(file, written(t, graphs), 0o644); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Nodes map[string]map[string]any
		Edges []map[string]any
	}
	if err := json.Unmarshal([]byte(graphtest.Python(t, []string{"networkx==3.6.1"}, program, file)), &got); err != nil {
		t.Fatal(err)
	}
	nodes, edges := graph.Union(graphs...)
	wantNodes, wantEdges := map[string]map[string]any{}, []map[string]any(nil)
	for _, n := range nodes {
		wantNodes[n.ID] = read(n.Props, map[string]any{"type": string(n.Label), "label": xmlText(label(n))})
	}
	for _, e := range edges {
		wantEdges = append(wantEdges, read(e.Props, map[string]any{"type": string(e.Type), "label": string(e.Type), "from": e.From.ID, "to": e.To.ID}))
	}
	if diff := cmp.Diff(wantNodes, got.Nodes); diff != "" {
		t.Errorf("nodes (-want +got):\n%s", diff)
	}
	for _, edges := range [][]map[string]any{wantEdges, got.Edges} {
		slices.SortFunc(edges, func(a, b map[string]any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	}
	if diff := cmp.Diff(wantEdges, got.Edges); diff != "" {
		t.Errorf("relationships (-want +got):\n%s", diff)
	}
}

// read adds properties to all as a reader of the file has them.
func read(props graph.Props, all map[string]any) map[string]any {
	for name, value := range props {
		switch v := value.(type) {
		case bool, float64:
			all[name] = v
		case int64:
			all[name] = float64(v)
		default:
			all[name] = xmlText(text(v))
		}
	}
	return all
}

// xmlText returns text without what XML can't hold.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, s)
}

func TestALaterVersionTakesThePlaceOfTheEarlier(t *testing.T) {
	talks := graphtest.Talks()
	old := &graph.Graph{Article: talks[0].Article, Nodes: []graph.Node{{Ref: talks[0].Article, Props: graph.Props{"headline": "old"}}}}
	if !bytes.Equal(written(t, append([]*graph.Graph{old}, talks...)), written(t, talks)) {
		t.Error("the earlier version is in the file")
	}
}

func TestAMegabyteOfText(t *testing.T) {
	g := graphtest.Talks()[1]
	for _, n := range g.Nodes {
		if n.Label == graph.Statement {
			n.Props["text"] = strings.Repeat(graphtest.Hostile+"\x00", 10000)
		}
	}
	if file := written(t, []*graph.Graph{g}); bytes.ContainsRune(file, 0) || len(file) < 1<<20 {
		t.Errorf("%d bytes, or a zero among them", len(file))
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAnErrorOfTheWriter(t *testing.T) {
	if err := New(full{}).Close(t.Context()); err == nil {
		t.Error("no error")
	}
}
