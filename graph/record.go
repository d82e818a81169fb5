package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// record is something that an article tells, as Diff compares it.
type record struct {
	what, text string
	key        string // by which it is recognised
	alike      string // by which it is recognised where the key is another
	others     bool   // other articles tell of it too
	fields     map[string]string
}

// recordKinds lists what there are records of, in the order in which they are shown.
var recordKinds = []string{"article", "person", "country", "organization", "place", "office", "meeting", "statement"}

// kept lists the properties of shared nodes that stay where an article does not
// tell them; placed those that say where something stands, or follow from others.
var (
	kept   = []string{"countryCode", "wikidataId"}
	placed = []string{"start", "end", "sentence", "quoteKey", "depth", "count", FactsSHA256}
)

// recorder describes the things of a graph.
type recorder struct {
	*Graph
	others *Graph
	nodes  map[Ref]Node
	edges  map[Ref][]Edge // by either end
	known  map[Ref]Node   // to others
}

// recordsOf returns the records of a graph by kind, in the order of the text.
func recordsOf(g, others *Graph) map[string][]record {
	all := map[string][]record{}
	if g == nil {
		return all
	}
	if others == nil {
		others = &Graph{}
	}
	r := recorder{g, others, map[Ref]Node{}, map[Ref][]Edge{}, map[Ref]Node{}}
	for _, n := range g.Nodes {
		r.nodes[n.Ref] = n
	}
	for _, n := range others.Nodes {
		r.known[n.Ref] = n
	}
	for _, e := range g.Edges {
		r.edges[e.From], r.edges[e.To] = append(r.edges[e.From], e), append(r.edges[e.To], e)
	}
	for _, n := range r.inOrder() {
		if n.Label != Article || n.Ref == g.Article { // not the one that it is a copy of
			rec := r.record(n)
			all[rec.what] = append(all[rec.what], rec)
		}
	}
	for _, e := range g.Edges {
		if e.Type == HoldsPosition {
			all["office"] = append(all["office"], r.office(e))
		}
	}
	return all
}

// inOrder returns the nodes in the order of the text, those without a place by id.
func (r recorder) inOrder() []Node {
	start := map[Ref]int64{}
	for _, e := range r.Edges {
		if at, ok := e.Props["start"].(int64); ok && e.To == r.Article {
			start[e.From] = at
		}
	}
	return slices.SortedStableFunc(slices.Values(r.Nodes), func(a, b Node) int {
		return cmp.Or(cmp.Compare(start[a.Ref], start[b.Ref]), compareRefs(a.Ref, b.Ref))
	})
}

func (r recorder) record(n Node) record {
	rec := record{what: strings.ToLower(string(n.Label)), text: r.name(n.Ref), key: n.ID, fields: map[string]string{}}
	rec.set(n.Props)
	_, rec.others = r.known[n.Ref]
	switch n.Label {
	case Article:
		rec.fields["copy of"] = r.to(CopyOf, n.Ref)
		delete(rec.fields, "sha256") // of the text, whose places are no differences
	case Statement:
		r.statement(n, &rec)
	case Meeting:
		r.meeting(n, &rec)
	default:
		rec.fields["country"] = r.to(LocatedIn, n.Ref)
		if i := slices.IndexFunc(r.edges[n.Ref], func(e Edge) bool { return e.Type == MentionedIn }); i >= 0 {
			rec.set(Props{"names": r.edges[n.Ref][i].Props["names"]})
		}
	}
	return rec
}

// set notes properties in words, but for those that say where something stands.
func (r *record) set(props Props) {
	for name, value := range props {
		if slices.Contains(placed, name) {
			continue
		}
		switch v := value.(type) {
		case nil:
		case []string:
			r.fields[name] = strings.Join(v, ", ")
		case float64:
			r.fields[name] = fmt.Sprintf("%.2f", v)
		case bool:
			r.fields[name] = map[bool]string{true: "yes", false: "no"}[v]
		default:
			r.fields[name] = fmt.Sprint(v)
		}
	}
}

// name returns what a reader calls a node: an entity by its fullest name, whatever
// this article calls it.
func (r recorder) name(ref Ref) string {
	props := r.nodes[ref].Props
	switch ref.Label {
	case Statement:
		return fmt.Sprintf("“%v”", props["text"])
	case Article:
		return cmp.Or(text(props["headline"]), ref.ID)
	case Meeting:
		return cmp.Or(text(r.report(ref)["name"]), ref.ID)
	}
	return cmp.Or(FullName(text(props["name"]), text(r.known[ref].Props["name"])), ref.ID)
}

