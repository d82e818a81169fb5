package cypher

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/graphtest"
)

// article returns a graph with every label and type, in which text stands
// wherever there is text.
func article(n int, text string) *graph.Graph {
	g := &graph.Graph{}
	id := fmt.Sprintf("https://example.org/%d", n)
	shared := func(props graph.Props) graph.Props {
		props[graph.Evidence], props[graph.Confidences] = []string{id + "#char=1,9"}, []float64{0.9}
		return props
	}
	day := graph.Date{Year: 2024, Month: time.May, Day: 14}
	g.Article = g.AddNode(graph.Article, id, graph.Props{"headline": text, "datePublished": day, graph.FactsSHA256: fmt.Sprint(n)})
	jane := g.AddNode(graph.Person, "person:jane-doe", graph.Props{"name": "Jane Doe"})
	france := g.AddNode(graph.Country, "country:fr", graph.Props{"name": "France", "countryCode": "FR"})
	body := g.AddNode(graph.Organization, "organization:nato", graph.Props{"name": "NATO"})
	paris := g.AddNode(graph.Place, "place:paris", graph.Props{"name": "Paris"})
	meeting := g.AddNode(graph.Meeting, "meeting:1", graph.Props{"date": day, "datePrecision": "day"})
	said := g.AddNode(graph.Statement, id+"#char=1,9", graph.Props{"text": text, "start": int64(1), "end": int64(9), "confidence": 1.0, "depth": int64(0)})
	denied := g.AddNode(graph.Statement, id+"#char=2,7", graph.Props{"text": text, "source": text, "sourceKind": "official", "depth": int64(1)})
	for _, e := range []graph.Ref{jane, france, body, paris} {
		g.AddEdge(graph.MentionedIn, e, g.Article, graph.Props{"name": text, "names": []string{text}, "count": int64(1)})
	}
	g.AddEdge(graph.ReportedIn, said, g.Article, graph.Props{"start": int64(1)})
	g.AddEdge(graph.ReportedIn, denied, g.Article, graph.Props{"start": int64(2)})
	g.AddEdge(graph.Within, denied, said, nil)
	g.AddEdge(graph.RespondsTo, said, denied, graph.Props{"how": "denies"})
	g.AddEdge(graph.ReportedBy, said, body, graph.Props{"as": text})
	g.AddEdge(graph.ReportedIn, meeting, g.Article, graph.Props{"name": text})
	g.AddEdge(graph.Made, jane, said, graph.Props{"as": text})
	g.AddEdge(graph.AddressedTo, said, body, graph.Props{"as": text})
	g.AddEdge(graph.About, said, france, graph.Props{"role": "topic"})
	g.AddEdge(graph.MadeAt, said, meeting, nil)
	g.AddEdge(graph.ParticipatedIn, jane, meeting, shared(graph.Props{"role": "host"}))
	g.AddEdge(graph.HeldIn, meeting, paris, shared(graph.Props{}))
	g.AddEdge(graph.HoldsPosition, jane, france, shared(graph.Props{"title": text, "former": false}))
	g.AddEdge(graph.LocatedIn, paris, france, shared(graph.Props{}))
	g.AddEdge(graph.SaidTo, jane, body, graph.Props{"statementId": said.ID, "verb": text})
	return g
}

