package tree_test

import (
	"fmt"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

func ExampleAt() {
	d, err := document.Parse(`# global.columns = FORM LEMMA UPOS HEAD DEPREL FEATS
# newpar
The     the    DET   2 det   _
mayor   mayor  NOUN  3 nsubj _
said    say    VERB  0 root  _
the     the    DET   5 det   _
bridge  bridge NOUN  8 nsubj:pass _
was     be     AUX   8 aux:pass   _
not     not    PART  8 advmod     _
closed  close  VERB  3 ccomp Voice=Pass
.       .      PUNCT 3 punct _
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	verb := tree.At(d, 2)
	closed := verb.Child("ccomp")
	fmt.Println(d.Text(verb.Subject().Phrase()), "/", verb.Lemma(), "/", d.Text(closed.Phrase()))
	fmt.Println("passive:", closed.Passive(), "negated:", closed.Negated())
	fmt.Println("a step that leads nowhere:", closed.Agent().OK(), closed.Agent().Up().OK())
	// Output:
	// The mayor / say / the bridge was not closed
	// passive: true negated: true
	// a step that leads nowhere: false false
}
