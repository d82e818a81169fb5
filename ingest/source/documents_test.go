package source

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// TestSamplesAsDocuments: a sample is the same article, byte for byte, as a
// document of Word that carries the same properties; so its graph is the same.
func TestSamplesAsDocuments(t *testing.T) {
	_, _, want := sourcetest.Samples(t)
	names, err := filepath.Glob("docx/testdata/samples/*.docx")
	if err != nil || len(names) != len(want) {
		t.Fatal(names, err)
	}
	for i, name := range names {
		for a, err := range (Source{Name: name, open: func() (io.ReadCloser, error) { return os.Open(name) }}).Articles(t.Context(), Options{Limits: Limits{Bytes: 1 << 20}}) {
			if err != nil {
				t.Fatal(err)
			}
			a.Origin, a.Kind = "", ""
			if got, want := fmt.Sprintf("%+v", *a), fmt.Sprintf("%+v", *want[i]); got != want {
				t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
			}
		}
	}
}
