package neo4j

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/csv"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// TestImportGivesTheGraphOfTheDriver imports the tables of package csv with
// neo4j-admin.
func TestImportGivesTheGraphOfTheDriver(t *testing.T) {
	server := neo4jtest.Start(t)
	graphs := append(generate(40, 1), hostileGraphs()...)
	server.Clear(t)
	client := connectTo(t, server)
	load(t, client, graphs, maxRows)
	want := server.Dump(t)
	folder := tablesOf(t, graphs)
	server.Import(t, folder)
	same(t, "neo4j-admin database import", want, server.Dump(t))
	server.ShellFile(t, filepath.Join(folder, "schema.cypher"))
	if again := load(t, connectTo(t, server), graphs, maxRows); again != (Counts{}) {
		t.Errorf("the driver after the import changed %v, want nothing", again)
	}
}

func tablesOf(t testing.TB, graphs []*graph.Graph) (folder string) {
	t.Helper()
	folder = t.TempDir()
	w := csv.New(folder)
	w.Schema = cypher.SchemaScript()
	for _, g := range graphs {
		if err := w.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "Statement.csv")); err != nil {
		t.Fatal(err)
	}
	return folder
}
