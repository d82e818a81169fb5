package read

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

const layout = "# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# published = 2016-05-08\n# newpar\n"

// TestDeeds keeps what is said, and drops what is done.
func TestDeeds(t *testing.T) {
	for _, c := range []struct {
		name, lines string
		kept        int
	}{
		{"goods", `Chile Chile PROPN 2 nsubj Role=1:source
recalled recall VERB 0 root Frame=1:statement:ASSERT|Role=1:cue
its its PRON 4 nmod:poss Role=1:content
envoy envoy NOUN 2 obj Role=1:content`, 0},
		{"a memory", `Doe Doe PROPN 2 nsubj Role=1:source
recalled recall VERB 0 root Frame=1:statement:ASSERT|Role=1:cue
the the DET 4 det Role=1:content
storm storm NOUN 2 obj Role=1:content`, 1},
		{"withheld", `Guards guard NOUN 2 nsubj Role=1:source
denied deny VERB 0 root Frame=1:statement:DENY|Role=1:cue
Doe Doe PROPN 4 nmod:poss Role=1:content
entry entry NOUN 2 obj Role=1:content`, 0},
		{"denied", `Guards guard NOUN 2 nsubj Role=1:source
denied deny VERB 0 root Frame=1:statement:DENY|Role=1:cue
the the DET 4 det Role=1:content
charge charge NOUN 2 obj Role=1:content`, 1},
		{"a law", `Doe Doe PROPN 2 nsubj Role=1:source
signed sign VERB 0 root Frame=1:statement:AGREE|Role=1:cue
the the DET 4 det Role=1:content
law law NOUN 2 obj Role=1:content`, 0},
		{"a meeting called", `Doe Doe PROPN 2 nsubj Role=1:source
called call VERB 0 root Frame=1:statement:REQUEST|Role=1:cue
a a DET 4 det Role=1:content
meeting meeting NOUN 2 obj Role=1:content`, 0},
		{"a meeting called something", `Doe Doe PROPN 2 nsubj Role=1:source
called call VERB 0 root Frame=1:statement:CRITICIZE|Role=1:cue
the the DET 4 det Role=1:content
meeting meeting NOUN 2 obj Role=1:content
useless useless ADJ 2 xcomp Role=1:content`, 1},
		{"somebody remembered", `Towns town NOUN 2 nsubj Role=1:source
remember remember VERB 0 root Frame=1:statement:ASSERT|Role=1:cue
Jane Jane PROPN 2 obj Role=1:content
Doe Doe PROPN 3 flat Role=1:content`, 0},
		{"no comment", `a a DET 2 det _
request request NOUN 0 root Frame=1:statement:REQUEST|Role=1:cue
for for ADP 4 case Role=1:content
comment comment NOUN 2 nmod Role=1:content`, 0},
		{"no words", `Doe Doe PROPN 2 nsubj Role=1:source
said say VERB 0 root Frame=1:statement:ASSERT|Role=1:cue
the the DET 2 obj Role=1:content`, 0},
	} {
		d, err := document.Parse(layout + c.lines + "\n")
		if err != nil {
			t.Fatal(err)
		}
		if repairFrames(d); len(d.Frames) != c.kept {
			t.Errorf("%s: %d frames", c.name, len(d.Frames))
		}
	}
}

// TestQuotedSpeaks gives words to whom is quoted.
func TestQuotedSpeaks(t *testing.T) {
	d, err := document.Parse(layout + `Doe Doe PROPN 3 nsubj:pass Role=1:source
was be AUX 3 aux:pass _
quoted quote VERB 0 root _
by by ADP 5 case _
Tass Tass PROPN 3 obl:agent Role=1:source
as as SCONJ 7 mark _
saying say VERB 3 advcl Frame=1:statement:ASSERT|Role=1:cue
no no INTJ 7 obj Role=1:content
`)
	if err != nil {
		t.Fatal(err)
	}
	repairFrames(d)
	if got := d.Frames[0].Roles[document.Source]; len(got) != 1 || got[0] != 0 {
		t.Errorf("source is %v", got)
	}
}
