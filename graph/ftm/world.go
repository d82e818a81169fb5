package ftm

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// schemas names what the nodes that articles share become. A country speaks and
// meets: it is its state.
var schemas = map[graph.Label]string{
	graph.Person: "Person", graph.Country: "PublicBody", graph.Organization: "Organization", graph.Place: "Address", graph.Meeting: "Event",
}

// legal says whether nodes of a label become legal entities.
func legal(label graph.Label) bool {
	return label == graph.Person || label == graph.Country || label == graph.Organization
}

// world makes the entities that articles share.
type world struct {
	order []graph.Node
	edges []graph.Edge
	nodes map[graph.Ref]graph.Node
	made  []*entity
}

func newWorld(nodes []graph.Node, edges []graph.Edge) *world {
	w := &world{order: nodes, edges: edges, nodes: map[graph.Ref]graph.Node{}}
	for _, n := range nodes {
		w.nodes[n.Ref] = n
	}
	return w
}

func (w *world) new(id, schema string) *entity {
	e := newEntity(id, schema)
	w.made = append(w.made, e)
	return e
}

func (w *world) entities() []*entity {
	by := map[graph.Ref]*entity{}
	for _, n := range w.order {
		if n.Label == graph.Meeting {
			by[n.Ref] = w.event(n)
			continue
		}
		by[n.Ref] = w.entity(n)
	}
	posts := map[string]bool{}
	for _, e := range w.edges {
		switch e.Type {
		case graph.LocatedIn:
			by[e.From].add("country", code(w.nodes[e.To].Props))
		case graph.HoldsPosition:
			w.position(e, by[e.From], posts)
		case graph.ParticipatedIn:
			w.participant(e, by[e.To])
		case graph.HeldIn:
			w.location(e, by[e.From])
		}
	}
	for _, e := range w.made {
		if parts := e.Properties["description"]; e.Schema == "Event" && len(parts) > 0 {
			e.Properties["description"] = []string{cut(strings.Join(parts, "; "), longestText)}
		}
	}
	return w.made
}

func (w *world) name(ref graph.Ref) string { return text(w.nodes[ref].Props, "name") }

func (w *world) entity(n graph.Node) *entity {
	e := w.new(idOf(n.Ref), schemas[n.Label]).add("name", w.name(n.Ref)).add("country", code(n.Props)).add("wikidataId", text(n.Props, "wikidataId"))
	names, _ := n.Props["alternateNames"].([]string)
	e.add("alias", names...)
	switch n.Label {
	case graph.Person:
		e.add("gender", map[string]string{"m": "male", "f": "female"}[text(n.Props, "gender")])
	case graph.Place:
		e.add("full", w.name(n.Ref))
	}
	return e
}

// event makes a meeting. What FollowTheMoney has no property for is said in words.
func (w *world) event(n graph.Node) *entity {
	e := w.new(idOf(n.Ref), "Event").add("name", cmp.Or(w.name(n.Ref), "meeting")).add("date", day(n.Props))
	status, mode := text(n.Props, "status"), text(n.Props, "mode")
	e.add("keywords", status, mode).add("summary", strings.Join(drop([]string{status, mode}), ", "))
	if words := text(n.Props, "dateText"); words != "" {
		e.add("notes", "when: "+words)
	}
	return e.add("location", text(n.Props, "venue"))
}

func (w *world) participant(e graph.Edge, event *entity) {
	role := text(e.Props, "role")
	event.add("description", w.name(e.From)+" ("+role+")")
	if !legal(e.From.Label) {
		w.new(linkID("UnknownLink", e.From.ID, e.To.ID, role), "UnknownLink").add("subject", idOf(e.From)).add("object", idOf(e.To)).add("role", role)
		return
	}
	event.add("involved", idOf(e.From))
	if role == "host" {
		event.add("organizer", idOf(e.From))
	}
}

func (w *world) location(e graph.Edge, event *entity) {
	event.add("location", w.name(e.To)).add("country", code(w.nodes[e.To].Props))
	if e.To.Label == graph.Place {
		event.add("addressEntity", idOf(e.To))
	}
}

// office names what somebody is, or was.
func office(e graph.Edge) string {
	if e.Props["former"] == true {
		return "former " + text(e.Props, "title")
	}
	return text(e.Props, "title")
}

// position makes a post, which several may have held, and who holds it. Who serves
// a person is that person's associate.
func (w *world) position(e graph.Edge, holder *entity, posts map[string]bool) {
	asOf := ""
	if date, known := e.Props["asOf"].(graph.Date); known {
		asOf = date.String()
	}
	holder.add("position", office(e)+" of "+w.name(e.To))
	if e.To.Label == graph.Person {
		w.new(linkID("Associate", e.From.ID, e.To.ID, office(e)), "Associate").add("person", holder.ID).add("associate", idOf(e.To)).add("relationship", office(e)).add("date", asOf)
		return
	}
	post := linkID("Position", text(e.Props, "title"), e.To.ID)
	if !posts[post] {
		posts[post] = true
		w.post(post, e)
	}
	status := map[any]string{true: "ended", false: "current"}[e.Props["former"]]
	w.new(linkID("Occupancy", e.From.ID, post, status), "Occupancy").add("holder", holder.ID).add("post", post).add("status", status).add("date", asOf)
}

func (w *world) post(id string, e graph.Edge) {
	of := w.nodes[e.To]
	p := w.new(id, "Position").add("name", fmt.Sprintf("%s of %s", text(e.Props, "title"), w.name(e.To))).add("country", code(of.Props))
	if e.To.Label == graph.Place {
		p.add("subnationalArea", w.name(e.To))
		return
	}
	p.add("organization", idOf(e.To))
}
