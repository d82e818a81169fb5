package seeds_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/gold"
	"github.com/newsgraph/newsgraph/seeds"
)

// instrument holds facts against gold too, in another language.
const instrument = "../../shared/eval/facts.py"

// TestGoldAsTheInstrument checks that the judge and the instrument print the
// same figures for every sample.
func TestGoldAsTheInstrument(t *testing.T) {
	python, err := exec.LookPath("python3")
	if _, missing := os.Stat(instrument); missing != nil || err != nil {
		t.Skip("skipped: the instrument is not beside this checkout, or there is no python3")
	}
	for name, f := range read(t) {
		t.Run(name, func(t *testing.T) {
			data, err := fs.ReadFile(seeds.FS, name+".gold.json")
			if err != nil {
				t.Fatal(err)
			}
			g, err := gold.Parse(data, f.Text)
			if err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(python, instrument, name+".txt", name+".gold.json", write(t, f)).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if got, want := figures(gold.Judge(g, f)), strings.Join(strings.Fields(string(out)), " "); got != want {
				t.Errorf("the judge says\n%s\nthe instrument\n%s", got, want)
			}
		})
	}
}

// write writes the facts as the instrument reads them and returns the file's name.
func write(t *testing.T, f *facts.Article) string {
	t.Helper()
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "facts.jsonl")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// figures returns a report as the instrument prints it, spaces apart.
func figures(r gold.Report) string {
	var lines []string
	for _, row := range r.Rows {
		lines = append(lines, fmt.Sprintf("%s %d of %d", row.What, row.Found, row.Of))
	}
	return strings.Join(append(lines, fmt.Sprintf("beyond gold %d statements", len(r.Beyond("statements")))), " ")
}
