package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Merge returns the nodes and relationships of several articles' graphs
// without duplicates, in canonical order. Of properties that differ, the value
// that sorts first is kept; the lists of evidence are united, with the greatest
// confidence that an entry has.
func Merge(graphs ...*Graph) ([]Node, []Edge) {
	nodes, edges := map[Ref]Node{}, map[edgeKey]Edge{}
	for _, g := range graphs {
		for _, n := range g.Nodes {
			nodes[n.Ref] = Node{n.Ref, mergeProps(nodes[n.Ref].Props, n.Props)}
		}
		for _, e := range g.Edges {
			key := edgeKey{e.Type, e.From, e.To, e.key()}
			edges[key] = Edge{e.Type, e.From, e.To, mergeProps(edges[key].Props, e.Props)}
		}
	}
	all := Graph{Nodes: slices.Collect(maps.Values(nodes)), Edges: slices.Collect(maps.Values(edges))}
	all.Sort()
	return all.Nodes, all.Edges
}

func mergeProps(a, b Props) Props {
	if a == nil {
		return b
	}
	merged := maps.Clone(a)
	for name, value := range b {
		old, both := merged[name]
		switch {
		case name == Evidence:
			merged[Evidence], merged[Confidences] = unite(a, b)
		case name == Confidences: // stands beside the evidence
		case !both || fmt.Sprint(value) < fmt.Sprint(old):
			merged[name] = value
		}
	}
	return merged
}

// unite returns the evidence of both, sorted, and how sure each entry is.
func unite(both ...Props) (evidence []string, confidences []float64) {
	surest := map[string]float64{}
	for _, props := range both {
		for i, place := range props[Evidence].([]string) {
			surest[place] = max(surest[place], props[Confidences].([]float64)[i])
		}
	}
	evidence = slices.Sorted(maps.Keys(surest))
	for _, place := range evidence {
		confidences = append(confidences, surest[place])
	}
	return evidence, confidences
}

// Hash returns the SHA-256, in hex, of what g says, whatever the order of its
// nodes and relationships. A factsSha256 that g already carries is left out.
func (g *Graph) Hash() string {
	nodes, edges := Merge(g)
	for i, n := range nodes {
		nodes[i].Props = maps.Clone(n.Props)
		delete(nodes[i].Props, FactsSHA256)
	}
	canonical, err := json.Marshal([]any{nodes, edges})
	if err != nil {
		panic("graph: hash: " + err.Error()) // a value that Validate refuses
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}
