package records_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/seeds"
)

// TestSamplesAreTheSame: the samples as lines of JSON and as a table are the
// articles that their text files are.
func TestSamplesAreTheSame(t *testing.T) {
	names, err := fs.Glob(seeds.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var lines, table bytes.Buffer
	encoder, rows := json.NewEncoder(&lines), csv.NewWriter(&table)
	if err := rows.Write([]string{"id", "text"}); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(seeds.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if err := encoder.Encode(map[string]string{"id": name, "text": string(text)}); err != nil {
			t.Fatal(err)
		}
		if err := rows.Write([]string{name, string(text)}); err != nil {
			t.Fatal(err)
		}
	}
	rows.Flush()
	files, err := source.FromFS(seeds.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := read(t, files)
	for name, r := range map[string]io.Reader{"a.jsonl": &lines, "a.csv": &table} {
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, read(t, []source.Source{source.Text(name, string(data))})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// read returns the articles, without what tells where they are from.
func read(t *testing.T, sources []source.Source) (articles []*article.Article) {
	t.Helper()
	for a, err := range source.All(t.Context(), sources, source.Options{Limits: source.Limits{Bytes: 1 << 20}}) {
		if err != nil {
			t.Fatal(err)
		}
		a.Origin, a.Kind = "", ""
		articles = append(articles, a)
	}
	return articles
}
