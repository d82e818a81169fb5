package graph_test

import (
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// The graph of an article in which somebody is named and says something.
func ExampleGraph() {
	const article = "https://example.org/talks"
	g := &graph.Graph{}
	g.Article = g.AddNode(graph.Article, article, graph.Props{"headline": "Talks go on"})
	jane := g.AddNode(graph.Person, graph.EntityID(graph.Person, "Jane Doe"), graph.Props{"name": "Jane Doe"})
	said := g.AddNode(graph.Statement, article+"#char=14,28", graph.Props{"text": "talks would go on", "act": "ASSERT", "depth": int64(0)})
	g.AddEdge(graph.MentionedIn, jane, g.Article, graph.Props{"count": int64(1)})
	g.AddEdge(graph.ReportedIn, said, g.Article, nil)
	g.AddEdge(graph.Made, jane, said, graph.Props{"as": "Jane Doe"})
	fmt.Println(jane.ID, g.Validate())
	g.AddEdge(graph.Made, said, jane, nil)
	fmt.Println(g.Validate())
	// Output:
	// person:jane-doe <nil>
	// relationship (:Statement "https://example.org/talks#char=14,28")-[:MADE]->(:Person "person:jane-doe"): not allowed between these
}
