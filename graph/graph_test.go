package graph

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sample returns a graph that keeps all rules.
func sample() *Graph {
	g := &Graph{}
	g.Article = g.AddNode(Article, "https://example.org/a", Props{"headline": "A", "datePublished": Date{2024, time.May, 14}})
	jane := g.AddNode(Person, "person:jane-doe", Props{"name": "Jane Doe"})
	france := g.AddNode(Country, "country:fr", Props{"name": "France", "countryCode": "FR"})
	said := g.AddNode(Statement, "https://example.org/a#char=1,5", Props{"text": "Yes", "start": int64(1), "attributionNegated": false, "confidence": 0.5, "depth": int64(0)})
	g.AddEdge(MentionedIn, jane, g.Article, Props{"name": "Jane Doe", "names": []string{"Jane Doe"}, "count": int64(1)})
	g.AddEdge(MentionedIn, france, g.Article, Props{"name": "France", "count": int64(0)})
	g.AddEdge(ReportedIn, said, g.Article, nil)
	g.AddEdge(Made, jane, said, Props{"as": "she"})
	g.AddEdge(HoldsPosition, jane, france, office("Minister", false))
	return g
}

// office returns the properties of a position that one place supports.
func office(title string, former bool) Props {
	return Props{"title": title, "former": former, Evidence: []string{"https://example.org/a#char=1,9"}, Confidences: []float64{0.9}}
}

// inner adds a statement that lies within others, one in the other.
func inner(g *Graph, depths ...int64) (added []Ref) {
	outer := g.Nodes[3].Ref
	for i, depth := range depths {
		ref := g.AddNode(Statement, fmt.Sprintf("https://example.org/a#char=2,%d", 5-i), Props{"depth": depth})
		g.AddEdge(ReportedIn, ref, g.Article, nil)
		g.AddEdge(Within, ref, outer, nil)
		added, outer = append(added, ref), ref
	}
	return added
}

func TestValidate(t *testing.T) {
	if err := sample().Validate(); err != nil {
		t.Fatalf("the sample: %v", err)
	}
	jane, france, article := Ref{Person, "person:jane-doe"}, Ref{Country, "country:fr"}, Ref{Article, "https://example.org/a"}
	for _, c := range []struct {
		name string
		make func(*Graph)
		want string
	}{
		{"unknown label", func(g *Graph) { g.AddNode("Robot", "r", nil) }, "unknown label"},
		{"entity is no node's label", func(g *Graph) { g.AddNode(Entity, "e", nil) }, "unknown label"},
		{"empty id", func(g *Graph) { g.AddNode(Person, "", nil) }, "id is empty"},
		{"id not UTF-8", func(g *Graph) { g.AddNode(Person, "\xff", nil) }, "not UTF-8"},
		{"node twice", func(g *Graph) { g.AddNode(Person, "person:jane-doe", nil) }, "stands twice"},
		{"no place", func(g *Graph) { g.AddNode(Person, "person:x", nil) }, "no place in the article"},
		{"unknown property", func(g *Graph) { g.Nodes[1].Props["age"] = int64(3) }, `unknown property "age"`},
		{"wrong kind", func(g *Graph) { g.Nodes[1].Props["name"] = 3 }, "holds int"},
		{"text not UTF-8", func(g *Graph) { g.Nodes[1].Props["name"] = "\xff" }, "holds string"},
		{"no number", func(g *Graph) { g.Nodes[3].Props["confidence"] = math.NaN() }, "holds float64"},
		{"unknown type", func(g *Graph) { g.AddEdge("LIKES", jane, france, nil) }, "unknown type"},
		{"wrong ends", func(g *Graph) { g.AddEdge(Made, jane, france, nil) }, "not allowed between"},
		{"wrong way", func(g *Graph) { g.AddEdge(HoldsPosition, france, jane, Props{"title": "x"}) }, "not allowed between"},
		{"missing end", func(g *Graph) { g.AddEdge(MentionedIn, Ref{Person, "person:nobody"}, article, nil) }, "end is not in the graph"},
		{"no key", func(g *Graph) { delete(g.Edges[4].Props, "title") }, "has no title"},
		{"half a key", func(g *Graph) { delete(g.Edges[4].Props, "former") }, "has no former"},
		{"to itself", func(g *Graph) { g.AddEdge(RespondsTo, g.Nodes[3].Ref, g.Nodes[3].Ref, nil) }, "joins a node with itself"},
		{"no word of the vocabulary", func(g *Graph) { g.Nodes[3].Props["act"] = "LIE" }, `act "LIE" is none of`},
		{"no such response", func(g *Graph) { g.AddEdge(RespondsTo, inner(g, 1)[0], g.Nodes[3].Ref, Props{"how": "likes"}) }, `how "likes" is none of`},
		{"kind of no source", func(g *Graph) { g.Nodes[3].Props["sourceKind"] = "official" }, "without its words"},
		{"no depth", func(g *Graph) { delete(g.Nodes[3].Props, "depth") }, "its depth is <nil>, it lies within 0"},
		{"wrong depth", func(g *Graph) { inner(g, 1, 1) }, "its depth is 1, it lies within 2"},
		{"within two", func(g *Graph) { g.AddEdge(Within, inner(g, 1, 2)[1], g.Nodes[3].Ref, nil) }, "lies within"},
		{"within itself", func(g *Graph) { g.AddEdge(Within, g.Nodes[3].Ref, inner(g, 1)[0], nil) }, "lies within itself"},
		{"a country passed it on", func(g *Graph) { g.AddEdge(ReportedBy, g.Nodes[3].Ref, france, nil) }, "not allowed between"},
		{"edge twice", func(g *Graph) { g.AddEdge(MentionedIn, jane, article, nil) }, "stands twice"},
		{"no evidence", func(g *Graph) { delete(g.Edges[4].Props, Evidence) }, "evidence is empty"},
		{"evidence without a place", func(g *Graph) { g.Edges[4].Props[Evidence] = []string{"there"} }, "names no place"},
		{"evidence not sorted", func(g *Graph) { g.Edges[4].Props[Evidence] = []string{"b#char=1,2", "a#char=1,2"} }, "not sorted"},
		{"no confidence", func(g *Graph) { delete(g.Edges[4].Props, Confidences) }, "has 0 confidences for 1 places"},
		{"evidence where none belongs", func(g *Graph) { g.Edges[3].Props[Evidence] = []string{"b#char=1,2"} }, "unknown property"},
		{"article missing", func(g *Graph) { g.Article = Ref{Article, "x"} }, "is not among the nodes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := sample()
			c.make(g)
			if err := g.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want it to say %q", err, c.want)
			}
		})
	}
}

