package main

import (
	"bytes"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestMain(m *testing.M) {
	testscript.Main(neo4jtest.M{M: m}, map[string]func(){"newsgraph": main})
}

// commands are what scripts need beside those of testscript.
var commands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"bytes":      writeBytes,
	"fill":       fill,
	"closedpipe": closedPipe,
	"lines":      lines,
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: commands, Setup: func(env *testscript.Env) error {
		env.Setenv("HOME", env.WorkDir)
		return nil
	}})
}

func TestServerScripts(t *testing.T) {
	server := neo4jtest.Start(t)
	testscript.Run(t, testscript.Params{Dir: "testdata/server", Cmds: commands, Setup: func(env *testscript.Env) error {
		server.Clear(t)
		env.Setenv("NEO4J_URI", server.URI)
		env.Setenv("NEO4J_USERNAME", server.User)
		env.Setenv("NEO4J_PASSWORD", server.Password)
		return nil
	}})
}

// writeBytes writes bytes given in hex: bytes FILE HEX.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// fill writes a text of at least that many bytes: fill FILE SIZE.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	sentence := "France said on Monday that it would talk to Germany. "
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(sentence, size/len(sentence)+1)), 0o600))
}

// closedPipe runs newsgraph with a standard output that nobody reads, and
// expects the error that the first argument names.
func closedPipe(ts *testscript.TestScript, _ bool, args []string) {
	r, w, err := os.Pipe()
	ts.Check(err)
	ts.Check(r.Close())
	defer w.Close()
	var stderr bytes.Buffer
	path, err := exec.LookPath("newsgraph")
	if err != nil {
		path = filepath.Join(strings.Split(ts.Getenv("PATH"), string(os.PathListSeparator))[0], "newsgraph")
	}
	cmd := exec.Command(path, args[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.Getenv("WORK"), w, &stderr
	cmd.Env = []string{"HOME=" + ts.Getenv("WORK")}
	if err := cmd.Run(); err == nil {
		ts.Fatalf("newsgraph %v succeeded", args[1:])
	}
	if !strings.Contains(stderr.String(), args[0]) {
		ts.Fatalf("newsgraph %v: want %q in\n%s", args[1:], args[0], stderr.String())
	}
}

// lines expects a file to have so many lines: lines FILE N.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	if n := strings.Count(ts.ReadFile(args[0]), "\n"); strconv.Itoa(n) != args[1] {
		ts.Fatalf("%s has %d lines, want %s", args[0], n, args[1])
	}
}
