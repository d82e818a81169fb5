package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/newsgraph/newsgraph/ingest/source"
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
	"exit":       exitWith,
	"web":        serveWeb,
	"await":      await,
	"pack":       packFolder,
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: commands, Setup: func(env *testscript.Env) error {
		env.Setenv("HOME", env.WorkDir)
		return nil
	}})
}

// TestServerScripts runs the scripts one after the other: they share a database.
func TestServerScripts(t *testing.T) {
	server := neo4jtest.Start(t)
	scripts, err := filepath.Glob("testdata/server/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range scripts {
		t.Run("", func(t *testing.T) { // which ends when the script does
			testscript.Run(t, testscript.Params{Files: []string{script}, Cmds: commands, Setup: func(env *testscript.Env) error {
				server.Clear(t)
				env.Setenv("NEO4J_URI", server.URI)
				env.Setenv("NEO4J_USERNAME", server.User)
				env.Setenv("NEO4J_PASSWORD", server.Password)
				return nil
			}})
		})
	}
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

// packFolder makes a tar archive of a folder: pack FILE DIR.
func packFolder(ts *testscript.TestScript, _ bool, args []string) {
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	archive := tar.NewWriter(file)
	ts.Check(archive.AddFS(os.DirFS(ts.MkAbs(args[1]))))
	ts.Check(archive.Close())
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
	ts.Check(err)
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

// exitWith runs a program and expects its exit code: exit CODE PROGRAM ARGS…
func exitWith(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok || strconv.Itoa(exit.ExitCode()) != args[0] {
		ts.Fatalf("%v: got %v, want the exit code %s", args[1:], err, args[0])
	}
}

// serveWeb serves a folder until the script ends: web DIR. WEB is its address;
// web.log has a line for each answer.
func serveWeb(ts *testscript.TestScript, _ bool, args []string) {
	log, err := os.Create(ts.MkAbs("web.log"))
	ts.Check(err)
	files := http.FileServer(http.Dir(ts.MkAbs(args[0])))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := &answered{w, http.StatusOK}
		if text, err := os.ReadFile(filepath.Join(ts.MkAbs(args[0]), r.URL.Path)); err == nil {
			w.Header().Set("ETag", fmt.Sprintf("%q", fmt.Sprintf("%x", sha256.Sum256(text)))) // the time of a file is too coarse for tests
		}
		files.ServeHTTP(answer, r)
		fmt.Fprintln(log, r.URL.Path, answer.code)
	}))
	ts.Defer(func() { server.Close(); log.Close() })
	ts.Setenv("WEB", server.URL)
}

// answered keeps the code of an answer.
type answered struct {
	http.ResponseWriter
	code int
}

func (a *answered) WriteHeader(code int) {
	a.code = code
	a.ResponseWriter.WriteHeader(code)
}

// await waits until a file has a text: await FILE TEXT.
func await(ts *testscript.TestScript, _ bool, args []string) {
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if data, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && strings.Contains(string(data), args[1]) {
			return
		}
	}
	ts.Fatalf("%s never had %q", args[0], args[1])
}

func TestTheConfigurationNamesEveryFormat(t *testing.T) {
	text, err := os.ReadFile("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.ReplaceAll(string(text), "\n# ", " ")
	for _, f := range formats {
		if !strings.Contains(plain, f.name+" ("+f.help+")") || f.file != "" && !strings.Contains(string(text), f.file) {
			t.Errorf("config.yaml does not say what %s is: %s, %s", f.name, f.help, f.file)
		}
	}
}

func TestTheREADMENamesEveryFormat(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "<!-- formats -->")
	table, _, _ = strings.Cut(table, "\n\n")
	for _, f := range formats {
		if line := fmt.Sprintf("| `%s` | %s", f.name, f.file); !strings.Contains(table, line) || !strings.Contains(table, f.help) {
			t.Errorf("the table of formats does not say what %s is: %s, %s", f.name, f.help, f.file)
		}
	}
}

func TestTheREADMENamesEveryKind(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "<!-- kinds -->")
	table, _, _ = strings.Cut(table, "\n\n")
	for _, name := range source.Names() {
		if !strings.Contains(table, "`"+name+"`") {
			t.Errorf("the table of kinds does not name %s", name)
		}
	}
}

// TestInterrupt sends the signal of Ctrl-C to a command that waits for its
// standard input: it ends, says so, and leaves nothing behind.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("skipped: Windows has no such signal")
	}
	for _, args := range [][]string{{"ingest", "-", "-o", "x.cypher"}, {"extract", "-", "-o", "x.jsonl"}} {
		stdin, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		cmd := exec.Command(program(t), args...)
		var stderr bytes.Buffer
		cmd.Dir, cmd.Stdin, cmd.Stderr = t.TempDir(), stdin, &stderr
		cmd.Env = append(os.Environ(), "HOME="+cmd.Dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for entries := []os.DirEntry(nil); len(entries) == 0; { // until the output is open
			time.Sleep(10 * time.Millisecond)
			if entries, err = os.ReadDir(cmd.Dir); err != nil {
				t.Fatal(err)
			}
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err == nil || !strings.Contains(stderr.String(), "error: interrupted") {
			t.Errorf("newsgraph %v: %v\n%s", args, err, stderr.String())
		}
		if entries, err := os.ReadDir(cmd.Dir); err != nil || len(entries) > 0 {
			t.Errorf("newsgraph %v left %v", args, entries)
		}
	}
}

// program returns the path of the program that testscript runs.
func program(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("newsgraph")
	if err != nil {
		t.Fatal(err)
	}
	return path
}
