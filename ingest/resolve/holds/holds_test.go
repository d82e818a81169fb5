package holds

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// read reads lines of FORM UPOS HEAD DEPREL MISC.
func read(t *testing.T, lines string) (*document.Document, *who.Cast) {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM UPOS HEAD DEPREL MISC\n# published = 2016-05-08\n# newpar\n" + lines + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return d, who.Find(d)
}

// reading is a document with the offices that are found in it.
type reading struct{ name, lines, want string }

func compare(t *testing.T, all []reading) {
	t.Helper()
	for _, x := range all {
		d, cast := read(t, x.lines)
		Find(d, cast, people.Known())
		if got := given(cast); got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, got, x.want)
		}
	}
}

// given lists the offices of a cast, in order: “person:jane-doe Minister country:fr former”.
func given(cast *who.Cast) string {
	var all []string
	for _, e := range cast.Entities {
		for _, o := range e.Offices {
			of, former := "-", ""
			if o.Of != nil {
				of = o.Of.ID
			}
			if o.Former {
				former = " former"
			}
			all = append(all, fmt.Sprintf("%s %s %s%s", e.ID, o.Title, of, former))
		}
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}

// The first words of the tests, each a sentence in CoNLL-U.
const (
	minister = `French ADJ 3 amod Name=B-MISC|Role=1:of
Foreign ADJ 3 amod Frame=1:office|Role=1:title
Minister NOUN 6 nsubj Role=1:title
Jane PROPN 3 flat Name=B-PER|Role=1:holder
Doe PROPN 4 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 6 punct _
`
	spokesman = `Jane PROPN 4 nmod:poss Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
's PART 1 case _
spokesman NOUN 5 nsubj Frame=1:office|Role=1:title
left VERB 0 root _
. PUNCT 5 punct _
`
	apposition = `Jane PROPN 11 nsubj Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
, PUNCT 6 punct _
a DET 6 det _
former ADJ 6 amod _
president NOUN 1 appos Frame=1:office:former|Role=1:title
of ADP 8 case _
Interpol PROPN 6 nmod Name=B-ORG|Role=1:of
, PUNCT 6 punct _
has AUX 11 aux _
left VERB 0 root _
. PUNCT 11 punct _
`
	present = `Jane PROPN 6 nsubj Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
is AUX 6 cop _
the DET 6 det _
French ADJ 6 amod Name=B-MISC|Role=1:of
president NOUN 0 root Frame=1:office:former|Role=1:title
. PUNCT 6 punct _
`
	bracket = `They PRON 2 nsubj _
blame VERB 0 root _
( PUNCT 4 punct _
President NOUN 2 obj _
) PUNCT 4 punct _
Chirac PROPN 4 flat Name=B-PER
. PUNCT 2 punct _
`
	aide = `Jane PROPN 4 nsubj Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
, PUNCT 4 punct _
spokeswoman NOUN 0 root Frame=1:office|Role=1:title
for ADP 6 case _
Speaker PROPN 4 nmod _
Peter PROPN 6 flat Name=B-PER
Roe PROPN 7 flat Name=I-PER
. PUNCT 4 punct _
`
	within = `Jane PROPN 5 nsubj Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
is AUX 5 cop _
a DET 5 det _
member NOUN 0 root Frame=1:office|Role=1:title
of ADP 10 case _
France PROPN 10 nmod:poss Name=B-LOC|Role=1:of
's PART 7 case _
Green PROPN 10 compound Name=B-ORG|Role=1:of
Union PROPN 5 nmod Name=I-ORG|Role=1:of
. PUNCT 5 punct _
`
	contacts = `Aide NOUN 8 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
's PART 1 case _
contacts NOUN 8 nsubj _
with ADP 7 case _
Russians PROPN 5 nmod Name=B-MISC|Role=1:of
ended VERB 0 root _
. PUNCT 8 punct _
`
	husband = `Jane PROPN 8 nsubj Name=B-PER|Role=1:holder
Doe PROPN 1 flat Name=I-PER|Role=1:holder
, PUNCT 4 punct _
wife NOUN 1 appos _
of ADP 6 case _
minister NOUN 4 nmod Frame=1:office|Role=1:title
, PUNCT 4 punct _
left VERB 0 root _
. PUNCT 8 punct _
`
	blamed = `It PRON 2 nsubj _
blames VERB 0 root _
defeat NOUN 2 obj _
by ADP 5 case _
Doe PROPN 3 nmod Name=B-PER|Role=1:holder
on ADP 8 case _
FBI PROPN 8 compound Name=B-ORG|Role=1:of
chief NOUN 2 obl Frame=1:office|Role=1:title
. PUNCT 2 punct _
`
	soviet = `Soviet ADJ 2 amod Name=B-MISC
leader NOUN 5 nsubj _
Mikhail PROPN 2 flat Name=B-PER
Gorbachev PROPN 3 flat Name=I-PER
left VERB 0 root _
. PUNCT 5 punct _
`
	committee = `The DET 3 det _
ethics NOUN 3 compound Frame=1:office|Role=1:title
committee NOUN 5 nsubj Role=1:title
Doe PROPN 3 flat Name=B-PER|Role=1:holder
left VERB 0 root _
. PUNCT 5 punct _
`
	peer = `Roe PROPN 4 nmod:poss Name=B-PER|Role=1:of
's PART 1 case _
French ADJ 4 amod Name=B-MISC
counterpart NOUN 7 nsubj Frame=1:office|Role=1:title
Jane PROPN 4 flat Name=B-PER|Role=1:holder
Doe PROPN 5 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 7 punct _
`
	pronoun = `Its PRON 2 nmod:poss Role=1:of
spokesman NOUN 5 nsubj Frame=1:office|Role=1:title
Jane PROPN 2 flat Name=B-PER|Role=1:holder
Doe PROPN 3 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 5 punct _
`
	two = `Rabbi NOUN 3 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
left VERB 0 root _
as ADP 5 case _
president NOUN 3 obl Role=1:title
. PUNCT 3 punct _
`
)

func TestFind(t *testing.T) {
	compare(t, []reading{
		{"words before the title", minister, "person:jane-doe Foreign Minister country:fr"},
		{"held no longer", apposition, "person:jane-doe president organization:interpol former"},
		{"held, as the words say", present, "person:jane-doe president country:fr"},
		{"held once, as the words say", strings.Replace(present, "French ADJ 6 amod Name=B-MISC|Role=1:of", "one-time ADJ 6 amod _", 1), "person:jane-doe president - former"},
		{"whose spokesman is no spokesman", spokesman, ""},
		{"led a country once, in brackets", bracket, "person:chirac President country:fr former"},
		{"whom a preposition leads to", aide, "person:jane-doe spokeswoman person:peter-roe"},
		{"whose it is within another's", within, "person:jane-doe member organization:green-union"},
		{"what is told of the holder", contacts, "person:jane-doe Aide -"},
		{"a relative", husband, ""},
		{"in another phrase", blamed, ""},
		{"a country beside a leader", soviet, "person:mikhail-gorbachev leader country:su"},
		{"a body is no title", committee, ""},
		{"whose country, not whose counterpart", peer, "person:jane-doe counterpart country:fr"},
		{"a pronoun is no body", pronoun, "person:jane-doe spokesman -"},
		{"another's words in the title", two, "person:jane Rabbi -"},
	})
}

func TestAlike(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{{"Minister", "prime minister", true}, {"Foreign Minister", "Prime Minister", false}, {"President", "president", true}, {"President", "vice president", false}} {
		if got := alike(tc.a, tc.b); got != tc.want {
			t.Errorf("alike(%q, %q) = %t", tc.a, tc.b, got)
		}
	}
}

func TestKindOf(t *testing.T) {
	for title, want := range map[string]string{"Deputy Prime Minister": "national", "Shadow Home Secretary": "", "Sen.": "member", "spokesman": "", "Representative": "member", "special representative": "", "Secretary of State": "american", "China correspondent": "press"} {
		if got := kindOf(title); got != want {
			t.Errorf("kindOf(%q) = %q, want %q", title, got, want)
		}
	}
}

// Offices settle on the one that is said most surely.
func TestSettle(t *testing.T) {
	jane := &who.Entity{Label: graph.Person}
	france, chad := &who.Entity{ID: "country:fr"}, &who.Entity{ID: "country:td"}
	f := &finder{found: []*office{
		{Office: who.Office{Title: "President", Of: chad, Confidence: 0.5}, holder: jane},
		{Office: who.Office{Title: "president", Of: france, Confidence: 0.95, Former: true}, holder: jane, worded: france},
		{Office: who.Office{Title: "mayor", Of: chad, Confidence: 0.9}, holder: jane},
	}}
	f.settle()
	var got []string
	for _, o := range f.found {
		got = append(got, fmt.Sprint(o.Title, " ", o.Of.ID, " ", o.Former))
	}
	if want := []string{"president country:fr true", "president country:fr true", "mayor country:td false"}; !slices.Equal(got, want) {
		t.Errorf("settled on %q, want %q", got, want)
	}
}

// Every feature of the model has weights, or training and program differ.
func TestWeightsFit(t *testing.T) {
	for _, name := range names {
		if !strings.Contains(weightsTSV, "\n"+name+"\t") {
			t.Errorf("feature %q has no weights", name)
		}
	}
}
