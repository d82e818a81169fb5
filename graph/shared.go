package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Shared gathers what articles tell together: entities, meetings, and the
// relationships of which several may give evidence. What differs from article to
// article is derived from all of them, as package cypher has a server derive it,
// in whatever order they come. Of the articles it keeps nothing else, so that it
// grows with who and what there is.
type Shared struct {
	// WithoutEvidence leaves out where the articles tell of a relationship, which
	// grows with their number; how sure it is and as of when stays.
	WithoutEvidence bool

	nodes map[Ref]*gathered
	edges map[edgeKey]*supported
}

// supported is a shared relationship with all that supports it. There are about
// as many as articles: it is kept small.
type supported struct {
	keys        []any // the values of the properties that tell it from others
	asOf        any   // the last day of the articles, nil where it is unknown
	confidence  float64
	evidence    []string
	confidences []float64
}

// gathered is what is known of a shared node.
type gathered struct {
	props    Props
	names    map[string]bool
	day, by  string // of the article that knows a meeting best
	reported bool   // there is one
}

// reports lists the properties of a meeting that the article published last tells best.
var reports = []string{"name", "mode", "status", "venue", "dateText", "confidence"}

// Add adds what an article tells. Call it once for each.
func (s *Shared) Add(g *Graph) {
	if s.nodes == nil {
		s.nodes, s.edges = map[Ref]*gathered{}, map[edgeKey]*supported{}
	}
	for _, n := range g.Nodes {
		if n.Label.Shared() {
			s.node(n)
		}
	}
	day := g.published(g.Article)
	for _, e := range g.Edges {
		rule, _ := RuleOf(e.Type)
		switch {
		case e.Type == MentionedIn:
			s.nodes[e.From].mention(e.Props)
		case e.Type == ReportedIn && e.From.Label == Meeting:
			s.nodes[e.From].report(e.Props, day, e.To.ID)
		case rule.Shared:
			s.edge(e, day)
		}
	}
}

// Divide returns what an article tells of what is shared, and of articles that are
// not its own, in parts: where of says that a node belongs, with its mention or
// report and the relationships that begin there. A Shared to which the same part of
// all articles is added gathers that part of the whole.
func Divide(g *Graph, of func(Ref) int) map[int]*Graph {
	parts := map[int]*Graph{}
	part := func(ref Ref) *Graph {
		p := parts[of(ref)]
		if p == nil {
			p = &Graph{}
			p.Article = p.AddNode(g.Article.Label, g.Article.ID, g.day())
			parts[of(ref)] = p
		}
		return p
	}
	for _, n := range g.Nodes {
		if n.Label.Shared() || n.Label == Article && n.Ref != g.Article {
			p := part(n.Ref)
			p.Nodes = append(p.Nodes, n)
		}
	}
	for _, e := range g.Edges {
		if rule, _ := RuleOf(e.Type); rule.Shared || e.Type == MentionedIn || e.Type == ReportedIn && e.From.Label == Meeting {
			p := part(e.From)
			p.Edges = append(p.Edges, e)
		}
	}
	return parts
}

// day returns the property of the article that says when it was published.
func (g *Graph) day() Props {
	for _, n := range g.Nodes {
		if day, dated := n.Props["datePublished"]; n.Ref == g.Article && dated {
			return Props{"datePublished": day}
		}
	}
	return Props{}
}

// node adds what stays as it is; what is derived comes with the relationships.
func (s *Shared) node(n Node) {
	props := maps.Clone(n.Props)
	for _, name := range []string{"name", "gender", "wikidataId"} {
		delete(props, name)
	}
	if old, known := s.nodes[n.Ref]; known {
		old.props = mergeProps(old.props, props)
		return
	}
	s.nodes[n.Ref] = &gathered{props: props}
}

