package graph

import (
	"maps"
	"strings"
	"testing"
)

// talks is an article of a meeting, an office and two statements.
func talks() *Graph {
	g := &Graph{}
	g.Article = g.AddNode(Article, "a", Props{"headline": "Talks", "sha256": "1", "datePublished": Date{2024, 5, 14}})
	mention := Props{"name": "x", "count": int64(1), "start": int64(0), "end": int64(3)}
	ann, france := g.AddNode(Person, "person:ann-lee", Props{"name": "Ann Lee"}), g.AddNode(Country, "country:fr", Props{"name": "France", "countryCode": "FR"})
	for _, e := range []Ref{ann, france} {
		g.AddEdge(MentionedIn, e, g.Article, maps.Clone(mention))
	}
	g.AddEdge(HoldsPosition, ann, france, Props{"title": "Minister", "former": false, Evidence: []string{"a#char=0,3"}, Confidences: []float64{0.9}})
	m := g.AddNode(Meeting, "meeting:1", Props{"date": Date{2024, 5, 20}})
	g.AddEdge(ReportedIn, m, g.Article, Props{"name": "Lee and France", "status": "planned", "start": int64(9), "end": int64(12)})
	for _, e := range []Ref{ann, france} {
		g.AddEdge(ParticipatedIn, e, m, Props{"role": "participant", Evidence: []string{"a#char=9,12"}, Confidences: []float64{0.9}})
	}
	for i, text := range []string{"all is well", "it is late"} {
		at := int64(20 + 20*i)
		s := g.AddNode(Statement, "a#char="+strings.Repeat("2", i+1), Props{"text": text, "verb": "told", "act": "ASSERT", "start": at, "end": at + 9})
		g.AddEdge(ReportedIn, s, g.Article, Props{"start": at, "end": at + 9})
		g.AddEdge(Made, ann, s, Props{"as": "Lee"})
		g.AddEdge(AddressedTo, s, france, Props{})
	}
	return g
}

// changed returns talks, changed.
func changed(change func(g *Graph)) *Graph {
	g := talks()
	change(g)
	return g
}

// find returns the properties of the nth node of a label.
func find(g *Graph, label Label, n int) Props {
	for _, node := range g.Nodes {
		if node.Label == label {
			if n == 0 {
				return node.Props
			}
			n--
		}
	}
	return nil
}

func edge(g *Graph, t Type) *Edge {
	for i := range g.Edges {
		if g.Edges[i].Type == t {
			return &g.Edges[i]
		}
	}
	return nil
}

// rename gives a node another id.
func rename(g *Graph, from, to string) {
	for i := range g.Nodes {
		if g.Nodes[i].ID == from {
			g.Nodes[i].ID = to
		}
	}
	for i := range g.Edges {
		for _, end := range []*Ref{&g.Edges[i].From, &g.Edges[i].To} {
			if end.ID == from {
				end.ID = to
			}
		}
	}
}

