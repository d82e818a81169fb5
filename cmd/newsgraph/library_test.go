package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/madeup"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// desk is a folder in which the program runs.
type desk struct {
	testing.TB
	dir string
	env []string
}

func newDesk(t testing.TB, env ...string) desk {
	d := desk{t, t.TempDir(), nil}
	d.env = append(append(os.Environ(), "HOME="+d.dir), env...)
	return d
}

func (d desk) command(args ...string) (*exec.Cmd, *bytes.Buffer) {
	path, err := exec.LookPath("newsgraph")
	if err != nil {
		d.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Dir, cmd.Env, cmd.Stderr = d.dir, d.env, &stderr
	return cmd, &stderr
}

// newsgraph runs the program to its end.
func (d desk) newsgraph(args ...string) string {
	d.Helper()
	cmd, stderr := d.command(args...)
	if err := cmd.Run(); err != nil {
		d.Fatalf("newsgraph %v: %v\n%s", args, err, stderr)
	}
	return stderr.String()
}

// killed runs the program and kills it after that time, if it still runs.
func (d desk) killed(after time.Duration, args ...string) {
	d.Helper()
	cmd, _ := d.command(args...)
	if err := cmd.Start(); err != nil {
		d.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	_ = cmd.Wait()
}

// write writes facts, a line for each article.
func (d desk) write(name string, articles []*facts.Article) {
	d.Helper()
	var out bytes.Buffer
	for _, f := range articles {
		if err := json.NewEncoder(&out).Encode(f); err != nil {
			d.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(d.dir, name), out.Bytes(), 0o600); err != nil {
		d.Fatal(err)
	}
}

// read adds the lines of a file of facts to those that are known, by id.
func (d desk) read(name string, known map[string]string) {
	d.Helper()
	file, err := os.Open(filepath.Join(d.dir, name))
	if os.IsNotExist(err) {
		return
	}
	if err != nil {
		d.Fatal(err)
	}
	defer file.Close()
	for in := bufio.NewReader(file); ; {
		line, err := in.ReadString('\n')
		if err == io.EOF && line == "" {
			return
		}
		var f facts.Article
		if err != nil || json.Unmarshal([]byte(line), &f) != nil {
			d.Fatalf("%s is not whole: %.100q", name, line)
		}
		known[f.ID] = line
	}
}

// parts divides articles at random.
func parts(rng *rand.Rand, articles []*facts.Article, n int) [][]*facts.Article {
	all := make([][]*facts.Article, n)
	for _, i := range rng.Perm(len(articles)) {
		at := rng.IntN(n)
		all[at] = append(all[at], articles[i])
	}
	return all
}

func made(w madeup.World) (all []*facts.Article) {
	for i := range w.Articles {
		all = append(all, madeup.Article(i, w))
	}
	return all
}

// TestKill kills runs with a library at random moments: the next ones complete
// them, in the library and in what is written.
func TestKill(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 15))
	articles := made(madeup.World{Articles: 300, People: 100, Statements: 4, Seed: 15})
	d, got, want := newDesk(t), map[string]string{}, map[string]string{}
	run := func(part int) []string {
		return []string{"ingest", "--library", "news.db", "--to", "json", "-o", "out.jsonl", fmt.Sprintf("%d.jsonl", part)}
	}
	end := time.Now().Add(20 * time.Second)
	all := parts(rng, articles, 6)
	for i, part := range all {
		d.write(fmt.Sprintf("%d.jsonl", i), part)
		for range 4 {
			if time.Now().Before(end) {
				d.killed(time.Duration(rng.IntN(600))*time.Millisecond, run(i)...)
				d.read("out.jsonl", got)
			}
		}
	}
	for i := range all {
		d.newsgraph(run(i)...)
		d.read("out.jsonl", got)
	}
	d.write("all.jsonl", articles)
	d.newsgraph("ingest", "--to", "json", "-o", "one.jsonl", "all.jsonl")
	d.read("one.jsonl", want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("one run, and what the killed ones wrote (-want +got):\n%.2000s", diff)
	}
	exported := map[string]string{}
	d.newsgraph("export", "--library", "news.db", "--to", "json", "-o", "export.jsonl")
	d.read("export.jsonl", exported)
	if diff := cmp.Diff(want, exported); diff != "" {
		t.Errorf("one run, and the library (-want +got):\n%.2000s", diff)
	}
	if entries, err := filepath.Glob(filepath.Join(d.dir, "news.db*")); err != nil || len(entries) != 1 {
		t.Errorf("left are %v", entries)
	}
}

// TestTwoProcesses lets a run wait for another, which waits for its input.
func TestTwoProcesses(t *testing.T) {
	d := newDesk(t, "NEWSGRAPH_LIBRARY_WAIT=300ms")
	d.write("a.jsonl", made(madeup.World{Articles: 5, People: 5, Statements: 1}))
	first, _ := d.command("ingest", "--library", "news.db", "-")
	in, err := first.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	for { // until it holds the library
		if data, err := os.ReadFile(filepath.Join(d.dir, "news.db.lock")); err == nil && len(data) > 0 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	second, stderr := d.command("ingest", "--library", "news.db", "a.jsonl")
	if err := second.Run(); err == nil {
		t.Error("two runs write to one library at a time")
	}
	for _, want := range []string{
		fmt.Sprintf("note: waiting for process %d on ", first.Process.Pid), "(newsgraph ingest, since ", "which writes to news.db, for 300ms at most",
		"error: library news.db: is used by process", "for more than 300ms now", "hint: one run at a time writes to a library",
	} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the second does not say %q:\n%s", want, stderr)
		}
	}
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.Wait()
	in.Close()
	d.newsgraph("ingest", "--library", "news.db", "a.jsonl")
}

