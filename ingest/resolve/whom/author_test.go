package whom

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

const documents = `# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC
# newpar
Jane jane PROPN 3 nsubj Name=B-PER
Doe doe PROPN 1 flat Name=I-PER
sent send VERB 0 root _
a a DET 5 det _
letter letter NOUN 3 obj _
. . PUNCT 3 punct _

Jack jack PROPN 3 nsubj Name=B-PER
Roe roe PROPN 1 flat Name=I-PER
read read VERB 0 root _
reports report NOUN 3 obj _
. . PUNCT 3 punct _

these these DET 2 det _
reports report NOUN 3 nsubj _
lied lie VERB 0 root _
. . PUNCT 3 punct _

The the DET 2 det _
letter letter NOUN 3 nsubj _
said say VERB 0 root _
so so ADV 3 advmod _
. . PUNCT 3 punct _

A a DET 2 det _
letter letter NOUN 6 nsubj _
issued issue VERB 2 acl _
by by ADP 5 case _
Norvik norvik PROPN 3 obl Name=B-ORG
said say VERB 0 root _
no no ADV 6 advmod _
. . PUNCT 6 punct _

Roe roe PROPN 3 nmod:poss Name=B-PER
's 's PART 1 case _
report report NOUN 4 nsubj _
agreed agree VERB 0 root _
. . PUNCT 4 punct _

Doe doe PROPN 3 nmod:poss Name=B-PER
's 's PART 1 case _
indictment indictment NOUN 4 nsubj _
agreed agree VERB 0 root _
. . PUNCT 4 punct _

a a DET 2 det _
memo memo NOUN 6 obl _
that that PRON 5 obj _
Roe roe PROPN 5 nsubj Name=B-PER
wrote write VERB 2 acl:relcl _
told tell VERB 0 root _
. . PUNCT 6 punct _
`

// A document speaks for who wrote it, sent it or has it.
func TestAuthor(t *testing.T) {
	for phrase, want := range map[string]string{
		"The letter":                "Jane Doe",
		"A letter issued by Norvik": "Norvik",
		"Roe 's report":             "Jack Roe",
		"a memo that Roe wrote":     "Jack Roe",
		"Doe 's indictment":         "", // others wrote it
		"these reports":             "", // whoever reads reports has not written them
		"Jack Roe":                  "", // no document
	} {
		d, cast := parsed(t, documents)
		ref, ok := New(d, cast).author(find(t, d, phrase), Scene{Role: document.Source})
		got := ""
		if ok {
			got = ref.One().Name
		}
		if got != want || ok && ref.Rule != authored {
			t.Errorf("the author of %q is %q, by %s, want %q", phrase, got, ref.Rule.Name, want)
		}
	}
	d, cast := parsed(t, documents)
	if _, ok := New(d, cast).author(find(t, d, "The letter"), Scene{Role: document.Target}); ok {
		t.Error("an author is a target")
	}
}
