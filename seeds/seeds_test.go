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

var update = flag.Bool("update", false, "write the golden graphs anew, and take what is mended out of the lists of misses and inventions")

// The lists of what is known to be wrong; they shrink only.
const (
	knownMisses = "testdata/known-misses.txt"
	knownBeyond = "testdata/known-beyond.txt"
)

// read returns the facts of the samples by name.
func read(t *testing.T) map[string]*facts.Article {
	t.Helper()
	inputs, err := source.FromFS(seeds.FS, "*.txt")
	if err != nil || len(inputs) < 5 {
		t.Fatalf("%d samples, %v", len(inputs), err)
	}
	articles := map[string]*facts.Article{}
	i := 0
	err = ingest.Run(context.Background(), source.All(context.Background(), inputs, source.Options{Limits: source.Limits{Bytes: 1 << 20}}), ingest.Options{Workers: 2}, func(f *facts.Article) error {
		articles[strings.TrimSuffix(inputs[i].Name, ".txt")] = f
		i++
		return nil
	}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// TestGold reports what is found and missed of the gold, which is complete, and
// what is beyond it. A miss or an invention that is not on its list fails, and
// so does one on it that is mended: the lists shrink, and only by -update.
func TestGold(t *testing.T) {
	articles := read(t)
	var missed, beyond []string
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
			t.Logf("%s: %-13s %2d of %2d, %2d beyond", name, row.What, row.Found, row.Of, len(row.Beyond))
			for _, m := range row.Missed {
				missed = append(missed, name+": "+m)
			}
			for _, b := range row.Beyond {
				beyond = append(beyond, name+": "+b)
			}
		}
	}
	compare(t, knownMisses, "missed", missed)
	compare(t, knownBeyond, "beyond the gold", beyond)
}

// compare holds the faults of a kind against the list of those that are known.
func compare(t *testing.T, list, kind string, faults []string) {
	t.Helper()
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, f := range faults {
		if !slices.Contains(known, f) {
			t.Errorf("%s, and not known to be: %s", kind, f)
		}
	}
	mended := slices.DeleteFunc(slices.Clone(known), func(f string) bool { return f == "" || slices.Contains(faults, f) })
	if len(mended) == 0 {
		return
	}
	if !*update {
		t.Errorf("mended, take it off %s with -update:\n%s", list, strings.Join(mended, "\n"))
		return
	}
	left := slices.DeleteFunc(known, func(f string) bool { return slices.Contains(mended, f) })
	if err := os.WriteFile(list, []byte(strings.Join(left, "\n")+"\n"), 0o644); err != nil {
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