// TestServerOrder divides articles into runs with a library in random ways, some
// of them killed, and has some change and some go between: Neo4j has the same in
// the end as after one run over what is left.
func TestServerOrder(t *testing.T) {
	server := neo4jtest.Start(t)
	for round := range 1 {
		rng := rand.New(rand.NewPCG(uint64(round), 15))
		w := madeup.World{Articles: 40, People: 20, Statements: 2, Seed: uint64(20 + round)}
		articles := made(w)
		d := newDesk(t, "NEO4J_URI="+server.URI, "NEO4J_USERNAME="+server.User, "NEO4J_PASSWORD="+server.Password)
		server.Clear(t)
		for i, part := range parts(rng, articles, 3) {
			d.write("part.jsonl", part)
			if i%2 == 1 {
				d.killed(time.Duration(200+rng.IntN(1500))*time.Millisecond, "ingest", "--library", "news.db", "--to", "neo4j", "part.jsonl")
			}
			d.newsgraph("ingest", "--library", "news.db", "--to", "neo4j", "part.jsonl")
		}
		w.Version = 1
		for _, i := range rng.Perm(len(articles))[:6] {
			articles[i] = madeup.Article(i, w)
		}
		d.write("changed.jsonl", articles)
		d.newsgraph("ingest", "--library", "news.db", "--to", "neo4j", "changed.jsonl")
		for range 2 {
			i := rng.IntN(len(articles))
			d.newsgraph("remove", "--library", "news.db", articles[i].ID)
			articles = slices.Delete(articles, i, i+1)
		}
		got := server.Dump(t)
		server.Clear(t)
		d.write("left.jsonl", articles)
		d.newsgraph("ingest", "--to", "neo4j", "left.jsonl")
		if diff := cmp.Diff(server.Dump(t), got); diff != "" {
			t.Fatalf("round %d: one run, and several with a library (-want +got):\n%.3000s", round, diff)
		}
	}
}

// TestManyFiles asserts that files which have not changed are not opened again.
func TestManyFiles(t *testing.T) {
	d := newDesk(t)
	old := time.Now().Add(-time.Hour)
	for i, f := range made(madeup.World{Articles: 400, People: 50, Statements: 1}) {
		name := fmt.Sprintf("%03d.jsonl", i)
		d.write(name, []*facts.Article{f})
		if err := os.Chtimes(filepath.Join(d.dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	d.newsgraph("ingest", "--library", "news.db", "-o", "a.cypher", ".")
	if runtime.GOOS != "windows" && os.Getuid() != 0 { // who may read all files would not notice
		if err := os.Chmod(filepath.Join(d.dir, "007.jsonl"), 0); err != nil {
			t.Fatal(err)
		}
	}
	if told := d.newsgraph("ingest", "--library", "news.db", "-o", "a.cypher", "."); !strings.Contains(told, "known          400, not read again") {
		t.Errorf("the second run says %s", told)
	}
}
