package ingest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/ingest/source/known"
)

// settled returns the lines of facts that a run over sources writes, and its
// faults.
func settled(t *testing.T, sources []source.Source, d *identity.Decisions) (written []string, faults []string) {
	t.Helper()
	articles := source.All(t.Context(), sources, source.Options{Limits: source.Limits{Bytes: 1 << 20}})
	_, err := ingest.RunSettled(t.Context(), articles, ingest.Options{Workers: 2}, d, func(f *facts.Article) error {
		line, err := json.Marshal(f)
		written = append(written, string(line))
		return err
	}, func(err error) { faults = append(faults, err.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	return written, faults
}

// tellingsFrom returns the tellings as sources, from one to another.
func tellingsFrom(first, last int) (sources []source.Source) {
	for i, text := range tellings[first:last] {
		name := fmt.Sprint(first + i)
		sources = append(sources, source.Text(name, "---\nurl: https://example.org/"+name+"\ndate: 2022-01-22\n---\n\n"+text))
	}
	return sources
}

// TestFactsAreASource: the facts of two days, each settled by itself, give what
// the texts of both give.
func TestFactsAreASource(t *testing.T) {
	decisions, err := identity.Parse(strings.NewReader("same person:jane-doe person:doe\nname person:jane-doe Jane A. Doe\nwikidata person:michael-brown Q42\n"), "x")
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*identity.Decisions{"no decisions": nil, "decisions": decisions} {
		want, _ := settled(t, tellingsFrom(0, 4), d)
		var days []source.Source
		for _, day := range [][2]int{{0, 1}, {1, 4}} {
			lines, _ := settled(t, tellingsFrom(day[0], day[1]), d)
			days = append(days, source.Text("day.jsonl", strings.Join(lines, "\n")))
		}
		got, faults := settled(t, days, d)
		if diff := cmp.Diff(want, got); diff != "" || len(faults) > 0 {
			t.Errorf("%s: %v\n%s", name, faults, diff)
		}
		if !slices.ContainsFunc(want, func(line string) bool { return strings.Contains(line, `"before"`) }) {
			t.Errorf("%s: nothing was settled: the test shows nothing", name)
		}
	}
}

func TestDamagedFacts(t *testing.T) {
	lines, _ := settled(t, tellingsFrom(0, 3), nil)
	damaged := []string{
		lines[0],
		lines[1][:len(lines[1])/2],
		strings.Replace(lines[1], "Michael", "Mickael", 1),
		`{"text":"An article of another program."}`,
		strings.Replace(lines[1], `"act":"`, `"act":"NO`, 1),
		strings.Replace(lines[1], `"id":`, `"new":1,"id":`, 1),
		"",
		lines[2],
	}
	got, faults := settled(t, []source.Source{source.Text("day", strings.Join(damaged, "\n"))}, nil)
	if len(got) != 2 || len(faults) != 5 {
		t.Fatalf("%d articles, want 2, and %q", len(got), faults)
	}
	for i, want := range []string{
		"read article day: line 2: is no line of facts", "read article day: line 3: its facts are damaged", "read article day: line 4: is no line of facts",
		"read article day: line 5: its facts contradict themselves", "read article day: line 6: is no line of facts",
	} {
		if !strings.HasPrefix(faults[i], want) {
			t.Errorf("got %q, want %q", faults[i], want)
		}
	}
}

// FuzzKnown: no line of facts that is accepted breaks what follows.
func FuzzKnown(f *testing.F) {
	articles := source.All(f.Context(), tellingsFrom(0, 2), source.Options{Limits: source.Limits{Bytes: 1 << 20}})
	err := ingest.Run(f.Context(), articles, ingest.Options{Workers: 1}, func(a *facts.Article) error {
		line, err := json.Marshal(a)
		f.Add(line)
		return err
	}, func(error) {})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := known.Parse(bytes.TrimSpace(line))
		if err != nil {
			return
		}
		if build.Graph(a.Facts).Validate() == nil {
			register := identity.New(nil)
			register.Add(a.Facts)
			register.Settle().Apply(a.Facts)
			build.Graph(a.Facts)
		}
	})
}
