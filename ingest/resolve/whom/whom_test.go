package whom

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// parsed reads lines of FORM UPOS HEAD DEPREL MISC.
func parsed(t *testing.T, lines string) (*document.Document, *who.Cast) {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM UPOS HEAD DEPREL MISC\n# newdoc id = test\n# newpar\n" + lines + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return d, who.Find(d)
}

// find returns the words that the phrase has in the document, the last such.
func find(t *testing.T, d *document.Document, phrase string) document.Range {
	t.Helper()
	words := strings.Fields(phrase)
	for first := len(d.Words) - len(words); first >= 0; first-- {
		r := document.Range{First: first, Last: first + len(words)}
		if slices.Equal(texts(d, r), words) {
			return r
		}
	}
	t.Fatalf("%q is not in the document", phrase)
	return document.Range{}
}

const talks = `Russian ADJ  3 amod Name=B-MISC
Foreign ADJ  3 amod _
Minister NOUN 6 nsubj _
Sergei  PROPN 3 flat Name=B-PER
Lavrov  PROPN 4 flat Name=I-PER
met     VERB 0 root _
Hillary PROPN 6 obj Name=B-PER
Clinton PROPN 7 flat Name=I-PER
in      ADP 10 case _
Geneva  PROPN 6 obl Name=B-LOC
.       PUNCT 6 punct _

Lavrov  PROPN 2 nsubj Name=B-PER
praised VERB 0 root _
Nepal   PROPN 4 compound Name=B-LOC
army    NOUN 2 obj _
,       PUNCT 7 punct _
he      PRON 7 nsubj _
said    VERB 2 parataxis _
.       PUNCT 2 punct _

A       DET 3 det _
U.S.    PROPN 3 compound Name=B-LOC
official NOUN 4 nsubj _
agreed  VERB 0 root _
.       PUNCT 4 punct _

Lavrov  PROPN 4 nsubj Name=B-PER
and     CCONJ 3 cc _
Clinton PROPN 1 conj Name=B-PER
left    VERB 0 root _
.       PUNCT 4 punct _
`

func TestOf(t *testing.T) {
	for _, c := range []struct {
		phrase string
		want   string
	}{
		{"Russian Foreign Minister Sergei Lavrov", "Sergei Lavrov"},
		{"Lavrov", "Sergei Lavrov"},
		{"Hillary Clinton", "Hillary Clinton"},
		{"Nepal army", "Nepal army"},
		{"he", "Sergei Lavrov"},
		{"A U.S. official", ""},
		{"Lavrov and Clinton", "Sergei Lavrov, Hillary Clinton"},
	} {
		d, cast := parsed(t, talks)
		ref := New(d, cast).Of(find(t, d, c.phrase), Scene{Role: document.Source})
		var names []string
		for _, e := range ref.Entities {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, ", "); got != c.want {
			t.Errorf("%q means %q (%s, %.2f), want %q", c.phrase, got, ref.Rule, ref.Confidence, c.want)
		}
	}
}

// A country's body that is named is no other country's, whoever spoke before.
func TestBodiesOfCountries(t *testing.T) {
	d, cast := parsed(t, `# global.columns = FORM UPOS HEAD DEPREL MISC
# newpar
The     DET  3 det _
French  ADJ  3 amod Name=B-MISC
army    NOUN 4 nsubj Frame=1:statement|Role=1:source
said    VERB 0 root _
so      ADV  4 advmod _
.       PUNCT 4 punct _

The     DET  3 det _
German  ADJ  3 amod Name=B-MISC
army    NOUN 4 nsubj _
said    VERB 0 root _
no      ADV  4 advmod _
.       PUNCT 4 punct _
`)
	last := New(d, cast).Of(find(t, d, "French army"), Scene{Role: document.Source})
	ref := New(d, cast).Of(find(t, d, "German army"), Scene{Role: document.Source, Last: last.Entities})
	if e := ref.One(); e == nil || e.Name != "German army" {
		t.Errorf("the German army is %v, by %s", e, ref.Rule.Name)
	}
}

