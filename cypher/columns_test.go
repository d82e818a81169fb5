package cypher

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// every has a column of each kind.
var every = columns(map[string]graph.Kind{
	"id": graph.Text, "text": graph.Text, "former": graph.Bool, "start": graph.Int, "share": graph.Float,
	"names": graph.Texts, graph.Confidences: graph.Floats, "date": graph.Day,
})

func TestLine(t *testing.T) {
	for _, c := range []struct {
		row  Row
		want string
	}{
		{Row{"id": "a"}, "a | - | - | - | - | - | - | -"},
		{
			Row{"id": "a", "text": "it's \\", "former": true, "start": int64(math.MinInt64), "share": 1e-300, "names": []string{"b", "c"}, graph.Confidences: []float64{1, 0.25}, "date": graph.Date{Year: 2024, Month: time.May, Day: 4}},
			"a | 2024-05-04 | true | b / c | 1e-300 | -9223372036854775808 | it's \\ | 1 / 0.25",
		},
		{Row{"id": "a", "text": ""}, "a | - | - | - | - | - |  | -"},
		{Row{"id": "a", "text": "-"}, "a |1| -1- |1| -1- |1| -1- |1| -1- |1| -1- |1| - |1| -1-"},
		{Row{"id": "a |"}, "a | |1| -1- |1| -1- |1| -1- |1| -1- |1| -1- |1| -1- |1| -1-"},
		{Row{"id": "a |1| b | c"}, "a |1| b | c |2| -2- |2| -2- |2| -2- |2| -2- |2| -2- |2| -2- |2| -2-"},
		{Row{"id": "a |\r\n   b"}, "a |\r\n   b |1| -1- |1| -1- |1| -1- |1| -1- |1| -1- |1| -1- |1| -1-"},
		{Row{"id": "a", "names": []string{"b / c"}}, "a |1| -1- |1| -1- |1| b / c |1| -1- |1| -1- |1| -1- |1| -1-"},
	} {
		if _, got := linesOf(every, []Row{c.row}); got[0] != c.want {
			t.Errorf("%v is the line\n%s, want\n%s", c.row, got[0], c.want)
		}
	}
}

func TestReading(t *testing.T) {
	want := `UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], date: date(c[1]), former: toBoolean(c[2]), names: split(c[3], ' / '), share: toFloat(c[4]), start: toInteger(c[5]), text: c[6], confidences: [n IN split(c[7], ' / ') | toFloat(n)]} AS row
`
	form, _ := linesOf(every, nil)
	if got := form.reading(every, false); got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

// FuzzLine: whatever texts a row has, its line gives them back.
func FuzzLine(f *testing.F) {
	for _, s := range append(hostile, " | ", "-", " / ", " |1| -1- /1/ ", " |", "| ", " |\n  ", " |\r\n   ") {
		f.Add(s, s+" |")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		row := Row{"id": a, "text": b, "names": []string{a, b}}
		form, lines := linesOf(every, []Row{row, row})
		text := strings.Join(lines, form.ends+"\r\n"+indent)
		if again := strings.Split(text, form.ends+"\r\n"+indent); !slices.Equal(again, lines) || strings.Contains(lines[0], form.ends+"\n"+indent) {
			t.Fatalf("%q came back as %q", lines, again)
		}
		cells := strings.Split(lines[0], form.between)
		if len(cells) != len(every) || cells[0] != a || cells[6] != b || cells[4] != form.nothing {
			t.Fatalf("%q came back as %q", row, cells)
		}
		if names := strings.Split(cells[3], form.within); len(names) != 2 || names[0] != a || names[1] != b {
			t.Errorf("%q came back as %q", row["names"], names)
		}
	})
}
