package browser_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/cypher/browser"
	"github.com/newsgraph/newsgraph/graph"
)

// write writes the files and returns their contents by name.
func write(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	if err := browser.Write(dir); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestWriteIsDeterministicAndReplaces(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "dir")
	first := write(t, dir)
	if len(first) != 3 {
		t.Errorf("wrote %d files, want 3", len(first))
	}
	if err := os.WriteFile(filepath.Join(dir, browser.StyleFile), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, write(t, dir)); diff != "" {
		t.Errorf("a second run wrote something else (-first +second):\n%s", diff)
	}
}

func TestWriteFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := browser.Write(file); err == nil || !strings.Contains(err.Error(), "write the files for the Neo4j Browser") {
		t.Errorf("into a file: error %v", err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, browser.StyleFile), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := browser.Write(dir); err == nil {
		t.Error("over a directory: no error")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left %v behind", left)
	}
}

func TestArchiveHoldsTheQueries(t *testing.T) {
	content := write(t, t.TempDir())[browser.QueriesFile]
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f.Name, string(text))
	}
	for _, q := range browser.Queries() {
		want = append(want, q.Folder+"/"+q.File, q.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// longestTitle is what the Browser's drawer shows without cutting it off.
const longestTitle = 27

func TestQueriesAreSavedQueries(t *testing.T) {
	if n := len(browser.Queries()); n != 21 {
		t.Errorf("%d queries, want 21", n)
	}
	form := regexp.MustCompile(`^// [A-Z][^\n]+\n// [A-Z][^\n]+\.\n[A-Z][^;$]+;\n$`)
	titles := map[string]bool{}
	for _, q := range browser.Queries() {
		if !form.MatchString(q.Text) {
			t.Errorf("%s: not a title, a note and one statement without parameters", q.File)
		}
		if len(q.Title) > longestTitle || titles[q.Title] {
			t.Errorf("%s: title %q is too long or not the only one", q.File, q.Title)
		}
		titles[q.Title] = true
	}
}

// rule is a rule of the style.
type rule struct {
	selector string
	props    map[string]string
}

// parseStyle reads the style as the Browser does: properties end with a
// semicolon, have one colon, and quotation marks do not count.
func parseStyle(t *testing.T) []rule {
	t.Helper()
	var rules []rule
	for _, m := range regexp.MustCompile(`(?s)(\S+) \{\n(.*?)\n\}`).FindAllSubmatch(write(t, t.TempDir())[browser.StyleFile], -1) {
		r := rule{string(m[1]), map[string]string{}}
		for line := range strings.Lines(string(m[2]) + "\n") {
			name, value, ok := strings.Cut(strings.TrimSuffix(strings.TrimSpace(line), ";"), ": ")
			if !ok || strings.ContainsAny(value, ":;") {
				t.Errorf("%s: the Browser would not read %q", r.selector, line)
			}
			r.props[name] = strings.Trim(value, `"`)
		}
		rules = append(rules, r)
	}
	return rules
}

func TestStyleCoversTheModel(t *testing.T) {
	known := map[string]map[string]graph.Kind{"node.Entity": {"name": graph.Text}}
	want := []string{"node", "relationship", "node.Entity"}
	for _, label := range graph.Labels {
		known["node."+string(label)] = graph.NodeProps[label]
		want = append(want, "node."+string(label))
	}
	for _, r := range graph.EdgeRules {
		known["relationship."+string(r.Type)] = r.Props
		want = append(want, "relationship."+string(r.Type))
	}
	var got []string
	property := regexp.MustCompile(`\{(\w+)\}`)
	for _, r := range parseStyle(t) {
		got = append(got, r.selector)
		for _, m := range property.FindAllStringSubmatch(r.props["caption"], -1) {
			_, ok := known[r.selector][m[1]]
			if derived := r.selector == "node.Meeting" && m[1] == "name"; !ok && !derived {
				t.Errorf("%s: caption %q names no property", r.selector, r.props["caption"])
			}
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
}

// readable is the contrast that WCAG 2 asks of text at level AA.
const readable = 4.5

func TestCaptionsAreReadable(t *testing.T) {
	colors := map[string]bool{}
	for _, r := range parseStyle(t) {
		if !strings.HasPrefix(r.selector, "node.") {
			continue
		}
		fill := r.props["color"]
		if c := contrast(t, fill, r.props["text-color-internal"]); c < readable {
			t.Errorf("%s: contrast of the caption is %.1f, want %.1f", r.selector, c, readable)
		}
		if colors[fill] {
			t.Errorf("%s: another label has the colour %s too", r.selector, fill)
		}
		colors[fill] = true
	}
}

// contrast returns the contrast ratio of two colours as WCAG 2 defines it.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, color string) (sum float64) {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 24)
	if err != nil {
		t.Fatal(err)
	}
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(n>>(16-8*i)&0xff) / 0xff
		if c <= 0.03928 {
			sum += weight * c / 12.92
		} else {
			sum += weight * math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return sum
}

func TestGuideShowsTheModelAndTheStyle(t *testing.T) {
	guide := string(write(t, t.TempDir())[browser.GuideFile])
	for _, r := range graph.EdgeRules {
		if !strings.Contains(guide, "<td><code>"+string(r.Type)+"</code></td>") {
			t.Errorf("the guide does not name %s", r.Type)
		}
	}
	for _, label := range graph.Labels {
		if !regexp.MustCompile(`background-color: #[0-9A-F]{6}; color: #[0-9A-F]{6}">` + string(label) + `<`).MatchString(guide) {
			t.Errorf("the guide does not show the colour of %s", label)
		}
	}
	if n, want := strings.Count(guide, `<pre class="pre-scrollable code runnable">`), len(browser.Queries()); n != want {
		t.Errorf("the guide shows %d queries, want %d", n, want)
	}
	if external := regexp.MustCompile(`(?:src|href)=`).FindString(guide); external != "" {
		t.Errorf("the guide refers to something outside: %s", external)
	}
}
