package neo4j

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/graph"
)

// These texts return relationships with their ends.
const (
	// itself needs $article.
	itself = "MATCH (a:Article {id: $article}) WHERE a.factsSha256 IS NOT NULL RETURN a"

	// toldEdges are those that an article supports, some of them with others. It
	// needs $article.
	toldEdges = `
MATCH (a:Article {id: $article})
CALL {
  WITH a MATCH (a)<-[r:MENTIONED_IN|REPORTED_IN]-() RETURN r
  UNION
  WITH a MATCH (a)-[r:COPY_OF]->() RETURN r
  UNION
  WITH a MATCH (a)<-[:REPORTED_IN]-(:Statement)-[r:MADE|ADDRESSED_TO|ABOUT|WITHIN|RESPONDS_TO|REPORTED_BY|MADE_AT]-() RETURN r
  UNION
  WITH a MATCH (a)<-[:REPORTED_IN]-(:Meeting)-[r:PARTICIPATED_IN|HELD_IN]-() RETURN r
  UNION
  WITH a MATCH (a)<-[:MENTIONED_IN]-(:Entity)-[r:HOLDS_POSITION|LOCATED_IN]->() RETURN r
  UNION
  WITH a MATCH ()-[r:SAID_TO]->() WHERE r.statementId STARTS WITH a.id + '#' RETURN r
}
RETURN startNode(r), r, endNode(r)`

	// otherEdges are what articles but $article tell of $ids: of entities one
	// mention, of meetings all, of people their offices.
	otherEdges = `
UNWIND $ids AS id
CALL {
  WITH id MATCH (:Entity {id: id})-[r:MENTIONED_IN]->(a:Article) WHERE a.id <> $article RETURN r LIMIT 1
  UNION
  WITH id MATCH (:Meeting {id: id})-[r:REPORTED_IN]->(a:Article) WHERE a.id <> $article RETURN r
  UNION
  WITH id MATCH (:Person {id: id})-[r:HOLDS_POSITION]->() RETURN r
}
RETURN startNode(r), r, endNode(r)`
)

