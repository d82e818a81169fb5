package said

import "testing"

const (
	didNotAccuse = `Norway Norway PROPN 4 nsubj Name=B-LOC|Role=1:source
did    do     AUX   4 aux
not    not    PART  4 advmod
accuse accuse VERB  0 root  Frame=1:statement:ACCUSE|Role=1:cue
it     it     PRON  4 obj
of     of     ADP   7 case  Role=1:content
lies   lie    NOUN  4 obl   Role=1:content
.      .      PUNCT 4 punct
`
	stoppedShort = `Norway   Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
stopped  stop   VERB  0 root
short    short  ADV   2 advmod
of       of     ADP   5 mark
accusing accuse VERB  2 advcl Frame=1:statement:ACCUSE|Role=1:cue
it       it     PRON  5 obj
of       of     ADP   8 case  Role=1:content
lies     lie    NOUN  5 obl   Role=1:content
.        .      PUNCT 2 punct
`
	failedToThank = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
failed fail   VERB  0 root
to     to     PART  4 mark
thank  thank  VERB  2 xcomp Frame=1:statement:THANK|Role=1:cue
it     it     PRON  4 obj
for    for    ADP   7 case  Role=1:content
rain   rain   NOUN  4 obl   Role=1:content
.      .      PUNCT 2 punct
`
	didNotExpect = `Norway Norway PROPN 4 nsubj Name=B-LOC|Role=1:source
did    do     AUX   4 aux
not    not    PART  4 advmod
expect expect VERB  0 root  Frame=1:statement:PREDICT:negative|Role=1:cue
rain   rain   NOUN  4 obj   Role=1:content
.      .      PUNCT 4 punct
`
	triedToThank = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
tried  try    VERB  0 root
to     to     PART  4 mark
thank  thank  VERB  2 xcomp Frame=1:statement:THANK|Role=1:cue
it     it     PRON  4 obj
for    for    ADP   7 case  Role=1:content
rain   rain   NOUN  4 obl   Role=1:content
.      .      PUNCT 2 punct
`
)

func TestWhatIsNotDoneIsNotSaid(t *testing.T) {
	for _, c := range []struct {
		sentence, act string
		unsaid        bool
	}{
		{didNotAccuse, "ACCUSE", true},
		{stoppedShort, "ACCUSE", true},
		{failedToThank, "THANK", true},
		{didNotExpect, "PREDICT", false},
		{triedToThank, "THANK", false},
	} {
		got := findOn(t, c.sentence)
		if len(got) != 1 || got[0].Act != c.act || got[0].AttributionNegated != c.unsaid {
			t.Errorf("%s: got %+v, want one %s, not said: %v", c.sentence, got, c.act, c.unsaid)
		}
	}
}
