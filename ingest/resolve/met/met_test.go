package met

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// find makes the meetings of a document of sentences in CoNLL-U, each as “who,
// place, date, status”.
func find(t *testing.T, sentences ...string) (found []string) {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# published = 2024-05-08\n# newpar\n" + strings.Join(sentences, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	cast := who.Find(d)
	for _, m := range Find(Scene{Document: d, Cast: cast, Whom: whom.New(d, cast), Dates: dates.Find(d)}) {
		var people []string
		for _, p := range m.Participants {
			people = append(people, strings.TrimPrefix(p.ID, "person:"))
		}
		slices.Sort(people)
		found = append(found, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", strings.Join(people, " "), m.Place, m.Date, m.Status)), " "))
	}
	return found
}

// Sentences of the tests; a verb to complete the first follows its subject.
const (
	afterTalks = `Jane    Jane     PROPN 3 nsubj Name=B-PER
Doe     Doe      PROPN 1 flat  Name=I-PER
spoke   speak    VERB  0 root
after   after    ADP   5 case
talks   talk     NOUN  3 obl   Frame=1:meeting:past|Role=1:trigger
with    with     ADP   7 case
John    John     PROPN 5 nmod  Name=B-PER|Role=1:participant
Roe     Roe      PROPN 7 flat  Name=I-PER
,       ,        PUNCT 10 punct
head    head     NOUN  7 appos
of      of       ADP   12 case
NATO    NATO     PROPN 10 nmod Name=B-ORG|Role=1:host
,       ,        PUNCT 10 punct
in      in       ADP   15 case
Geneva  Geneva   PROPN 5 nmod  Name=B-LOC
on      on       ADP   17 case
Friday  Friday   PROPN 5 nmod
.       .        PUNCT 3 punct
`
	theTwo = `The     the      DET   3 det
two     two      NUM   3 nummod
leaders leader   NOUN  4 nsubj Role=2:participant
met     meet     VERB  0 root  Frame=2:meeting:past|Role=2:trigger
in      in       ADP   8 case
the     the      DET   8 det
White   White    PROPN 8 compound Name=B-LOC|Role=2:place
House   House    PROPN 4 obl   Name=I-LOC|Role=2:place
in      in       ADP   10 case
April   April    PROPN 4 obl
.       .        PUNCT 4 punct
`
	theTalks = `The     the      DET   2 det
talks   talk     NOUN  3 nsubj Frame=3:meeting:past|Role=3:trigger,1:same
failed  fail     VERB  0 root
.       .        PUNCT 3 punct
`
	convention = `Jane   Jane   PROPN 3 nsubj Name=B-PER
Doe    Doe    PROPN 1 flat  Name=I-PER
told   tell   VERB  0 root
the    the    DET   6 det
NATO   NATO   PROPN 6 compound Name=B-ORG|Frame=5:meeting:planned|Role=5:trigger
summit summit NOUN  3 obj   Role=5:trigger
held   hold   VERB  6 acl
in     in     ADP   9 case
Geneva Geneva PROPN 7 obl   Name=B-LOC
on     on     ADP   11 case
Monday Monday PROPN 7 obl
.      .      PUNCT 3 punct
`
	hisWife = `Jane   Jane   PROPN 2 nsubj Name=B-PER
met    meet   VERB  0 root  Frame=6:meeting:past|Role=6:trigger
both   both   DET   4 det
Jack   Jack   PROPN 2 obj   Name=B-PER|Role=6:participant
and    and    CCONJ 8 cc
his    he     PRON  8 nmod:poss
own    own    ADJ   8 amod
wife   wife   NOUN  4 conj  Role=6:participant
,      ,      PUNCT 10 punct
Ann    Ann    PROPN 8 appos Name=B-PER|Role=6:participant
.      .      PUNCT 2 punct
`
	ofAnother = `Jane    Jane     PROPN 3 nsubj Name=B-PER
Doe     Doe      PROPN 1 flat  Name=I-PER
slept   sleep    VERB  0 root
on      on       ADP   5 case
Friday  Friday   PROPN 3 obl
after   after    ADP   7 case
talks   talk     NOUN  3 obl   Frame=1:meeting:past|Role=1:trigger
with    with     ADP   9 case
John    John     PROPN 7 nmod  Name=B-PER|Role=1:participant
Roe     Roe      PROPN 9 flat  Name=I-PER
.       .        PUNCT 3 punct
`
	nobodys = `A       a        DET   2 det
meeting meeting  NOUN  3 nsubj Frame=4:meeting:past|Role=4:trigger
failed  fail     VERB  0 root
.       .        PUNCT 3 punct
`
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name      string
		sentences []string
		want      []string
	}{
		{"names cut, the subject, no body of whom is there, place and day by the tree", []string{afterTalks}, []string{"jane-doe john-roe place:geneva 2024-05-03 past"}},
		{"the two are who met last, and a seat of government is a building", []string{afterTalks, theTwo}, []string{"jane-doe john-roe place:geneva 2024-05-03 past", "jane-doe john-roe place:white-house 2024-04 past"}},
		{"“the talks” are those told of before", []string{afterTalks, theTalks}, []string{"jane-doe john-roe place:geneva 2024-05-03 past"}},
		{"a body named in the trigger, the subject of what is told, the place of a participle, a weekday to come", []string{convention}, []string{"jane-doe organization:nato place:geneva 2024-05-13 planned"}},
		{"“both” with a name is that one, and a name after a comma says who a wife is", []string{hisWife}, []string{"ann jack jane past"}},
		{"a verb of which it is no subject and no object has a day of its own", []string{ofAnother}, []string{"jane-doe john-roe past"}},
		{"nobody who could be named", []string{nobodys}, []string{"past"}},
		{"“the two” of whom nothing was told are nobody", []string{theTwo}, []string{"place:white-house 2024-04 past"}},
	} {
		if got := find(t, c.sentences...); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestBeside holds which words tell of a meeting beside another.
func TestBeside(t *testing.T) {
	for sentence, want := range map[string][2]bool{
		"Doe Doe PROPN 3 nsubj\nalso also ADV 3 advmod\nmet meet VERB 0 root\nPoe Poe PROPN 3 obj":                          {true, false},
		"Doe Doe PROPN 2 nsubj\nplans plan VERB 0 root\ntalks talk NOUN 2 obj\nlater later ADV 2 advmod":                    {true, false},
		"Doe Doe PROPN 2 nsubj\nheld hold VERB 0 root\nconference conference NOUN 2 obj\nnews news NOUN 3 compound":         {false, true},
		"Doe Doe PROPN 2 nsubj\nattended attend VERB 0 root\nconference conference NOUN 2 obj\npeace peace NOUN 3 compound": {false, false},
	} {
		d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL\n# newpar\n" + sentence + "\n")
		if err != nil {
			t.Fatal(err)
		}
		trigger := tree.At(d, 2)
		if got := [2]bool{besides.Matches(trigger) || besidesVerb.Matches(trigger), briefing.Matches(trigger)}; got != want {
			t.Errorf("%s: got %v, want %v", d.Article.Text, got, want)
		}
	}
}

func TestSignsAreCompared(t *testing.T) {
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# newpar\n" + afterTalks + "\n" + nobodys)
	if err != nil {
		t.Fatal(err)
	}
	cast := who.Find(d)
	pairs, people, meetings := Examples(Scene{Document: d, Cast: cast, Whom: whom.New(d, cast)}, learned)
	for name, c := range map[string]struct {
		signs    Signs
		examples []Example
	}{"same": {learned.Same, pairs}, "participants": {learned.Part, people}, "meetings": {learned.Meeting, meetings}} {
		for _, s := range c.signs[1:] {
			if _, known := c.examples[0].Values[s.Name]; !known {
				t.Errorf("data/%s.tsv weighs %q, which is not there", name, s.Name)
			}
		}
	}
}
