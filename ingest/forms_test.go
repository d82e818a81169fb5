package ingest_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

var update = flag.Bool("update", false, "take what holds now out of the list of known failures")

const (
	forms         = "testdata/forms/"
	knownFailures = forms + "known-failures.txt"
)

// TestForms reads small articles, each of a form or a construction that is
// easily read wrong, the whole way, and checks all their facts. What is not
// right and not on the list of known failures fails, and so does what is on it
// and right: the list shrinks, by -update only.
func TestForms(t *testing.T) {
	articles := map[string]*facts.Article{}
	archives := formArchives(t)
	var inputs []source.Source
	for _, name := range names(archives) {
		inputs = append(inputs, source.Text(name, part(t, archives[name], name, "article.txt")))
	}
	err := ingest.Run(context.Background(), source.All(context.Background(), inputs, source.Options{Limits: source.Limits{Bytes: 1 << 20}}), ingest.Options{Workers: 2}, func(f *facts.Article) error {
		articles[inputs[len(articles)].Name] = f
		return nil
	}, func(err error) { t.Error(err) })
	if err != nil || t.Failed() {
		t.Fatal(err)
	}
	failed := map[string]string{}
	checks := 0
	for _, name := range names(archives) {
		c := newChecker(articles[name])
		for _, line := range append(strings.Split(strings.TrimSpace(part(t, archives[name], name, "facts")), "\n"), implied...) {
			checks++
			why, err := c.check(line)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, line, err)
			}
			if why != "" {
				failed[name+": "+line] = why
			}
		}
	}
	t.Logf("%d of %d checks hold", checks-len(failed), checks)
	compareFailures(t, failed)
}

// formArchives are the forms by name.
func formArchives(t *testing.T) map[string]*txtar.Archive {
	t.Helper()
	files, err := filepath.Glob(forms + "*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d forms, %v", len(files), err)
	}
	archives := map[string]*txtar.Archive{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archives[strings.TrimSuffix(filepath.Base(file), ".txtar")] = archive
	}
	return archives
}

// part returns a file of an archive.
func part(t *testing.T, a *txtar.Archive, name, file string) string {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == file })
	if i < 0 {
		t.Fatalf("%s has no %s", name, file)
	}
	return string(a.Files[i].Data)
}

func names[T any](m map[string]T) []string {
	var keys []string
	for name := range m {
		keys = append(keys, name)
	}
	slices.Sort(keys)
	return keys
}

func compareFailures(t *testing.T, failed map[string]string) {
	t.Helper()
	data, err := os.ReadFile(knownFailures)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, line := range names(failed) {
		if !slices.Contains(known, line) {
			t.Errorf("%s\n\t%s", line, failed[line])
		}
	}
	left := slices.DeleteFunc(slices.Clone(known), func(line string) bool { return line != "" && failed[line] == "" })
	if len(left) == len(known) {
		return
	}
	if !*update {
		t.Errorf("%d known failures hold now or are no checks, take them off the list with -update:\n%s", len(known)-len(left),
			strings.Join(slices.DeleteFunc(known, func(line string) bool { return slices.Contains(left, line) }), "\n"))
		return
	}
	if err := os.WriteFile(knownFailures, []byte(strings.Join(left, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