// Told returns what the database has of the article of g, nil where it has
// nothing, and what other articles tell of what stands in both, as graph.Diff
// takes them. It changes nothing.
func (c *Client) Told(ctx context.Context, g *graph.Graph) (old, others *graph.Graph, err error) {
	err = c.ask(ctx, func(tx driver.ManagedTransaction) (any, error) {
		r := reader{ctx, tx, g.Article.ID}
		if old, err = r.article(); err == nil {
			others, err = r.others(g, old)
		}
		return nil, err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read %s back: %w", g.Article.ID, err)
	}
	return old, others, nil
}

// reader reads what is told of an article in one transaction.
type reader struct {
	ctx context.Context
	tx  driver.ManagedTransaction
	id  string // of the article
}

func (r reader) rows(text string, ids []string) ([]*driver.Record, error) {
	result, err := r.tx.Run(r.ctx, text, map[string]any{"article": r.id, "ids": ids})
	if err != nil {
		return nil, err
	}
	return result.Collect(r.ctx)
}

// article returns the graph of the article as it was written, nil where there is none.
func (r reader) article() (*graph.Graph, error) {
	found, err := r.rows(itself, nil)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	rows, err := r.rows(toldEdges, nil)
	if err != nil {
		return nil, err
	}
	b := builder{nodes: map[graph.Ref]graph.Props{}}
	b.Article = b.node(found[0].Values[0].(driver.Node))
	for _, row := range rows {
		b.edge(row.Values, func(place string) bool { return strings.HasPrefix(place, r.id+"#") })
	}
	for ref, props := range b.nodes {
		if ref.Label == graph.Article && ref != b.Article {
			clear(props) // of one that it is a copy of, which brings its own
		}
	}
	b.tellOwn()
	return b.graph(), nil
}

// others returns what other articles tell of what stands in graphs.
func (r reader) others(graphs ...*graph.Graph) (*graph.Graph, error) {
	ids := map[string]bool{}
	for _, g := range graphs {
		if g == nil {
			continue
		}
		for _, n := range g.Nodes {
			if n.Label != graph.Article && n.Label != graph.Statement {
				ids[n.ID] = true
			}
		}
	}
	rows, err := r.rows(otherEdges, slices.Sorted(maps.Keys(ids)))
	if err != nil {
		return nil, err
	}
	b := builder{nodes: map[graph.Ref]graph.Props{}}
	for _, row := range rows {
		b.edge(row.Values, func(place string) bool { return !strings.HasPrefix(place, r.id+"#") })
	}
	return b.graph(), nil
}

// builder makes a graph of what the driver returns.
type builder struct {
	graph.Graph
	nodes map[graph.Ref]graph.Props
}

func (b *builder) node(n driver.Node) graph.Ref {
	i := slices.IndexFunc(graph.Labels, func(label graph.Label) bool { return slices.Contains(n.Labels, string(label)) })
	if i < 0 {
		return graph.Ref{}
	}
	id, _ := n.Props["id"].(string)
	ref := graph.Ref{Label: graph.Labels[i], ID: id}
	if b.nodes[ref] == nil {
		b.nodes[ref] = properties(n.Props, graph.NodeProps[ref.Label])
	}
	return ref
}

// edge adds a relationship. Of a shared one it takes those places that count, and
// leaves out one without.
func (b *builder) edge(row []any, counts func(place string) bool) {
	from, r, to := row[0].(driver.Node), row[1].(driver.Relationship), row[2].(driver.Node)
	rule, known := graph.RuleOf(graph.Type(r.Type))
	if !known {
		return
	}
	props := properties(r.Props, rule.Props)
	if rule.Shared {
		props[graph.Evidence], props[graph.Confidences] = places(r.Props, counts)
		if len(props[graph.Evidence].([]string)) == 0 {
			return
		}
	}
	b.AddEdge(rule.Type, b.node(from), b.node(to), props)
}

// own are the properties of entities that are derived from all articles, of which
// each has its own on MENTIONED_IN.
var own = []string{"name", "wikidataId", "gender"}

// tellOwn makes of entities what the article says that they are.
func (b *builder) tellOwn() {
	for _, e := range b.Edges {
		if e.Type == graph.MentionedIn {
			for _, name := range own {
				delete(b.nodes[e.From], name)
				if value, is := e.Props[name]; is {
					b.nodes[e.From][name] = value
				}
			}
		}
	}
}

// graph returns what was added, in canonical order.
func (b *builder) graph() *graph.Graph {
	for ref, props := range b.nodes {
		b.AddNode(ref.Label, ref.ID, props)
	}
	b.Sort()
	return &b.Graph
}

// places returns the places that count, and how sure each is; an earlier version
// of newsgraph did not write that.
func places(props map[string]any, counts func(string) bool) (evidence []string, confidences []float64) {
	all, _ := props[graph.Evidence].([]any)
	sure, _ := props[graph.Confidences].([]any)
	for i, place := range all {
		if place, _ := place.(string); counts(place) {
			evidence = append(evidence, place)
			confidence := 0.0
			if i < len(sure) {
				confidence, _ = sure[i].(float64)
			}
			confidences = append(confidences, confidence)
		}
	}
	return evidence, confidences
}

// properties returns those that are of the model, as package graph has them.
func properties(props map[string]any, kinds map[string]graph.Kind) graph.Props {
	converted := graph.Props{}
	for name := range kinds {
		switch value := props[name].(type) {
		case nil:
		case driver.Date:
			converted[name] = graph.DateOf(value.Time())
		case []any:
			var texts []string
			for _, text := range value {
				texts = append(texts, fmt.Sprint(text))
			}
			converted[name] = texts
		default:
			converted[name] = value
		}
	}
	return converted
}
