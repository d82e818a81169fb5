package ftm

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/internal/graphtest"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// written returns the lines of graphs.
func written(t testing.TB, graphs []*graph.Graph) []byte { return graphtest.Written(t, New, graphs) }

func TestGolden(t *testing.T) {
	graphtest.Golden(t, "testdata/talks.ftm.json", written(t, graphtest.Talks()))
}

// many are the graphs of the talks and of articles that were made up, one with a
// megabyte of text.
func many() []*graph.Graph {
	graphs := graphtest.Talks()
	for i := range 50 {
		graphs = append(graphs, build.Graph(madeup.Article(i, madeup.World{Articles: 50, People: 30, Statements: 5, Seed: 1})))
	}
	long := strings.Repeat(graphtest.Hostile+"\x00\x1b", 10000)
	for _, n := range graphs[1].Nodes {
		if n.Label == graph.Statement {
			n.Props["text"], n.Props["sentence"] = long, long
		}
	}
	return graphs
}

// validate is a program that holds every entity against the schemas of
// FollowTheMoney and prints what it finds.
//
//go:embed testdata/validate.py
var validate string

// TestFollowTheMoneyTakesIt: every entity is one of FollowTheMoney's, as it is:
// nothing is left out or put right. As many are of each schema as the graph says.
func TestFollowTheMoneyTakesIt(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talks.ftm.json")
	if err := os.WriteFile(file, written(t, many()), 0o644); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Faults  []string
		Schemas map[string]int
	}
	out := graphtest.Python(t, []string{"followthemoney==4.11.2"}, validate, file)
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Faults) > 0 {
		t.Errorf("%d faults:\n%s", len(got.Faults), strings.Join(got.Faults[:min(len(got.Faults), 20)], "\n"))
	}
	if diff := cmp.Diff(expected(graph.Union(many()...)), got.Schemas); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

// expected returns how many entities there are of those schemas that are made of
// nodes, or of relationships of one type.
func expected(nodes []graph.Node, edges []graph.Edge) map[string]int {
	want := map[string]int{}
	for _, n := range nodes {
		schema := map[graph.Label]string{graph.Article: "Article", graph.Statement: "Note"}[n.Label]
		want[schema+schemas[n.Label]]++
	}
	for _, e := range edges {
		switch {
		case e.Type == graph.MentionedIn:
			want["Mention"]++
		case e.Type == graph.HoldsPosition && e.To.Label == graph.Person:
			want["Associate"]++
		case e.Type == graph.HoldsPosition:
			want["Occupancy"]++
		}
	}
	return want
}

// read returns the entities of lines by their ids.
func read(t *testing.T, lines []byte) map[string]*entity {
	t.Helper()
	entities := map[string]*entity{}
	for line := range bytes.Lines(lines) {
		var e entity
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatal(err)
		}
		if entities[e.ID] != nil {
			t.Errorf("%s is there twice", e.ID)
		}
		entities[e.ID] = &e
	}
	return entities
}

