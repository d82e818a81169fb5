package pipeline

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/csv"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/madeup"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/seeds"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	neo4jtest.Main(m)
}

// onOne returns what one machine makes of files: lines, in the order of their ids.
func onOne(t *testing.T, folder, decided string) (lines []string, g *graph.Graph) {
	t.Helper()
	d, err := identity.Parse(strings.NewReader(decided), "decisions")
	if err != nil {
		t.Fatal(err)
	}
	found := source.List([]string{folder}, source.Choice{})
	articles := source.All(t.Context(), found.Sources, source.Options{Limits: source.Limits{Bytes: 16 << 20}})
	var graphs []*graph.Graph
	_, err = ingest.RunSettled(t.Context(), articles, ingest.Options{Workers: 2}, d, func(f *facts.Article) error {
		line, err := json.Marshal(f)
		lines, graphs = append(lines, string(line)), append(graphs, build.Graph(f))
		return err
	}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines, union(graphs)
}

// onBeam returns what the pipeline makes of them.
func onBeam(t *testing.T, folder string, opt Options) (lines []string, g *graph.Graph) {
	t.Helper()
	opt.To, opt.Inputs, opt.Output, opt.MaxBytes = "json", []string{filepath.Join(folder, "*")}, t.TempDir(), 16<<20
	p, s := beam.NewPipelineWithRoot()
	if err := Build(t.Context(), s, opt); err != nil {
		t.Fatal(err)
	}
	if err := ptest.Run(p); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(opt.Output, "*"))
	if err != nil || len(names) > opt.Shards {
		t.Fatal(names, err)
	}
	var graphs []*graph.Graph
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(text) {
			var f facts.Article
			if err := json.Unmarshal(line, &f); err != nil {
				t.Fatal(err)
			}
			lines, graphs = append(lines, strings.TrimSuffix(string(line), "\n")), append(graphs, build.Graph(&f))
		}
	}
	slices.Sort(lines)
	return lines, union(graphs)
}

func union(graphs []*graph.Graph) *graph.Graph {
	nodes, edges := graph.Union(graphs...)
	return &graph.Graph{Nodes: nodes, Edges: edges}
}

// same holds one against the other, and returns the lines.
func same(t *testing.T, folder string, opt Options) []string {
	t.Helper()
	want, wantGraph := onOne(t, folder, opt.Decided)
	got, gotGraph := onBeam(t, folder, opt)
	if len(want) == 0 || len(got) != len(want) {
		t.Fatalf("%d articles, want %d", len(got), len(want))
	}
	wrong := 0
	for i := range want {
		if got[i] != want[i] {
			if wrong++; wrong < 3 {
				t.Errorf("another article (-want +got):\n%s", cmp.Diff(want[i], got[i]))
			}
		}
	}
	if wrong > 0 {
		t.Fatalf("%d of %d articles are others", wrong, len(want))
	}
	if diff := cmp.Diff(wantGraph, gotGraph); diff != "" {
		t.Errorf("another graph (-want +got):\n%s", diff)
	}
	return got
}

// TestSamples reads the samples.
func TestSamples(t *testing.T) {
	folder := t.TempDir()
	names, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := seeds.FS.ReadFile(filepath.Base(name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, filepath.Base(name)), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	same(t, folder, Options{Shards: 3, Workers: 2})
}

// scatter writes articles as shards, shuffled.
func scatter(t testing.TB, folder string, w madeup.World, shards int) {
	t.Helper()
	files := make([]bytes.Buffer, shards)
	rng := rand.New(rand.NewPCG(w.Seed, 1))
	for _, i := range rng.Perm(w.Articles) {
		if err := json.NewEncoder(&files[rng.IntN(shards)]).Encode(madeup.Article(i, w)); err != nil {
			t.Fatal(err)
		}
	}
	for i := range files {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.jsonl", i)), files[i].Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMadeUp settles facts that are made up; then half of what comes of it, in
// which much refers to what is no longer there.
func TestMadeUp(t *testing.T) {
	folder := t.TempDir()
	scatter(t, folder, madeup.World{Articles: 300, People: 60, Statements: 2, Seed: 1}, 7)
	lines := same(t, folder, Options{Shards: 5, Workers: 1})
	for _, what := range []string{`"before"`, `"copyOf"`} {
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, what) }) {
			t.Errorf("no article has %s: the test shows nothing", what)
		}
	}
	again := t.TempDir()
	put(t, again, "facts.jsonl", lines[:150])
	same(t, again, Options{Shards: 2, Workers: 1})
}

// decided is what a person may decide about those who are made up.
const decided = `same person:anna-bade person:boris-maria-bade
same person:clara-bade person:c-bade
different person:david-maria-dede person:david-dede
different person:kide person:grace-kide in https://example.org/1 https://example.org/2
name person:boris-bade Boris Bade the Elder
wikidata person:boris-bade Q42
`

