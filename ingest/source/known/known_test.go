package known_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source/known"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// line returns facts as newsgraph writes them.
func line(t testing.TB, f *facts.Article) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzParse: whatever a line is, it is refused, or it is an article whose facts
// can be written, read again to the same, and made a graph of.
func FuzzParse(f *testing.F) {
	for i := range 6 {
		f.Add(line(f, madeup.Article(i, madeup.World{Articles: 6, People: 4, Statements: i, Seed: 1})))
	}
	for _, broken := range []string{"", "{}", "[]", `{"id":"","sha256":""}`, `{"id":"x","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","text":""}`, "{\"id\":1}", "\xff\xfe", `{"id":"x"} {"id":"y"}`} {
		f.Add([]byte(broken))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := known.Parse(data)
		if err != nil {
			return
		}
		own := a.Facts
		if own == nil || a.Text != own.Text || a.SHA256 != own.SHA256 {
			t.Fatalf("the article is not the one of its facts: %+v", a)
		}
		_ = build.Graph(own).Validate() // which may refuse what is no graph, and must not fail otherwise
		first := line(t, own)
		again, err := known.Parse(first)
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, first)
		}
		if second := line(t, again.Facts); !bytes.Equal(first, second) {
			t.Errorf("another article:\n%s\n%s", first, second)
		}
	})
}
