package neo4jtest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Dump returns everything in the database in a canonical form: one line for
// each node, with its labels and properties, then one for each relationship,
// with its ends (by their id property) and properties; all sorted.
func (s *Server) Dump(t testing.TB) string {
	t.Helper()
	var nodes, edges []string
	for _, row := range s.Query(t, "MATCH (n) RETURN n", nil) {
		n := row[0].(neo4j.Node)
		nodes = append(nodes, fmt.Sprintf("(%s %s)\n", labels(n), properties(n.Props)))
	}
	for _, row := range s.Query(t, "MATCH (a)-[r]->(b) RETURN a, r, b", nil) {
		a, r, b := row[0].(neo4j.Node), row[1].(neo4j.Relationship), row[2].(neo4j.Node)
		edges = append(edges, fmt.Sprintf("(%s %s)-[:%s %s]->(%s %s)\n",
			labels(a), value(a.Props["id"]), r.Type, properties(r.Props), labels(b), value(b.Props["id"])))
	}
	slices.Sort(nodes)
	slices.Sort(edges)
	return strings.Join(nodes, "") + strings.Join(edges, "")
}

func labels(n neo4j.Node) string {
	slices.Sort(n.Labels)
	return ":" + strings.Join(n.Labels, ":")
}

func properties(props map[string]any) string {
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(props)) {
		fields = append(fields, name+": "+value(props[name]))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

// value writes a property so that its type can be told.
func value(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.Quote(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = value(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case neo4j.Date:
		return "date(" + v.String() + ")"
	}
	return fmt.Sprintf("%T(%v)", v, v)
}
