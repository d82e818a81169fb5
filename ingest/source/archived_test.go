package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// same holds articles against those that text files are, whatever they were
// read from.
func same(t *testing.T, what string, archive io.Reader, want []*article.Article) {
	t.Helper()
	s, i := Source{Name: what, open: func() (io.ReadCloser, error) { return io.NopCloser(archive), nil }}, 0
	for a, err := range s.Articles(t.Context(), Options{Limits: Limits{Bytes: 1 << 20}}) {
		if err != nil || i == len(want) {
			t.Fatalf("%s: %v, %v", what, a, err)
		}
		got := *a
		got.Origin, got.Kind = "", ""
		if strings.TrimSpace(got.Text) == strings.TrimSpace(want[i].Text) && got.Body.Start == want[i].Body.Start {
			got.Text, got.SHA256, got.Body = want[i].Text, want[i].SHA256, want[i].Body
		}
		if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", *want[i]) {
			t.Errorf("%s: got %+v\nwant %+v", what, got, *want[i])
		}
		i++
	}
	if i < len(want) {
		t.Errorf("%s: %d of %d", what, i, len(want))
	}
}

// TestSamplesInArchives: a sample is the same article in an archive of the web
// and in a zip.
func TestSamplesInArchives(t *testing.T) {
	_, files, want := sourcetest.Samples(t)
	var warc strings.Builder
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for i, a := range want {
		warc.WriteString(sourcetest.Record(a.URL, sourcetest.Page(a)))
		w, err := z.Create(fmt.Sprintf("%d.txt", i))
		if err == nil {
			_, err = w.Write(files[i])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, "a.warc", strings.NewReader(warc.String()), want)
	same(t, "a.zip", bytes.NewReader(packed.Bytes()), want)
}

func TestPassedInArchives(t *testing.T) {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, name := range []string{"a.txt", "a.PNG", "b/c.png", "b/.git/a.txt", "__MACOSX/._a.txt"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, "Talks began.")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	passed := map[string]int{}
	opt := Options{Limits: Limits{Bytes: 1000}, Passed: func(what string) { passed[what]++ }}
	s := Source{Name: "a.zip", open: func() (io.ReadCloser, error) { return io.NopCloser(&packed), nil }}
	if got := told(s.Articles(t.Context(), opt)); got != "a.zip: a.txt text: Talks began." || fmt.Sprint(passed) != "map[.png:2 hidden:2]" {
		t.Errorf("got %s, passed over %v", got, passed)
	}
}

// TestPagesStream: the memory that a web archive takes does not grow with it.
func TestPagesStream(t *testing.T) {
	_, _, want := sourcetest.Samples(t)
	page, pages := sourcetest.Page(want[0]), 2000
	r, w := io.Pipe()
	go func() {
		defer w.Close()
		for i := range pages {
			if _, err := io.WriteString(w, sourcetest.Record(fmt.Sprintf("https://example.org/%d", i), strings.Replace(page, want[0].URL, fmt.Sprintf("https://example.org/%d", i), 1))); err != nil {
				return
			}
		}
	}()
	s, count, most := Source{Name: "a.warc", open: func() (io.ReadCloser, error) { return r, nil }}, 0, uint64(0)
	for a, err := range s.Articles(t.Context(), Options{Limits: Limits{Bytes: 1 << 20}}) {
		if err != nil || a.URL != fmt.Sprintf("https://example.org/%d", count) {
			t.Fatal(a, err)
		}
		if count++; count%500 == 1 {
			var stats runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&stats)
			most = max(most, stats.HeapAlloc)
		}
	}
	if count != pages || most > 32<<20 {
		t.Errorf("%d pages took %d MiB", count, most>>20)
	}
	t.Logf("%d pages, at most %d MiB", count, most>>20)
}
