package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// told is an article of a day that calls Ann Lee by names, and tells of the
// same meeting and office as others.
func told(id, day string, names ...string) *Graph {
	g := &Graph{}
	props := Props{}
	if date, _, err := ParseDate(day); err == nil {
		props["datePublished"] = date
	}
	g.Article = g.AddNode(Article, id, props)
	ann, france := g.AddNode(Person, "person:ann-lee", Props{"name": names[0], "gender": "f"}), g.AddNode(Country, "country:fr", Props{"name": "France", "countryCode": "FR"})
	g.AddEdge(MentionedIn, ann, g.Article, Props{"name": names[0], "names": names, "gender": "f", "wikidataId": "Q" + id})
	g.AddEdge(MentionedIn, france, g.Article, Props{"name": "France"})
	m := g.AddNode(Meeting, "meeting:1", Props{"date": Date{2024, 5, 20}})
	g.AddEdge(ReportedIn, m, g.Article, Props{"name": "as " + id + " has it", "status": "past", "confidence": 0.5})
	g.AddEdge(HoldsPosition, ann, france, Props{"title": "Minister", "former": false, Evidence: []string{id + "#char=0,3"}, Confidences: []float64{float64(len(names)) / 10}})
	return g
}

func TestSharedIsDerivedFromAllArticles(t *testing.T) {
	articles := []*Graph{told("a", "2024-05-14", "Lee", "Ann"), told("b", "2024-05-16", "Ann Lee", "A. Lee", "Ann Lee"), told("c", "", "Lee"), told("d", "2024-05-16", "Ann")}
	want := `person:ann-lee map[alternateNames:[A. Lee Ann Lee] gender:f name:Ann Lee wikidataId:Qa]
country:fr map[countryCode:FR name:France]
meeting:1 map[confidence:0.5 date:2024-05-20 name:as b has it status:past]
HOLDS_POSITION map[asOf:2024-05-16 confidence:0.3 former:false title:Minister]`
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}} {
		shared := Shared{WithoutEvidence: true}
		for _, i := range order {
			shared.Add(articles[i])
		}
		var lines []string
		nodes, edges := shared.Graph()
		for _, n := range nodes {
			lines = append(lines, fmt.Sprint(n.ID, " ", n.Props))
		}
		for _, e := range edges {
			lines = append(lines, fmt.Sprint(e.Type, " ", e.Props))
		}
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("in the order %v: got\n%s\nwant\n%s", order, got, want)
		}
	}
}

func TestUnion(t *testing.T) {
	nodes, edges := Union(told("a", "2024-05-14", "Lee"), told("b", "2024-05-16", "Ann Lee", "Lee"))
	if len(nodes) != 5 || len(edges) != 7 {
		t.Fatalf("%d nodes and %d relationships", len(nodes), len(edges))
	}
	for _, n := range nodes {
		if n.Label == Person && (n.Props["name"] != "Ann Lee" || fmt.Sprint(n.Props["alternateNames"]) != "[Lee]") {
			t.Errorf("the person has %v", n.Props)
		}
		for name := range n.Props {
			if _, known := PropsOf(n.Label)[name]; !known {
				t.Errorf("%s has %s, which PropsOf lacks", n.Ref, name)
			}
		}
	}
	i := slices.IndexFunc(edges, func(e Edge) bool { return e.Type == HoldsPosition })
	if got := fmt.Sprint(edges[i].Props); got != "map[asOf:2024-05-16 confidence:0.2 confidences:[0.1 0.2] evidence:[a#char=0,3 b#char=0,3] former:false title:Minister]" {
		t.Errorf("the office has %s", got)
	}
	rule, _ := RuleOf(HoldsPosition)
	for name := range edges[i].Props {
		if _, known := rule.AllProps()[name]; !known {
			t.Errorf("the office has %s, which AllProps lacks", name)
		}
	}
}
