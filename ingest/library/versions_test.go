package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// versioned returns a version of an article: its letter is the text.
func versioned(letter, url string) *article.Article {
	a := article.New(letter)
	a.SetURL(url)
	return a
}

// reads runs versions of articles through a library, and returns which were read
// and which it has then.
func reads(t *testing.T, file string, articles ...*article.Article) (read, has string) {
	t.Helper()
	l := opened(t, file)
	defer l.Close()
	all := func(yield func(*article.Article, error) bool) {
		for _, a := range articles {
			if !yield(a, nil) {
				return
			}
		}
	}
	var found []*article.Article // none is added before all were seen, as in a run of few
	for a := range l.Unread(t.Context(), all) {
		found = append(found, a)
	}
	for _, a := range found {
		read += a.Text
		check(t, l.Add(t.Context(), &facts.Article{ID: a.ID, URL: a.URL, SHA256: a.SHA256, Text: a.Text}))
	}
	_, err := l.Settle(t.Context(), nil, "")
	check(t, err)
	texts, err := column[string](l.ask(t.Context()), "SELECT text FROM articles ORDER BY 1")
	check(t, err)
	return read, strings.Join(texts, "")
}

// TestVersions has runs, each over some versions of two articles: the last stands,
// and is read no more than once.
func TestVersions(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	for i, run := range []struct{ come, read, has string }{
		{"AB", "AB", "B"},
		{"AB", "", "B"},
		{"BA", "A", "A"}, // another order
		{"BA", "", "A"},
		{"A", "", "A"},
		{"B", "B", "B"}, // it goes back to what it was
		{"AxB", "x", "Bx"},
		{"AxC", "C", "Cx"},
		{"ABC", "", "Cx"},
		{"CA", "A", "Ax"},
		{"ADA", "DA", "Ax"},
	} {
		var articles []*article.Article
		for _, letter := range strings.Split(run.come, "") {
			url := "https://example.org/a"
			if letter == "x" {
				url = "https://example.org/x"
			}
			articles = append(articles, versioned(letter, url))
		}
		read, has := reads(t, file, articles...)
		if read != run.read || has != run.has {
			t.Errorf("run %d, of %s: read %q, has %q; want %q, %q", i, run.come, read, has, run.read, run.has)
		}
	}
}

// TestAFileThatIsEdited has the text of a file take the place of the one before,
// where neither has an address, and no other file has it.
func TestAFileThatIsEdited(t *testing.T) {
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "news.db")
	run := func() (texts []string, replaced int) {
		l := opened(t, file)
		defer l.Close()
		found := source.List([]string{dir}, source.Choice{})
		opt := source.Options{Limits: source.Limits{Bytes: 1 << 20}, Around: l.Files(t.Context(), "")}
		for a, err := range l.Unread(t.Context(), source.All(t.Context(), found.Sources, opt)) {
			check(t, err)
			check(t, l.Add(t.Context(), &facts.Article{ID: a.ID, SHA256: a.SHA256, Text: a.Text}))
		}
		_, err := l.Settle(t.Context(), nil, "")
		check(t, err)
		texts, err = column[string](l.ask(t.Context()), "SELECT text FROM articles ORDER BY 1")
		check(t, err)
		return texts, l.Replaced()
	}
	write := func(name, text string, hours int) {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		at := time.Now().Add(time.Duration(hours-10) * time.Hour)
		check(t, os.Chtimes(filepath.Join(dir, name), at, at))
	}
	for i, step := range []struct {
		files    map[string]string
		want     []string
		replaced int
	}{
		{map[string]string{"a.txt": "one", "b.txt": "two", "c.txt": "two"}, []string{"one", "two"}, 0},
		{map[string]string{"a.txt": "one, edited"}, []string{"one, edited", "two"}, 1},
		{map[string]string{"b.txt": "three"}, []string{"one, edited", "three", "two"}, 0}, // c.txt has two still
		{map[string]string{"c.txt": "four"}, []string{"four", "one, edited", "three"}, 1},
	} {
		for name, text := range step.files {
			write(name, text, i)
		}
		texts, replaced := run()
		if diff := cmp.Diff(step.want, texts); diff != "" || replaced != step.replaced {
			t.Errorf("step %d: %d replaced (-want +got):\n%s", i, replaced, diff)
		}
	}
}
