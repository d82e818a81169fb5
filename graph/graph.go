// Package graph is the model: the nodes and relationships that newsgraph
// writes, the keys by which they are recognised again, and the rules that a
// graph must keep.
//
// A Graph holds what one article says. Fill it with AddNode and AddEdge, check
// it with Validate, and hand it to a Sink. What an article says (its
// statements) belongs to that article; what exists (people, countries,
// meetings) is shared by all articles, so the properties of shared things that
// differ from article to article stand on the article's own relationships
// (MENTIONED_IN, REPORTED_IN) or as a list of evidence, and are derived from
// there. Loading is therefore independent of order, and one article can be
// taken out again.
//
// The package knows nothing of language, of Cypher or of Neo4j.
package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Label names a kind of node. The set is closed: see Labels.
type Label string

// The labels of nodes. Person, Country, Organization and Place nodes are also
// labelled Entity, under which relationships find them.
const (
	Article      Label = "Article"
	Person       Label = "Person"
	Country      Label = "Country"
	Organization Label = "Organization"
	Place        Label = "Place"
	Statement    Label = "Statement"
	Meeting      Label = "Meeting"
	Entity       Label = "Entity"
)

// A Type names a kind of relationship. The set is closed: see Types.
type Type string

// The types of relationships.
const (
	Made           Type = "MADE"
	AddressedTo    Type = "ADDRESSED_TO"
	About          Type = "ABOUT"
	Within         Type = "WITHIN"
	RespondsTo     Type = "RESPONDS_TO"
	ReportedBy     Type = "REPORTED_BY"
	MadeAt         Type = "MADE_AT"
	ParticipatedIn Type = "PARTICIPATED_IN"
	HeldIn         Type = "HELD_IN"
	HoldsPosition  Type = "HOLDS_POSITION"
	LocatedIn      Type = "LOCATED_IN"
	ReportedIn     Type = "REPORTED_IN"
	MentionedIn    Type = "MENTIONED_IN"
	CopyOf         Type = "COPY_OF"
	SaidTo         Type = "SAID_TO"
)

// Date is a calendar day. A date of lesser precision stands as its first day,
// with a datePrecision property beside it.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD and says how precise it is:
// "year", "month" or "day".
func ParseDate(s string) (d Date, precision string, err error) {
	for _, form := range []struct{ layout, precision string }{
		{time.DateOnly, "day"}, {"2006-01", "month"}, {"2006", "year"},
	} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return DateOf(t), form.precision, nil
		}
	}
	return Date{}, "", fmt.Errorf("date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
}

// DateOf returns the calendar day of t.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// String returns the date as YYYY-MM-DD.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Props are the properties of a node or relationship, by name. A value is a
// string, bool, int64, float64, []string, []float64 or Date; what is unknown is left out.
type Props map[string]any

// Ref names a node.
type Ref struct {
	Label Label
	ID    string
}

// Node is a node with its one specific label.
type Node struct {
	Ref
	Props Props
}

// Edge is a relationship. Two edges of the same type between the same nodes
// are one unless the type has key properties (see EdgeRule.Keys) in which they
// differ.
type Edge struct {
	Type     Type
	From, To Ref
	Props    Props
}

// Graph is what one article, named by Article, contributes. Another article
// that it is a copy of is a node without properties.
type Graph struct {
	Article Ref
	Nodes   []Node
	Edges   []Edge
}

// AddNode adds a node and returns its reference.
func (g *Graph) AddNode(label Label, id string, props Props) Ref {
	ref := Ref{label, id}
	g.Nodes = append(g.Nodes, Node{ref, props})
	return ref
}

// AddEdge adds a relationship.
func (g *Graph) AddEdge(t Type, from, to Ref, props Props) {
	g.Edges = append(g.Edges, Edge{t, from, to, props})
}

// Sort brings nodes and edges into their canonical order: by label or type in
// the order of the schema, then by id and key.
func (g *Graph) Sort() {
	slices.SortStableFunc(g.Nodes, func(a, b Node) int { return compareRefs(a.Ref, b.Ref) })
	slices.SortStableFunc(g.Edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(slices.Index(Types, a.Type), slices.Index(Types, b.Type)),
			compareRefs(a.From, b.From), compareRefs(a.To, b.To), cmp.Compare(a.key(), b.key()))
	})
}

func compareRefs(a, b Ref) int {
	return cmp.Or(cmp.Compare(slices.Index(Labels, a.Label), slices.Index(Labels, b.Label)), cmp.Compare(a.ID, b.ID))
}

// key returns the values of the key properties.
func (e Edge) key() string {
	rule, _ := RuleOf(e.Type)
	var values []string
	for _, name := range rule.Keys {
		values = append(values, fmt.Sprint(e.Props[name]))
	}
	return strings.Join(values, "\x00")
}

// keyless returns the name of a key property that e lacks, "" where it has all.
func (e Edge) keyless() string {
	rule, _ := RuleOf(e.Type)
	for _, name := range rule.Keys {
		if value, has := e.Props[name]; !has || value == "" {
			return name
		}
	}
	return ""
}
