package holds

import (
	"strings"
	"testing"
)

// Sentences after which the office of a bare minister may not be taken for one of
// France, though the article names no other country.
const (
	visitingMinister = `Visiting ADJ 2 amod _
Minister NOUN 5 nsubj Frame=1:office|Role=1:title
Jane PROPN 2 flat Name=B-PER|Role=1:holder
Doe PROPN 3 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 5 punct _
`
	ministerIn = `Minister NOUN 4 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 2 flat Name=I-PER|Role=1:holder
VERB VERB 0 root _
PREP ADP 6 case _
France PROPN 4 obl Name=B-LOC
. PUNCT 4 punct _
`
	ministerMet = `Minister NOUN 4 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 2 flat Name=I-PER|Role=1:holder
met VERB 0 root _
French ADJ 6 amod Name=B-MISC
NOUN NOUN 4 obj _
. PUNCT 4 punct _
`
	ministerWarned = `Minister NOUN 4 nsubj Frame=1:office|Role=1:title,2:source
Jane PROPN 1 flat Name=B-PER|Role=1:holder,2:source
Doe PROPN 2 flat Name=I-PER|Role=1:holder,2:source
warned VERB 0 root Frame=2:statement|Role=2:cue
France PROPN 4 obj Name=B-LOC|Role=2:addressee
. PUNCT 4 punct _
`
	ministersTalks = `Minister NOUN 4 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
Doe PROPN 2 flat Name=I-PER|Role=1:holder
held VERB 0 root _
talk NOUN 4 obj _
with ADP 7 case _
France PROPN 5 nmod Name=B-LOC
. PUNCT 4 punct _
`
	ministerInvited = `At ADP 3 case _
the DET 3 det _
invitation NOUN 10 obl _
of ADP 5 case _
France PROPN 3 nmod Name=B-LOC
, PUNCT 10 punct _
Minister NOUN 10 nsubj Frame=1:office|Role=1:title
Jane PROPN 7 flat Name=B-PER|Role=1:holder
Doe PROPN 8 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 10 punct _
`
	twoForeignMinisters = minister + `
Foreign ADJ 2 amod Frame=2:office|Role=2:title
Minister NOUN 4 nsubj Role=2:title
Roe PROPN 2 flat Name=B-PER|Role=2:holder
left VERB 0 root _
. PUNCT 4 punct _
`
)

func TestGuests(t *testing.T) {
	in := func(verb, prep string) string {
		return france + strings.NewReplacer("VERB VERB", verb+" VERB", "PREP", prep).Replace(ministerIn)
	}
	met := func(noun string) string {
		return france + strings.Replace(ministerMet, "NOUN NOUN 4", noun+" NOUN 4", 1)
	}
	const none, french = "person:jane-doe Minister -", "person:jane-doe Minister country:fr"
	compare(t, []reading{
		{"visiting", france + visitingMinister, none},
		{"said in France", in("said", "in"), none},
		{"came to France", in("come", "to"), none},
		{"was born for France", in("slept", "for"), french},
		{"met the French leader", met("leader"), none},
		{"met a French farmer", met("farmer"), french},
		{"warned France", france + ministerWarned, none},
		{"talks with France", france + ministersTalks, none},
		{"invited by France", france + ministerInvited, none},
		{"another is the foreign minister", twoForeignMinisters, "person:jane-doe Foreign Minister country:fr; person:roe Foreign Minister -"},
	})
}

// Words for whose an office is that are somebody else's, and a place that has none.
const (
	kingReceived = `France PROPN 3 nmod:poss Name=B-LOC|Role=1:of
's PART 1 case _
king NOUN 4 nsubj _
received VERB 0 root _
President NOUN 4 obj Frame=1:office|Role=1:title
Jane PROPN 5 flat Name=B-PER|Role=1:holder
. PUNCT 4 punct _
`
	twoMinisters = `France PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Foreign ADJ 2 amod Frame=1:office|Role=1:title
Ministers NOUN 6 nsubj Role=1:title
Jane PROPN 2 flat Name=B-PER|Role=1:holder
and CCONJ 5 cc _
Jack PROPN 3 conj Name=B-PER|Role=1:holder
left VERB 0 root _
. PUNCT 6 punct _
`
)

func TestWhoseNot(t *testing.T) {
	compare(t, []reading{
		{"of who received her", kingReceived, "person:jane President -"},
		{"one country has one foreign minister", twoMinisters, "person:jack Foreign Minister -; person:jane Foreign Minister -"},
		{"to be in office", france + strings.Replace(bareMinister, "Minister NOUN", "President-elect NOUN", 1), "person:jane-doe President-elect country:fr"},
	})
}

// TestOutgoing: who is outgoing still holds the office.
func TestOutgoing(t *testing.T) {
	outgoing := strings.Replace(present, "the DET 6 det _", "outgoing ADJ 6 amod _", 1)
	outgoing = strings.Replace(outgoing, "is AUX 6 cop _", "as ADP 6 case _", 1)
	outgoing = strings.Replace(outgoing, "outgoing ADJ 6 amod _\nFrench ADJ 6 amod Name=B-MISC|Role=1:of", "French ADJ 6 amod Name=B-MISC|Role=1:of\noutgoing ADJ 6 amod _", 1)
	compare(t, []reading{
		{"outgoing", outgoing, "person:jane-doe president country:fr"},
	})
}
