package webarchive

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// told tells which page an archive has, or what is wrong with it.
func told(data []byte, limit int64) (got string, fault error) {
	in := kind.Input{Name: "a.webarchive", Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: limit}}
	in.Inside = func(_ context.Context, in kind.Input) kind.Articles {
		page, err := io.ReadAll(in)
		got, fault = strings.Join([]string{in.Address, in.Type, in.Charset, string(page)}, " "), err
		return func(func(*article.Article, error) bool) {}
	}
	for _, err := range Kind.Open(context.Background(), in) {
		fault = err
	}
	return got, fault
}

// TestOpen reads what Python's plistlib has made, in the form that Safari uses.
func TestOpen(t *testing.T) {
	data, err := os.ReadFile("testdata/page.webarchive")
	if err != nil {
		t.Fatal(err)
	}
	got, err := told(data, 1<<16)
	if want := "https://example.org/rain text/html UTF-8 <html><p>Rain fell in Köln.</p></html>"; err != nil || got != want || !Kind.Begins(data) {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := told(data, 10); err == nil || !strings.Contains(err.Error(), "is larger than") {
		t.Errorf("too large: got %v", err)
	}
	for _, broken := range [][]byte{data[:len(data)/2], data[:20], nil, append(bytes.Clone(data[:len(data)-8]), "\xff\xff\xff\xff\xff\xff\xff\xff"...)} {
		if got, err := told(broken, 1<<16); err == nil || hint.Of(err) == "" {
			t.Errorf("broken: got %q, %v", got, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	data, err := os.ReadFile("testdata/page.webarchive")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = told(data, 1<<16) })
}
