package lexicon

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	got := Parse("# a comment\nred things: rose poppy\n tomato\n\ngreen: leaf\n")
	for set, want := range map[string]string{"red things": "poppy rose tomato", "green": "leaf"} {
		if words := strings.Join(got[set].Words(), " "); words != want {
			t.Errorf("%s: got %s, want %s", set, words, want)
		}
	}
	if got["green"].Has("rose") || !got["red things"].Has("tomato") || (Set{}).Has("rose") {
		t.Error("a word is in the wrong set")
	}
}

func TestClasses(t *testing.T) {
	got := Classes("# a comment\nred things: rose poppy\n\ngreen: leaf rose\n pine\n")
	for word, want := range map[string]string{"rose": "red things", "poppy": "red things", "leaf": "green", "pine": "green", "a": ""} {
		if got[word] != want {
			t.Errorf("%s: got %q, want %q", word, got[word], want)
		}
	}
}

// Every set of the file has its variable, and every variable its set.
func TestSetsAreNamed(t *testing.T) {
	code, err := os.ReadFile("sets.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`sets\["(.+?)"\]`).FindAllSubmatch(code, -1) {
		if name := string(m[1]); len(sets[name].words) == 0 {
			t.Errorf("no words for %q", name)
		} else if used[name] {
			t.Errorf("%q has two variables", name)
		} else {
			used[name] = true
		}
	}
	for name := range sets {
		if !used[name] {
			t.Errorf("nothing uses the words for %q", name)
		}
	}
}

func TestPossessive(t *testing.T) {
	for word, want := range map[string]bool{"'s": true, "’s": true, "s": false, "'": false, "": false} {
		if Possessive(word) != want {
			t.Errorf("%q: want %v", word, want)
		}
	}
}
