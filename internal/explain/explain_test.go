package explain

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	for text, want := range map[string][]string{
		"":                 nil,
		"one":              {"one"},
		"one two three":    {"one two", "three"},
		"abcdefghij":       {"abcdefg", "hij"},
		"a abcdefghij klm": {"a", "abcdefg", "hij klm"},
		"“é” “é” “é”":      {"“é” “é”", "“é”"},
	} {
		if got := wrap(text, 7); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two\u2028three")
	f.Fuzz(func(t *testing.T, text string) {
		lines := wrap(oneLine(text), 10)
		for _, l := range lines {
			if utf8.RuneCountInString(l) > 10 || strings.ContainsAny(l, "\n\r\x1b") {
				t.Errorf("%q has the line %q", text, l)
			}
		}
	})
}

// A line has how probable it is, and which share of the decisions of each rule
// is right.
func TestShares(t *testing.T) {
	for decision, want := range map[string]int{"network: name": 2, "name": 1, "unheard of": 0} {
		l := line{What: "participant"}.by("participant", decision, 0.87)
		if got := l.String(); !strings.HasPrefix(got, "participant — "+decision+", 0.87") || strings.Count(got, "0.")-1 != want {
			t.Errorf("%s: got %s", decision, got)
		}
	}
}
