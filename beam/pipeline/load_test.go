package pipeline

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/madeup"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// TestLoad loads a server: it then has what one machine loads.
func TestLoad(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clear(t)
	folder, password := t.TempDir(), filepath.Join(t.TempDir(), "password")
	scatter(t, folder, madeup.World{Articles: 30, People: 10, Statements: 2, Seed: 4}, 3)
	if err := os.WriteFile(password, []byte(server.Password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	config := neo4j.Config{URI: server.URI, User: server.User}
	p, s := beam.NewPipelineWithRoot()
	opt := Options{Inputs: []string{filepath.Join(folder, "*")}, To: "neo4j", Server: Load{config, password}, Workers: 1, MaxBytes: 1 << 20}
	if err := Build(t.Context(), s, opt); err != nil {
		t.Fatal(err)
	}
	if err := ptest.Run(p); err != nil {
		t.Fatal(err)
	}
	got := server.Dump(t)
	if diff := cmp.Diff(loaded(t, server, folder), got); diff != "" {
		t.Errorf("another graph (-one machine +Beam):\n%s", diff)
	}
}

// TestImport imports shards of tables with neo4j-admin: the server then has what
// one machine loads.
func TestImport(t *testing.T) {
	server := neo4jtest.Start(t)
	folder, tables := t.TempDir(), t.TempDir()
	scatter(t, folder, madeup.World{Articles: 60, People: 15, Statements: 3, Seed: 5}, 4)
	want := loaded(t, server, folder)
	onBeamTables(t, folder, tables, 5)
	server.Import(t, tables)
	if diff := cmp.Diff(want, server.Dump(t)); diff != "" {
		t.Errorf("another graph (-one machine +Beam):\n%s", diff)
	}
}

// loaded returns what a server has once one machine has read and loaded a folder.
func loaded(t *testing.T, server *neo4jtest.Server, folder string) string {
	t.Helper()
	server.Clear(t)
	client, err := neo4j.Connect(t.Context(), neo4j.Config{URI: server.URI, User: server.User, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close(t.Context())
	loader := client.Loader()
	lines, _ := onOne(t, folder, "")
	for _, line := range lines {
		var f facts.Article
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		if err := loader.Write(t.Context(), build.Graph(&f)); err != nil {
			t.Fatal(err)
		}
	}
	if err := loader.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return server.Dump(t)
}
