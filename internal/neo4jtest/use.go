package neo4jtest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Query runs a statement and returns the values of its records, as the driver
// gives them. Connections that a restart broke are replaced.
func (s *Server) Query(t testing.TB, cypher string, params map[string]any) [][]any {
	t.Helper()
	rows, err := s.run(context.Background(), cypher, params)
	if err != nil {
		t.Fatalf("neo4jtest: %v\n%s", err, cypher)
	}
	return rows
}

func (s *Server) run(ctx context.Context, cypher string, params map[string]any) ([][]any, error) {
	result, err := neo4j.ExecuteQuery(ctx, s.driver, cypher, params, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		return nil, err
	}
	var rows [][]any
	for _, record := range result.Records {
		rows = append(rows, record.Values)
	}
	return rows, nil
}

// Clear removes all nodes and relationships. Constraints and indexes stay.
func (s *Server) Clear(t testing.TB) {
	t.Helper()
	const batch = 5000
	for _, cypher := range []string{
		"MATCH ()-[r]->() WITH r LIMIT $batch DELETE r RETURN count(*)",
		"MATCH (n) WITH n LIMIT $batch DELETE n RETURN count(*)",
	} {
		for s.Query(t, cypher, map[string]any{"batch": batch})[0][0] == int64(batch) {
		}
	}
}

// Shell runs a script through cypher-shell as a user would, from a file, and
// returns what it prints. The test fails if a statement does.
func (s *Server) Shell(t testing.TB, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "script.cypher")
	if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	return s.ShellFile(t, path)
}

// ShellFile is Shell for a script that stands in a file. cypher-shell reads the whole
// file before it runs anything, so that long scripts want much memory.
func (s *Server) ShellFile(t testing.TB, path string) string {
	t.Helper()
	cmd, err := s.java("shell", "-Xmx6g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "org.neo4j.shell.Main",
		"--address", s.URI, "--database", "neo4j", "--format", "plain", "--non-interactive", "--fail-fast", "--file", path)
	if err != nil {
		t.Fatalf("neo4jtest: %v", err)
	}
	cmd.Env = append(os.Environ(), "NEO4J_USERNAME="+s.User, "NEO4J_PASSWORD="+s.Password)
	output, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("neo4jtest: cypher-shell: %v\n%s", err, output)
	}
	return string(output)
}
