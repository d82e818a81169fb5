package said

import "testing"

// saidAndWarned has a cue that wants the words of the paragraph before.
const saidAndWarned = `“      “      PUNCT 2 punct
Rain   rain   NOUN  5 nsubj Role=1:content,2:content
fell   fall   VERB  5 ccomp Role=1:content,2:content
”      ”      PUNCT 3 punct
said   say    VERB  0 root  Frame=1:statement:ASSERT:p=0.6|Role=1:cue
Norway Norway PROPN 5 nsubj Name=B-LOC|Role=1:source
.      .      PUNCT 5 punct

# newpar
Chad   Chad   PROPN 2 nsubj Name=B-LOC|Role=2:source
warned warn   VERB  0 root  Frame=2:statement:WARN|Role=2:cue
Mali   Mali   PROPN 2 obj   Name=B-LOC
.      .      PUNCT 2 punct
`

func TestWordsOfAnotherParagraphAreSaidThere(t *testing.T) {
	got := findOn(t, saidAndWarned)
	if len(got) != 1 || got[0].Voices()[0] != "country:no" {
		t.Errorf("got %+v, want what Norway said alone", got)
	}
}
