package cypher

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// Row is one element of the list that a statement unwinds. A value is one of
// those that graph.Props lists, or, as props, a Row of properties that are set as
// they are.
type Row map[string]any

// Statement is one Cypher statement. Its Text unwinds the parameter $rows,
// which is Rows; a script has the rows themselves in that place.
type Statement struct {
	Comment string // what it does, for the reader of a script
	Text    string
	Columns []Column // what rows may have; those of a script's statements only
	Rows    []Row

	of      []graph.Ref // the first article that tells of each row, where one does
	derived bool        // it says again what other relationships say, for the eye
}

// unwind begins a statement that has rows.
const unwind = "UNWIND $rows AS row\n"

// Statements returns what loads a block of new articles, in the order in which it
// must run: nodes, then relationships. Each keeps what is derived from all
// articles up to date. Their rows are in the order of the articles and of the
// text. No statement has more than maxRows rows.
func Statements(block []*graph.Graph, maxRows int) []Statement {
	nodes, edges := graph.Merge(block...)
	o := orderOf(block)
	return split(append(o.nodeStatements(nodes, callings(edges)), o.edgeStatements(edges, publications(nodes))...), maxRows)
}

func (o order) nodeStatements(nodes []graph.Node, calls map[graph.Ref]*called) []Statement {
	nodes = slices.DeleteFunc(nodes, func(n graph.Node) bool { return n.Label == graph.Article && len(n.Props) == 0 }) // brought by its copy
	slices.SortStableFunc(nodes, func(a, b graph.Node) int {
		return cmp.Or(slices.Index(graph.Labels, a.Label)-slices.Index(graph.Labels, b.Label), o.compare(o[a.Ref], o[b.Ref]))
	})
	var statements []Statement
	for group := range chunkBy(nodes, func(n graph.Node) graph.Label { return n.Label }) {
		label := group[0].Label
		st := Statement{Comment: string(label), Text: nodeText(label), Columns: nodeColumns(label)}
		for _, n := range group {
			row := rowOf(n.Props, Row{"id": n.ID})
			if c := calls[n.Ref]; c != nil {
				c.row(row)
			}
			st.Rows = append(st.Rows, row)
			st.of = append(st.of, o[n.Ref].article)
		}
		statements = append(statements, st)
	}
	return statements
}

func nodeText(label graph.Label) string {
	text := fmt.Sprintf(unwind+"MERGE (n:%s {id: row.id})", label)
	if label.Shared() {
		return text + joinText(label)
	}
	return text + "\nSET n += row"
}

// ends are a relationship's type and the labels under which its ends are found.
type ends struct {
	t        graph.Type
	from, to graph.Label
}

func endsOf(e graph.Edge) ends { return ends{e.Type, e.From.Label.General(), e.To.Label.General()} }

func (a ends) compare(b ends) int {
	return cmp.Or(slices.Index(graph.Types, a.t)-slices.Index(graph.Types, b.t), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
}

// told is a relationship, its ends, and where it is told.
type told struct {
	graph.Edge
	ends  ends
	place place
}

func (o order) edgeStatements(edges []graph.Edge, published map[string]graph.Date) []Statement {
	all := make([]told, len(edges))
	for i, e := range edges {
		all[i] = told{e, endsOf(e), o.ofEdge(e)}
	}
	slices.SortStableFunc(all, func(a, b told) int { return cmp.Or(a.ends.compare(b.ends), o.compare(a.place, b.place)) })
	var statements []Statement
	for group := range chunkBy(all, func(t told) ends { return t.ends }) {
		e := group[0].ends
		st := Statement{Comment: fmt.Sprintf("%s, %s to %s", e.t, e.from, e.to), Text: edgeText(e), Columns: edgeColumns(e.t), derived: e.t == graph.SaidTo}
		for _, t := range group {
			st.Rows = append(st.Rows, edgeRow(t.Edge, published))
			st.of = append(st.of, t.place.article)
		}
		statements = append(statements, st)
	}
	return statements
}

func edgeRow(e graph.Edge, published map[string]graph.Date) Row {
	rule, _ := graph.RuleOf(e.Type)
	row := Row{"from": e.From.ID, "to": e.To.ID}
	if rule.Shared {
		row = rowOf(e.Props, row)
		if last := asOf(row[graph.Evidence], published); e.Type == graph.HoldsPosition && last != (graph.Date{}) {
			row["asOf"] = last
		}
		return row
	}
	props := rowOf(e.Props, Row{})
	for _, name := range rule.Keys {
		row[name] = props[name]
		delete(props, name)
	}
	row["props"] = props
	return row
}

func edgeText(e ends) string {
	rule, _ := graph.RuleOf(e.t)
	key, find := "", "MATCH"
	if len(rule.Keys) > 0 {
		var pairs []string
		for _, name := range rule.Keys {
			pairs = append(pairs, fmt.Sprintf("%[1]s: row.%[1]s", name))
		}
		key = " {" + strings.Join(pairs, ", ") + "}"
	}
	if e.t == graph.CopyOf { // the earlier article may not be there yet
		find = "MERGE"
	}
	merge := fmt.Sprintf("MERGE (a)-[r:%s%s]->(b)", e.t, key)
	if e.t == graph.SaidTo {
		merge = mergeSaidTo
	}
	text := fmt.Sprintf(unwind+"MATCH (a:%s {id: row.from})\n%s (b:%s {id: row.to})\n%s", e.from, find, e.to, merge)
	if !rule.Shared && len(rule.Props) > len(rule.Keys) {
		text += "\nSET r += row.props"
	}
	switch {
	case e.t == graph.HoldsPosition:
		text += joinAsOf + uniteEvidence
	case rule.Shared:
		text += uniteEvidence
	case e.t == graph.ReportedIn && e.from == graph.Meeting:
		text += "\nWITH DISTINCT a AS n" + deriveMeeting
	}
	return text
}

// mergeSaidTo does what MERGE does, and looks into the index for a row: to MERGE, Neo4j
// reads all of the index for each, where it has not yet counted what is in it.
const mergeSaidTo = `OPTIONAL MATCH (a)-[r:SAID_TO]->(b) USING INDEX SEEK r:SAID_TO(statementId) WHERE r.statementId = row.statementId
FOREACH (new IN CASE WHEN r IS NULL THEN [row] ELSE [] END | CREATE (a)-[s:SAID_TO {statementId: new.statementId}]->(b) SET s += new.props)`

// uniteEvidence adds a row's evidence to that of r, sorted and without duplicates,
// with the greatest confidence of each place; that of r is the greatest of all.
// An earlier version of newsgraph wrote none.
const uniteEvidence = `
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence`

// chunkBy yields the longest runs of items that have the same key.
func chunkBy[T any, K comparable](items []T, key func(T) K) func(func([]T) bool) {
	return func(yield func([]T) bool) {
		for start := 0; start < len(items); {
			end := start + 1
			for end < len(items) && key(items[end]) == key(items[start]) {
				end++
			}
			if !yield(items[start:end]) {
				return
			}
			start = end
		}
	}
}

// split divides statements that have more than maxRows rows.
func split(statements []Statement, maxRows int) []Statement {
	var parts []Statement
	for _, st := range statements {
		for start := 0; start < len(st.Rows); start += maxRows {
			part, end := st, min(start+maxRows, len(st.Rows))
			part.Rows = st.Rows[start:end]
			if st.of != nil {
				part.of = st.of[start:end]
			}
			parts = append(parts, part)
		}
	}
	return parts
}
