package holds

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

const (
	courtAndJustice = `The DET 3 det _
Supreme PROPN 3 compound Name=B-ORG
Court PROPN 4 nsubj Name=I-ORG
met VERB 0 root _
. PUNCT 4 punct _

Justice NOUN 4 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 2 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 4 punct _
`
	speakerOfParliament = `The DET 3 det _
Supreme PROPN 3 compound Name=B-ORG
Court PROPN 4 nsubj Name=I-ORG
met VERB 0 root _
. PUNCT 4 punct _

The DET 3 det _
parliament NOUN 3 compound Frame=1:office|Role=1:title
speaker NOUN 6 nsubj Role=1:title
Jane PROPN 3 appos Name=B-PER|Role=1:holder
Doe PROPN 4 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 6 punct _
`
	// franceAndMinister tells of whom the last office is in its first sentences.
	france = `France PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

`
	opel = `Opel PROPN 2 nsubj Name=B-ORG
slept VERB 0 root _
. PUNCT 2 punct _

`
	bareMinister = `Minister NOUN 4 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 2 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 4 punct _
`
	laterMinister = `
Minister NOUN 4 nsubj Frame=2:office|Role=2:title
Jack PROPN 1 flat Name=B-PER|Role=2:holder
Roe PROPN 2 flat Name=I-PER|Role=2:holder
left VERB 0 root _
. PUNCT 4 punct _
`
	sheAgain = `
Chairwoman NOUN 4 nsubj Frame=2:office|Role=2:title
Jane PROPN 1 flat Name=B-PER|Role=2:holder
Doe PROPN 2 flat Name=I-PER|Role=2:holder
left VERB 0 root _
. PUNCT 4 punct _
`
	ofPolice = `Chief NOUN 7 nsubj Frame=1:office|Role=1:title
of ADP 4 case _
French ADJ 4 amod Name=B-MISC
Foreign PROPN 1 nmod Name=B-ORG|Role=1:of
Ministry PROPN 4 flat Name=I-ORG|Role=1:of
Doe PROPN 1 appos Name=B-PER|Role=1:holder
left VERB 0 root _
. PUNCT 7 punct _
`
	opelDirector = `Opel PROPN 2 compound Name=B-ORG
director NOUN 5 nsubj Frame=1:office|Role=1:title
Jane PROPN 2 flat Name=B-PER|Role=1:holder
Doe PROPN 3 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 5 punct _
`
)

// examples are sentences of which each rule decides whose the last office is,
// with the id of whose.
var examples = map[string][2]string{
	"words for whose it is":                            {minister, "country:fr"},
	"country of the body in the words for whose it is": {ofPolice, "country:fr"},
	"name before the title":                            {opelDirector, "organization:opel"},
	"table of those who led countries":                 {bracket, "country:fr"},
	"another office of the holder":                     {minister + sheAgain, "country:fr"},
	"the office before":                                {minister + laterMinister, "country:fr"},
	"country that the article names most":              {france + bareMinister, "country:fr"},
	"the one spoken of":                                {opel + bareMinister, "organization:opel"},
}

// TestEveryRule: each sign of the list speaks for whose its example's office is.
func TestEveryRule(t *testing.T) {
	for _, s := range signs {
		t.Run(s.Name, func(t *testing.T) {
			c, ok := examples[s.Name]
			if !ok || s.Example == "" {
				t.Fatal("has no example")
			}
			d, cast := read(t, c[0])
			all := Examples(d, cast, people.Known())
			ex := all[len(all)-1]
			for i, e := range ex.Entities {
				if e != nil && (e.ID == c[1] || graph.EntityID(graph.Country, e.Code) == c[1]) {
					if got := rule.Most(signs, vector(ex.Features[i])); got.Name != s.Name {
						t.Errorf("%s of %s by %q", ex.Title, e.Name, got.Name)
					}
					return
				}
			}
			t.Errorf("%s can't be of %q", ex.Title, c[1])
		})
	}
}

// TestOnlyBody: the only body that has such an office.
func TestOnlyBody(t *testing.T) {
	d, cast := read(t, courtAndJustice)
	Find(d, cast, people.Known())
	doe := cast.Named("person:jane-doe")
	if len(doe.Offices) != 1 || doe.Offices[0].Rule != only {
		t.Errorf("got %+v", doe.Offices)
	}
	if n := len(Rules()) - len(signs); n != 2 {
		t.Errorf("%d rules beside the model have no test", n-2)
	}
}

// TestParliamentInTheTitle: the parliament whose name the title begins with.
func TestParliamentInTheTitle(t *testing.T) {
	d, cast := read(t, strings.ReplaceAll(france, "France", "Syria")+france+opel+speakerOfParliament)
	Find(d, cast, people.Known())
	doe := cast.Named("person:jane-doe")
	if len(doe.Offices) != 1 || doe.Offices[0].Rule != inside || doe.Offices[0].Of.Name != "parliament" {
		t.Errorf("got %+v", doe.Offices)
	}
}
