package page_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/browsertest"
)

// visit is what testdata/visit.mjs sees in the pages.
type visit struct {
	Requests, Errors []string
	Hostile          struct {
		Ran, Images, Scripts, Links, Refused int
	}
	Landmarks struct {
		Areas, Unlabelled, Headers []string
		Nameless                   int
		Live                       string
	}
	Filtered map[string]string
	Sorted   []struct{ Sort, First string }
	Evidence struct {
		Text, Focused    string
		Marks            []string
		Expanded, Closed int
	}
	Keys struct {
		Tab, Search, Narrowed, Escaped string
		Meetings, Order                []string
	}
	Drawing struct {
		Lines                       []string
		Node, Chosen, Pair, Pressed string
		Fewer                       int
		Closer                      bool
	}
	Time struct {
		Bars   []string
		Chosen struct{ From, To, Focused string }
	}
	Look map[string]string
	Many struct {
		Start, Show, Words, Draw float64
		Rows, Lines              int
		Note, Page, Further      string
		Long                     struct{ Cell, Sentence, High, Wide float64 }
	}
}

// TestInTheBrowser reads pages in a real Chromium: one of everything, and one of
// 2000 statements. With -artifacts it leaves pictures.
func TestInTheBrowser(t *testing.T) {
	config := map[string]string{"chromium": browsertest.Find(t), "pictures": t.ArtifactDir()}
	for name, graphs := range map[string][]*graph.Graph{"handmade": handmade(), "many": append(many(100), boundless())} {
		config[name] = filepath.Join(t.TempDir(), name+".html")
		if err := os.WriteFile(config[name], []byte(written(t, graphs)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var seen visit
	browsertest.Run(t, "testdata/visit.mjs", config, &seen)
	same(t, "what is fetched", seen.Requests, []string{})
	same(t, "errors", seen.Errors, []string{})
	t.Run("nothing runs or leaves", func(t *testing.T) { checkHostile(t, seen) })
	t.Run("landmarks and labels", func(t *testing.T) { checkLandmarks(t, seen) })
	t.Run("filter", func(t *testing.T) { checkFilters(t, seen) })
	t.Run("table", func(t *testing.T) { checkTable(t, seen) })
	t.Run("keys", func(t *testing.T) { checkKeys(t, seen) })
	t.Run("drawing", func(t *testing.T) { checkDrawing(t, seen) })
	t.Run("time", func(t *testing.T) { checkTime(t, seen) })
	t.Run("light and dark", func(t *testing.T) { checkLook(t, seen) })
	t.Run("many", func(t *testing.T) { checkMany(t, seen) })
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func checkHostile(t *testing.T, seen visit) {
	h := seen.Hostile
	if h.Ran != 0 || h.Images != 0 || h.Links != 0 || h.Scripts != 3 || h.Refused < 5 {
		t.Errorf("got %+v", h)
	}
}

func checkLandmarks(t *testing.T, seen visit) {
	l := seen.Landmarks
	same(t, "areas", l.Areas, []string{"header", "search", "main", "footer"})
	same(t, "fields without a label", l.Unlabelled, []string{})
	same(t, "headers", l.Headers, []string{"When", "Who", "Act", "To whom", "Words", "Article", "Sure"})
	if l.Nameless > 0 || l.Live != "polite" {
		t.Errorf("%d buttons without a name, the count is %q", l.Nameless, l.Live)
	}
}

func checkFilters(t *testing.T, seen visit) {
	same(t, "what remains", seen.Filtered, map[string]string{
		"all":     "4 of 4 statements, 1 of 1 meeting",
		"words":   "1 of 4 statements, 1 of 1 meeting",
		"who":     "2 of 4 statements, 1 of 1 meeting",
		"speaker": "1 of 4 statements, 1 of 1 meeting",
		"act":     "1 of 4 statements, 1 of 1 meeting",
		"family":  "2 of 4 statements, 1 of 1 meeting",
		"from":    "2 of 4 statements, 1 of 1 meeting",
		"to":      "2 of 4 statements, 0 of 1 meeting",
		"article": "1 of 4 statements, 1 of 1 meeting",
		"copies":  "5 of 5 statements, 1 of 1 meeting",
		"none":    "0 of 4 statements, 0 of 1 meeting",
	})
}

func checkTable(t *testing.T, seen visit) {
	same(t, "sorts", seen.Sorted, []struct{ Sort, First string }{{"descending", "0.95"}, {"ascending", "0.20"}, {"", "0.40"}})
	e := seen.Evidence
	for _, words := range []string{"He said that the ferry is late.", "The ferry was late, Example, 10 Jan 2026, characters 20 to 30", "Said by\nAnn Roe “he”", "To\nBo Doe “him”", "Iceland (target)", "Roe and Doe talk", "0.95"} {
		if !strings.Contains(e.Text, words) {
			t.Errorf("%q is not in the evidence:\n%s", words, e.Text)
		}
	}
	same(t, "marked", e.Marks, []string{"the ferry is late"})
	if e.Expanded != 1 || e.Closed != 0 || e.Focused != "the ferry is late" {
		t.Errorf("got %+v", e)
	}
}

func checkKeys(t *testing.T, seen visit) {
	k := seen.Keys
	same(t, "meetings", k.Meetings, []string{"Roe and Doe talk"})
	same(t, "order of tabs", k.Order, []string{"look-auto", "words", "who", "role", "act", "from", "from", "from", "from", "to"})
	if !strings.HasPrefix(k.Tab, "Meetings") || k.Search != "words" || k.Narrowed != seen.Filtered["who"] || k.Escaped != seen.Filtered["all"] {
		t.Errorf("got %+v", k)
	}
}

func checkDrawing(t *testing.T, seen visit) {
	d := seen.Drawing
	same(t, "lines", d.Lines, []string{"</script ◆ Ann Roe said", "Ann Roe  Bo Doe met", "Ann Roe ▼ Bo Doe said", "Ann Roe ▼ Iceland said"})
	if d.Node != seen.Filtered["who"] || !strings.Contains(d.Chosen, "Bo Doe") || d.Pair != "1 of 4 statements, 0 of 1 meeting" || d.Pressed != "true" || d.Fewer != 3 || !d.Closer {
		t.Errorf("got %+v", d)
	}
}

func checkTime(t *testing.T, seen visit) {
	if bars := seen.Time.Bars; len(bars) < 3 || bars[0] != "29 Dec 2025: 1 statement, 0 meetings" && bars[0] != "1 Jan 2026: 1 statement, 0 meetings" {
		t.Errorf("bars: %q", bars)
	}
	if c := seen.Time.Chosen; c.From != "2026-01-09" || c.To != "2026-01-09" || c.Focused != "9 Jan 2026: 2 statements, 0 meetings" {
		t.Errorf("chosen: %+v", c)
	}
}

func checkLook(t *testing.T, seen visit) {
	l := seen.Look
	if l["light"] == l["dark"] || l["lightChosen"] != l["light"] || l["darkChosen"] != l["dark"] {
		t.Errorf("got %q", l)
	}
	if !strings.HasPrefix(l["light"], "rgb(248, 247, 243) ") || !strings.HasPrefix(l["dark"], "rgb(20, 23, 27) ") {
		t.Errorf("backgrounds: %q", l)
	}
}

// checkMany: what a reader waits for stays below what is felt as a pause, with room
// for machines that are busy with other tests.
func checkMany(t *testing.T, seen visit) {
	m := seen.Many
	t.Logf("2000 statements: there after %.0f ms; all tables, lists and the timeline in %.0f ms, by words in %.0f ms; arranged in %.0f ms", m.Start, m.Show, m.Words, m.Draw)
	if m.Rows != 50 || m.Lines != 60 || m.Page != "1–50 of 2,001" || m.Further != "51–100 of 2,001" || !strings.HasPrefix(m.Note, "The 60 strongest of ") {
		t.Errorf("got %+v", m)
	}
	if l := m.Long; l.Cell > 500 || l.Sentence < 1_000_000 || l.High > 400 || l.Wide > 0 {
		t.Errorf("a text of a million characters: %+v", l)
	}
	if m.Show > 3000 || m.Words > 3000 || m.Draw > 10_000 || m.Start > 60_000 {
		t.Errorf("slow: %+v", m)
	}
}
