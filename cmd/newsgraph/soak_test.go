package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/internal/madeup"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

var (
	soakFor  = flag.Duration("soak", 40*time.Second, "how long TestSoak goes on")
	soakSeed = flag.Uint64("soak.seed", 1, "what TestSoak chooses by")
)

// The world of the soak is small, so that all meet at the same entities.
const (
	soakWorkers  = 4
	soakFiles    = 4 // of a worker, which alone changes what is in them
	soakArticles = 3 // in a file
	soakVersions = 5
)

// TestSoak has several processes load, replace, remove and compare articles in one
// database, all at once, while they and the server are killed now and then. What
// is there at the end is what one process gives that loads the last versions alone.
func TestSoak(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("skipped: Windows cannot ask a server to stop")
	}
	server := neo4jtest.Start(t)
	server.Clear(t)
	s := newSoak(t, server)
	var done sync.WaitGroup
	end := time.Now().Add(*soakFor)
	for i := range s.workers {
		done.Go(func() { s.workers[i].work(end) })
	}
	s.disturb(t, server, end)
	done.Wait()
	t.Logf("%s", s)
	if t.Failed() {
		return
	}
	got := server.Dump(t)
	s.compare(t)
	server.Clear(t)
	s.loadAlone(t)
	want := server.Dump(t)
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("another graph than that of one load (-want +got):\n%.8000s", diff)
	}
}

// soak is what the workers have in common.
type soak struct {
	workers []*worker
	program string
	dir     string
	env     []string

	mu     sync.Mutex
	counts map[string]int
}

func newSoak(t *testing.T, server *neo4jtest.Server) *soak {
	s := &soak{program: program(t), dir: t.TempDir(), counts: map[string]int{}}
	s.env = append(os.Environ(), "HOME="+s.dir, "NEO4J_URI="+server.URI, "NEO4J_USERNAME="+server.User, "NEO4J_PASSWORD="+server.Password)
	for i := range soakWorkers {
		w := &worker{soak: s, t: t, rng: rand.New(rand.NewPCG(*soakSeed, uint64(i)))}
		for n := range soakFiles {
			w.files = append(w.files, s.write(t, i*soakFiles+n))
		}
		s.workers = append(s.workers, w)
	}
	return s
}

