package graph

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"
)

// Validate says what in g breaks the rules of the model: unknown labels, types
// and properties, values of the wrong kind or outside a closed vocabulary, text
// that is not UTF-8, duplicates, relationships whose ends are missing or not
// allowed, statements that do not nest, and things without a place in the
// article. The error joins every fault, each with its node or relationship.
func (g *Graph) Validate() error {
	v := validator{nodes: map[Ref]bool{}, edges: map[edgeKey]bool{}, supported: map[Ref]bool{}}
	for _, n := range g.Nodes {
		v.node(n)
	}
	for _, e := range g.Edges {
		v.edge(e)
	}
	for _, n := range g.Nodes {
		if n.Label != Article && !v.supported[n.Ref] {
			v.fault("node %s: has no place in the article", n.Ref)
		}
	}
	v.nesting(g)
	if !v.nodes[g.Article] || g.Article.Label != Article {
		v.fault("graph: its article %s is not among the nodes", g.Article)
	}
	return errors.Join(v.faults...)
}

// String returns the reference as Cypher would show it.
func (r Ref) String() string { return fmt.Sprintf("(:%s %q)", r.Label, r.ID) }

// String returns the relationship without its properties.
func (e Edge) String() string { return fmt.Sprintf("%s-[:%s]->%s", e.From, e.Type, e.To) }

type edgeKey struct {
	t        Type
	from, to Ref
	key      string
}

type validator struct {
	nodes     map[Ref]bool
	edges     map[edgeKey]bool
	supported map[Ref]bool // has a relationship to the article
	faults    []error
}

func (v *validator) fault(format string, args ...any) {
	v.faults = append(v.faults, fmt.Errorf(format, args...))
}

func (v *validator) node(n Node) {
	kinds, known := NodeProps[n.Label]
	switch {
	case !known:
		v.fault("node %s: unknown label", n.Ref)
	case n.ID == "" || !utf8.ValidString(n.ID):
		v.fault("node %s: the id is empty or not UTF-8", n.Ref)
	case v.nodes[n.Ref]:
		v.fault("node %s: stands twice", n.Ref)
	}
	v.nodes[n.Ref] = true
	v.props(n.Ref, n.Props, kinds)
	v.words(n.Ref, n.Props, nodeWords[n.Label])
	if _, named := n.Props["source"]; !named && n.Props["sourceKind"] != nil {
		v.fault("node %s: has the kind of a source without its words", n.Ref)
	}
}

func (v *validator) edge(e Edge) {
	rule, known := RuleOf(e.Type)
	key := edgeKey{e.Type, e.From, e.To, e.key()}
	switch {
	case !known:
		v.fault("relationship %s: unknown type", e)
	case !slices.Contains(rule.From, e.From.Label) || !slices.Contains(rule.To, e.To.Label):
		v.fault("relationship %s: not allowed between these", e)
	case !v.nodes[e.From] || !v.nodes[e.To]:
		v.fault("relationship %s: an end is not in the graph", e)
	case e.keyless() != "":
		v.fault("relationship %s: has no %s", e, e.keyless())
	case e.From == e.To:
		v.fault("relationship %s: joins a node with itself", e)
	case v.edges[key]:
		v.fault("relationship %s: stands twice", e)
	}
	v.edges[key] = true
	if e.Type == ReportedIn || e.Type == MentionedIn {
		v.supported[e.From] = true
	}
	v.props(e, e.Props, rule.kinds())
	v.words(e, e.Props, edgeWords[e.Type])
	if rule.Shared {
		v.evidence(e)
	}
}

// place is the form of an entry of an evidence property.
var place = regexp.MustCompile(`#char=\d+,\d+$`)

func (v *validator) evidence(e Edge) {
	evidence, _ := e.Props[Evidence].([]string)
	if len(evidence) == 0 || !slices.IsSorted(evidence) {
		v.fault("relationship %s: its evidence is empty or not sorted", e)
	}
	for _, entry := range evidence {
		if !place.MatchString(entry) {
			v.fault("relationship %s: evidence %q names no place", e, entry)
		}
	}
	if confidences, _ := e.Props[Confidences].([]float64); len(confidences) != len(evidence) {
		v.fault("relationship %s: has %d confidences for %d places", e, len(confidences), len(evidence))
	}
}

// nesting checks that a statement lies in one other at most, none in itself,
// and that its depth says in how many.
func (v *validator) nesting(g *Graph) {
	outer := map[Ref]Ref{}
	for _, e := range g.Edges {
		if e.Type != Within {
			continue
		}
		if other, twice := outer[e.From]; twice {
			v.fault("relationship %s: it lies within %s already", e, other)
		}
		outer[e.From] = e.To
	}
	for _, n := range g.Nodes {
		if n.Label != Statement {
			continue
		}
		depth := int64(0)
		for at, inside := outer[n.Ref]; inside && depth <= int64(len(outer)); at, inside = outer[at] {
			depth++
		}
		if depth > int64(len(outer)) {
			v.fault("node %s: lies within itself", n.Ref)
		} else if n.Props["depth"] != depth {
			v.fault("node %s: its depth is %v, it lies within %d", n.Ref, n.Props["depth"], depth)
		}
	}
}

func (v *validator) props(owner fmt.Stringer, props Props, kinds map[string]Kind) {
	for name, value := range props {
		kind, known := kinds[name]
		if !known {
			v.fault("%s: unknown property %q", owner, name)
		} else if !kind.holds(value) {
			v.fault("%s: property %s holds %T %v", owner, name, value, value)
		}
	}
}

// words checks the values of properties that have a closed vocabulary.
func (v *validator) words(owner fmt.Stringer, props Props, vocabulary map[string][]string) {
	for name, words := range vocabulary {
		if word, is := props[name].(string); is && !slices.Contains(words, word) {
			v.fault("%s: %s %q is none of %q", owner, name, word, words)
		}
	}
}

// holds says whether value is of the kind k and can be stored.
func (k Kind) holds(value any) bool {
	switch value := value.(type) {
	case string:
		return k == Text && utf8.ValidString(value)
	case []string:
		return k == Texts && !slices.ContainsFunc(value, func(s string) bool { return !utf8.ValidString(s) })
	case []float64:
		return k == Floats && !slices.ContainsFunc(value, func(f float64) bool { return f != f })
	case bool:
		return k == Bool
	case int64:
		return k == Int
	case float64:
		return k == Float && value == value
	case Date:
		return k == Day
	}
	return false
}