// TestInTwoSteps settles, by decisions, what an earlier run read.
func TestInTwoSteps(t *testing.T) {
	folder, alone := t.TempDir(), t.TempDir()
	scatter(t, folder, madeup.World{Articles: 100, People: 12, Statements: 1, Seed: 2}, 3)
	read, _ := onBeam(t, folder, Options{Shards: 1, Workers: 1, Alone: true})
	put(t, alone, "facts.jsonl", read)
	want := same(t, folder, Options{Shards: 1, Workers: 1, Decided: decided})
	got, _ := onBeam(t, alone, Options{Shards: 1, Workers: 1, Decided: decided})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("in two steps (-in one +in two):\n%s", diff)
	}
	for _, what := range []string{"the Elder", "Q42"} {
		if !strings.Contains(strings.Join(want, ""), what) {
			t.Errorf("no article has %s: the test shows nothing", what)
		}
	}
}

// TestTables writes tables for neo4j-admin in shards: the same rows as package csv
// writes of what one machine makes.
func TestTables(t *testing.T) {
	folder, got, want := t.TempDir(), t.TempDir(), t.TempDir()
	scatter(t, folder, madeup.World{Articles: 50, People: 20, Statements: 2, Seed: 3}, 3)
	const shards = 4
	onBeamTables(t, folder, got, shards)
	lines, _ := onOne(t, folder, "")
	tables := csv.New(want)
	tables.Schema = cypher.SchemaScript()
	for _, line := range lines {
		var f facts.Article
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		if err := tables.Write(t.Context(), build.Graph(&f)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tables.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	whole, parts := contents(t, want), contents(t, got)
	for _, files := range []map[string][]string{whole, parts} {
		delete(files, "import.sh")
	}
	if n := len(parts["Person"]); n == 0 || len(names(t, got, "Person-0*")) != shards {
		t.Errorf("the rows of %d people stand in %q, want %d shards", n, names(t, got, "Person-0*"), shards)
	}
	if diff := cmp.Diff(whole, parts); diff != "" {
		t.Errorf("other tables (-want +got):\n%s", diff)
	}
}

// onBeamTables has the pipeline write tables.
func onBeamTables(t *testing.T, folder, to string, shards int) {
	t.Helper()
	p, s := beam.NewPipelineWithRoot()
	if err := Build(t.Context(), s, Options{Inputs: []string{filepath.Join(folder, "*")}, To: "csv", Output: to, Shards: shards, Workers: 1, MaxBytes: 1 << 20}); err != nil {
		t.Fatal(err)
	}
	if err := ptest.Run(p); err != nil {
		t.Fatal(err)
	}
}

// part is what the names of the files of a table end with.
var part = regexp.MustCompile(`(-header|-\d+-of-\d+)?\.csv$`)

// contents returns the lines of the files of a folder, those of a table together, sorted.
func contents(t *testing.T, folder string) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	for _, name := range names(t, folder, "*") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		table := part.ReplaceAllString(filepath.Base(name), "")
		files[table] = append(files[table], slices.Collect(strings.Lines(string(text)))...)
		slices.Sort(files[table])
	}
	return files
}

func names(t *testing.T, folder, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	return names
}

// TestStoriesThatDrift has each story copy the one before, but not the one before
// that: which is a copy depends on all before it.
func TestStoriesThatDrift(t *testing.T) {
	folder, rng := t.TempDir(), rand.New(rand.NewPCG(1, 1))
	var words, lines []string
	for range 600 {
		words = append(words, fmt.Sprintf("w%x", rng.IntN(1<<20)))
	}
	for i := range 20 {
		text := strings.Join(words[25*i:25*i+60], " ")
		line, err := json.Marshal(map[string]string{"url": fmt.Sprintf("https://example.org/%d", i), "date": fmt.Sprintf("2024-03-%02d", i+1), "text": text + "."})
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line))
	}
	put(t, folder, "a.jsonl", lines[:10])
	put(t, folder, "b.jsonl", lines[10:])
	got := same(t, folder, Options{Shards: 1, Workers: 1})
	if n := strings.Count(strings.Join(got, ""), `"copyOf"`); n < 8 || n > 12 {
		t.Errorf("%d of 20 are copies: the test shows nothing", n)
	}
}

func put(t *testing.T, folder, name string, lines []string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTheLastVersionCounts(t *testing.T) {
	version := func(shard, at byte, text string) []byte {
		return append([]byte{0, 0, 0, 0, 0, 0, 0, shard, 0, 0, 0, 0, 0, 0, 0, at}, text...)
	}
	all := [][]byte{version(1, 2, "old"), version(2, 1, "new"), version(0, 9, "oldest")}
	next := func(to *[]byte) bool {
		if len(all) == 0 {
			return false
		}
		*to, all = all[0], all[1:]
		return true
	}
	Last{}.ProcessElement("id", next, func(id string, packed []byte) {
		if id != "id" || string(packed) != "new" {
			t.Errorf("got %s of %s", packed, id)
		}
	})
}

func TestNobodyCanBeRead(t *testing.T) {
	_, s := beam.NewPipelineWithRoot()
	if err := Build(t.Context(), s, Options{To: "json", Inputs: []string{filepath.Join(t.TempDir(), "*.warc")}}); err == nil || !strings.Contains(err.Error(), "*.warc") {
		t.Errorf("got %v", err)
	}
}
