package browser_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/cypher/browser"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/seeds"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// samplesScript returns the script of the samples and of an article by hand.
func samplesScript(t *testing.T) string {
	t.Helper()
	inputs, err := source.FromFS(seeds.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	script, ctx := cypher.NewScript(&b), context.Background()
	write := func(f *facts.Article) error { return script.Write(ctx, build.Graph(f)) }
	inputs = append(inputs, source.Text("houses.txt", houses))
	failed := func(err error) { t.Error(err) }
	if err := ingest.Run(ctx, source.All(ctx, inputs, source.Options{Limits: source.Limits{Bytes: 1 << 20}}), ingest.Options{Workers: 2}, write, failed); err != nil {
		t.Fatal(err)
	}
	for _, f := range []*facts.Article{reprinted(), handmade()} {
		if err := write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := script.Close(ctx); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// houses is an article in which the seats of governments speak for them.
const houses = `---
headline: Houses speak
date: 2026-01-12
url: https://example.org/2026/01/12/houses
---
Downing Street said on Monday that the rain had stopped. The White House told the Kremlin on Monday that the rain would go on. Moscow said on Monday that it was dry.
`

// TestAnyNameWorks: whoever is asked for is found by any name that articles use.
func TestAnyNameWorks(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clear(t)
	server.Shell(t, samplesScript(t))
	for _, name := range []string{"Downing Street", "White House", "Moscow", "Antony Blinken"} {
		for _, q := range browser.Queries() {
			asked := regexp.MustCompile(`(?m)^WITH '[^']+' AS name\b`).ReplaceAllString(q.Text, "WITH '"+name+"' AS name")
			if title := q.Title; title != "What one person said" && title != "Names behind an entity" {
				continue
			}
			if rows := server.Query(t, asked, nil); len(rows) == 0 {
				t.Errorf("%s: nothing of %s", q.Title, name)
			}
		}
	}
}

// show returns a value of a row as text. Of a path that is its nodes with their
// properties, then its relationships.
func show(value any) string {
	list, ok := value.([]any)
	if !ok {
		return fmt.Sprint(value)
	}
	var parts []string
	for _, part := range list {
		parts = append(parts, show(part))
	}
	return strings.Join(parts, ", ")
}

// expectation says what a query must find in the samples: rows, each by words
// that stand in it in this order, and words that no row has.
type expectation struct {
	rows  [][]string
	never []string
}

// expectations of the queries by title. They are what a reader of the samples
// and of the article by hand would answer.
var expectations = map[string]expectation{
	"What one person said": {
		rows: [][]string{
			{"said", "frank and substantive", "After Geneva"},
			{"2022-01-21", "warned", "swift, severe and a united response", "Sergei Lavrov", "Blinken and Lavrov"},
			{"2022-01-21", "not: say", "which sanctions"},
		},
		never: []string{"Nobody is hiding"},
	},
	"Who said what to whom": {
		rows: [][]string{
			{"name:Antony Blinken", "text:an invasion would be met", "name:Sergei Lavrov", "MADE", "ADDRESSED_TO"},
			{"name:Liz Truss", "desist and step back", "name:Vladimir Putin", "MADE", "ADDRESSED_TO"},
			{"name:Russia", "text:arming Kyiv", "name:NATO", "MADE", "ABOUT", "role:target"},
		},
		never: []string{"which sanctions"},
	},
	"What two sides said": {
		rows:  [][]string{{"2022-01-21", "Antony Blinken", "warned", "Sergei Lavrov", "swift, severe"}},
		never: []string{"Vladimir Putin"},
	},
	"Who talks about whom most": {
		rows: [][]string{{"Russia, NATO"}, {"Republican Party, Joe Biden, 1, 1"}, {"Ann Roe, Iceland, 1, 1"}},
	},
	"Accusations and denials": {
		rows: [][]string{
			{"ACCUSE", "2022-01-22", "Russia", "NATO", "arming Kyiv"},
			{"ACCUSE", "2023-04-27", "oreign", "inistry", "Ukraine", "rejecting every initiative"},
			{"DENY", "2022-01-21", "Sergei Lavrov", "planning to invade its neighbour"},
			{"REQUEST", "2022-01-22", "Liz Truss", "Vladimir Putin", "desist and step back"},
		},
		never: []string{"frank and substantive"},
	},
	"Who answered what": {
		rows: [][]string{
			{"2022-01-21", "NATO", "rejects", "Russia", "never become a member", "the demand", "Blinken and Lavrov agree"},
			{"2026-01-10", "Two port officials", "confirms", "a passenger", "the ferry late", "The ferry was late"},
		},
		never: []string{"the tea was cold"},
	},
	"First-hand words only": {
		rows: [][]string{
			{"2022-01-21", "denied", "planning to invade", "indirect"},
			{"2022-01-21", "said", "Nobody is hiding", "direct"},
		},
		never: []string{"the tea was cold"},
	},
	"Second-hand words": {
		rows: [][]string{
			{"Xi Jinping", "told", "neither watch the fire", "Chinese state media", "Xi and Zelensky speak"},
			{"a passenger", "called", "the ferry late", "Ann Roe, Bo Doe", "The ferry was late"},
			{"Sergei Lavrov", "complained", "the tea was cold", "Harbour Wire", "The ferry was late"},
		},
		never: []string{"planning to invade", "a passenger had called"},
	},
	"Anonymous officials": {
		rows: [][]string{
			{"official", "Two Hungarian officials", "2025-10-23", "said", "still hoped to host the meeting", "No summit"},
			{"official", "British officials", "2022-01-22", "according to", "more weapons", "After Geneva"},
			{"official", "Two port officials", "2026-01-10", "confirmed", "this"},
		},
		never: []string{"a passenger", "desist and step back"},
	},
	"Only what is sure": {
		rows: [][]string{
			{"name:Xi Jinping", "text:China would", "MADE", "name:Volodymyr Zelensky", "ADDRESSED_TO"},
			{"name:Ann Roe", "name:Iceland", "HOLDS_POSITION", "former:true"},
		},
		never: []string{"text:the ferry late", "the tea was cold"},
	},
	"Meetings of a person": {
		rows:  [][]string{{"name:Antony Blinken", "PARTICIPATED_IN", "name:Sergei Lavrov", "PARTICIPATED_IN", "name:Geneva", "HELD_IN"}},
		never: []string{"Woodside"},
	},
	"Meetings in a window": {
		rows: [][]string{
			{"2022-01-21", "day", "Antony Blinken, Sergei Lavrov", "Geneva", "past", "Blinken and Lavrov agree"},
			{"2022-01-24", "week", "Russia, Ukraine", "Paris", "planned"},
		},
		never: []string{"2023-", "2025-"},
	},
	"Planned or cancelled": {
		rows: [][]string{
			{"cancelled", "Donald Trump, Vladimir Putin", "Budapest"},
			{"planned", "next week", "Russia, Ukraine", "Paris"},
		},
		never: []string{"Woodside"},
	},
	"Said after a meeting": {
		rows: [][]string{
			{"2022-01-21", "Geneva", "0", "Sergei Lavrov", "denied", "planning to invade"},
			{"2022-01-21", "Geneva", "0", "Antony Blinken", "told", "frank and substantive", "Blinken and Lavrov agree"},
		},
		never: []string{"which sanctions", "irresponsible act"},
	},
	"The same quotation": {
		rows:  [][]string{{"frank and substantive", "Antony Blinken", "newsgraph samples", "newsgraph samples, second desk", "2022-01-21"}},
		never: []string{"irresponsible act"},
	},
	"Opposing statements": {
		rows: [][]string{
			{"2022-01-21", "REQUEST", "never become a member", "rejects", "NATO", "REJECT", "the demand"},
			{"Bo Doe", "the crew had been", "denies the same words", "Ann Roe", "DENY", "anybody was"},
			{"Bo Doe", "the crew had been", "did not say it", "Bo Doe", "his watch was"},
		},
		never: []string{"arming Kyiv", "atrocities", "calm as a pond"},
	},
	"Shortest chain": {
		rows:  [][]string{{"name:Antony Blinken", "name:NATO", "MADE"}},
		never: []string{"REPORTED_IN", "MENTIONED_IN"},
	},
	"Names behind an entity": {
		rows: [][]string{
			{"Russia", "country:ru", "After Geneva", "Moscow"},
			{"Russia", "country:ru", "No summit in Budapest", "The Kremlin"},
		},
		never: []string{"Beijing"},
	},
	"What to review": {
		rows: [][]string{
			{"no speaker", "Statement", "Nobody is threatening anybody", "After Geneva"},
			{"no date", "Meeting", "Vladimir Putin, Budapest", "No summit in Budapest"},
		},
		never: []string{"desist and step back"},
	},
	"Copies of a story": {
		rows: [][]string{{"2026-01-10", "The ferry was late", "by another hand", "0.75"}},
	},
	"Full-text search": {
		rows:  [][]string{{"Sergei Lavrov", "planning to invade"}, {"Antony Blinken", "an invasion would be met"}},
		never: []string{"frank and substantive"},
	},
}

func TestQueriesOnTheSamples(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clear(t)
	server.Shell(t, samplesScript(t))
	for _, q := range browser.Queries() {
		t.Run(q.File, func(t *testing.T) {
			var rows []string
			for _, row := range server.Query(t, q.Text, nil) {
				rows = append(rows, show(row))
			}
			expectations[q.Title].check(t, rows)
		})
	}
}

func (e expectation) check(t *testing.T, rows []string) {
	if len(e.rows) == 0 {
		t.Error("nothing is expected of this query")
	}
	for _, words := range e.rows {
		if !slices.ContainsFunc(rows, func(row string) bool { return inOrder(row, words) }) {
			t.Errorf("no row has %q", words)
		}
	}
	for _, words := range e.never {
		for _, row := range rows {
			if strings.Contains(row, words) {
				t.Errorf("%q should not be found: %s", words, row)
			}
		}
	}
	if t.Failed() {
		t.Logf("rows:\n%s", strings.Join(rows, "\n"))
	}
}

// inOrder says whether the words stand in text one after the other.
func inOrder(text string, words []string) bool {
	for _, w := range words {
		_, after, found := strings.Cut(text, w)
		if !found {
			return false
		}
		text = after
	}
	return true
}