func text(value any) string {
	s, _ := value.(string)
	return s
}

// to and from return the names at the other ends of a node's relationships.
func (r recorder) to(t Type, from Ref) string {
	return r.names(from, func(e Edge) bool { return e.Type == t && e.From == from }, func(e Edge) string { return r.name(e.To) })
}

func (r recorder) from(t Type, to Ref) string {
	return r.names(to, func(e Edge) bool { return e.Type == t && e.To == to }, func(e Edge) string { return r.name(e.From) })
}

// names returns those of the relationships of a node.
func (r recorder) names(of Ref, is func(Edge) bool, name func(Edge) string) string {
	var names []string
	for _, e := range r.edges[of] {
		if is(e) {
			names = append(names, name(e))
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}

func (r recorder) statement(n Node, rec *record) {
	about := func(role string) string {
		return r.names(n.Ref, func(e Edge) bool { return e.Type == About && e.From == n.Ref && e.Props["role"] == role }, func(e Edge) string { return r.name(e.To) })
	}
	rec.alike = rec.fields["text"]
	for name, value := range map[string]string{
		"speaker": r.from(Made, n.Ref), "addressees": r.to(AddressedTo, n.Ref), "targets": about("target"), "topics": about("topic"), "within": r.to(Within, n.Ref),
		"responds to": r.to(RespondsTo, n.Ref), "reported by": r.to(ReportedBy, n.Ref), "meeting": r.to(MadeAt, n.Ref),
	} {
		rec.fields[name] = value
	}
	said := []string{cmp.Or(rec.fields["speaker"], rec.fields["source"], "somebody"), rec.fields["verb"], rec.fields["addressees"]}
	said = slices.DeleteFunc(said, func(words string) bool { return words == "" })
	rec.text = strings.Join(said, " ") + ": " + rec.fields["text"]
}

// meeting adds what is derived from all articles that tell of a meeting.
func (r recorder) meeting(n Node, rec *record) {
	rec.set(r.report(n.Ref))
	rec.alike = r.from(ParticipatedIn, n.Ref)
	rec.fields["place"] = r.to(HeldIn, n.Ref)
	rec.fields["participants"] = r.names(n.Ref, func(e Edge) bool { return e.Type == ParticipatedIn && e.To == n.Ref }, func(e Edge) string {
		return fmt.Sprintf("%s (%v)", r.name(e.From), e.Props["role"])
	})
}

// report returns what the article published last says of a meeting, of those
// of one day the first by id.
func (r recorder) report(meeting Ref) (latest Props) {
	var day, article string
	for _, g := range []*Graph{r.Graph, r.others} {
		for _, e := range g.Edges {
			if e.Type != ReportedIn || e.From != meeting {
				continue
			}
			published := g.published(e.To)
			if latest == nil || published > day || published == day && e.To.ID < article {
				latest, article, day = e.Props, e.To.ID, published
			}
		}
	}
	return latest
}

// published returns the day of an article, "" where it is unknown.
func (g *Graph) published(article Ref) string {
	i := slices.IndexFunc(g.Nodes, func(n Node) bool { return n.Ref == article })
	if i < 0 || g.Nodes[i].Props["datePublished"] == nil {
		return ""
	}
	return fmt.Sprint(g.Nodes[i].Props["datePublished"])
}

// office returns the record of an office; who held it formerly held the same.
func (r recorder) office(e Edge) record {
	office := fmt.Sprintf("%s, %v of %s", r.name(e.From), e.Props["title"], r.name(e.To))
	rec := record{what: "office", text: office, key: fmt.Sprint(e.From, e.Props["title"], e.To, e.Props["former"]), fields: map[string]string{}}
	rec.alike = fmt.Sprint(e.From, e.Props["title"], e.To)
	rec.set(Props{"former": e.Props["former"]})
	rec.others = slices.ContainsFunc(r.others.Edges, func(o Edge) bool {
		return o.Type == HoldsPosition && o.From == e.From && o.To == e.To && o.key() == e.key()
	})
	return rec
}
