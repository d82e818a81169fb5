package source

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/text"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

func TestListFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.text", "sub/c", ".hidden", ".git/x.txt", "data.png", "x.7Z"} {
		fill(t, filepath.Join(dir, name))
	}
	link(t, dir, filepath.Join(dir, "sub", "loop"))
	link(t, filepath.Join(dir, "b.txt"), filepath.Join(dir, "z.txt"))
	link(t, "nowhere", filepath.Join(dir, "sub", "broken"))
	args := []string{dir, "-", filepath.Join(dir, "none"), "-", filepath.Join(dir, "sub", "..", "b.txt"), filepath.Join(dir, "sub"), "HTTPS://Example.org/a?utm_source=x", "https://example.org/a#b"}
	found := List(args, Choice{Stdin: strings.NewReader("in")})
	if got, want := names(found, dir), "a.text b.txt sub/c standard input HTTPS://Example.org/a?utm_source=x"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if passed := fmt.Sprint(found.Passed); passed != "map[.7z:1 .png:1 hidden:2]" || found.Twice != 5 || len(found.Errs) != 2 {
		t.Errorf("%s passed over, %d twice and %v, want 4, 5 and two errors", passed, found.Twice, found.Errs)
	}
	if got := told(found.Sources[3].Articles(t.Context(), Options{Limits: Limits{Bytes: 10}})); got != "standard input text: in" {
		t.Errorf("standard input: %s", got)
	}
}

// listed tells what would be read of a source.
func listed(t *testing.T, s Source, opt Options) string {
	t.Helper()
	opt.Limits.Bytes = 1 << 20
	var all []string
	for l, err := range s.List(t.Context(), opt) {
		if err != nil {
			all = append(all, err.Error())
			continue
		}
		all = append(all, l.Kind+" "+filepath.Base(l.Name))
	}
	return strings.Join(all, ", ")
}

// TestListInside: what archives and feeds hold is listed, and chosen as in
// folders.
func TestListInside(t *testing.T) {
	page := "<!DOCTYPE html><p>Rain fell."
	inner := sourcetest.Pack(t, zip.Deflate, "c.html", page, "d.txt", "Rain fell.")
	packed := sourcetest.Pack(t, zip.Deflate, "a.txt", "Rain fell.", "old/b.txt", "Rain fell.", "b.html", page, "x.golden", "x", "inner.zip", string(inner), ".hidden", "x")
	feed := `<rss version="2.0"><channel><title>x</title><item><link>https://example.org/a</link></item><item><link>https://example.org/b</link></item></channel></rss>`
	for _, c := range []struct{ name, text, include, exclude, want, passed string }{
		{"a.zip", string(packed), "", "", "text a.zip: a.txt, text b.txt, html a.zip: b.html, html a.zip: inner.zip: c.html, text a.zip: inner.zip: d.txt", "map[.golden:1 hidden:1]"},
		{"a.zip", string(packed), "*.html *.zip", "", "html a.zip: b.html, html a.zip: inner.zip: c.html", "map[hidden:1 not included:4]"},
		{"a.zip", string(packed), "", "old inner.zip", "text a.zip: a.txt, html a.zip: b.html", "map[.golden:1 excluded:2 hidden:1]"},
		{"a.rss", feed, "", "", "web a, web b", "map[]"},
	} {
		passed := map[string]int{}
		opt := Options{Include: strings.Fields(c.include), Exclude: strings.Fields(c.exclude), Passed: func(what string) { passed[what]++ }}
		if got := listed(t, Text(c.name, c.text), opt); got != c.want || fmt.Sprint(passed) != c.passed {
			t.Errorf("%s, include %s, exclude %s: got %s, passed over %v", c.name, c.include, c.exclude, got, passed)
		}
	}
}

