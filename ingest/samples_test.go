package ingest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// TestSamplesGiveTheSameFacts: a sample has the same facts, at the same places,
// as a text file, as a page and in an archive of the web.
func TestSamplesGiveTheSameFacts(t *testing.T) {
	_, files, articles := sourcetest.Samples(t)
	for i, a := range articles {
		page, want := sourcetest.Page(a), told(t, source.Text("a.txt", string(files[i])))
		for name, form := range map[string]string{"a.html": page, "a.warc": sourcetest.Record(a.URL, page)} {
			if diff := cmp.Diff(want, told(t, source.Text(name, form))); diff != "" {
				t.Errorf("%s as %s (-text +%s):\n%s", a.URL, name, name, diff)
			}
		}
	}
}

// told returns the facts of a source's only article. How its text ends is no fact.
func told(t *testing.T, s source.Source) (told *facts.Article) {
	t.Helper()
	articles := source.All(t.Context(), []source.Source{s}, source.Options{Limits: source.Limits{Bytes: 1 << 20}})
	err := ingest.Run(t.Context(), articles, ingest.Options{Workers: 1}, func(f *facts.Article) error {
		f.Text, f.SHA256 = "", ""
		told = f
		return nil
	}, func(err error) { t.Error(err) })
	if err != nil || told == nil || len(told.Statements) == 0 {
		t.Fatalf("%s: %+v, %v", s.Name, told, err)
	}
	return told
}
