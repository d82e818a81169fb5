package neo4j

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestAnArticleIsReadBackAsItWasWritten(t *testing.T) {
	server := neo4jtest.Start(t)
	client := connectTo(t, server)
	for name, graphs := range map[string][]*graph.Graph{"generated": generate(9, 11), "hostile": hostileGraphs()} {
		server.Clear(t)
		load(t, client, graphs, maxRows)
		before := server.Dump(t)
		for _, g := range graphs {
			old, others, err := client.Told(t.Context(), g)
			if err != nil {
				t.Fatal(err)
			}
			wantNodes, wantEdges := graph.Merge(g)
			gotNodes, gotEdges := graph.Merge(old)
			if diff := cmp.Diff(wantNodes, gotNodes, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s: %s: nodes (-written +read):\n%s", name, g.Article.ID, diff)
			}
			if diff := cmp.Diff(wantEdges, gotEdges, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s: %s: relationships (-written +read):\n%s", name, g.Article.ID, diff)
			}
			if changes := graph.Diff(old, g, others); len(changes) > 0 {
				t.Errorf("%s: %s: differs from itself: %v", name, g.Article.ID, changes)
			}
		}
		same(t, "reading back", before, server.Dump(t))
	}
}

func TestWhatOthersTell(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(4, 12)
	client := connectTo(t, server)
	server.Clear(t)
	load(t, client, graphs[:3], maxRows)
	old, others, err := client.Told(t.Context(), graphs[3])
	if err != nil || old != nil {
		t.Fatalf("of an article that is not there: %v, %v", old, err)
	}
	known := 0
	for _, change := range graph.Diff(nil, graphs[3], others) {
		if change.Mention {
			known++
		}
	}
	if known == 0 {
		t.Error("others tell of nobody in it")
	}
	only := graphs[0]
	server.Clear(t)
	load(t, client, graphs[:1], maxRows)
	if _, others, err = client.Told(t.Context(), only); err != nil || len(others.Nodes) > 0 {
		t.Errorf("of the only article others tell %v, %v", others, err)
	}
}
