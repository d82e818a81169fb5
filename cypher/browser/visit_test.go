package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/cypher/browser"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/browsertest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// graphQuery is the query whose picture is looked at.
const graphQuery = "Who said what to whom"

// visit is what testdata/visit.mjs sees in the Browser.
type visit struct {
	Statements map[string]int // of the script, by outcome
	Folders    []struct {
		Name   string
		Titles []string
	}
	Queries map[string]string // what the Browser says of each, by title
	Graph   struct {
		Nodes         []struct{ Fill, Caption string }
		Relationships []string // captions
	}
	Guide []string // queries
}

// TestInTheBrowser does in a real Neo4j Browser what a user does: drops the
// script and runs it, drops the style and the queries, runs every query, looks
// at a graph, opens the guide. With -artifacts it leaves a screenshot.
func TestInTheBrowser(t *testing.T) {
	chromium := browsertest.Find(t)
	server := neo4jtest.Start(t)
	script := samplesScript(t)
	server.Clear(t)
	server.Shell(t, script)
	want := server.Dump(t)
	server.Clear(t)
	seen := look(t, server, chromium, script)
	if diff := cmp.Diff(want, server.Dump(t)); diff != "" {
		t.Errorf("the script makes another graph in the Browser than in cypher-shell (-shell +Browser):\n%s", diff)
	}
	if n := seen.Statements["Status: success"]; n == 0 || len(seen.Statements) > 1 {
		t.Errorf("the script's statements: %v, want only successes", seen.Statements)
	}
	t.Run("favorites", func(t *testing.T) { checkFavorites(t, seen) })
	t.Run("graph", func(t *testing.T) { checkGraph(t, seen) })
	t.Run("guide", func(t *testing.T) {
		var texts []string
		for _, q := range browser.Queries() {
			texts = append(texts, strings.TrimSpace(q.Text))
		}
		if diff := cmp.Diff(texts, seen.Guide); diff != "" {
			t.Errorf("queries of the guide (-want +got):\n%s", diff)
		}
	})
}

func checkFavorites(t *testing.T, seen visit) {
	want, got := map[string][]string{}, map[string][]string{}
	for _, q := range browser.Queries() {
		want[q.Folder] = append(want[q.Folder], q.Title)
		if outcome := seen.Queries[q.Title]; !strings.HasPrefix(outcome, "Displaying ") && !strings.HasPrefix(outcome, "streaming ") {
			t.Errorf("%s: the Browser says %q, want rows or a graph", q.Title, outcome)
		}
	}
	for _, f := range seen.Folders {
		got[f.Name] = f.Titles
	}
	for _, titles := range want {
		slices.Sort(titles) // the Browser does
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("favorites (-want +got):\n%s", diff)
	}
}

func checkGraph(t *testing.T, seen visit) {
	colors := map[string]string{}
	for _, r := range parseStyle(t) {
		if label, ok := strings.CutPrefix(r.selector, "node."); ok {
			colors[r.props["color"]] = label
		}
	}
	count := map[string]int{}
	for _, n := range seen.Graph.Nodes {
		if n.Caption == "" {
			t.Errorf("a node of colour %s has no caption", n.Fill)
		}
		count[colors[n.Fill]]++
	}
	for _, label := range []graph.Label{graph.Person, graph.Country, graph.Statement} {
		if count[string(label)] == 0 {
			t.Errorf("no node has the colour of %s: %v", label, count)
		}
	}
	if n := count[""] + count[string(graph.Entity)]; n > 0 {
		t.Errorf("%d nodes have a colour of no label", n)
	}
	for _, caption := range []string{"made", "to"} {
		if !slices.Contains(seen.Graph.Relationships, caption) {
			t.Errorf("no relationship reads %q: %q", caption, seen.Graph.Relationships)
		}
	}
}

// look runs visit.mjs.
func look(t *testing.T, server *neo4jtest.Server, chromium, script string) (seen visit) {
	t.Helper()
	files := t.TempDir()
	write(t, files)
	scriptFile := filepath.Join(files, "newsgraph.cypher")
	if err := os.WriteFile(scriptFile, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, q := range browser.Queries() {
		folders = append(folders, q.Folder)
	}
	browsertest.Run(t, "testdata/visit.mjs", map[string]any{
		"chromium": chromium, "address": server.HTTPURL, "user": server.User, "password": server.Password,
		"script": scriptFile, "style": filepath.Join(files, browser.StyleFile), "queries": filepath.Join(files, browser.QueriesFile),
		"folders": slices.Compact(folders), "graphQuery": graphQuery, "guide": serve(t, files) + "/" + browser.GuideFile,
		"screenshot": filepath.Join(t.ArtifactDir(), "graph.png"),
	}, &seen)
	return seen
}

// serve serves files to the Browser's pages, which are of another origin, and
// returns an address with the name that the Browser allows.
func serve(t *testing.T, dir string) string {
	t.Helper()
	files := http.FileServer(http.Dir(dir))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Access-Control-Allow-Headers", "*")
		if r.Method != http.MethodOptions {
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
}
