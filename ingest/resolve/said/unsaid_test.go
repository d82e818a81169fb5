package said

import (
	"fmt"
	"testing"
)

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
	// toThank is completed by the verb that leads to it.
	toThank = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
%s VERB  0 root
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
)

func TestWhatIsNotDoneIsNotSaid(t *testing.T) {
	for _, c := range []struct {
		sentence, act string
		unsaid        bool
	}{
		{didNotAccuse, "ACCUSE", true},
		{stoppedShort, "ACCUSE", true},
		{fmt.Sprintf(toThank, "failed fail"), "THANK", true},
		{didNotExpect, "PREDICT", false},
		{fmt.Sprintf(toThank, "tried try"), "THANK", false},
	} {
		got := findOn(t, c.sentence)
		if len(got) != 1 || got[0].Act != c.act || got[0].AttributionNegated != c.unsaid {
			t.Errorf("%s: got %+v, want one %s, not said: %v", c.sentence, got, c.act, c.unsaid)
		}
	}
}
