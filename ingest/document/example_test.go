package document_test

import (
	"fmt"
	"os"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// A document written by hand, as a test of a rule needs it.
func ExampleParse() {
	d, err := document.Parse(`# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC
# newpar
Jane  Jane  PROPN 3 nsubj Name=B-PER|Role=1:source
Doe   Doe   PROPN 1 flat  Name=I-PER|Role=1:source
said  say   VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
it    it    PRON  5 nsubj Role=1:content
rains rain  VERB  3 ccomp Role=1:content
.     .     PUNCT 3 punct
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range d.Names {
		fmt.Println("name:", d.Text(n.Range), n.Kind)
	}
	for _, f := range d.Frames {
		for _, role := range []document.Role{document.Source, document.Cue, document.Content} {
			for _, words := range f.Parts(role) {
				fmt.Println(role+":", d.Text(words))
			}
		}
	}
	// Output:
	// name: Jane Doe PER
	// source: Jane Doe
	// cue: said
	// content: it rains
}

func ExampleWrite() {
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL\n# newpar\nIt   it   PRON 2 nsubj\nrains rain VERB 0 root\n")
	if err == nil {
		err = document.Write(os.Stdout, d)
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// # newdoc id = sha256:9037da4ce557c62e58d8b670a51b8965
	// # newpar
	// # sent_id = 1
	// # text = It rains
	// 1	It	it	PRON	_	_	2	nsubj	_	_
	// 2	rains	rain	VERB	_	_	0	root	_	_
}
