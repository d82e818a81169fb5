package said

import (
	"fmt"
	"testing"
)

const (
	// someAideSaid is completed by the word before the aide.
	someAideSaid = `%s   a    DET  2 det   Role=1:source
aide aide NOUN 3 nsubj Role=1:source
said say  VERB 0 root  Frame=1:statement:ASSERT|Role=1:cue
rain rain NOUN 5 nsubj Role=1:content
fell fall VERB 3 ccomp Role=1:content
.    .    PUNCT 3 punct
`
	// doeSaid is completed by what she said.
	doeSaid = `Jane Jane PROPN 3 nsubj Name=B-PER|Role=2:source
Doe  Doe  PROPN 1 flat  Name=I-PER|Role=2:source
said say  VERB  0 root  Frame=2:statement:ASSERT|Role=2:cue
%s   %s   NOUN  5 nsubj Role=2:content
came come VERB  3 ccomp Role=2:content
.    .    PUNCT 3 punct
`
	doeCame = `Jane Jane PROPN 3 nsubj Name=B-PER
Doe  Doe  PROPN 1 flat  Name=I-PER
came come VERB  0 root
.    .    PUNCT 3 punct
`
)

// TestHeralded: who speaks in the lead without a name is who says the same by
// name further down.
func TestHeralded(t *testing.T) {
	again, other := fmt.Sprintf(doeSaid, "rain", "rain"), fmt.Sprintf(doeSaid, "help", "help")
	anAide, theAide := fmt.Sprintf(someAideSaid, "An"), fmt.Sprintf(someAideSaid, "The")
	for _, c := range []struct {
		what      string
		sentences []string
		want      string
	}{
		{"named further down", []string{anAide, again}, "[person:jane-doe]"},
		{"another says something else", []string{anAide, other}, "[]"},
		{"somebody already known", []string{theAide, again}, "[]"},
		{"named before, as another", []string{doeCame, anAide, again}, "[]"},
		{"not in the lead", []string{itRained, itRained, itRained, itRained, anAide, again}, "[]"},
	} {
		if got := fmt.Sprint(findOn(t, c.sentences...)[0].Voices()); got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
}