func TestTwoPositionsOfOnePersonAreTwoEdges(t *testing.T) {
	g := sample()
	g.AddEdge(HoldsPosition, g.Nodes[1].Ref, g.Nodes[2].Ref, office("Envoy", false))
	g.AddEdge(HoldsPosition, g.Nodes[1].Ref, g.Nodes[2].Ref, office("Envoy", true))
	if err := g.Validate(); err != nil {
		t.Error(err)
	}
}

func TestStatementsNestAndRespond(t *testing.T) {
	g := sample()
	in := inner(g, 1, 2)
	g.AddEdge(RespondsTo, g.Nodes[3].Ref, in[1], Props{"how": "denies", "confidence": 0.8})
	g.AddEdge(ReportedBy, in[0], g.Nodes[1].Ref, Props{"as": "her"})
	if err := g.Validate(); err != nil {
		t.Error(err)
	}
}

func TestMergeDoesNotDependOnOrder(t *testing.T) {
	a, b := sample(), sample()
	b.Article.ID, b.Nodes[0].ID = "https://example.org/b", "https://example.org/b"
	for i := range b.Edges {
		if b.Edges[i].To.Label == Article {
			b.Edges[i].To = b.Article
		}
	}
	b.Edges[4].Props[Evidence] = []string{"https://example.org/a#char=1,9", "https://example.org/b#char=3,4"}
	b.Edges[4].Props[Confidences] = []float64{0.7, 0.8}
	b.Nodes[1].Props["name"] = "Jane DOE"
	nodes, edges := Merge(a, b)
	otherNodes, otherEdges := Merge(b, a)
	if diff := cmp.Diff(nodes, otherNodes) + cmp.Diff(edges, otherEdges); diff != "" {
		t.Errorf("another order, another result:\n%s", diff)
	}
	i := slices.IndexFunc(edges, func(e Edge) bool { return e.Type == HoldsPosition })
	want := []string{"https://example.org/a#char=1,9", "https://example.org/b#char=3,4"}
	if diff := cmp.Diff(want, edges[i].Props[Evidence]); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]float64{0.9, 0.8}, edges[i].Props[Confidences]); diff != "" {
		t.Errorf("confidences (-want +got):\n%s", diff)
	}
	if len(nodes) != 5 || len(edges) != 8 {
		t.Errorf("%d nodes and %d edges, want 5 and 8", len(nodes), len(edges))
	}
	if got := a.Edges[4].Props[Evidence].([]string); len(got) != 1 {
		t.Errorf("Merge changed its input: %v", got)
	}
}

