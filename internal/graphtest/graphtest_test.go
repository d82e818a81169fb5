package graphtest

import (
	"fmt"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

// TestTalksHaveEverything: formats that keep all of the talks keep all that the
// model has.
func TestTalksHaveEverything(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range Talks() {
		if err := g.Validate(); err != nil {
			t.Errorf("%s: %v", g.Article.ID, err)
		}
	}
	nodes, edges := graph.Union(Talks()...)
	for _, n := range nodes {
		for name := range n.Props {
			seen[fmt.Sprint(n.Label, ".", name)] = true
		}
	}
	for _, e := range edges {
		seen[string(e.Type)] = true
		for name := range e.Props {
			seen[fmt.Sprint(e.Type, ".", name)] = true
		}
	}
	for _, label := range graph.Labels {
		for name := range graph.PropsOf(label) {
			if key := fmt.Sprint(label, ".", name); !seen[key] {
				t.Errorf("the talks have no %s", key)
			}
		}
	}
	for _, rule := range graph.EdgeRules {
		if !seen[string(rule.Type)] {
			t.Errorf("the talks have no %s", rule.Type)
		}
		for name := range rule.AllProps() {
			if key := fmt.Sprint(rule.Type, ".", name); !seen[key] {
				t.Errorf("the talks have no %s", key)
			}
		}
	}
}
