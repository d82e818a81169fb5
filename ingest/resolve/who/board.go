package who

import (
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// enterBoards gives bodies the words for their boards, which speak for them:
// “Opel's board”, “Opel's new board of directors”. Of six such sources in the
// marks six mean the body.
func (f finder) enterBoards() {
	var found []Mention
	for noun, w := range f.Document.Words {
		if strings.EqualFold(w.Text, "board") && f.MentionAt(noun) == nil {
			if m := f.ownerOf(noun); m != nil && m.Entity.Label == graph.Organization {
				found = append(found, Mention{document.Range{First: m.First, Last: f.boardEnd(noun)}, m.Entity})
			}
		}
	}
	for _, m := range found {
		m.Entity.Mentions = append(m.Entity.Mentions, m.Range)
		f.Mentions = append(f.Mentions, m)
	}
	f.arrange()
}

// ownerOf returns the name with “'s” that a noun hangs together with, adjectives
// between them; nil where there is none.
func (f finder) ownerOf(noun int) *Mention {
	for w := noun - 1; w > 0; w-- {
		switch c := tree.At(f.Document, w); {
		case lexicon.Owning(c.Lower()):
			return f.MentionAt(w - 1)
		case !c.Is("ADJ", "NOUN"):
			return nil
		}
	}
	return nil
}

// boardEnd returns where the words for a board end: after “board of directors”.
func (f finder) boardEnd(noun int) int {
	if at(f.Document, noun+1) == "of" && lexicon.OfBoards.Has(at(f.Document, noun+2)) {
		return noun + 3
	}
	return noun + 1
}