// TestStrays: of a folder, files of JSON and tables without an article are
// passed over; those that are named, or have articles too, are told.
func TestStrays(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.json": `{"name": "x"}`, "b.jsonl": "{\"a\": 1}\n{\"a\": 2}\n", "c.csv": "a,b\n1,2\n",
		"d.jsonl": "{\"a\": 1}\n{\"text\": \"Rain fell.\"}\n", "e.txt": "Rain fell.", "f.golden": "Rain fell.", "g.2024": "Rain fell.", "h.xml": "<?xml version=\"1.0\"?><project/>",
		"i.jsonl": strings.Repeat("{\"a\": 1}\n", mostHeld+5),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	passed := map[string]int{}
	opt := Options{Limits: Limits{Bytes: 100}, Passed: func(what string) { passed[what]++ }}
	found := List([]string{dir, filepath.Join(dir, "f.golden")}, Choice{})
	got := strings.ReplaceAll(told(All(t.Context(), found.Sources, opt)), dir+string(filepath.Separator), "")
	want := "read article d.jsonl: line 1: has no text among a\nd.jsonl: line 2 json: Rain fell.\ne.txt text: Rain fell.\ng.2024 text: Rain fell.\nf.golden text: Rain fell."
	if got != want || fmt.Sprint(passed, found.Passed) != "map[.csv without articles:1 .json without articles:1 .jsonl without articles:2 .xml without articles:1] map[.golden:1]" {
		t.Errorf("got %s\npassed over %v and %v", got, passed, found.Passed)
	}
	long := Text("l.jsonl", strings.Repeat("{\"a\": 1}\n", mostHeld+5)+"{\"text\": \"Rain fell.\"}\n")
	long.found = true
	if got := told(All(t.Context(), []Source{long}, opt)); strings.Count(got, "\n") != mostHeld+1 || !strings.HasSuffix(got, "5 more records have no text either\nl.jsonl: line 1006 json: Rain fell.") {
		t.Errorf("of many: got … %s", got[max(0, len(got)-200):])
	}
	if got := told(All(t.Context(), List([]string{filepath.Join(dir, "a.json")}, Choice{}).Sources, opt)); !strings.Contains(got, "has no text among name") {
		t.Errorf("named: got %s", got)
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skip("skipped: no links here")
	}
}

// TestListByContent: what comes from the web, and RTF, is told by its beginning
// whatever the name; what a browser saved with a page is no page.
func TestListByContent(t *testing.T) {
	const page, rtf = "<!DOCTYPE html><p>Rain fell.", `{\rtf1 Rain fell.}`
	files := []string{"a.php", page, "b.aspx", page, "c.doc", rtf, "d.log", "Rain fell.", "e.xlsx", "PK\x03\x04", "talks.html", page, "talks_files/frame.html", page, "other_files/f.html", page}
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, files[i])
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(files[i+1]), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	found := List([]string{dir}, Choice{})
	if got := names(found, dir); got != "a.php b.aspx c.doc other_files/f.html talks.html" || fmt.Sprint(found.Passed) != "map[.log:1 .xlsx:1 parts of saved pages:1]" {
		t.Errorf("got %s, passed over %v", got, found.Passed)
	}
	passed := map[string]int{}
	opt := Options{Passed: func(what string) { passed[what]++ }}
	if got := listed(t, Text("a.zip", string(sourcetest.Pack(t, zip.Deflate, files[:10]...))), opt); got != "html a.zip: a.php, html a.zip: b.aspx, rtf a.zip: c.doc" || fmt.Sprint(passed) != "map[.log:1 .xlsx:1]" {
		t.Errorf("in an archive: got %s, passed over %v", got, passed)
	}
}

// TestListPipe: the end of a pipe, as shells name it for <(…), is a source.
func TestListPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	name := fmt.Sprintf("/dev/fd/%d", r.Fd())
	if _, err := os.Stat(name); err != nil {
		t.Skip("skipped: pipes have no names here")
	}
	go func() { io.WriteString(w, "Rain fell."); w.Close() }()
	found := List([]string{name}, Choice{})
	if got := told(All(t.Context(), found.Sources, Options{Limits: Limits{Bytes: 100}})); got != name+" text: Rain fell." || len(found.Errs) > 0 {
		t.Errorf("got %s, %v", got, found.Errs)
	}
}

// TestListHints: what is not found is told with what may be meant.
func TestListHints(t *testing.T) {
	for arg, want := range map[string]string{
		"none/*.txt": "pattern", "www.example.org/a": "https://", "file:///a.txt": "path", "none.txt": "is the name right?",
	} {
		found := List([]string{arg}, Choice{})
		if len(found.Errs) != 1 || !strings.Contains(hint.Of(found.Errs[0]), want) {
			t.Errorf("%s: got %v, want a hint with %q", arg, found.Errs, want)
		}
	}
}

