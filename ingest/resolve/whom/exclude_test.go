package whom

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

const rants = `In ADP 4 case _
what PRON 4 obj _
he PRON 4 nsubj _
called VERB 8 advcl _
rants NOUN 4 xcomp _
Jack PROPN 8 nsubj Name=B-PER
Roe PROPN 6 flat Name=I-PER
left VERB 0 root _
. PUNCT 8 punct _

Jane PROPN 3 nsubj Name=B-PER
Doe PROPN 1 flat Name=I-PER
said VERB 0 root _
she PRON 5 nsubj _
knew VERB 3 ccomp _
of ADP 7 case _
Republicans PROPN 5 obl Name=B-ORG
and CCONJ 9 cc _
Democrats PROPN 7 conj Name=B-ORG
. PUNCT 3 punct _

Palestinians PROPN 2 nsubj Name=B-MISC
hailed VERB 0 root _
Israel PROPN 2 obj Name=B-LOC
. PUNCT 2 punct _

The DET 3 det _
North ADJ 3 amod Name=B-MISC
Koreans PROPN 4 nsubj Name=I-MISC
waited VERB 0 root _
. PUNCT 4 punct _
`

// quoted lets Roe speak of Poe, whom it names before.
const quoted = `Jack PROPN 3 nsubj Name=B-PER
Poe PROPN 1 flat Name=I-PER
left VERB 0 root _
. PUNCT 3 punct _

“ PUNCT 4 punct _
He PRON 4 nsubj Role=1:content
was AUX 4 aux Role=1:content
late VERB 7 ccomp Role=1:content
” PUNCT 4 punct _
Roe PROPN 7 nsubj Name=B-PER|Role=1:source
said VERB 0 root Frame=1:statement|Role=1:cue
. PUNCT 7 punct _
`

// Who can't be meant by a phrase is no candidate, though he is named beside it.
func TestExclusions(t *testing.T) {
	for _, c := range []struct {
		lines, phrase, out, in string // names, separated by commas
	}{
		{rants, "he", "Jane Doe, Israel", "Jack Roe"},
		{rants, "Republicans", "Democratic Party, Jane Doe", "Republican Party"},
		{rants, "Palestinians", "Palestine, Jack Roe", ""},
		{quoted, "He", "Roe", "Jack Poe"},
		{rants, "The North Koreans", "", "North Korea"},
	} {
		d, cast := parsed(t, c.lines)
		ex := New(d, cast).Example(find(t, d, c.phrase), Scene{Role: document.Source})
		has := func(name string) bool {
			return slices.ContainsFunc(ex.Entities, func(e *who.Entity) bool { return e != nil && e.Name == name })
		}
		for _, name := range strings.Split(c.out, ", ") {
			if has(name) {
				t.Errorf("%q may mean %s", c.phrase, name)
			}
		}
		for _, name := range strings.Split(c.in, ", ") {
			if name != "" && !has(name) {
				t.Errorf("%q can't mean %s", c.phrase, name)
			}
		}
		if ex.Entities[0] != nil {
			t.Errorf("%q can't be nobody", c.phrase)
		}
	}
}
