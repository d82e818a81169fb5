package csv

import (
	"encoding/csv"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/graphtest"
)

func write(t *testing.T, graphs ...*graph.Graph) (folder string) {
	t.Helper()
	folder = t.TempDir()
	w := New(folder)
	w.Schema = "RETURN 1;\n"
	for _, g := range graphs {
		if err := w.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return folder
}

func read(t *testing.T, folder, name string) (rows [][]string) {
	t.Helper()
	file, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if rows, err = csv.NewReader(file).ReadAll(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

func TestTables(t *testing.T) {
	folder := write(t, graphtest.Talks()...)
	for name, want := range map[string]string{
		"Person.csv":                        "id:ID(Entity) alternateNames:string[] gender:string name:string wikidataId:string",
		"Meeting.csv":                       "id:ID(Meeting) confidence:double date:date datePrecision:string dateText:string mode:string name:string status:string venue:string",
		"Entity-HOLDS_POSITION-Entity.csv":  ":START_ID(Entity) :END_ID(Entity) asOf:date confidence:double confidences:double[] evidence:string[] former:boolean title:string",
		"Statement-WITHIN-Statement.csv":    ":START_ID(Statement) :END_ID(Statement)",
		"Meeting-REPORTED_IN-Article.csv":   ":START_ID(Meeting) :END_ID(Article) confidence:double dateText:string end:long mode:string name:string sentence:string start:long status:string venue:string",
		"Statement-REPORTED_IN-Article.csv": ":START_ID(Statement) :END_ID(Article) confidence:double dateText:string end:long mode:string name:string sentence:string start:long status:string venue:string",
	} {
		rows := read(t, folder, name)
		if got := strings.Join(rows[0], " "); got != want {
			t.Errorf("%s has the header\n%s, want\n%s", name, got, want)
		}
	}
	for _, row := range read(t, folder, "Person.csv") {
		if row[0] == "person:ann-lee" && (row[3] != graphtest.Hostile && row[3] != "Ann M. Lee" || !strings.Contains(row[1], "Lee"+between)) {
			t.Errorf("Ann Lee is %q", row)
		}
	}
}

// TestRowsAreThoseOfTheUnion counts what several articles tell once.
func TestRowsAreThoseOfTheUnion(t *testing.T) {
	graphs := graphtest.Talks()
	nodes, edges := graph.Union(graphs...)
	folder := write(t, append(graphs, graphs[0])...) // one of them twice
	got := map[bool]int{}
	files, _ := filepath.Glob(filepath.Join(folder, "*.csv"))
	for _, file := range files {
		got[strings.Contains(filepath.Base(file), "-")] += len(read(t, folder, filepath.Base(file))) - 1
	}
	if got[false] != len(nodes) || got[true] != len(edges) {
		t.Errorf("%d nodes and %d relationships, want %d and %d", got[false], got[true], len(nodes), len(edges))
	}
}

func TestTheFirstOfACopyIsThere(t *testing.T) {
	folder := write(t, graphtest.Talks()[1])
	if rows := read(t, folder, "Article.csv"); len(rows) != 3 || rows[2][0] != "https://example.org/talks?a=1&b=2" {
		t.Errorf("the articles are %q", rows)
	}
}

func TestImportNamesEveryTable(t *testing.T) {
	folder := write(t, graphtest.Talks()...)
	script, err := os.ReadFile(filepath.Join(folder, "import.sh"))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.csv"))
	for _, file := range files {
		if name := filepath.Base(file); strings.Count(string(script), "="+name+"'") != 1 {
			t.Errorf("import.sh does not name %s once", name)
		}
	}
	for _, want := range []string{"'--nodes=Entity:Person=Person.csv' \\\n", "--nodes=Statement=Statement.csv", "--relationships=MADE=Entity-MADE-Statement.csv"} {
		if !strings.Contains(string(script), want) {
			t.Errorf("import.sh lacks %s:\n%s", want, script)
		}
	}
	info, err := os.Stat(filepath.Join(folder, "import.sh"))
	if err != nil || runtime.GOOS != "windows" && info.Mode()&0o111 == 0 {
		t.Errorf("import.sh can't be run: %v, %v", info, err)
	}
}

// TestPartsAreTheWhole writes the same articles in parts.
func TestPartsAreTheWhole(t *testing.T) {
	const parts = 3
	graphs, folder := graphtest.Talks(), t.TempDir()
	of := func(ref graph.Ref) int { return len(ref.ID) % parts }
	tables := map[string]bool{}
	for part := range parts {
		w := NewPart(inFolder(folder), part, parts)
		for _, g := range graphs {
			if divided := graph.Divide(g, of)[part]; divided != nil {
				w.Gather(divided)
			}
			if of(g.Article) == part {
				if err := w.Own(g); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, name := range w.Tables() {
			tables[name] = true
		}
	}
	if err := Finish(inFolder(folder), slices.Collect(maps.Keys(tables)), parts, "RETURN 1;\n"); err != nil {
		t.Fatal(err)
	}
	whole := write(t, graphs...)
	for name := range tables {
		want, got := read(t, whole, name+".csv"), read(t, folder, name+"-header.csv")
		files, _ := filepath.Glob(filepath.Join(folder, name+"-0*.csv"))
		for _, file := range files {
			got = append(got, read(t, folder, filepath.Base(file))...)
		}
		slices.SortFunc(want[1:], slices.Compare)
		slices.SortFunc(got[1:], slices.Compare)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-whole +parts):\n%s", name, diff)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(whole, "*.csv")); len(files) != len(tables) {
		t.Errorf("%d tables, want %d", len(tables), len(files))
	}
}

func TestTwoVersionsAreRefused(t *testing.T) {
	graphs := graphtest.Talks()
	other := *graphs[0]
	other.Nodes = append([]graph.Node{}, graphs[0].Nodes...)
	for i, n := range other.Nodes {
		if n.Ref == other.Article {
			other.Nodes[i].Props = graph.Props{graph.FactsSHA256: "another"}
		}
	}
	w := New(t.TempDir())
	if err := w.Write(t.Context(), graphs[0]); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(t.Context(), &other); !errors.Is(err, ErrVersions) {
		t.Errorf("got %v", err)
	}
}
