package neo4j

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/internal/graphtest"
	"github.com/newsgraph/newsgraph/internal/madeup"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// TestUnionIsWhatAServerHas: formats that are written once have what a server
// derives, property for property.
func TestUnionIsWhatAServerHas(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clear(t)
	graphs := graphtest.Talks()
	for i := range 60 {
		graphs = append(graphs, build.Graph(madeup.Article(i, madeup.World{Articles: 60, People: 30, Statements: 5, Seed: 2})))
	}
	load(t, connectTo(t, server), graphs, maxRows)
	nodes, edges := graph.Union(graphs...)
	var want, got []string
	for _, n := range nodes {
		props := maps.Clone(n.Props)
		props["id"] = n.ID
		want = append(want, fmt.Sprint(map[string]any(props)))
	}
	for _, e := range edges {
		want = append(want, fmt.Sprint(e.From.ID, e.Type, e.To.ID, map[string]any(e.Props)))
	}
	for _, row := range server.Query(t, "MATCH (n) RETURN n", nil) {
		props := row[0].(neo4j.Node).Props
		if names, has := props["alternateNames"].([]any); has && len(names) == 0 {
			delete(props, "alternateNames")
		}
		got = append(got, fmt.Sprint(props))
	}
	for _, row := range server.Query(t, "MATCH (a)-[r]->(b) RETURN a.id, r, b.id", nil) {
		r := row[1].(neo4j.Relationship)
		got = append(got, fmt.Sprint(row[0], graph.Type(r.Type), row[2], r.Props))
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-graph.Union +the server):\n%s", diff)
	}
}
