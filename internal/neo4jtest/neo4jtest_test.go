package neo4jtest

import (
	"strings"
	"testing"
)

func TestMain(m *testing.M) { Main(m) }

func TestShellDumpClear(t *testing.T) {
	s := Start(t)
	s.Clear(t)
	s.Shell(t, `CREATE (:B:A {id: 'ä\n', n: 1, f: 1.0, ok: true, list: ['x', 'y'], day: date('2024-02-29')})-[:T {k: 'v'}]->(:C {id: 'c'});`)
	want := `(:A:B {day: date(2024-02-29), f: float64(1), id: "ä\n", list: ["x", "y"], n: int64(1), ok: bool(true)})
(:C {id: "c"})
(:A:B "ä\n")-[:T {k: "v"}]->(:C "c")
`
	if got := s.Dump(t); got != want {
		t.Errorf("dump\n%swant\n%s", got, want)
	}
	s.Clear(t)
	if got := s.Dump(t); got != "" {
		t.Errorf("after Clear there is\n%s", got)
	}
}

func TestRestartKeepsData(t *testing.T) {
	s := Start(t)
	s.Clear(t)
	s.Query(t, "CREATE (:A {id: $id})", map[string]any{"id": "kept"})
	s.Restart(t)
	if got, want := s.Dump(t), "(:A {id: \"kept\"})\n"; got != want {
		t.Errorf("after a restart there is %q, want %q", got, want)
	}
}

func TestJavaMajor(t *testing.T) {
	for output, want := range map[string]int{
		`openjdk version "17.0.15" 2025-04-15`: 17,
		`java version "1.8.0_292"`:             1,
		`openjdk version "25-ea" 2025-09-16`:   25,
		"no such thing":                        0,
	} {
		if got := javaMajor(output); got != want {
			t.Errorf("javaMajor(%q) = %d, want %d", output, got, want)
		}
	}
}

func TestWithShellNeedsTheServer(t *testing.T) {
	if _, err := withShell("/m2/other.jar", "5.26.30"); err == nil || !strings.Contains(err.Error(), "neo4j-5.26.30.jar") {
		t.Errorf("without the server's jar: %v", err)
	}
}
