package cypher

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// Row is one element of the list that a statement unwinds. A value is one of
// those that graph.Props lists.
type Row map[string]any

// Statement is one Cypher statement. Its Text unwinds the parameter $rows,
// which is Rows; a script has the list itself in that place.
type Statement struct {
	Comment string // what it does, for the reader of a script
	Text    string
	Rows    []Row
}

// Statements returns what loads a block of articles, in the order in which it
// must run: earlier versions of the articles are taken out, then nodes, then
// relationships, then what is derived from them. No statement has more than
// maxRows rows.
func Statements(block []*graph.Graph, maxRows int) []Statement {
	nodes, edges := graph.Merge(block...)
	statements := removal("Take out an earlier version of these articles, where there is one", versions(block))
	statements = append(statements, nodeStatements(nodes)...)
	statements = append(statements, edgeStatements(edges)...)
	statements = append(statements, derivations(nodes)...)
	return split(statements, maxRows)
}

// Removal returns what takes articles out again, with all that only they support.
func Removal(articleIDs []string) []Statement {
	var rows []Row
	for _, id := range articleIDs {
		rows = append(rows, Row{"id": id, graph.FactsSHA256: ""})
	}
	return removal("Take out articles", rows)
}

// versions returns a row for each article of the block: its id and the hash of
// its facts, by which an earlier version is told.
func versions(block []*graph.Graph) []Row {
	var rows []Row
	for _, g := range block {
		for _, n := range g.Nodes {
			if n.Ref == g.Article {
				rows = append(rows, Row{"id": n.ID, graph.FactsSHA256: n.Props[graph.FactsSHA256]})
			}
		}
	}
	return rows
}

func nodeStatements(nodes []graph.Node) []Statement {
	var statements []Statement
	for group := range chunkBy(nodes, func(n graph.Node) graph.Label { return n.Label }) {
		label := group[0].Label
		st := Statement{Comment: string(label) + " nodes", Text: nodeText(label)}
		for _, n := range group {
			row := Row{"id": n.ID}
			maps.Copy(row, n.Props)
			st.Rows = append(st.Rows, row)
		}
		statements = append(statements, st)
	}
	return statements
}

func nodeText(label graph.Label) string {
	text := fmt.Sprintf("UNWIND $rows AS row\nMERGE (n:%s {id: row.id})\nSET n += row", label)
	if slices.Contains(graph.Entities, label) {
		text += ", n:Entity"
	}
	return text
}

// ends are a relationship's type and the labels under which its ends are found.
type ends struct {
	t        graph.Type
	from, to graph.Label
}

func endsOf(e graph.Edge) ends { return ends{e.Type, general(e.From.Label), general(e.To.Label)} }

// general returns the label that a relationship uses to find a node.
func general(label graph.Label) graph.Label {
	if slices.Contains(graph.Entities, label) {
		return graph.Entity
	}
	return label
}

func edgeStatements(edges []graph.Edge) []Statement {
	edges = slices.Clone(edges)
	slices.SortStableFunc(edges, func(a, b graph.Edge) int {
		return slices.Index(graph.Types, a.Type) - slices.Index(graph.Types, b.Type) +
			strings.Compare(string(general(a.From.Label)), string(general(b.From.Label)))
	})
	var statements []Statement
	for group := range chunkBy(edges, endsOf) {
		e := endsOf(group[0])
		st := Statement{Comment: fmt.Sprintf("%s relationships, %s to %s", e.t, e.from, e.to), Text: edgeText(e)}
		for _, edge := range group {
			row := Row{"from": edge.From.ID, "to": edge.To.ID}
			maps.Copy(row, edge.Props)
			st.Rows = append(st.Rows, row)
		}
		statements = append(statements, st)
	}
	return statements
}

func edgeText(e ends) string {
	rule, _ := graph.RuleOf(e.t)
	key := ""
	if len(rule.Keys) > 0 {
		var pairs []string
		for _, name := range rule.Keys {
			pairs = append(pairs, fmt.Sprintf("%[1]s: row.%[1]s", name))
		}
		key = " {" + strings.Join(pairs, ", ") + "}"
	}
	text := fmt.Sprintf("UNWIND $rows AS row\nMATCH (a:%s {id: row.from})\nMATCH (b:%s {id: row.to})\nMERGE (a)-[r:%s%s]->(b)",
		e.from, e.to, e.t, key)
	var set []string
	for _, name := range slices.Sorted(maps.Keys(rule.Props)) {
		if !slices.Contains(rule.Keys, name) {
			set = append(set, fmt.Sprintf("r.%[1]s = row.%[1]s", name))
		}
	}
	if len(set) > 0 {
		text += "\nSET " + strings.Join(set, ", ")
	}
	if rule.Shared {
		text += uniteEvidence
	}
	return text
}

// uniteEvidence adds a row's evidence to that of r, sorted and without duplicates,
// with the greatest confidence of each place; that of r is the greatest of all.
// An earlier version of newsgraph wrote none.
const uniteEvidence = `
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence`

// chunkBy yields the longest runs of items that have the same key.
func chunkBy[T any, K comparable](items []T, key func(T) K) func(func([]T) bool) {
	return func(yield func([]T) bool) {
		for start := 0; start < len(items); {
			end := start + 1
			for end < len(items) && key(items[end]) == key(items[start]) {
				end++
			}
			if !yield(items[start:end]) {
				return
			}
			start = end
		}
	}
}

// split divides statements that have more than maxRows rows.
func split(statements []Statement, maxRows int) []Statement {
	var parts []Statement
	for _, st := range statements {
		for rows := range slices.Chunk(st.Rows, maxRows) {
			parts = append(parts, Statement{st.Comment, st.Text, rows})
		}
	}
	return parts
}
