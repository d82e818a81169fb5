package holds

import (
	"strings"
	"testing"
)

// Sentences about Russia, with whose president or mayor the last word but one of
// the title says.
const (
	russia         = "Russia PROPN 2 nsubj Name=B-LOC\nslept VERB 0 root _\n. PUNCT 2 punct _\n\n"
	ofChechnya     = "Chechen ADJ 2 amod Name=B-MISC|Role=1:of\nPresident NOUN 4 nsubj Frame=1:office|Role=1:title\nJane PROPN 2 flat Name=B-PER|Role=1:holder\nleft VERB 0 root _\n. PUNCT 4 punct _\n"
	presidentAgain = "\nPresident NOUN 3 nsubj Frame=2:office|Role=2:title\nJane PROPN 1 flat Name=B-PER|Role=2:holder\nslept VERB 0 root _\n. PUNCT 3 punct _\n"
	theStates      = "The DET 2 det _\nstate NOUN 4 nmod:poss _\n's PART 2 case _\nminister NOUN 6 nsubj Frame=1:office|Role=1:title\nJane PROPN 4 flat Name=B-PER|Role=1:holder\nleft VERB 0 root _\n. PUNCT 6 punct _\n"
)

func TestRegions(t *testing.T) {
	of := func(words, title string) string {
		return russia + strings.NewReplacer("Chechen", words, "President", title).Replace(ofChechnya)
	}
	compare(t, []reading{
		{"an adjective", of("Chechen", "President"), "person:jane President place:chechnya"},
		{"and the title alone", of("Chechen", "President") + presidentAgain, "person:jane President place:chechnya; person:jane President place:chechnya"},
		{"no region's government", of("Chechen", "player"), "person:jane player -"},
		{"one that means others too", of("Kurdish", "President"), "person:jane President -"},
		{"… and is named", strings.Replace(of("Kurdish", "President"), "Russia", "Kurdistan", 1), "person:jane President place:kurdistan"},
		{"a capital's mayor", of("Moscow", "Mayor"), "person:jane Mayor place:moscow"},
		{"the state's minister", russia + theStates, "person:jane minister -"},
	})
}
