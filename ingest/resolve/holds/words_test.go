package holds

import "testing"

// Sentences whose words say whose an office is, or who holds it, in ways that
// are easily read wrong, each as CoNLL-U.
const (
	presidents = `Presidents NOUN 9 nsubj Frame=1:office|Role=1:title
Leonid PROPN 1 flat Name=B-PER|Role=1:holder
of ADP 4 case _
Ukraine PROPN 2 nmod Name=B-LOC|Role=1:of
and CCONJ 6 cc _
Boris PROPN 2 conj Name=B-PER
of ADP 8 case _
Russia PROPN 6 nmod Name=B-LOC|Role=1:of
left VERB 0 root _
. PUNCT 9 punct _
`
	tagged = `Washington PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Sen. PROPN 7 nsubj Frame=1:office|Role=1:title
Jane PROPN 1 flat Name=B-PER|Role=1:holder
( PUNCT 5 punct _
D-Hawaii PROPN 5 dep Name=B-LOC|Role=1:of
Hawaii PROPN 2 dep Name=B-LOC|Role=1:of
) PUNCT 5 punct _
left VERB 0 root _
. PUNCT 7 punct _
`
	opposed = `Lebanon PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

The DET 4 det _
anti- ADJ 3 amod _
Syrian ADJ 4 amod Name=B-MISC|Role=1:of
Minister NOUN 6 nsubj Frame=1:office|Role=1:title
Jane PROPN 4 flat Name=B-PER|Role=1:holder
left VERB 0 root _
. PUNCT 6 punct _
`
	envoy = `Jane PROPN 4 nsubj Name=B-PER|Role=1:holder
, PUNCT 4 punct _
French ADJ 4 amod Name=B-MISC|Role=1:of
envoy NOUN 0 root Frame=1:office|Role=1:title
for ADP 6 case _
Chad PROPN 4 nmod Name=B-LOC|Role=1:of
. PUNCT 4 punct _
`
	served = `Jane PROPN 9 nsubj Name=B-PER
, PUNCT 4 punct _
who PRON 4 nsubj _
serve VERB 1 acl:relcl _
as ADP 8 case _
an DET 8 det _
FBI PROPN 8 compound Name=B-ORG|Role=1:of
agent NOUN 4 obl Frame=1:office|Role=1:title
left VERB 0 root _
. PUNCT 9 punct _
`
	replaced = `It PRON 2 nsubj _
named VERB 0 root _
an DET 5 det _
FBI PROPN 5 compound Name=B-ORG|Role=1:of
director NOUN 2 obj Frame=1:office|Role=1:title
to PART 7 mark _
replace VERB 5 acl _
Jane PROPN 7 obj Name=B-PER|Role=1:holder
. PUNCT 2 punct _
`
	family = `The DET 2 det _
brother NOUN 6 nsubj _
of ADP 4 case _
Jane PROPN 2 nmod Name=B-PER|Role=1:holder
was AUX 6 cop _
minister NOUN 0 root Frame=1:office|Role=1:title
. PUNCT 6 punct _
`
	represents = `America PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Jane PROPN 4 nsubj Name=B-PER|Role=1:holder
is AUX 4 cop _
a DET 4 det _
senator NOUN 0 root Frame=1:office|Role=1:title
representing VERB 4 acl _
Ohio PROPN 5 obj Name=B-LOC|Role=1:of
. PUNCT 4 punct _
`
	ofParliament = `Britain PROPN 2 nsubj Name=B-LOC
slept VERB 0 root _
. PUNCT 2 punct _

Jane PROPN 4 nsubj Name=B-PER|Role=1:holder
is AUX 4 cop _
a DET 4 det _
member NOUN 0 root Frame=1:office|Role=1:title
of ADP 6 case _
Parliament PROPN 4 nmod Name=B-ORG
. PUNCT 4 punct _
`
	expert = `Jane PROPN 5 nsubj Name=B-PER|Role=1:holder
, PUNCT 5 punct _
a DET 5 det _
China PROPN 5 compound Name=B-LOC|Role=1:of
expert NOUN 0 root Frame=1:office|Role=1:title
at ADP 8 case _
Oxford PROPN 8 compound Name=B-ORG|Role=1:of
University PROPN 5 nmod Name=I-ORG|Role=1:of
. PUNCT 5 punct _
`
	inBrackets = `Jane PROPN 3 nsubj Name=B-PER|Role=1:holder
, PUNCT 3 punct _
leader NOUN 0 root Frame=1:office|Role=1:title
of ADP 7 case _
the DET 7 det _
socialist ADJ 7 amod Role=1:of
party NOUN 3 nmod Role=1:of
( PUNCT 9 punct _
PSX PROPN 7 appos Name=B-ORG
) PUNCT 9 punct _
. PUNCT 3 punct _
`
	apart = `Jane PROPN 4 nsubj Name=B-PER|Role=1:holder
was AUX 4 cop _
a DET 4 det _
spokeswoman NOUN 0 root Frame=1:office|Role=1:title
for ADP 7 case _
the DET 7 det _
prosecutor NOUN 4 nmod Frame=2:office|Role=2:title
, PUNCT 9 punct _
Carla PROPN 7 appos Name=B-PER|Role=2:holder
. PUNCT 4 punct _
`
)

func TestWords(t *testing.T) {
	compare(t, []reading{
		{"several, each with a country", presidents, "person:boris President country:ru; person:leonid President country:ua"},
		{"a party tag is no owner", tagged, "person:jane Sen. country:us"},
		{"whom a minister is against", opposed, "person:jane Minister country:lb"},
		{"what an envoy is there for", envoy, "person:jane envoy for Chad country:fr"},
		{"who served as", served, "person:jane agent organization:fbi"},
		{"who is to be replaced", replaced, "person:jane director organization:fbi"},
		{"the family of somebody", family, ""},
		{"a constituency", represents, "person:jane senator -"},
		{"of a parliament, so of its country", ofParliament, "person:jane member of Parliament country:gb"},
		{"what an expert knows", expert, "person:jane expert organization:oxford-university"},
		{"a party by its letters", inBrackets, "person:jane leader organization:psx"},
		{"whom an apposition names", apart, "person:carla prosecutor -; person:jane spokeswoman person:carla"},
	})
}
