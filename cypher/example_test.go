package cypher_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
)

func ExampleScript() {
	const article = "https://example.org/talks"
	g := &graph.Graph{}
	g.Article = g.AddNode(graph.Article, article, graph.Props{"headline": "Talks go on", graph.FactsSHA256: "1f"})
	jane := g.AddNode(graph.Person, "person:jane-doe", graph.Props{"name": "Jane O'Doe"})
	g.AddEdge(graph.MentionedIn, jane, g.Article, graph.Props{"name": "Jane O'Doe", "count": int64(1)})

	ctx := context.Background()
	var out strings.Builder
	script := cypher.NewScript(&out)
	err := script.Write(ctx, g) // for each article
	if err == nil {
		err = script.Close(ctx)
	}
	if err != nil {
		fmt.Println(err)
	}
	_, nodes, _ := strings.Cut(out.String(), "// Person: ")
	nodes, _, _ = strings.Cut(nodes, " AS texts")
	fmt.Println(nodes)
	// Output:
	// id | name | names
	// WITH [
	//   // Talks go on
	//   'person:jane-doe | Jane O\'Doe | Jane O\'Doe'
	// ]
}

func ExampleQuote() {
	fmt.Println(cypher.Quote(`the mayor's "plan"`))
	// Output:
	// 'the mayor\'s "plan"'
}