// names returns the names of what was found, within a folder.
func names(found Found, dir string) string {
	var names []string
	for _, s := range found.Sources {
		names = append(names, strings.TrimPrefix(filepath.ToSlash(s.Name), filepath.ToSlash(dir)+"/"))
	}
	return strings.Join(names, " ")
}

func TestListChooses(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.html", "x/a.txt", "x/y/c.txt", "x/y/d.png", "old/e.txt"} {
		fill(t, filepath.Join(dir, name))
	}
	for _, c := range []struct{ include, exclude, want string }{
		{"*.html", "", "b.html"},
		{"x/**", "", "x/a.txt x/y/c.txt x/y/d.png"},
		{"**/y/*.txt", "", "x/y/c.txt"},
		{"/a.txt", "", "a.txt"},
		{"*.txt", "old/", "a.txt x/a.txt x/y/c.txt"},
		{"?.txt", "x/y", "a.txt old/e.txt x/a.txt"},
	} {
		choice := Choice{Include: strings.Fields(c.include), Exclude: strings.Fields(c.exclude)}
		if got := names(List([]string{dir}, choice), dir); got != c.want {
			t.Errorf("include %s, exclude %s: got %q, want %q", c.include, c.exclude, got, c.want)
		}
	}
	if found := List([]string{dir}, Choice{Include: []string{"[a"}}); len(found.Errs) != 1 || len(found.Sources) > 0 {
		t.Errorf("a broken pattern: got %v", found)
	}
}

func TestAs(t *testing.T) {
	dir := t.TempDir()
	fill(t, filepath.Join(dir, "a.txt"))
	found := List([]string{dir}, Choice{})
	if got := listed(t, found.Sources[0], Options{As: "json"}); got != "json a.txt" {
		t.Errorf("got %s", got)
	}
	as := opener{kinds: []kind.Kind{lines, text.Kind}, as: "lines"}
	got := told(as.inside(t.Context(), kind.Input{Name: "x", Reader: strings.NewReader("One.\nlines\n"), Limits: Limits{Bytes: 100}}, 0))
	if want := "x: One. text: One.\n"; got != want { // what is inside is told by its content
		t.Errorf("got %q, want %q", got, want)
	}
}

