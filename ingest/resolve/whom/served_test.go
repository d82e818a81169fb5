package whom

import "testing"

// TestServed holds that whoever speaks for somebody is another one, and that
// the speaker's own name after the noun is the speaker's.
func TestServed(t *testing.T) {
	const lines = `Jane PROPN 4 nmod:poss Name=B-PER
Doe PROPN 1 flat Name=I-PER
’s PART 1 case _
spokesman NOUN 0 root _

an DET 3 det _
old ADJ 3 amod _
aide NOUN 0 root _
to ADP 5 case _
Doe PROPN 3 nmod Name=B-PER

Doe PROPN 2 compound Name=B-PER
aide NOUN 3 compound _
Mary PROPN 0 root Name=B-PER
Poe PROPN 3 flat Name=I-PER

an DET 2 det _
agent NOUN 0 root _
for ADP 4 case _
Chad PROPN 2 nmod Name=B-LOC
Mary PROPN 2 appos Name=B-PER
Poe PROPN 5 flat Name=I-PER

Doe PROPN 2 nmod:poss Name=B-PER
house NOUN 0 root _`
	d, cast := parsed(t, lines)
	r := New(d, cast)
	for phrase, want := range map[string]string{
		"Jane Doe ’s spokesman": "Jane Doe", "an old aide to Doe": "Jane Doe", "Doe aide Mary Poe": "", "an agent for Chad Mary Poe": "Chad", "Doe house": "",
	} {
		words, got := find(t, d, phrase), ""
		for _, m := range cast.MentionsIn(words) {
			if r.served(phraseAt(d, words), m.Range) {
				got += m.Entity.Name
			}
		}
		if got != want {
			t.Errorf("%q means one who speaks for %q, want %q", phrase, got, want)
		}
	}
}
