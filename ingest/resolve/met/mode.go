package met

import (
	_ "embed"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed data/modes.txt
var modesTXT string

// modes are the modes of meetings by lemma.
var modes = lexicon.Classes(modesTXT)

// modeOf returns how people meet, by the words of the trigger and what hangs
// from them; "" where those don't tell.
func (m *maker) modeOf(f document.Frame) (mode string) {
	for _, w := range f.Roles[document.Trigger] {
		c := tree.At(m.Document, w)
		mode = stronger(mode, modes[c.Lemma()])
		for _, child := range c.Children("compound", "amod", "advmod", "obl", "nmod") {
			if found := modes[child.Lemma()]; found == "phone" || found == "video" {
				mode = stronger(mode, found)
			}
		}
	}
	return mode
}

// strength orders modes: the later tells more.
var strength = map[string]int{"": 0, "multilateral": 1, "visit": 2, "phone": 3, "video": 4}

// stronger returns the mode that tells more.
func stronger(a, b string) string {
	if strength[b] > strength[a] {
		return b
	}
	return a
}
