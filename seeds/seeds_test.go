package seeds_test

import (
	"context"
	"flag"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/gold"
	"github.com/newsgraph/newsgraph/seeds"
)

var update = flag.Bool("update", false, "take what is found now out of the list of known misses")

const knownMisses = "testdata/known-misses.txt"

// read returns the facts of the samples by name.
func read(t *testing.T) map[string]*facts.Article {
	t.Helper()
	inputs, err := source.FromFS(seeds.FS, "*.txt")
	if err != nil || len(inputs) < 5 {
		t.Fatalf("%d samples, %v", len(inputs), err)
	}
	articles := map[string]*facts.Article{}
	i := 0
	err = ingest.Run(context.Background(), inputs, ingest.Options{Workers: 2, MaxBytes: 1 << 20}, func(f *facts.Article) error {
		articles[strings.TrimSuffix(inputs[i].Name, ".txt")] = f
		i++
		return nil
	}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// TestGold reports what is found and missed of the gold. A miss that is not on
// the list of known misses fails, and so does one on it that is found: the list
// shrinks, and only by -update.
func TestGold(t *testing.T) {
	articles := read(t)
	var missed []string
	for _, name := range sortedKeys(articles) {
		data, err := fs.ReadFile(seeds.FS, name+".gold.json")
		if err != nil {
			t.Fatal(err)
		}
		g, err := gold.Parse(data, articles[name].Text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		report := gold.Judge(g, articles[name])
		for _, row := range report.Rows {
			t.Logf("%s: %-13s %2d of %2d", name, row.What, row.Found, row.Of)
			for _, m := range row.Missed {
				missed = append(missed, name+": "+m)
			}
		}
		t.Logf("%s: beyond gold   %2d statements", name, report.Beyond)
	}
	compare(t, missed)
}

func compare(t *testing.T, missed []string) {
	t.Helper()
	data, err := os.ReadFile(knownMisses)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, m := range missed {
		if !slices.Contains(known, m) {
			t.Errorf("missed, and not known to be: %s", m)
		}
	}
	found := slices.DeleteFunc(slices.Clone(known), func(m string) bool { return m == "" || slices.Contains(missed, m) })
	if len(found) == 0 {
		return
	}
	if !*update {
		t.Errorf("found now, take it off the list with -update:\n%s", strings.Join(found, "\n"))
		return
	}
	left := slices.DeleteFunc(known, func(m string) bool { return slices.Contains(found, m) })
	if err := os.WriteFile(knownMisses, []byte(strings.Join(left, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestFactsHoldTogether checks what must be true of the facts of any article.
func TestFactsHoldTogether(t *testing.T) {
	for name, f := range read(t) {
		if err := build.Graph(f).Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		text := []rune(f.Text)
		for _, s := range f.Statements {
			var pieces []string
			for _, span := range s.Spans.Content {
				pieces = append(pieces, string(text[span[0]:span[1]]))
			}
			if want := strings.Join(pieces, " … "); s.Text != want {
				t.Errorf("%s: statement %s is %q, its spans cover %q", name, s.ID, s.Text, want)
			}
		}
	}
}

func sortedKeys(m map[string]*facts.Article) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
