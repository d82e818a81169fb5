package html

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/internal/hint"
)

const paragraph = "<p>Rain fell in the town for days, the mayor said. Nobody was hurt, and the river stayed low.</p>"

// hostile makes pages of a size that ask for more work than they are long: of
// elements in elements, of lists, of what is never closed.
var hostile = map[string]func(size int) string{
	"elements that are values": func(n int) string {
		return strings.Repeat("<div itemprop=author>", 400) + strings.Repeat("x ", n/2)
	},
	"nests of names": func(n int) string {
		return strings.Repeat(strings.Repeat("<b class='x y'>", 50)+"A, b. By May 1."+strings.Repeat("</b>", 50), n/1000)
	},
	"sections":        func(n int) string { return strings.Repeat("<section>", 400) + strings.Repeat("<p>abc, def.", n/12) },
	"bold":            func(n int) string { return strings.Repeat("<b><p>", n/6) },
	"crossed":         func(n int) string { return strings.Repeat("<b><i><u><p>x</b>", n/17) },
	"a list of links": func(n int) string { return "<ul>" + strings.Repeat("<li><a href=x>abc def ghi jkl mno</a>", n/38) },
	"links":           func(n int) string { return strings.Repeat("<p><a href=x>Abc def ghi jkl mno</a>", n/36) },
	"bylines":         func(n int) string { return strings.Repeat("<p class=byline>By Jane Doe", n/26) },
	"dates":           func(n int) string { return strings.Repeat("<p>On 12 May 2021 it rained", n/26) },
	"headings":        func(n int) string { return strings.Repeat("<h1>", n/4) },
	"lines":           func(n int) string { return strings.Repeat("x<br>", n/5) },
	"authors": func(n int) string {
		var b strings.Builder
		for i := range n / 60 {
			fmt.Fprintf(&b, "<meta name=author content='Jane %c%c%c%c Doe'>", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
		}
		return b.String()
	},
}

// TestEffort: the work that a page makes grows as its size does. It is counted
// by what is allocated, which no other program disturbs.
func TestEffort(t *testing.T) {
	work := func(page string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = Parse([]byte("<!DOCTYPE html><html><body>"+strings.Repeat(paragraph, 10)+page), nil)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for name, page := range hostile {
		once, fourfold := work(page(8<<10)), work(page(32<<10))
		if fourfold > 6*once || fourfold > 2000*(32<<10) {
			t.Errorf("%s: 32 KB make %d bytes of work, four times the page %.1f times it", name, fourfold, float64(fourfold)/float64(once))
		}
	}
}

// TestCrooked: what takes too much effort is read plainly, with a note, or not
// at all.
func TestCrooked(t *testing.T) {
	nest := strings.Repeat("<div>", 400) + "x" + strings.Repeat("</div>", 400)
	for times, want := range map[int]string{0: "", 60: "read plainly", 600: "far more elements"} {
		a, err := Parse([]byte("<!DOCTYPE html><html><body><main>"+strings.Repeat(paragraph, 10)+"</main>"+strings.Repeat(nest, times)), nil)
		got := ""
		if err != nil {
			got = err.Error()
			if hint.Of(err) == "" {
				t.Errorf("%v has no hint", err)
			}
		} else if got = strings.Join(a.Notes, " "); !strings.HasPrefix(a.Text, "Rain fell") {
			t.Errorf("%d: the text is %.60q", times, a.Text)
		}
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%d: got %q, want %q", times, got, want)
		}
	}
}
