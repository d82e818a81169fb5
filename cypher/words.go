package cypher

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// inWords says what the graph of an article says, a line each: its headline, where
// and when it stood, its statements in the order of the text, meetings, offices.
func inWords(g *graph.Graph) []string {
	t := teller{Graph: g, order: orderOf([]*graph.Graph{g}), nodes: map[graph.Ref]graph.Props{}, from: map[graph.Ref][]graph.Edge{}, to: map[graph.Ref][]graph.Edge{}}
	for _, n := range g.Nodes {
		t.nodes[n.Ref] = n.Props
	}
	for _, e := range g.Edges {
		t.from[e.From] = append(t.from[e.From], e)
		t.to[e.To] = append(t.to[e.To], e)
	}
	lines := []string{title(g), joined(" · ", t.word(g.Article, "publisher"), t.word(g.Article, "datePublished"), g.Article.ID)}
	nodes := slices.SortedStableFunc(slices.Values(g.Nodes), func(a, b graph.Node) int { return t.compare(t.order[a.Ref], t.order[b.Ref]) })
	for _, label := range []graph.Label{graph.Statement, graph.Meeting, graph.Person} {
		for _, n := range nodes {
			if n.Label == label {
				lines = append(lines, t.lines(n.Ref)...)
			}
		}
	}
	return lines
}

// title names the article of g for a reader.
func title(g *graph.Graph) string {
	for _, n := range g.Nodes {
		if headline, _ := n.Props["headline"].(string); n.Ref == g.Article && headline != "" {
			return headline
		}
	}
	return g.Article.ID
}

// teller tells of the things in a graph.
type teller struct {
	*graph.Graph
	order
	nodes    map[graph.Ref]graph.Props
	from, to map[graph.Ref][]graph.Edge
}

func (t teller) lines(ref graph.Ref) (lines []string) {
	switch ref.Label {
	case graph.Statement:
		return []string{t.statement(ref)}
	case graph.Meeting:
		return []string{t.meeting(ref)}
	}
	for _, e := range t.from[ref] {
		if e.Type == graph.HoldsPosition {
			former := map[any]string{true: "former "}[e.Props["former"]]
			lines = append(lines, fmt.Sprintf("  Office: %s, %s%v of %s", t.name(ref), former, e.Props["title"], t.name(e.To)))
		}
	}
	return lines
}

// statement returns a line such as “Blinken → Lavrov, WARN, 2022-01-21: “united …””.
// What lies in another's words is set in.
func (t teller) statement(ref graph.Ref) string {
	props := t.nodes[ref]
	depth, _ := props["depth"].(int64)
	who := cmp.Or(t.ends(t.to[ref], graph.Made), t.word(ref, "source"), "somebody")
	if whom := t.ends(t.from[ref], graph.AddressedTo); whom != "" {
		who += " → " + whom
	}
	act := t.word(ref, "act")
	if props["attributionNegated"] == true {
		act = "not " + act
	}
	var by, day string
	if by = t.ends(t.from[ref], graph.ReportedBy); by != "" {
		by = "by way of " + by
	}
	if props["datePrecision"] != graph.Published {
		day = t.word(ref, "date")
	}
	return strings.Repeat("  ", int(depth)+1) + joined(", ", who, by, act, day) + ": “" + short(unquoted(t.word(ref, "text"))) + "”"
}

// unquoted returns a text without the marks around all of it.
func unquoted(text string) string {
	for _, marks := range [][2]string{{"“", "”"}, {`"`, `"`}} {
		inner, begun := strings.CutPrefix(text, marks[0])
		inner, ended := strings.CutSuffix(inner, marks[1])
		if begun && ended && !strings.Contains(inner, marks[0]) {
			return inner
		}
	}
	return text
}

// meeting returns a line such as “Meeting: Blinken and Lavrov, Geneva, 2022-01-21, past”.
func (t teller) meeting(ref graph.Ref) string {
	var mode, status string
	for _, e := range t.from[ref] {
		if e.Type == graph.ReportedIn {
			mode, _ = e.Props["mode"].(string)
			status, _ = e.Props["status"].(string)
		}
	}
	return "  Meeting: " + joined(", ", t.ends(t.to[ref], graph.ParticipatedIn), t.ends(t.from[ref], graph.HeldIn), t.word(ref, "date"), mode, status)
}

// ends names the other ends of relationships of one type.
func (t teller) ends(edges []graph.Edge, of graph.Type) string {
	var names []string
	for _, e := range edges {
		if e.Type == of {
			end := e.To
			if of == graph.Made || of == graph.ParticipatedIn {
				end = e.From
			}
			names = append(names, t.name(end))
		}
	}
	names = slices.Compact(names)
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return strings.Join(names, "")
}

func (t teller) name(ref graph.Ref) string { return cmp.Or(t.word(ref, "name"), ref.ID) }

func (t teller) word(ref graph.Ref, name string) string {
	if value := t.nodes[ref][name]; value != nil {
		return fmt.Sprint(value)
	}
	return ""
}

func joined(between string, words ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), between)
}

// shortest is the length in code points to which what is said is cut in words.
const shortest = 90

// short returns the beginning of a text, whole words of it.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	letters := []rune(text)
	if len(letters) <= shortest {
		return text
	}
	cut := string(letters[:shortest])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return cut + " …"
}