// write writes all versions of a file of facts.
func (s *soak) write(t *testing.T, number int) *soaked {
	f := &soaked{}
	for version := range soakVersions {
		var lines bytes.Buffer
		encoder := json.NewEncoder(&lines)
		encoder.SetEscapeHTML(false)
		for i := range soakArticles {
			world := madeup.World{Articles: soakWorkers * soakFiles * soakArticles, People: 15, Statements: 4, Seed: *soakSeed, Version: version}
			if err := encoder.Encode(madeup.Article(number*soakArticles+i, world)); err != nil {
				t.Fatal(err)
			}
		}
		name := filepath.Join(s.dir, fmt.Sprintf("%d-%d.jsonl", number, version))
		if err := os.WriteFile(name, lines.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		f.versions = append(f.versions, name)
	}
	return f
}

// disturb kills or stops the server now and then, and starts it again.
func (s *soak) disturb(t *testing.T, server *neo4jtest.Server, end time.Time) {
	rng := rand.New(rand.NewPCG(*soakSeed, 99))
	for !t.Failed() {
		pause := time.Duration(8000+rng.IntN(8000)) * time.Millisecond
		if time.Now().Add(pause).After(end) {
			time.Sleep(time.Until(end))
			return
		}
		time.Sleep(pause)
		if s.count("server down")%2 == 1 {
			server.Kill(t)
		} else {
			server.Stop(t)
		}
		time.Sleep(time.Duration(rng.IntN(2000)) * time.Millisecond)
		server.Restart(t)
	}
}

// count counts one more of a kind, and returns how many there are.
func (s *soak) count(what string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counts[what]++
	return s.counts[what]
}

// String says what was done.
func (s *soak) String() string {
	var parts []string
	for what, n := range s.counts {
		parts = append(parts, fmt.Sprintf("%s %d", what, n))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// loadAlone loads the last version of each file.
func (s *soak) loadAlone(t *testing.T) {
	for _, w := range s.workers {
		for _, f := range w.files {
			if f.there {
				if out, err := s.command("ingest", f.last, "--to", "neo4j").CombinedOutput(); err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
			}
		}
	}
}

// compare lets diff say that the database has what was loaded last.
func (s *soak) compare(t *testing.T) {
	for _, w := range s.workers {
		for _, f := range w.files {
			if f.there {
				if out, err := s.command("diff", f.last).CombinedOutput(); err != nil {
					t.Errorf("diff %s: %v\n%s", f.last, err, out)
				}
			}
		}
	}
}

func (s *soak) command(args ...string) *exec.Cmd {
	cmd := exec.Command(s.program, args...)
	cmd.Env, cmd.Dir = s.env, s.dir
	return cmd
}

// soaked is a file of articles, of which there are several versions.
type soaked struct {
	versions []string
	last     string // that was loaded
	there    bool   // in the database
}

// worker changes its files, one after the other.
type worker struct {
	*soak
	t     *testing.T
	rng   *rand.Rand
	files []*soaked
}

func (w *worker) work(end time.Time) {
	for time.Now().Before(end) && !w.t.Failed() {
		f := w.files[w.rng.IntN(len(w.files))]
		version := f.versions[w.rng.IntN(len(f.versions))]
		switch choice := w.rng.IntN(10); {
		case choice < 2 && f.there:
			w.until(f, "remove", f.last)
			f.there = false
		case choice < 4 && f.there:
			w.until(f, "diff", version)
		case choice < 5: // two versions at once, of which either may be the last
			other := f.versions[w.rng.IntN(len(f.versions))]
			var both sync.WaitGroup
			both.Go(func() { w.until(f, "ingest", other, "--to", "neo4j") })
			w.until(f, "ingest", version, "--to", "neo4j")
			both.Wait()
			w.until(f, "ingest", version, "--to", "neo4j")
			f.last, f.there = version, true
		case choice < 6:
			w.killed("ingest", version, "--to", "neo4j")
			fallthrough
		default:
			w.until(f, "ingest", version, "--to", "neo4j")
			f.last, f.there = version, true
		}
	}
}

// killed starts a command and kills it at some moment.
func (w *worker) killed(args ...string) {
	cmd := w.command(args...)
	if err := cmd.Start(); err != nil {
		w.t.Error(err)
		return
	}
	time.Sleep(time.Duration(50+w.rng.IntN(400)) * time.Millisecond)
	_ = cmd.Process.Kill()
	if cmd.Wait() != nil {
		w.count("process killed")
	}
}

// until runs a command until it is done: while there is no server to connect to,
// or where it was gone at each of the driver's tries, a user would do as the hint
// says and try again. Nothing else may fail.
func (w *worker) until(f *soaked, args ...string) {
	for gaveUp := false; !w.t.Failed(); {
		out, err := w.command(args...).CombinedOutput()
		exit, _ := errors.AsType[*exec.ExitError](err)
		switch {
		case err == nil, args[0] == "diff" && exit != nil && exit.ExitCode() == 2 && bytes.Contains(out, []byte("would change")):
			w.count(args[0])
			return
		case bytes.Contains(out, []byte("no server answers")):
			w.count("not reached")
			time.Sleep(200 * time.Millisecond)
		case gaveUp && args[0] == "remove" && bytes.Contains(out, []byte("no such article")):
			return // the server was gone before it could say that it is out
		case bytes.Contains(out, []byte("TransactionExecutionLimit")):
			gaveUp = true
			w.count("given up and run again")
		default:
			w.t.Errorf("newsgraph %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}
