// Package neo4jtest gives tests a real Neo4j server:
//
//	func TestMain(m *testing.M) { neo4jtest.Main(m) }
//
//	func TestLoad(t *testing.T) {
//		server := neo4jtest.Start(t)
//		server.Clear(t)
//		server.Shell(t, "CREATE (:Person {id: 'a'});")
//		if diff := cmp.Diff(want, server.Dump(t)); diff != "" { … }
//	}
//
// The server is Neo4j Community from Maven Central, with its Browser and
// cypher-shell. Each test binary has one: it starts when a test first asks for
// it, on free ports of the loopback interface and with a random password, and
// it is killed and its files are removed when the tests have ended. The jars
// stay where Maven keeps them.
//
// It needs Java 17 or later and Maven. Where one is missing, the test is
// skipped; with CI=true it fails.
package neo4jtest

import (
	"os"
	"sync"
	"testing"
)

var shared struct {
	sync.Mutex
	server  *Server
	err     error
	started bool
}

// M is a testing.M whose Run stops the server after the tests, for packages
// that hand their testing.M on:
//
//	testscript.Main(neo4jtest.M{M: m}, commands)
type M struct{ *testing.M }

// Run runs the tests, stops the server and returns the exit code.
func (m M) Run() int {
	defer stop()
	return m.M.Run()
}

// Main runs the tests of a package, stops the server and exits.
func Main(m *testing.M) { os.Exit(M{m}.Run()) }

func stop() {
	shared.Lock()
	defer shared.Unlock()
	if shared.server != nil {
		shared.server.close()
	}
}

// Start returns the server of this test binary, running. The tests of the
// package must run under Main or M.
func Start(t testing.TB) *Server {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if !shared.started {
		tools, err := findTools()
		if err != nil {
			skip(t, err)
		}
		shared.started = true
		shared.server, shared.err = start(tools)
	}
	if shared.err != nil {
		t.Fatalf("neo4jtest: %v", shared.err)
	}
	return shared.server
}

// skip ends a test that lacks its tools.
func skip(t testing.TB, err error) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("neo4jtest: %v", err)
	}
	t.Skipf("skipped, since it needs a Neo4j server: %v", err)
}
