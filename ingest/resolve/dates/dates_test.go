package dates

import (
	"fmt"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

func parse(t *testing.T, sentence string) *document.Document {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS FEATS HEAD DEPREL MISC\n# published = 2022-01-26\n# newpar\n" + sentence)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// onFriday is completed by a verb with its features, and its auxiliary.
const onFriday = `They   they   PRON  _ 2 nsubj
%s
on     on     ADP   _ 4 case
Friday Friday PROPN _ 2 obl
%s`

// TestTimesFollowTheirVerb reads Friday in an article of a Wednesday.
func TestTimesFollowTheirVerb(t *testing.T) {
	for _, c := range []struct{ verb, more, want string }{
		{"met meet VERB Tense=Past|VerbForm=Fin 0 root", "", "2022-01-21"},
		{"meet meet VERB VerbForm=Inf 0 root", "will will AUX VerbForm=Fin 2 aux", "2022-01-28"},
		{"meet meet VERB Tense=Pres|VerbForm=Fin 0 root", "", "2022-01-28"},
		{"planned plan VERB Tense=Past|VerbForm=Fin 0 root", "", "2022-01-28"},
	} {
		found := Find(parse(t, fmt.Sprintf(onFriday, c.verb, c.more)))
		if len(found) != 1 || found[0].Value != c.want {
			t.Errorf("%s %s: got %+v, want %s", c.verb, c.more, found, c.want)
		}
	}
}

// TestDates holds what is a date of the calendar and what only looks like one.
func TestDates(t *testing.T) {
	for sentence, want := range map[string]string{
		"in _ ADP\n2014 _ NUM _ 0 root":                                        "2014 year",
		"last _ ADJ\nweek _ NOUN _ 0 root":                                     "2022-01-17 week",
		"June _ PROPN _ 0 root Name=B-PER\nCarter _ PROPN _ 1 flat Name=I-PER": "",
		"USA _ PROPN _ 0 root Name=B-ORG\nToday _ PROPN _ 1 flat Name=I-ORG":   "",
		"for _ ADP\ntwo _ NUM\nyears _ NOUN _ 0 root":                          "",
	} {
		got := ""
		for _, d := range Find(parse(t, sentence)) {
			got += d.Value + " " + string(d.Precision)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", sentence, got, want)
		}
	}
}

func TestTheMostPreciseCounts(t *testing.T) {
	d := parse(t, "last _ ADJ\nweek _ NOUN\n, _ PUNCT\nyesterday _ NOUN _ 0 root")
	found := Find(d)
	if best, ok := In(found, d, document.Range{First: 0, Last: 4}); !ok || best.Value != "2022-01-25" {
		t.Errorf("got %+v of %+v", best, found)
	}
	if best, ok := In(found, d, document.Range{First: 2, Last: 3}); ok {
		t.Errorf("a comma is %+v", best)
	}
}

// TestAhead turns a weekday or month that its tense had pass, and leaves other days.
func TestAhead(t *testing.T) {
	for day, want := range map[string]string{
		"Monday _ PROPN _ 0 root": "2022-01-31", "Wednesday _ PROPN _ 0 root": "2022-01-26", "yesterday _ NOUN _ 0 root": "2022-01-25",
		"in _ ADP\nMay _ PROPN _ 0 root": "2022-05", "last _ ADJ\nMay _ PROPN _ 0 root": "2021-05", "in _ ADP\nMay _ PROPN _ 0 root\n2021 _ NUM _ 2 nmod": "2021-05",
	} {
		d := parse(t, day)
		if got := Ahead(Find(d)[0], d.Article).Value; got != want {
			t.Errorf("%s: got %s, want %s", day, got, want)
		}
	}
}

// TestFits: nothing past is to come, nothing planned is over.
func TestFits(t *testing.T) {
	d := parse(t, "tomorrow _ NOUN _ 0 root\n, _ PUNCT\nyesterday _ NOUN\n, _ PUNCT\nthis _ DET\nweek _ NOUN")
	found := Find(d)
	for status, want := range map[string][3]bool{"past": {false, true, true}, "planned": {true, false, true}, "denied": {true, true, true}} {
		for i, day := range found {
			if Fits(day, status, d.Article) != want[i] {
				t.Errorf("%s on %s: want %v", status, day.Value, want[i])
			}
		}
	}
}
