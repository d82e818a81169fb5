package graph

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"
)

// Validate says what in g breaks the rules of the model: unknown labels, types
// and properties, values of the wrong kind, text that is not UTF-8, doubles,
// relationships whose ends are missing or not allowed, and things without a
// place in the article. The error joins every fault, each with its node or
// relationship.
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
	case rule.Key != "" && e.key() == "":
		v.fault("relationship %s: has no %s", e, rule.Key)
	case v.edges[key]:
		v.fault("relationship %s: stands twice", e)
	}
	v.edges[key] = true
	if e.Type == ReportedIn || e.Type == MentionedIn {
		v.supported[e.From] = true
	}
	v.props(e, e.Props, rule.kinds())
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

// holds says whether value is of the kind k and can be stored.
func (k Kind) holds(value any) bool {
	switch value := value.(type) {
	case string:
		return k == Text && utf8.ValidString(value)
	case []string:
		return k == Texts && !slices.ContainsFunc(value, func(s string) bool { return !utf8.ValidString(s) })
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
