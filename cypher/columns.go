package cypher

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// Column is a property that the rows of a statement may have.
type Column struct {
	Name  string
	Kind  graph.Kind
	inner bool // it is among the props of a row
}

// of returns the value that a row has.
func (c Column) of(row Row) any {
	if c.inner {
		row, _ = row["props"].(Row)
	}
	return row[c.Name]
}

// The columns that a person looks for first, and long ones, which stand last.
var (
	firstColumns = []string{"id", "from", "to", "name", "headline", "act", "verb", "role", "title"}
	lastColumns  = []string{"text", "quote", "sentence", "quoteKey", graph.Evidence, graph.Confidences, graph.FactsSHA256}
)

func nodeColumns(label graph.Label) []Column {
	kinds := maps.Clone(graph.NodeProps[label])
	kinds["id"] = graph.Text
	if slices.Contains(graph.Entities, label) {
		kinds["names"] = graph.Texts
	}
	return columns(kinds)
}

func edgeColumns(t graph.Type) []Column {
	rule, _ := graph.RuleOf(t)
	kinds := map[string]graph.Kind{"from": graph.Text, "to": graph.Text}
	maps.Copy(kinds, rule.Props)
	if rule.Shared {
		kinds[graph.Evidence], kinds[graph.Confidences] = graph.Texts, graph.Floats
	}
	if t == graph.HoldsPosition {
		kinds["asOf"] = graph.Day
	}
	ordered := columns(kinds)
	for i, c := range ordered {
		_, is := rule.Props[c.Name]
		ordered[i].inner = is && !rule.Shared && !slices.Contains(rule.Keys, c.Name)
	}
	return ordered
}

// columns returns the kinds in the order in which people read them.
func columns(kinds map[string]graph.Kind) (ordered []Column) {
	rank := func(name string) int {
		if i := slices.Index(firstColumns, name); i >= 0 {
			return i - len(firstColumns)
		}
		return slices.Index(lastColumns, name) + 1
	}
	names := slices.SortedFunc(maps.Keys(kinds), func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		ordered = append(ordered, Column{Name: name, Kind: kinds[name]})
	}
	return ordered
}

// had returns the columns that any of the rows has.
func had(columns []Column, rows []Row) (some []Column) {
	for _, c := range columns {
		if slices.ContainsFunc(rows, func(row Row) bool { return c.of(row) != nil }) {
			some = append(some, c)
		}
	}
	return some
}

// A form is how the rows of a statement are written, each as one line, those of an
// article as one text: what stands between rows (it ends a line, so that a script
// may come to have the line ends of Windows), between columns, between the entries
// of a list, and where there is nothing. What Neo4j takes to read rows is for their
// literals, whatever their length.
type form struct{ ends, between, within, nothing string }

// indent stands before each row.
const indent = "   "

// linesOf returns the rows as lines, in the first form that gives them back as
// they were.
func linesOf(columns []Column, rows []Row) (form, []string) {
	for i := 0; ; i++ {
		f := form{" |", " | ", " / ", "-"}
		if i > 0 {
			f = form{fmt.Sprintf(" |%d|", i), fmt.Sprintf(" |%d| ", i), fmt.Sprintf(" /%d/ ", i), fmt.Sprintf("-%d-", i)}
		}
		if lines, ok := f.lines(columns, rows); ok {
			return f, lines
		}
	}
}

// lines returns the rows as lines, unless one can't be read back.
func (f form) lines(columns []Column, rows []Row) (lines []string, ok bool) {
	for _, row := range rows {
		line, ok := f.line(columns, row)
		if !ok {
			return nil, false
		}
		lines = append(lines, line)
	}
	unix, windows := f.ends+"\n"+indent, f.ends+"\r\n"+indent
	text := strings.ReplaceAll(strings.Join(lines, unix), windows, unix)
	return lines, len(lines) == 0 || slices.Equal(strings.Split(text, unix), lines)
}

// line returns a row as text, and whether it can be read back from that.
func (f form) line(columns []Column, row Row) (string, bool) {
	cells := make([]string, len(columns))
	for i, c := range columns {
		value := c.of(row)
		cells[i] = f.cell(value)
		list, is := value.([]string)
		if value != nil && cells[i] == f.nothing || is && !slices.Equal(strings.Split(cells[i], f.within), list) {
			return "", false
		}
	}
	line := strings.Join(cells, f.between)
	return line, slices.Equal(strings.Split(line, f.between), cells)
}

// cell returns a value as text.
func (f form) cell(value any) string {
	switch v := value.(type) {
	case nil:
		return f.nothing
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case graph.Date:
		return v.String()
	case []string:
		return strings.Join(v, f.within)
	case []float64:
		numbers := make([]string, len(v))
		for i, n := range v {
			numbers[i] = f.cell(n)
		}
		return strings.Join(numbers, f.within)
	}
	panic(fmt.Sprintf("cypher: no text for a %T", value)) // graph.Validate refuses it
}

// reading returns the Cypher that makes rows of a text, nested where they have props.
// What reads a number, a day or a list makes nothing of nothing.
func (f form) reading(columns []Column, nested bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "UNWIND texts AS text\nUNWIND split(text, ['%[1]s\\n%[2]s', '%[1]s\\r\\n%[2]s']) AS line\n", f.ends, indent)
	fmt.Fprintf(&b, "WITH [cell IN split(line, %s) | CASE cell WHEN %s THEN null ELSE cell END] AS c\nWITH {", Quote(f.between), Quote(f.nothing))
	var outer, inner []string
	for i, c := range columns {
		read := c.Name + ": " + fmt.Sprintf(readings[c.Kind], fmt.Sprintf("c[%d]", i), Quote(f.within))
		if c.inner {
			inner = append(inner, read)
		} else {
			outer = append(outer, read)
		}
	}
	if nested {
		outer = append(outer, "props: {"+strings.Join(inner, ", ")+"}")
	}
	b.WriteString(strings.Join(outer, ", ") + "} AS row\n")
	return b.String()
}

// readings are how a cell of each kind is read; the second verb is what stands
// between the entries of a list.
var readings = map[graph.Kind]string{
	graph.Text:   "%[1]s",
	graph.Bool:   "toBoolean(%[1]s)",
	graph.Int:    "toInteger(%[1]s)",
	graph.Float:  "toFloat(%[1]s)",
	graph.Day:    "date(%[1]s)",
	graph.Texts:  "split(%[1]s, %[2]s)",
	graph.Floats: "[n IN split(%[1]s, %[2]s) | toFloat(n)]",
}
