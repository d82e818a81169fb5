package ftm

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// article makes the entities of one article.
type article struct {
	*graph.Graph
	id    string
	props graph.Props
	nodes map[graph.Ref]graph.Node
	from  map[graph.Ref][]graph.Edge
	to    map[graph.Ref][]graph.Edge
	made  []*entity
}

func newArticle(g *graph.Graph) *article {
	a := &article{Graph: g, id: idOf(g.Article), nodes: map[graph.Ref]graph.Node{}, from: map[graph.Ref][]graph.Edge{}, to: map[graph.Ref][]graph.Edge{}}
	for _, n := range g.Nodes {
		a.nodes[n.Ref] = n
	}
	for _, e := range g.Edges {
		a.from[e.From] = append(a.from[e.From], e)
		a.to[e.To] = append(a.to[e.To], e)
	}
	a.props = a.nodes[g.Article].Props
	return a
}

// new adds an entity to those of the article.
func (a *article) new(id, schema string) *entity {
	e := newEntity(id, schema)
	a.made = append(a.made, e)
	return e
}

func (a *article) entities() []*entity {
	a.itself()
	for _, n := range a.Nodes {
		if n.Label == graph.Statement {
			a.statement(n)
		}
	}
	for _, e := range a.Edges {
		switch {
		case e.Type == graph.MentionedIn:
			a.mention(e)
		case e.Type == graph.ReportedIn && e.From.Label == graph.Meeting:
			a.document(e.From, cmp.Or(text(e.Props, "status"), "reported"), "").add("summary", text(e.Props, "name")).add("description", text(e.Props, "sentence"))
		case e.Type == graph.HoldsPosition:
			a.document(e.From, office(e), "").add("summary", office(e)+" of "+a.name(e.To))
		case e.Type == graph.CopyOf:
			a.link(e.From, e.To, "copy of", "").add("summary", fmt.Sprintf("%.0f %% of the shorter text stands in the other", 100*e.Props["share"].(float64)))
		}
	}
	return a.made
}

func (a *article) itself() {
	e := a.new(a.id, "Article").add("title", text(a.props, "headline")).add("summary", text(a.props, "standfirst"))
	e.add("author", text(a.props, "author")).add("publisher", text(a.props, "publisher"))
	if date, known := a.props["datePublished"].(graph.Date); known {
		e.add("publishedAt", date.String())
	}
	if language, _, _ := strings.Cut(text(a.props, "inLanguage"), "-"); language == "en" {
		e.add("language", "eng")
	}
	a.sourced(e)
}

// sourced adds where the article is found.
func (a *article) sourced(e *entity) *entity {
	if address := text(a.props, "url"); strings.HasPrefix(address, "http") {
		e.add("sourceUrl", address)
	}
	return e
}

// name returns what the article calls somebody or something.
func (a *article) name(ref graph.Ref) string { return text(a.nodes[ref].Props, "name") }

func (a *article) mention(e graph.Edge) {
	m := a.new(linkID("Mention", a.id, e.From.ID), "Mention").add("document", a.id).add("detectedSchema", schemas[e.From.Label])
	m.add("name", text(e.Props, "name"))
	names, _ := e.Props["names"].([]string)
	m.add("name", names...)
	if legal(e.From.Label) {
		m.add("resolved", idOf(e.From))
	}
}

// document adds that the article says something of somebody or something, in one
// of its statements or in none.
func (a *article) document(about graph.Ref, role, statement string) *entity {
	e := a.new(linkID("Documentation", a.id, about.ID, role, statement), "Documentation").add("document", a.id).add("entity", idOf(about)).add("role", role)
	return a.sourced(e)
}

// link adds that something joins two, in a statement or in none.
func (a *article) link(from, to graph.Ref, role, statement string) *entity {
	e := a.new(linkID("UnknownLink", from.ID, to.ID, role, statement), "UnknownLink").add("subject", idOf(from)).add("object", idOf(to)).add("role", role)
	return a.sourced(e.add("proof", a.id))
}