// fill writes a file of one letter, and the folders above it.
func fill(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// told tells what articles there are, and what errors stand between them.
func told(articles iter.Seq2[*article.Article, error]) string {
	var all []string
	for a, err := range articles {
		if err != nil {
			all = append(all, err.Error())
		} else {
			all = append(all, a.Origin+" "+a.Kind+": "+a.Slice(a.Body))
		}
	}
	return strings.Join(all, "\n")
}

func TestAll(t *testing.T) {
	sources, err := FromFS(fstest.MapFS{
		"a.txt": {Data: []byte("One.")}, "b.txt": {Data: []byte("\x81")}, "c.txt": {Data: []byte("A headline\n\n")}, "d.txt": {Data: []byte("Two.")},
	}, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	missing := filepath.Join(dir, "none")
	fill(t, missing)
	sources = append(sources, List([]string{dir}, Choice{}).Sources[0], Text("e", "Three."))
	if err := os.Remove(missing); err != nil {
		t.Fatal(err)
	}
	all := All(t.Context(), sources, Options{Limits: Limits{Bytes: 100}})
	want := "a.txt text: One.\nread article b.txt: line 1: byte 0 (0x81) is not UTF-8, nor is the text UTF-16, Windows-1252 or Latin-1\n" +
		"read article c.txt: has front matter or a headline, but no text\nd.txt text: Two.\n" +
		"read article: open " + missing + ": no such file or directory\ne text: Three."
	if got := told(all); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, err := range all {
		if err != nil {
			break // and nothing more is read
		}
	}
}

// lines is a kind of things that contain others: one in each line.
var lines = kind.Kind{
	Name: "lines", Endings: []string{".lines"}, Types: []string{"text/lines"}, Schemes: []string{"lines"},
	Begins: func(head []byte) bool { return strings.HasPrefix(string(head), "lines\n") },
	Open: func(ctx context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) {
			data, err := in.ReadAll()
			if err != nil {
				yield(nil, err)
				return
			}
			for line := range strings.Lines(strings.TrimPrefix(string(data), "lines\n")) {
				inner := kind.Input{Name: in.Name + ": " + strings.TrimSpace(line), Reader: strings.NewReader(line), Limits: in.Limits}
				for a, err := range in.Inside(ctx, inner) {
					if !yield(a, err) {
						return
					}
				}
			}
		}
	},
}

func TestKindsInsideOthers(t *testing.T) {
	in := kind.Input{Name: "x", Reader: strings.NewReader("lines\nOne.\n \nTwo.\n"), Limits: Limits{Bytes: 100}}
	got := told(opener{kinds: []kind.Kind{lines, text.Kind}}.inside(t.Context(), in, 0))
	if want := "x: One. text: One.\n\nread article x: : is empty\nx: Two. text: Two.\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestWhatContainsItselfEnds(t *testing.T) {
	endless := kind.Kind{Name: "endless", Endings: []string{".endless"}, Open: func(ctx context.Context, in kind.Input) kind.Articles {
		return in.Inside(ctx, kind.Input{Name: in.Name, Reader: strings.NewReader("x")})
	}}
	got := told(opener{kinds: []kind.Kind{endless}}.inside(t.Context(), kind.Input{Name: "a.endless", Reader: strings.NewReader("x")}, 0))
	if want := "read article a.endless: lies in more than 8 others"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestArchivedIsTheDateOfLast(t *testing.T) {
	for data, want := range map[string]string{"Text.": "2024-05-31 1", "March 3, 2021\nText.": "2021-03-03 0"} {
		day, _ := article.ParseTime("2024-05-31T23:00:00-05:00")
		in := kind.Input{Name: "x", Reader: strings.NewReader(data), Archived: day, Limits: Limits{Bytes: 100}}
		for a, err := range (opener{kinds: []kind.Kind{text.Kind}}).inside(t.Context(), in, 0) {
			if got := fmt.Sprint(a.Published.Date(), " ", len(a.Notes)); err != nil || got != want {
				t.Errorf("%q: got %s, %q, %v", data, got, a.Notes, err)
			}
		}
	}
}

func TestRecognise(t *testing.T) {
	byName := kind.Kind{Name: "named", Endings: []string{".named"}, Types: []string{"text/named"}}
	kinds := opener{kinds: []kind.Kind{lines, byName, text.Kind}}
	for _, c := range []struct{ name, mediaType, data, want string }{
		{"a.txt", "", "Text.", "text"},
		{"a", "", "Text.", "text"},
		{"a.txt", "", "lines\nText.", "lines"},
		{"a.lines", "text/lines", "Text.", "text"},
		{"A.NAMED", "", "Text.", "named"},
		{"a", "text/named", "Text.", "named"},
	} {
		for _, r := range []io.Reader{strings.NewReader(c.data), io.LimitReader(strings.NewReader(c.data), 100)} {
			k, in, err := kinds.recognise(kind.Input{Name: c.name, Type: c.mediaType, Reader: r})
			if err != nil || k.Name != c.want {
				t.Errorf("%+v: got %s, %v", c, k.Name, err)
			}
			if data, err := io.ReadAll(in.Reader); string(data) != c.data {
				t.Errorf("%+v: reads %q, %v", c, data, err)
			}
		}
	}
	if k, _, err := kinds.recognise(kind.Input{Name: "lines:x"}); err != nil || k.Name != "lines" {
		t.Errorf("an address: got %s, %v", k.Name, err)
	}
	if k, _, err := kinds.recognise(kind.Input{Name: "file:///a.txt"}); err == nil {
		t.Errorf("an address of no kind: got %s", k.Name)
	}
	broken := errors.New("broken")
	if _, _, err := kinds.recognise(kind.Input{Reader: io.MultiReader(strings.NewReader("x"), iotest.ErrReader(broken))}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestKindsAreTold(t *testing.T) {
	names := map[string]bool{}
	for _, k := range Kinds() {
		if k.Name == "" || k.Help == "" || k.Open == nil || names[k.Name] {
			t.Errorf("kind %q lacks something, or stands twice", k.Name)
		}
		names[k.Name] = true
		if i := slices.IndexFunc(k.Endings, func(e string) bool { return !strings.HasPrefix(e, ".") || strings.ToLower(e) != e }); i >= 0 {
			t.Errorf("kind %s has the ending %q", k.Name, k.Endings[i])
		}
	}
}
