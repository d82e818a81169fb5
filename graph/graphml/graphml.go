// Package graphml writes graphs as GraphML, the format of Gephi, yEd, Cytoscape
// and networkx.
//
//	sink := graphml.New(file)
//	err := sink.Write(ctx, g) // for each article
//	err = sink.Close(ctx)     // writes the file
//
// Nodes have the ids of the model, a type (Person, Statement …), a label to show,
// and the properties; relationships a type and theirs. A list is one text, with
// " | " between its entries; a date is YYYY-MM-DD. Several articles are merged as
// in a server. The file has all nodes before the relationships, as its readers
// expect, so that the graph is kept in memory until the end: as they do, too.
package graphml

import (
	"bufio"
	"cmp"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
)

// Sink is a graph.Sink that writes one file.
type Sink struct {
	out      io.Writer
	articles graph.Articles
}

// New returns a Sink that writes to w when it is closed. It does not close w.
func New(w io.Writer) *Sink { return &Sink{out: w} }

// Write implements graph.Sink. A later version of an article takes the place of
// the earlier one.
func (s *Sink) Write(_ context.Context, g *graph.Graph) error {
	s.articles.Add(g)
	return nil
}

// Close writes the file. What it returns is an error of the writer.
func (s *Sink) Close(context.Context) error {
	w := writer{bufio.NewWriter(s.out)}
	nodes, edges := graph.Union(s.articles.Graphs...)
	w.WriteString(head)
	w.keys("node", nodeKinds())
	w.keys("edge", edgeKinds())
	w.WriteString("  <graph id=\"newsgraph\" edgedefault=\"directed\">\n")
	for _, n := range nodes {
		w.node(n)
	}
	for _, e := range edges {
		w.edge(e)
	}
	w.WriteString("  </graph>\n</graphml>\n")
	return w.Flush()
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`

// types names the kinds of values that GraphML has; all others are strings.
var types = map[graph.Kind]string{graph.Bool: "boolean", graph.Int: "long", graph.Float: "double"}

// nodeKinds returns the properties of all nodes: of one name, all are of one kind.
func nodeKinds() map[string]graph.Kind {
	kinds := map[string]graph.Kind{}
	for _, label := range graph.Labels {
		maps.Copy(kinds, graph.PropsOf(label))
	}
	return kinds
}

func edgeKinds() map[string]graph.Kind {
	kinds := map[string]graph.Kind{}
	for _, rule := range graph.EdgeRules {
		maps.Copy(kinds, rule.AllProps())
	}
	return kinds
}

type writer struct{ *bufio.Writer }

// keys declares the properties of nodes or edges, after what all of them have.
func (w writer) keys(what string, kinds map[string]graph.Kind) {
	for _, name := range append([]string{"type", "label"}, slices.Sorted(maps.Keys(kinds))...) {
		fmt.Fprintf(w, "  <key id=%q for=%q attr.name=%q attr.type=%q/>\n", key(what, name), what, name, cmp.Or(types[kinds[name]], "string"))
	}
}

// key returns the id of the declaration of a property.
func key(what, name string) string { return what + "-" + name }

func (w writer) node(n graph.Node) {
	w.WriteString("    <node id=\"" + escape(n.ID) + "\">\n")
	w.data("node", "type", string(n.Label))
	w.data("node", "label", label(n))
	w.props("node", n.Props)
	w.WriteString("    </node>\n")
}

func (w writer) edge(e graph.Edge) {
	w.WriteString("    <edge source=\"" + escape(e.From.ID) + "\" target=\"" + escape(e.To.ID) + "\">\n")
	w.data("edge", "type", string(e.Type))
	w.data("edge", "label", string(e.Type))
	w.props("edge", e.Props)
	w.WriteString("    </edge>\n")
}

func (w writer) props(what string, props graph.Props) {
	for _, name := range slices.Sorted(maps.Keys(props)) {
		w.data(what, name, text(props[name]))
	}
}

func (w writer) data(what, name, value string) {
	w.WriteString("      <data key=\"" + key(what, name) + "\">" + escape(value) + "</data>\n")
}

// text returns a value as the file has it.
func text(value any) string {
	switch v := value.(type) {
	case []string:
		return strings.Join(v, " | ")
	case []float64:
		return strings.Join(strings.Fields(strings.Trim(fmt.Sprint(v), "[]")), " | ")
	}
	return fmt.Sprint(value)
}

// longest is how much of a statement stands in its label, in code points.
const longest = 60

// label returns what a drawing shows of a node.
func label(n graph.Node) string {
	for _, name := range []string{"name", "headline", "text"} {
		words, _ := n.Props[name].(string)
		if utf8.RuneCountInString(words) > longest {
			words = string([]rune(words)[:longest]) + "…"
		}
		if words != "" {
			return words
		}
	}
	return n.ID
}

// escape writes text for XML; characters that XML can't hold become U+FFFD.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder has no errors
	return b.String()
}
