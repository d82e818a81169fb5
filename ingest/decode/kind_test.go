package decode

import (
	"strconv"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// TestKindsAgree decides names by all of their places: each word of a text has
// the odds of a person, a body, a place, something else.
func TestKindsAgree(t *testing.T) {
	person, body, likelyBody, place := odds{0, -9, -9, -9}, odds{-9, 0, -9, -9}, odds{-2, 0, -9, -9}, odds{-9, -9, 0, -9}
	for _, c := range []struct {
		text, want string
		here       []odds
	}{
		{"Opel Opel Opel Opel", "Opel/ORG Opel/ORG Opel/ORG Opel/ORG", []odds{body, {0, -2, -9, -9}, body, body}},
		{"Jane_Doe Doe", "Jane_Doe/PER Doe/PER", []odds{person, likelyBody}},
		{"Edsel_Ford Ford", "Edsel_Ford/PER Ford/ORG", []odds{person, body}},
		{"Ali_al-Doe Al-Doe", "Ali_al-Doe/PER Al-Doe/PER", []odds{person, likelyBody}},
		{"Xi_Jinping Xi", "Xi_Jinping/PER Xi/PER", []odds{person, likelyBody}},
		{"Chicago Chicago", "Chicago/LOC Chicago/ORG", []odds{place, body}}, // the town, and its team
	} {
		d := divided(strings.ReplaceAll(c.text, "_", " "))
		r, at := &reader{document: d, words: d.Words}, 0
		for _, n := range strings.Fields(c.text) {
			last := at + 1 + strings.Count(n, "_")
			d.Names = append(d.Names, d.Named(document.Range{First: at, Last: last}, document.MISC))
			at = last
		}
		r.agree(d.Names, c.here)
		if got := named(d); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestOnePlace decides names that stand nowhere else, in texts of one sentence.
func TestOnePlace(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Doe said on Wednesday that it was late .", "Jane_Doe/PER"},
		{"Merrill Lynch said on Wednesday that it was late .", "Merrill_Lynch/ORG"},
		{"The Irish Republican Army said that it was late .", "Irish_Republican_Army/ORG"},
		{"Al Jazeera reported that it was late .", "Al_Jazeera/ORG"},
	} {
		d := divided(c.text)
		Analyse(d, network.OwnGuide)
		if got := named(d); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestVouched has a name of two words with the relations of a sentence.
func TestVouched(t *testing.T) {
	for _, c := range []struct {
		text          string
		name          int // its first word
		heads         string
		titled, speak bool
	}{
		{"Senator Jane Doe left", 1, "1:compound 3:nsubj 1:flat -1:root", true, false},
		{"Jane Doe , a senator , left", 0, "6:nsubj 0:flat 4:punct 4:det 0:appos 0:punct -1:root", true, false},
		{"The senator , Jane Doe , left", 3, "1:det 6:nsubj 1:punct 1:appos 3:flat 1:punct -1:root", true, false},
		{"Jane Doe said so", 0, "2:nsubj 0:flat -1:root 2:obj", false, true},
		{"Jane Doe ate cake", 0, "2:nsubj 0:flat -1:root 2:obj", false, false},
		{"Roe Doe said so", 0, "2:nsubj 0:flat -1:root 2:obj", false, false}, // no first name
	} {
		d := divided(c.text)
		for i, h := range strings.Fields(c.heads) {
			head, relation, _ := strings.Cut(h, ":")
			d.Words[i].Head, _ = strconv.Atoi(head)
			d.Words[i].Relation = relation
		}
		r := &reader{document: d, words: d.Words}
		n := d.Named(document.Range{First: c.name, Last: c.name + 2}, document.ORG)
		if titled, speaks := r.titled(n), r.speaks(n); titled != c.titled || speaks != c.speak {
			t.Errorf("%s: titled %v, speaks %v; want %v, %v", c.text, titled, speaks, c.titled, c.speak)
		}
	}
}