func script(t *testing.T, graphs ...*graph.Graph) string {
	t.Helper()
	var b strings.Builder
	s := NewScript(&b)
	for _, g := range graphs {
		if err := g.Validate(); err != nil {
			t.Fatal(err)
		}
		if err := s.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestScriptGolden(t *testing.T) {
	graphtest.Golden(t, "testdata/script.cypher", []byte(script(t, article(1, "it's “so”"))))
}

// forbidden is what runs in cypher-shell or in the Browser alone, or not on
// every server.
var forbidden = regexp.MustCompile(`(?im)^:|\bCALL\b|IN TRANSACTIONS|apoc\.|LOAD CSV|\$rows`)

// wholeRow is a row to its end.
var wholeRow = regexp.MustCompile(`(',?| \|(\d+\|)?)$`)

func TestAnyScriptRunsEverywhere(t *testing.T) {
	for _, text := range hostile {
		if text == "" || strings.Contains(text, "$rows") {
			continue
		}
		s := script(t, article(1, text), article(2, text))
		if !utf8.ValidString(s) || strings.HasPrefix(s, "\ufeff") {
			t.Errorf("%q: not UTF-8, or with a byte order mark", text)
		}
		for line := range strings.Lines(s) {
			line = strings.TrimSuffix(line, "\n")
			oneLine(t, line)
			row := strings.HasPrefix(line, "  '") || strings.HasPrefix(line, indent)
			if row && !wholeRow.MatchString(line) {
				t.Errorf("%q: a row does not stay on its line: %s", text, line)
			}
			if !row && !strings.HasPrefix(strings.TrimSpace(line), "//") && forbidden.MatchString(line) {
				t.Errorf("%q: %s", text, line)
			}
		}
	}
}

func TestScriptOrder(t *testing.T) {
	s := script(t, article(1, "one"), article(2, "two"))
	order := []string{
		"2 articles, 4 statements", "CREATE CONSTRAINT", "// Take out what is older", "'https://example.org/1 | 1 |", "https://example.org/2 | 2'", "to be taken out",
		"\n// one\n", "https://example.org/1\n", "Jane Doe → NATO", "\n// two\n", "https://example.org/2\n",
		"\n// Article: ", "\n  // one\n", "\n  // two\n", "\n// Person: ", "\n// Statement: ", "// MENTIONED_IN, ", "// Who said it to whom", "\n// SAID_TO, ", "\n  // two\n", "are whole", "https://example.org/2 | 2'", strings.TrimPrefix(wholeText, unwind),
	}
	at := 0
	for _, part := range order {
		i := strings.Index(s[at:], part)
		if i < 0 {
			t.Fatalf("%q does not stand after byte %d", part, at)
		}
		at += i
	}
}

// What a script does is said before its fortieth line, where the first step follows on the schema.
func TestTheFirstFortyLinesSayWhatItDoes(t *testing.T) {
	head, _, _ := strings.Cut(script(t, article(1, "one")), "\n// Take out what is older")
	if lines := strings.Count(head, "\n") + 1; lines > 39 {
		t.Errorf("the head and the schema have %d lines", lines)
	}
}

func TestFreshScriptTakesNothingOut(t *testing.T) {
	var b strings.Builder
	s := NewScript(&b)
	s.Fresh = true
	for _, text := range []string{"one", "another version"} {
		g := article(1, text)
		g.Nodes[0].Props[graph.FactsSHA256] = text
		if err := s.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	first, second, twice := strings.Cut(b.String(), "another version")
	if strings.Contains(first, "to be taken out'\n") || !twice || !strings.Contains(second, "take") {
		t.Errorf("the first version takes out, or the second does not:\n%s", b.String())
	}
}

func TestStatementsStandInTheOrderOfTheText(t *testing.T) {
	g := &graph.Graph{}
	g.Article = g.AddNode(graph.Article, "a", graph.Props{graph.FactsSHA256: "1"})
	for _, start := range []int64{1032, 7, 133} {
		s := g.AddNode(graph.Statement, fmt.Sprintf("a#char=%d,2000", start), graph.Props{"text": fmt.Sprint("at ", start), "depth": int64(0)})
		g.AddEdge(graph.ReportedIn, s, g.Article, graph.Props{"start": start})
	}
	s := script(t, g)
	for _, form := range []string{"“at %d”", "a#char=%d,2000 | 0", "a#char=%d,2000 | a | "} {
		last := 0
		for _, start := range []int{7, 133, 1032} {
			at := strings.Index(s, fmt.Sprintf(form, start))
			if at < last {
				t.Errorf("%s of %d stands at %d, after %d", form, start, at, last)
			}
			last = at
		}
	}
}

func TestScriptWithoutArticles(t *testing.T) {
	if s := script(t); !strings.HasSuffix(s, SchemaScript()) {
		t.Errorf("got %s", s)
	}
}

func TestSchemaNamesAreUnique(t *testing.T) {
	names := map[string]bool{}
	for _, s := range Schema() {
		m := regexp.MustCompile(`^CREATE (?:CONSTRAINT|INDEX|FULLTEXT INDEX) (\w+) IF NOT EXISTS FOR `).FindStringSubmatch(s)
		if m == nil || names[m[1]] {
			t.Errorf("no name, or one that is taken: %s", s)
			continue
		}
		names[m[1]] = true
	}
}

func TestStatementsKeepTheLimit(t *testing.T) {
	var graphs []*graph.Graph
	for n := range 30 {
		graphs = append(graphs, article(n, "x"))
	}
	for _, st := range Statements(graphs, 7) {
		if len(st.Rows) == 0 || len(st.Rows) > 7 {
			t.Errorf("%s has %d rows", st.Comment, len(st.Rows))
		}
		if strings.Count(st.Text, "$rows") != 1 {
			t.Errorf("%s does not use its rows once: %s", st.Comment, st.Text)
		}
	}
}

func TestBlock(t *testing.T) {
	b := Block{MaxRows: 10} // an article has four MENTIONED_IN rows
	one, two, three := article(1, "x"), article(2, "x"), article(3, "x")
	for _, g := range []*graph.Graph{one, one, two} {
		if b.Add(g) != nil {
			t.Error("the block was full too soon")
		}
	}
	if full := b.Add(three); !slices.Equal(full, []*graph.Graph{one, two}) {
		t.Errorf("got %d articles, want two", len(full))
	}
	if full := b.Add(article(3, "another version")); !slices.Equal(full, []*graph.Graph{three}) {
		t.Errorf("another version did not begin a block: %d articles", len(full))
	}
	if left := b.Take(); len(left) != 1 || b.Take() != nil {
		t.Errorf("%d articles left, want one", len(left))
	}
}
