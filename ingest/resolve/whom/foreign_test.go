package whom

import (
	"fmt"
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// TestForeign: an office with its country's name is held by nobody who holds those of
// other countries alone.
func TestForeign(t *testing.T) {
	const lines = `Jane PROPN 3 nsubj Name=B-PER
Doe PROPN 1 flat Name=I-PER
saw VERB 0 root _
Iran PROPN 6 nmod:poss Name=B-LOC
's PART 4 case _
president NOUN 3 obj Frame=1:office|Role=1:title
in ADP 8 case _
France PROPN 3 obl Name=B-LOC
. PUNCT 3 punct _
`
	for _, c := range []struct {
		of     []string // the codes of countries whose offices Doe holds, "" for nobody's
		phrase string
		abroad bool
	}{
		{[]string{"FR"}, "Iran 's president", true},
		{[]string{"FR", "IR"}, "Iran 's president", false},
		{[]string{""}, "Iran 's president", false},
		{nil, "Iran 's president", false},
		{[]string{"FR"}, "president", true},
	} {
		d, cast := parsed(t, lines)
		doe := cast.MentionAt(0).Entity
		for _, code := range c.of {
			var of *who.Entity
			if code != "" {
				of = cast.Enter(&who.Entity{Label: "Country", Code: code})
			}
			doe.Offices = append(doe.Offices, who.Office{Title: "president", Of: of})
		}
		ex := New(d, cast).Example(find(t, d, c.phrase), Scene{Role: document.Source})
		if slices.Contains(ex.Entities, doe) == c.abroad {
			t.Errorf("%s with offices of %q: left out: %v", c.phrase, c.of, !c.abroad)
		}
	}
}

// TestItsMinister: “its” is of the one country that is a subject before it.
func TestItsMinister(t *testing.T) {
	const lines = `%s PROPN 2 nsubj Name=B-LOC
agreed VERB 0 root _
, PUNCT 2 punct _
its PRON 5 nmod:poss _
president NOUN 6 nsubj Frame=1:office|Role=1:title
said VERB 2 parataxis _
. PUNCT 2 punct _

Jane PROPN 3 nsubj Name=B-PER
Doe PROPN 1 flat Name=I-PER
left VERB 0 root _
. PUNCT 3 punct _
`
	for _, c := range []struct {
		subject string
		may     bool
	}{{"Iran", false}, {"France", true}, {"Nokia", true}} {
		d, cast := parsed(t, fmt.Sprintf(lines, c.subject))
		doe := cast.Named("person:jane-doe")
		doe.Offices = []who.Office{{Title: "president", Of: cast.Enter(&who.Entity{Label: "Country", Code: "FR"})}}
		ex := New(d, cast).Example(find(t, d, "its president"), Scene{Role: document.Source})
		if slices.Contains(ex.Entities, doe) != c.may {
			t.Errorf("“%s agreed, its president said”: may be France's: %v", c.subject, !c.may)
		}
	}
}