func TestHash(t *testing.T) {
	want := sample().Hash()
	turned := sample()
	slices.Reverse(turned.Nodes)
	slices.Reverse(turned.Edges)
	turned.Nodes[len(turned.Nodes)-1].Props[FactsSHA256] = want
	if got := turned.Hash(); got != want {
		t.Error("the hash depends on the order, or on the hash itself")
	}
	for name, change := range map[string]func(*Graph){
		"a property": func(g *Graph) { g.Nodes[1].Props["name"] = "Jane" },
		"an edge":    func(g *Graph) { g.Edges = g.Edges[:4] },
		"a key":      func(g *Graph) { g.Edges[4].Props["title"] = "Envoy" },
	} {
		g := sample()
		change(g)
		if g.Hash() == want {
			t.Errorf("%s changed, the hash did not", name)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Antony Blinken": "antony-blinken", "José  Ángel  Gurría": "jose-angel-gurria", "O’Brien": "obrien", "Côte d'Ivoire": "cote-divoire",
		"AT&T Inc.": "at-t-inc", " -x- ": "x", "Ｆｕｌｌ": "full", "Владимир Путин": "владимир-путин", "習近平": "習近平", "!?": "", "\u202eevil": "evil",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMeetingID(t *testing.T) {
	want := MeetingID("a", []string{"person:a", "person:b"}, "place:x", "2024-05-14")
	if MeetingID("a", []string{"person:b", "person:a"}, "place:x", "2024-05-14") != want {
		t.Error("the id depends on the order of the participants")
	}
	for _, other := range []string{
		MeetingID("a", []string{"person:a", "person:c"}, "place:x", "2024-05-14"), MeetingID("a", []string{"person:a", "person:b"}, "", "2024-05-14"),
		MeetingID("a", []string{"person:a", "person:b"}, "place:x", "2024-05"), MeetingID("a", []string{"person:a", "person:b", "place:x"}, "", "2024-05-14"),
	} {
		if other == want {
			t.Error("another meeting has the same id")
		}
	}
	for _, c := range []struct {
		participants []string
		date         string
		shared       bool
	}{
		{[]string{"person:a"}, "", false},
		{[]string{"person:a"}, "2024-05", false},
		{[]string{"person:a"}, "2024-05-14", true},
		{[]string{"person:a", "person:b"}, "", true},
	} {
		if shared := MeetingID("a", c.participants, "place:x", c.date) == MeetingID("b", c.participants, "place:x", c.date); shared != c.shared {
			t.Errorf("%v on %q: told by two articles it is one: %v, want %v", c.participants, c.date, shared, c.shared)
		}
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{"2024-02-29": "2024-02-29 day", "2024-02": "2024-02-01 month", "2024": "2024-01-01 year", "2023-02-29": "", "": "", "14 May": ""} {
		date, precision, err := ParseDate(text)
		if got := date.String() + " " + precision; err == nil && got != want || (err == nil) != (want != "") {
			t.Errorf("ParseDate(%q) = %s, %v; want %q", text, got, err, want)
		}
	}
}

func TestSchemaIsClosed(t *testing.T) {
	for _, rule := range EdgeRules {
		for _, label := range slices.Concat(rule.From, rule.To) {
			if !slices.Contains(Labels, label) {
				t.Errorf("%s joins %s, which is no label", rule.Type, label)
			}
		}
		for _, key := range rule.Keys {
			if _, ok := rule.Props[key]; !ok {
				t.Errorf("%s has no property for its key %s", rule.Type, key)
			}
		}
		for name := range edgeWords[rule.Type] {
			if kind, ok := rule.Props[name]; !ok || kind != Text {
				t.Errorf("%s has a vocabulary for %s, which is no text of it", rule.Type, name)
			}
		}
	}
	for _, label := range Labels {
		if NodeProps[label] == nil {
			t.Errorf("%s has no properties", label)
		}
		for name := range nodeWords[label] {
			if kind, ok := NodeProps[label][name]; !ok || kind != Text {
				t.Errorf("%s has a vocabulary for %s, which is no text of it", label, name)
			}
		}
	}
}

func TestEveryVocabularyIsClosed(t *testing.T) {
	check := func(owner string, vocabulary map[string][]string) {
		for name, words := range vocabulary {
			v := validator{}
			v.words(Ref{Label: Article, ID: owner}, Props{name: "unheard of"}, vocabulary)
			v.words(Ref{Label: Article, ID: owner}, Props{name: words[0]}, vocabulary)
			if len(v.faults) != 1 {
				t.Errorf("%s of %s: %d faults, want one", name, owner, len(v.faults))
			}
		}
	}
	for label, vocabulary := range nodeWords {
		check(string(label), vocabulary)
	}
	for kind, vocabulary := range edgeWords {
		check(string(kind), vocabulary)
	}
	for where, name := range map[Label]string{Statement: "act sourceKind quoteType polarity modality datePrecision", Meeting: "datePrecision"} {
		for _, n := range strings.Fields(name) {
			if nodeWords[where][n] == nil {
				t.Errorf("%s of %s is not closed", n, where)
			}
		}
	}
	for where, name := range map[Type]string{ReportedIn: "mode status", About: "role", RespondsTo: "how", ParticipatedIn: "role", SaidTo: "act"} {
		for _, n := range strings.Fields(name) {
			if edgeWords[where][n] == nil {
				t.Errorf("%s of %s is not closed", n, where)
			}
		}
	}
}

func TestFullName(t *testing.T) {
	for _, c := range [][]string{
		{"Vladimir Putin", "Putin", "Vladimir Putin"},
		{"William Jefferson Clinton", "Bill Clinton", "William Jefferson Clinton", "Clinton"},
		{"Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskyy"},
		{"Ann Lea", "Ann Lee", "Ann Lea"},
	} {
		if got := FullName(c[1:]...); got != c[0] {
			t.Errorf("the full name of %q is %q, want %q", c[1:], got, c[0])
		}
	}
}