// A government with a country's name is that country's, and a ministry of one country
// no ministry of another.
func TestGovernmentsOfCountries(t *testing.T) {
	d, cast := parsed(t, `# global.columns = FORM UPOS HEAD DEPREL MISC
# newpar
Chile    PROPN 2 nsubj Name=B-LOC
left     VERB 0 root _
.        PUNCT 2 punct _

The      DET  2 det _
government NOUN 5 nsubj _
of       ADP  4 case _
Nepal    PROPN 2 nmod Name=B-LOC
said     VERB 0 root Frame=1:statement|Role=1:cue
so       ADV  5 advmod _
.        PUNCT 5 punct _

Kenya    PROPN 4 nmod:poss Name=B-LOC
's       PART 1 case _
interior ADJ 4 amod _
ministry NOUN 5 nsubj _
left     VERB 0 root _
.        PUNCT 5 punct _

The      DET 4 det _
Polish   ADJ 4 amod Name=B-MISC
foreign  ADJ 4 amod _
ministry NOUN 5 nsubj _
left     VERB 0 root _
.        PUNCT 5 punct _
`)
	resolver := New(d, cast)
	for phrase, want := range map[string]string{"The government of Nepal": "Chile", "The Polish foreign ministry": "interior ministry"} {
		ex := resolver.Example(find(t, d, phrase), Scene{Role: document.Source})
		for _, e := range ex.Entities {
			if e != nil && strings.HasSuffix(e.Name, want) {
				t.Errorf("%q may mean %s", phrase, e.Name)
			}
		}
	}
}

func TestJoined(t *testing.T) {
	d, _ := parsed(t, talks)
	for phrase, want := range map[string]string{
		"Lavrov and Clinton": "[Lavrov Clinton]", "A U.S. official": "[A U.S. official]", "Hillary Clinton in Geneva": "[Hillary Clinton in Geneva]",
	} {
		var parts []string
		for _, r := range joined(d, find(t, d, phrase)) {
			parts = append(parts, d.Text(r))
		}
		if got := fmt.Sprint(parts); got != want {
			t.Errorf("%q is joined of %s, want %s", phrase, got, want)
		}
	}
}

// Every feature of the model has weights, or training and program differ.
func TestWeightsFit(t *testing.T) {
	known, units := map[string]bool{}, 0
	for line := range strings.Lines(weightsTSV) {
		name, numbers, _ := strings.Cut(line, "\t")
		if name == "bias" {
			units = len(strings.Fields(numbers))
		}
		known[name] = true
		if n := len(strings.Fields(numbers)); line[0] != '#' && name != "bias" && name != "out" && n != units+1 {
			t.Errorf("%s has %d weights for %d units", name, n, units)
		}
	}
	for _, name := range names {
		if !known[name] {
			t.Errorf("feature %q has no weights", name)
		}
	}
}

func TestProbabilities(t *testing.T) {
	d, cast := parsed(t, talks)
	ex := New(d, cast).Example(find(t, d, "he"), Scene{Role: document.Source})
	sum := 0.0
	for _, p := range weights.Probabilities(ex.Words, ex.Features) {
		sum += p
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("probabilities add up to %f", sum)
	}
}

func TestChoose(t *testing.T) {
	person := func(name string, p float64) choice {
		return choice{entity: &who.Entity{Name: name, Label: "Person"}, p: p}
	}
	body := choice{entity: &who.Entity{Name: "a body", Label: "Organization"}, p: 0.26}
	for _, c := range []struct {
		what    string
		choices []choice
		number  Number
		want    int
	}{
		{"one", []choice{person("a", 0.5), person("b", 0.3), {p: 0.2}}, One, 1},
		{"nobody of one", []choice{{p: 0.4}, person("a", 0.35), person("b", 0.25)}, One, 1},
		{"two together likelier than nobody", []choice{{p: 0.4}, person("a", 0.35), person("b", 0.25)}, Two, 2},
		{"two of a kind", []choice{person("a", 0.35), body, person("b", 0.2), {p: 0.19}}, Two, 2},
		{"several", []choice{person("a", 0.45), body, {p: 0.2}, person("b", 0.1)}, Any, 2},
		{"nobody of several", []choice{{p: 0.4}, person("a", 0.35), person("b", 0.25)}, Any, 1},
	} {
		got := choose(c.choices, c.number)
		if len(got) != c.want {
			t.Errorf("%s: %d are chosen, want %d", c.what, len(got), c.want)
		}
	}
}