// TestWhatBecomesWhat looks at entities by what they say.
func TestWhatBecomesWhat(t *testing.T) {
	entities := read(t, written(t, graphtest.Talks()))
	var lines []string
	for _, e := range entities {
		p := func(name string) string { return strings.Join(e.Properties[name], ", ") }
		lines = append(lines, strings.Join([]string{
			e.Schema, p("subject") + p("holder") + p("person") + p("organizer"), p("object") + p("post") + p("associate") + p("entity") + p("involved"),
			p("role") + p("status") + p("relationship") + p("keywords"), p("date"),
		}, " | "))
	}
	statement := idOf(graph.Ref{Label: graph.Statement, ID: "https://example.org/talks?a=1&b=2#char=100,118"})
	mayor := linkID("Position", "Mayor", "place:lyon")
	aide := idOf(graph.Ref{Label: graph.Person, ID: "person:åse-ødegård"})
	for _, want := range []string{
		"UnknownLink | person-ann-lee | person-bo-ek | addressee: WARN | 2024-05-13",
		"UnknownLink | person-ann-lee | country-fr | target: WARN | 2024-05-13",
		"UnknownLink | person-ann-lee | organization-un | topic: WARN | 2024-05-13",
		"UnknownLink | " + statement + " | meeting-1 | said at | ",
		"Documentation |  | person-ann-lee | speaker: WARN | 2024-05-13",
		"Documentation |  | country-fr | not said: speaker: DENY | ",
		"Documentation |  | organization-un | passed on: WARN | 2024-05-13",
		"Documentation |  | meeting-1 | planned | ",
		"Documentation |  | meeting-1 | cancelled | ",
		"Documentation |  | person-bo-ek | former Secretary-General | ",
		"Note |  | person-ann-lee, person-bo-ek, country-fr, organization-un | WARN, mixed, positive, asserted | ",
		"Event | person-bo-ek | person-ann-lee, person-bo-ek, country-fr | cancelled, in person | 2024-05-20",
		"Event |  | person-ann-lee | hypothetical, phone | 2024-06",
		"Occupancy | person-bo-ek | " + mayor + " | current | 2024-05-14",
		"Associate | " + aide + " | person-ann-lee | Spokeswoman | 2024-05-14",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("there is no %s", want)
		}
	}
	if t.Failed() {
		slices.Sort(lines)
		t.Log(strings.Join(lines, "\n"))
	}
	want := map[string][]string{"name": {"Ann M. Lee"}, "alias": {"Ann Lee", "Lee"}, "wikidataId": {"Q42"}, "gender": {"female"}, "position": {"Foreign Minister of France"}}
	lee := entities["person-ann-lee"].Properties
	lee["alias"] = slices.DeleteFunc(lee["alias"], func(name string) bool { return strings.Contains(name, "script") })
	if diff := cmp.Diff(want, lee); diff != "" {
		t.Errorf("the person (-want +got):\n%s", diff)
	}
}

func TestIDs(t *testing.T) {
	for _, c := range []struct {
		label    graph.Label
		id, want string
	}{
		{graph.Person, "person:ann-lee", "person-ann-lee"},
		{graph.Country, "country:fr", "country-fr"},
		{graph.Meeting, "meeting:00aa", "meeting-00aa"},
		{graph.Person, "person:å", "person-" + hash("person:å")},
		{graph.Person, "person:", "person-" + hash("person:")},
		{graph.Article, "https://example.org", "article-" + hash("https://example.org")},
		{graph.Person, "person:" + strings.Repeat("a", 300), "person-" + hash("person:"+strings.Repeat("a", 300))},
	} {
		if got := idOf(graph.Ref{Label: c.label, ID: c.id}); got != c.want {
			t.Errorf("the id of %s is %s, want %s", c.id, got, c.want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		date            graph.Date
		precision, want string
	}{
		{graph.Date{Year: 2024, Month: 5, Day: 13}, "day", "2024-05-13"},
		{graph.Date{Year: 2024, Month: 5, Day: 1}, "month", "2024-05"},
		{graph.Date{Year: 2024, Month: 1, Day: 1}, "year", "2024"},
		{graph.Date{Year: 2024, Month: 5, Day: 13}, "week", "2024-05"},
		{graph.Date{Year: 2024, Month: 4, Day: 29}, "week", "2024"},
		{graph.Date{Year: 2024, Month: 12, Day: 30}, "week", ""},
		{graph.Date{Year: 2024, Month: 5, Day: 13}, "published", ""},
	} {
		if got := day(graph.Props{"date": c.date, "datePrecision": c.precision}); got != c.want {
			t.Errorf("%s, %s is %q, want %q", c.date, c.precision, got, c.want)
		}
	}
	if got := day(graph.Props{}); got != "" {
		t.Errorf("no date is %q", got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAnErrorOfTheWriter(t *testing.T) {
	sink := New(full{})
	err := sink.Write(t.Context(), graphtest.Talks()[0])
	if err = errors.Join(err, sink.Close(t.Context())); err == nil {
		t.Error("no error")
	}
}
