package turn

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// comments finds what readers write: paragraphs without quotation marks that end
// with a dash, a name and what is told of it, two or more, in which people speak of
// themselves. A reporter's name after a brief has neither.
func comments(s *scene) (turns []Turn) {
	own := 0
	for _, p := range s.paragraphs {
		dash := s.lastDash(p)
		content := document.Range{First: p.First, Last: dash}
		if dash <= p.First || s.quotesIn(p) || !endsSentence(s.Words[dash-1].Text) {
			continue
		}
		source := s.signature(dash)
		comma := slices.IndexFunc(s.Words[source.First:source.Last], func(w document.Word) bool { return w.Text == "," })
		if comma < 1 {
			continue
		}
		if s.anyOf(content, lexicon.OwnPerson) {
			own++
		}
		turns = append(turns, Turn{Cue: dash, Label: document.Range{First: dash, Last: source.Last}, Source: document.Range{First: source.First, Last: source.First + comma}, Content: []document.Range{content}})
	}
	if len(turns) < 2 || 2*own < len(turns) {
		return nil
	}
	return turns
}

// lastDash returns the last dash of a paragraph, its beginning where there is none.
func (s *scene) lastDash(p document.Range) int {
	for w := p.Last - 1; w > p.First; w-- {
		if isDash(s.Words[w].Text) {
			return w
		}
	}
	return p.First
}