func (n *gathered) mention(m Props) {
	name, _ := n.props["name"].(string)
	n.props["name"] = FullName(text(m["name"]), cmp.Or(name, text(m["name"])))
	names, _ := m["names"].([]string)
	if n.names == nil {
		n.names = map[string]bool{}
	}
	for _, name := range append([]string{text(m["name"])}, names...) {
		n.names[name] = true
	}
	for _, name := range []string{"gender", "wikidataId"} { // of several, the one that sorts first counts
		if value, old := text(m[name]), text(n.props[name]); value != "" && (old == "" || value < old) {
			n.props[name] = value
		}
	}
}

func (n *gathered) report(m Props, day, article string) {
	if n.reported && (day < n.day || day == n.day && article > n.by) {
		return
	}
	n.day, n.by, n.reported = day, article, true
	for _, name := range reports {
		delete(n.props, name)
		if value, tells := m[name]; tells {
			n.props[name] = value
		}
	}
}

// edge adds a relationship that an article published on a day tells of.
func (s *Shared) edge(e Edge, day string) {
	key := edgeKey{e.Type, e.From, e.To, e.key()}
	all, known := s.edges[key]
	if !known {
		all = &supported{}
		rule, _ := RuleOf(e.Type)
		for _, name := range rule.Keys {
			all.keys = append(all.keys, e.Props[name])
		}
		s.edges[key] = all
	}
	if date, _, err := ParseDate(day); e.Type == HoldsPosition && err == nil {
		all.asOf = later(all.asOf, date)
	}
	evidence, _ := e.Props[Evidence].([]string)
	confidences, _ := e.Props[Confidences].([]float64)
	for _, confidence := range confidences {
		all.confidence = max(all.confidence, confidence)
	}
	if !s.WithoutEvidence {
		all.evidence = append(all.evidence, evidence...)
		all.confidences = append(all.confidences, confidences...)
	}
}

// edge returns the relationship of a key.
func (s *supported) edge(key edgeKey) Edge {
	props := Props{"confidence": s.confidence}
	rule, _ := RuleOf(key.t)
	for i, name := range rule.Keys {
		props[name] = s.keys[i]
	}
	if s.asOf != nil {
		props["asOf"] = s.asOf
	}
	if len(s.evidence) > 0 {
		props[Evidence], props[Confidences] = unite(Props{Evidence: s.evidence, Confidences: s.confidences})
	}
	return Edge{key.t, key.from, key.to, props}
}

// later returns the later of two dates, which may be unknown.
func later(a, b any) any {
	x, is := a.(Date)
	if y, also := b.(Date); also && (!is || strings.Compare(x.String(), y.String()) < 0) {
		return y
	} else if !is {
		return nil
	}
	return x
}

// node returns what was gathered of a node.
func (n *gathered) node(ref Ref) Node {
	props, names := maps.Clone(n.props), maps.Clone(n.names)
	delete(names, text(props["name"]))
	delete(names, "")
	if len(names) > 0 {
		props["alternateNames"] = slices.Sorted(maps.Keys(names))
	}
	return Node{ref, props}
}

// Graph returns all that was gathered, in canonical order.
func (s *Shared) Graph() ([]Node, []Edge) {
	var g Graph
	for key, all := range s.edges {
		g.Edges = append(g.Edges, all.edge(key))
	}
	for ref, n := range s.nodes {
		g.Nodes = append(g.Nodes, n.node(ref))
	}
	g.Sort()
	return g.Nodes, g.Edges
}

// Union returns the graph of several articles as a server has it once all are
// loaded: merged, in canonical order, with what is derived from all of them.
func Union(graphs ...*Graph) ([]Node, []Edge) {
	var shared Shared
	for _, g := range graphs {
		shared.Add(g)
	}
	nodes, edges := Merge(graphs...)
	for i, n := range nodes {
		if all, is := shared.nodes[n.Ref]; is {
			nodes[i] = all.node(n.Ref)
		}
	}
	for i, e := range edges {
		key := edgeKey{e.Type, e.From, e.To, e.key()}
		if all, is := shared.edges[key]; is {
			edges[i] = all.edge(key)
		}
	}
	return nodes, edges
}
