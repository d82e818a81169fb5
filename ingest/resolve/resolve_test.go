package resolve

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

const spoken = `# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC
# newdoc id = test
# published = 2022-01-21
# newpar
# text = French President Jane Doe met John Roe in Oslo.
French    french    ADJ   2 amod  Name=B-MISC|Role=1:of
President president NOUN  3 nmod:desc Frame=1:office|Role=1:title,2:participant
Jane      Jane      PROPN 5 nsubj Name=B-PER|Role=1:holder,2:participant
Doe       Doe       PROPN 3 flat  Name=I-PER|Role=1:holder,2:participant
met       meet      VERB  0 root  Frame=2:meeting:past|Role=2:trigger
John      John      PROPN 5 obj   Name=B-PER|Role=2:participant
Roe       Roe       PROPN 6 flat  Name=I-PER|Role=2:participant
in        in        ADP   9 case
Oslo      Oslo      PROPN 5 obl   Name=B-LOC|Role=2:place
.         .         PUNCT 5 punct

# text = The Norwegian army said so.
The       the       DET   3 det   Role=3:source
Norwegian norwegian ADJ   3 amod  Name=B-MISC|Role=3:source
army      army      NOUN  4 nsubj Role=3:source
said      say       VERB  0 root  Frame=3:statement:ASSERT|Role=3:cue
so        so        ADV   4 obj   Role=3:content
.         .         PUNCT 4 punct
`

// unheard is of a body that nothing is told of.
const unheard = `
# text = It hid from the Swedish police.
It      it      PRON  2 nsubj
hid     hide    VERB  0 root
from    from    ADP   6 case
the     the     DET   6 det
Swedish swedish ADJ   6 amod Name=B-MISC
police  police  NOUN  2 obl
.       .       PUNCT 2 punct
`

// TestResolve holds that the rooms are joined, and that a body without a name
// is written where something refers to it alone.
func TestResolve(t *testing.T) {
	d, err := document.Parse(spoken + unheard)
	if err != nil {
		t.Fatal(err)
	}
	f := Resolve(d)
	var bodies []string
	for _, e := range f.Organizations {
		bodies = append(bodies, e.ID)
	}
	if got := strings.Join(bodies, " "); got != "organization:army-no" {
		t.Errorf("bodies %q", got)
	}
	if len(f.People) != 2 || len(f.People[0].Positions) != 1 || f.People[0].Positions[0].Of != "country:fr" {
		t.Errorf("people %+v", f.People)
	}
	if len(f.Meetings) != 1 || len(f.Meetings[0].Participants) != 2 || f.Meetings[0].Place != "place:oslo" {
		t.Errorf("meetings %+v", f.Meetings)
	}
	if len(f.Statements) != 1 || f.Statements[0].Speaker == nil || *f.Statements[0].Speaker != "organization:army-no" {
		t.Errorf("statements %+v", f.Statements)
	}
}
