package pdf

import (
	"bytes"
	"context"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

func readFile(t *testing.T, name string) (*article.Article, error) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return readBytes(t, data)
}

func readBytes(t *testing.T, data []byte) (*article.Article, error) {
	return read(t.Context(), kind.Input{Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 20}})
}

// shingles counts runs of four words.
func shingles(text string) map[string]int {
	words, count := regexp.MustCompile(`[\w'’-]+`).FindAllString(text, -1), map[string]int{}
	for i := range len(words) - 3 {
		count[strings.Join(words[i:i+4], " ")]++
	}
	return count
}

// agree is the F1 of the runs of words in two texts.
func agree(a, b string) float64 {
	inA, inB := shingles(a), shingles(b)
	both, all := 0, 0
	for s, n := range inA {
		both, all = both+min(n, inB[s]), all+n
	}
	for _, n := range inB {
		all += n
	}
	return 2 * float64(both) / float64(all)
}

func TestColumns(t *testing.T) {
	text, err := os.ReadFile("testdata/columns.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"reportlab.pdf": string(text), "chromium.pdf": string(text), "rows.pdf": strings.Join(strings.Split(string(text), "\n\n")[:12], "\n\n")} {
		a, err := readFile(t, name)
		if err != nil {
			t.Fatal(err)
		}
		if share := agree(a.Text, want); share < 0.99 {
			t.Errorf("%s: %.3f of the runs of words are in order:\n%s", name, share, a.Text)
		}
		if got, want := strings.Count(a.Text, "\n\n"), strings.Count(want, "\n\n"); got < want-2 || got > want+4 {
			t.Errorf("%s: %d paragraphs, want %d:\n%s", name, got, want, a.Text)
		}
		if a.Headline != "Stories of winter" || a.Place != "GENEVA" || strings.Contains(a.Text, "Page 1") || name != "rows.pdf" && strings.Join(a.Authors, ",") != "Jane Doe" {
			t.Errorf("%s: %q, %q, %q, page numbers %v", name, a.Headline, a.Authors, a.Place, strings.Contains(a.Text, "Page 1"))
		}
	}
}

func TestRefuses(t *testing.T) {
	good, err := os.ReadFile("testdata/rows.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"locked.pdf": "is encrypted", "scan.pdf": "no words on its pages (1)"} {
		if _, err := readFile(t, name); err == nil || !strings.Contains(err.Error(), want) || hint.Of(err) == "" {
			t.Errorf("%s: got %v, want %q and a hint", name, err, want)
		}
	}
	if _, err := readBytes(t, good[:300]); err == nil || !strings.Contains(err.Error(), "is damaged") || hint.Of(err) == "" {
		t.Errorf("a damaged file: got %v", err)
	}
	if a, err := readFile(t, "open.pdf"); err != nil || !strings.Contains(a.Text, "Rain fell") {
		t.Errorf("a file that anyone may read: got %v, %v", a, err)
	}
	if _, err := read(t.Context(), kind.Input{Reader: bytes.NewReader(good), Limits: kind.Limits{Bytes: 500}}); err == nil || !strings.Contains(err.Error(), "is larger than 500 bytes") {
		t.Errorf("a long text: got %v", err)
	}
}

func TestWhen(t *testing.T) {
	for text, want := range map[string]string{"D:20230314091200+01'00'": "2023-03-14", "D:20230314091200Z00'00'": "2023-03-14", "D:20230314": "2023-03-14", "": "", "today": ""} {
		if got := when(text).Date(); got != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func TestStops(t *testing.T) {
	data, err := os.ReadFile("testdata/rows.pdf")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := read(ctx, kind.Input{Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 20}}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"rows.pdf", "locked.pdf", "scan.pdf"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = read(t.Context(), kind.Input{Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 16}})
	})
}
