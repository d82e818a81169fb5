package csv

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// between stands between the entries of a list. It is a symbol that texts do not
// have: where one does, it becomes the control character that it is the picture of.
const between = "␟"

// table is one file: nodes of one label, or relationships of one type.
type table struct {
	option  string   // of neo4j-admin: what it has, up to the name of the file
	keys    []string // the columns of ids
	columns []string // the properties
	kinds   map[string]graph.Kind
	file    io.Closer
	out     *bufio.Writer
}

// tableOf returns the table of a name: a label, or the ends and type of relationships.
func tableOf(name string) *table {
	if parts := strings.Split(name, "-"); len(parts) == 3 {
		return edgeTable(graph.Type(parts[1]), graph.Label(parts[0]), graph.Label(parts[2]))
	}
	return nodeTable(graph.Label(name))
}

func nodeTable(label graph.Label) *table {
	labels := string(label)
	if label.General() == graph.Entity {
		labels = string(graph.Entity) + ":" + labels
	}
	t := &table{option: "--nodes=" + labels + "=", keys: []string{fmt.Sprintf("id:ID(%s)", label.General())}, kinds: graph.PropsOf(label)}
	return t.sorted()
}

func edgeTable(of graph.Type, from, to graph.Label) *table {
	rule, _ := graph.RuleOf(of)
	keys := []string{fmt.Sprintf(":START_ID(%s)", from), fmt.Sprintf(":END_ID(%s)", to)}
	t := &table{option: "--relationships=" + string(of) + "=", keys: keys, kinds: rule.AllProps()}
	return t.sorted()
}

func (t *table) sorted() *table {
	t.columns = slices.Sorted(maps.Keys(t.kinds))
	return t
}

// types are those of neo4j-admin.
var types = map[graph.Kind]string{
	graph.Text: "string", graph.Bool: "boolean", graph.Int: "long", graph.Float: "double",
	graph.Texts: "string[]", graph.Floats: "double[]", graph.Day: "date",
}

func (t *table) open(file io.WriteCloser) {
	t.file, t.out = file, bufio.NewWriterSize(file, 1<<16)
}

func (t *table) header() {
	header := slices.Clone(t.keys)
	for _, name := range t.columns {
		header = append(header, name+":"+types[t.kinds[name]])
	}
	t.out.WriteString(strings.Join(header, ",") + "\n")
}

// write adds a row. What is unknown is an empty cell, an empty text a quoted one.
func (t *table) write(props graph.Props, ids ...string) error {
	for i, id := range ids {
		if i > 0 {
			t.out.WriteByte(',')
		}
		t.text(id)
	}
	for _, name := range t.columns {
		t.out.WriteByte(',')
		t.value(props[name])
	}
	return t.out.WriteByte('\n') // which tells errors of what is before it, too
}

func (t *table) value(value any) {
	switch v := value.(type) {
	case nil:
	case string:
		t.text(v)
	case bool:
		t.out.WriteString(strconv.FormatBool(v))
	case int64:
		t.out.WriteString(strconv.FormatInt(v, 10))
	case float64:
		t.out.WriteString(number(v))
	case graph.Date:
		t.out.WriteString(v.String())
	case []string:
		t.list(v)
	case []float64:
		numbers := make([]string, len(v))
		for i, n := range v {
			numbers[i] = number(n)
		}
		t.list(numbers)
	default:
		panic(fmt.Sprintf("csv: no cell for a %T", value)) // graph.Validate refuses it
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func (t *table) text(s string) {
	t.out.WriteByte('"')
	t.out.WriteString(strings.ReplaceAll(s, `"`, `""`))
	t.out.WriteByte('"')
}

func (t *table) list(entries []string) {
	if len(entries) == 0 {
		return
	}
	safe := make([]string, len(entries))
	for i, entry := range entries {
		safe[i] = strings.ReplaceAll(entry, between, "\x1f")
	}
	t.text(strings.Join(safe, between))
}

func (t *table) close() error {
	return errors.Join(t.out.Flush(), t.file.Close())
}
