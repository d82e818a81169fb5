package read

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// sureOfThanks is how probable such a frame is, by judgement: the marked articles
// have none that is told, and one in somebody's own words, which is passed over.
const sureOfThanks = 0.9

// thankedOnly adds the frames of thanks that have no other words than for whom they
// are, which the network leaves out as it finds nothing that is said.
func thankedOnly(d *document.Document) {
	for w := range d.Words {
		verb := tree.At(d, w)
		act, known := thanks[verb.Lemma()]
		if !known || !verb.Is("VERB") || quoted(d, w) || told(d, w) {
			continue
		}
		who, whom := verb.Child("nsubj"), verb.Child("obj", "iobj")
		if !who.OK() || !whom.OK() || !whom.Is("PROPN", "PRON") || verb.Passive() || verb.Child("aux", "mark", "ccomp", "xcomp").OK() || verb.Negated() {
			continue
		}
		d.Frames = append(d.Frames, document.Frame{Kind: document.Statement, Anchor: w, P: sureOfThanks, Act: act, Sure: sureOfThanks, Roles: map[document.Role][]int{
			document.Cue: {w}, document.Source: wordsOf(who), document.Content: wordsOf(whom), document.Target: wordsOf(whom),
		}, Likely: map[document.Role]map[int]float64{document.Target: {whom.Word: sureOfThanks}}})
	}
	slices.SortStableFunc(d.Frames, func(f, g document.Frame) int { return cmp.Compare(f.Anchor, g.Anchor) })
}

// thanks are the acts of the verbs for them.
var thanks = map[string]string{"thank": "THANK", "congratulate": "PRAISE"}

// told says whether a word is of the cue of a statement.
func told(d *document.Document, word int) bool {
	return slices.ContainsFunc(d.Frames, func(f document.Frame) bool {
		return f.Kind == document.Statement && (f.Anchor == word || slices.Contains(f.Roles[document.Cue], word))
	})
}

// wordsOf returns the words of a phrase.
func wordsOf(c tree.Cursor) (words []int) {
	for w := c.Phrase().First; w < c.Phrase().Last; w++ {
		words = append(words, w)
	}
	return words
}
