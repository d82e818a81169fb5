package read

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

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
			if lexicon.Frequent.Has(strings.ToLower(t.Text)) {
				known++
			}
		}
	}
	return length < enough || float64(known) >= englishShare*float64(words)
}
