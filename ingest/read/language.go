package read

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// frequent are the words that every English text is full of and that few other
// languages have.
var frequent = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`the of and to a in that is was for on with as it by at from be are he she his her they their
		has have had not but this which who or an were been will would said its we you i`) {
		set[w] = true
	}
	return set
}()

const (
	enough       = 200  // bytes of words of a text whose language can be told
	englishShare = 0.15 // of frequent words; English news has more than 0.3
)

// English says whether a document may be English: whether it is too short to
// tell, or frequent English words are frequent in it.
func English(d *document.Document) bool {
	words, known, length := 0, 0, 0
	for _, t := range d.Words {
		if t.IsWord() {
			words++
			length += t.Len()
			if frequent[strings.ToLower(t.Text)] {
				known++
			}
		}
	}
	return length < enough || float64(known) >= englishShare*float64(words)
}
