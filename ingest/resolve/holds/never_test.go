package holds

import "testing"

// Sentences in which somebody seems to hold an office, or of somebody, and does not.
const (
	wanted = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Jane PROPN 3 nsubj Name=B-PER|Role=1:holder
may AUX 3 aux _
run VERB 0 root _
for ADP 5 case _
President PROPN 3 obl Frame=1:office|Role=1:title
. PUNCT 3 punct _
`
	imagined = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

They PRON 2 nsubj _
fear VERB 0 root _
a DET 5 det _
President PROPN 5 nmod:desc Frame=1:office|Role=1:title
Jane PROPN 2 obj Name=B-PER|Role=1:holder
. PUNCT 2 punct _
`
	rival = `They PRON 2 nsubj _
back VERB 0 root _
the DET 5 det _
French ADJ 5 amod Name=B-MISC|Role=1:of
minister NOUN 2 obj Frame=1:office|Role=1:title
over ADP 8 case _
nominee NOUN 8 nmod:desc _
Jane PROPN 2 obl Name=B-PER|Role=1:holder
. PUNCT 2 punct _
`
	clergy = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Jane PROPN 5 nsubj Name=B-PER|Role=1:holder
is AUX 5 cop _
a DET 5 det _
Baptist ADJ 5 amod _
minister NOUN 0 root Frame=1:office|Role=1:title
. PUNCT 5 punct _
`
	ofState = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

State PROPN 2 compound Frame=1:office|Role=1:title
Senator PROPN 4 nsubj Role=1:title
Jane PROPN 2 flat Name=B-PER|Role=1:holder
left VERB 0 root _
. PUNCT 4 punct _
`
	texan = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Texas PROPN 3 compound Name=B-LOC|Role=1:of
Attorney PROPN 3 compound Frame=1:office|Role=1:title
General PROPN 5 nsubj Role=1:title
Jane PROPN 3 flat Name=B-PER|Role=1:holder
left VERB 0 root _
. PUNCT 5 punct _
`
	queen = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Queen PROPN 4 nsubj Frame=1:office|Role=1:title
Elizabeth PROPN 1 flat Name=B-PER|Role=1:holder
II PROPN 2 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 4 punct _
`
	leader = `Senator PROPN 2 nmod:desc Frame=1:office|Role=1:title
Jane PROPN 9 nsubj Name=B-PER|Role=1:holder|Role=2:holder
of ADP 4 case _
Ohio PROPN 2 nmod Name=B-LOC|Role=2:of
, PUNCT 7 punct _
the DET 7 det _
leader NOUN 2 appos Frame=2:office|Role=2:title
, PUNCT 7 punct _
left VERB 0 root _
. PUNCT 9 punct _
`
)

func TestNever(t *testing.T) {
	compare(t, []reading{
		{"who runs for an office", wanted, ""},
		{"who might hold it", imagined, ""},
		{"a rival of who held it", rival, ""},
		{"a minister of a church", clergy, "person:jane minister -"},
		{"an office of a state", ofState, "person:jane State Senator -"},
		{"an office of a state that is named", texan, "person:jane Attorney General place:texas"},
		{"who heads other countries", queen, "person:queen-elizabeth-ii Queen country:gb"},
		{"where a leader is from", leader, "person:jane Senator country:us; person:jane leader -"},
	})
}