// The vice president holds no president's office, nor the other way round.
func TestIsOther(t *testing.T) {
	for _, c := range []struct {
		held, words string
		want        bool
	}{
		{"president", "president", false},
		{"president", "vice president", true},
		{"vice president", "president", true},
		{"president elect", "president", true},
		{"deputy foreign minister", "minister", false},
		{"foreign minister", "deputy minister", true},
	} {
		if got := isOther(strings.Fields(c.held), strings.Fields(c.words)); got != c.want {
			t.Errorf("%s, %s: got %v", c.held, c.words, got)
		}
	}
}

// Nobody but the one who is elected may be the president-elect.
func TestElected(t *testing.T) {
	doe := &candidate{entity: &who.Entity{Offices: []who.Office{{Title: "President-elect"}}}}
	roe := &candidate{entity: &who.Entity{Offices: []who.Office{{Title: "president", Former: true}}}}
	for _, c := range []struct {
		words string
		all   []*candidate
		want  int
	}{{"the president elect", []*candidate{{}, doe, roe}, 2}, {"the president elect", []*candidate{{}, roe}, 2}, {"the president", []*candidate{{}, doe, roe}, 3}} {
		if got := elected(phrase{full: strings.Fields(c.words)}, slices.Clone(c.all)); len(got) != c.want {
			t.Errorf("%s of %d: %d left, want %d", c.words, len(c.all), len(got), c.want)
		}
	}
}

const northern = `Chad PROPN 2 nsubj Name=B-LOC
waits VERB 0 root _
. PUNCT 2 punct _

The DET 3 det _
Norvik ADJ 3 amod Name=B-MISC
government NOUN 4 nsubj _
agreed VERB 0 root _
. PUNCT 4 punct _

The DET 2 det _
veep NOUN 3 nsubj _
left VERB 0 root _
. PUNCT 3 punct _
`

// What a people's government says no country says that the phrase doesn't name.
func TestAthome(t *testing.T) {
	d, cast := parsed(t, northern)
	ex := New(d, cast).Example(find(t, d, "The Norvik government"), Scene{Role: document.Source, Anchor: 6})
	if slices.ContainsFunc(ex.Entities, func(e *who.Entity) bool { return e != nil && e.Code == "TD" }) {
		t.Error("Chad may be the Norvik government")
	}
}

func TestShortTitle(t *testing.T) {
	d, _ := parsed(t, northern)
	if p := phraseAt(d, find(t, d, "The veep")); p.lemma != "president" || !slices.Equal(p.title, []string{"vice", "president"}) {
		t.Errorf("%+v", p)
	}
}

func TestExamples(t *testing.T) {
	d, cast := parsed(t, `Firms NOUN 8 nsubj _
such ADJ 3 fixed _
as ADP 5 case _
carmaker NOUN 5 compound _
Opel PROPN 1 nmod Name=B-ORG
and CCONJ 7 cc _
Audi PROPN 5 conj Name=B-ORG
agreed VERB 0 root _

Countries NOUN 4 nsubj _
like ADP 3 case _
Chad PROPN 1 nmod Name=B-LOC
agreed VERB 0 root _`)
	r := New(d, cast)
	for phrase, want := range map[string]string{"Firms such as carmaker Opel and Audi": "carmaker Opel and Audi", "Countries like Chad": "Countries like Chad"} {
		if got := d.Text(r.examples(find(t, d, phrase))); got != want {
			t.Errorf("%s: got %q", phrase, got)
		}
	}
}
