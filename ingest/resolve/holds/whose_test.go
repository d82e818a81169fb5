package holds

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// Sentences whose words seem to tell whose an office is, and tell another's.
const (
	ofParty = `Labour PROPN 2 compound Name=B-ORG|Role=1:of
Party PROPN 3 compound Name=I-ORG|Role=1:of
minister NOUN 6 nsubj Frame=1:office|Role=1:title
Jane PROPN 3 flat Name=B-PER|Role=1:holder
Doe PROPN 4 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 6 punct _
`
	ofBoard = `Opel PROPN 3 compound Name=B-ORG|Role=1:of
management NOUN 3 compound Role=1:of
board NOUN 4 compound Role=1:of
chairman NOUN 7 nsubj Frame=1:office|Role=1:title
Jane PROPN 4 flat Name=B-PER|Role=1:holder
Doe PROPN 5 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 7 punct _
`
	ofBrackets = `Doe PROPN 3 nsubj Name=B-PER|Role=1:holder
is AUX 3 cop _
chairman NOUN 0 root Frame=1:office|Role=1:title
of ADP 6 case _
the DET 6 det _
Union PROPN 3 nmod Name=B-ORG|Role=1:of
( PUNCT 8 punct Role=1:of
UXY PROPN 6 appos Name=B-ORG|Role=1:of
) PUNCT 8 punct _
. PUNCT 3 punct _
`
	mayor = `Mayor PROPN 4 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 2 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 4 punct _
`
)

func TestOthersWords(t *testing.T) {
	compare(t, []reading{
		{"no party has a minister", france + ofParty, "person:jane-doe minister country:fr"},
		{"nouns after a body's name", ofBoard, "person:jane-doe chairman organization:opel"},
		{"short form in brackets", ofBrackets, "person:doe chairman organization:union"},
		{"no country has a mayor", france + mayor, "person:jane-doe Mayor -"},
	})
}

// TestLed: whose government people were in by their full name, in another
// spelling too, when the article was published.
func TestLed(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Necmettin Erbakan", "TR"},
		{"Nuri al-Maliki", "IQ"},
		{"Claire Perry", "GB"},
		{"Keir Starmer", ""}, // not yet
		{"Jane Doe", ""},
	} {
		d, cast := read(t, mayor)
		got := ""
		for code := range newFinder(d, cast, people.Known()).led(&who.Entity{Name: c.name, Words: people.Words(c.name)}) {
			got += code
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