func TestDiff(t *testing.T) {
	later := &Graph{}
	other := later.AddNode(Article, "b", Props{"datePublished": Date{2024, 5, 15}})
	later.AddEdge(ReportedIn, later.AddNode(Meeting, "meeting:1", nil), other, Props{"name": "Lee in Paris", "status": "cancelled"})
	later.AddNode(Person, "person:ann-lee", nil)
	full := &Graph{}
	full.AddNode(Person, "person:ann-lee", Props{"name": "Ann Lee"})
	for name, c := range map[string]struct {
		old, now, others *Graph
		want             string
	}{
		"the same": {talks(), talks(), nil, ""},
		"a new article": {nil, talks(), nil, `+ article Talks
+ person Ann Lee
+ country France
+ office Ann Lee, Minister of France
+ meeting Lee and France
+ statement Ann Lee told France: all is well
+ statement Ann Lee told France: it is late`},
		"of what others tell": {nil, talks(), later, `+ article Talks
+ mention of person Ann Lee
+ country France
+ office Ann Lee, Minister of France
+ mention of meeting Lee in Paris
+ statement Ann Lee told France: all is well
+ statement Ann Lee told France: it is late`},
		"somebody is taken for another": {
			changed(func(g *Graph) { rename(g, "person:ann-lee", "person:lee"); find(g, Person, 0)["name"] = "Lee" }), changed(func(g *Graph) { find(g, Person, 0)["name"] = "Lee" }), full, `+ mention of person Ann Lee
− person Lee
+ office Ann Lee, Minister of France
− office Lee, Minister of France
~ participants of meeting Lee and France: France (participant), Lee (participant) → Ann Lee (participant), France (participant)
~ speaker of statement Ann Lee told France: all is well: Lee → Ann Lee
~ speaker of statement Ann Lee told France: it is late: Lee → Ann Lee`,
		},
		"a meeting is cancelled": {
			talks(), changed(func(g *Graph) { edge(g, ReportedIn).Props["status"] = "cancelled" }), nil,
			"~ status of meeting Lee and France: planned → cancelled",
		},
		"what was published last counts": {
			talks(), changed(func(g *Graph) { edge(g, ReportedIn).Props["status"] = "past" }), later,
			"~ details of article Talks: as they were → as the text has them now",
		},
		"and is told by this one": {changed(func(g *Graph) { g.Nodes[0].Props["datePublished"] = Date{2024, 5, 14} }), changed(func(g *Graph) {
			g.Nodes[0].Props["datePublished"], edge(g, ReportedIn).Props["status"] = Date{2024, 5, 16}, "past"
		}), later, `~ datePublished of article Talks: 2024-05-14 → 2024-05-16
~ name of meeting Lee and France: Lee in Paris → Lee and France
~ status of meeting Lee and France: cancelled → past`},
		"a meeting on another day": {talks(), changed(func(g *Graph) {
			rename(g, "meeting:1", "meeting:2")
			find(g, Meeting, 0)["date"] = Date{2024, 5, 21}
		}), nil, "~ date of meeting Lee and France: 2024-05-20 → 2024-05-21"},
		"a statement elsewhere": {talks(), changed(func(g *Graph) {
			rename(g, "a#char=2", "a#char=7")
			find(g, Statement, 0)["start"] = int64(17)
		}), nil, "~ details of article Talks: as they were → as the text has them now"},
		"a statement that is another": {
			talks(), changed(func(g *Graph) { find(g, Statement, 1)["text"] = "it is early"; rename(g, "a#char=22", "a#char=3") }), nil,
			"+ statement Ann Lee told France: it is early\n− statement Ann Lee told France: it is late",
		},
		"another act": {
			talks(), changed(func(g *Graph) { find(g, Statement, 1)["act"] = "WARN" }), nil,
			"~ act of statement Ann Lee told France: it is late: ASSERT → WARN",
		},
		"another speaker": {
			talks(), changed(func(g *Graph) { edge(g, Made).From = Ref{Country, "country:fr"} }), nil,
			"~ speaker of statement France told France: all is well: Ann Lee → France",
		},
		"formerly": {
			talks(), changed(func(g *Graph) { edge(g, HoldsPosition).Props["former"] = true }), nil,
			"~ former of office Ann Lee, Minister of France: no → yes",
		},
		"what others tell stays": {changed(func(g *Graph) {
			g.Nodes[0].Props[FactsSHA256], g.Nodes[1].Props["wikidataId"] = talks().Hash(), "Q42"
		}), talks(), nil, ""},
		"an item of Wikidata": {talks(), changed(func(g *Graph) { g.Nodes[1].Props["wikidataId"] = "Q42" }), nil, "~ wikidataId of person Ann Lee: unknown → Q42"},
	} {
		var lines []string
		for _, change := range Diff(c.old, c.now, c.others) {
			lines = append(lines, change.String())
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
