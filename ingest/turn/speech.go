package turn

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// speeches finds the text of a speech, which a paragraph announces that ends with a
// colon and names one person: “Following is the text of Jane Roe's remarks:”. All
// that follows is hers.
func speeches(s *scene) []Turn {
	for i, p := range s.paragraphs[:max(0, len(s.paragraphs)-1)] {
		n, person := s.named(p, document.PER)
		if !person || s.Words[p.Last-1].Text != ":" || !s.announcesText(p) || s.quotesIn(p) {
			continue
		}
		if _, others := s.named(document.Range{First: n.Last, Last: p.Last}, document.PER); others || !s.free(s.paragraphs[i+1:]) {
			return nil
		}
		return []Turn{{Cue: p.Last - 1, Label: document.Range{First: p.Last - 1, Last: p.Last}, Source: n.Range, Content: s.paragraphs[i+1:]}}
	}
	return nil
}

// announcesText says whether a paragraph tells that the text of what somebody said
// follows.
func (s *scene) announcesText(p document.Range) bool {
	text, speech := false, false
	for _, w := range s.Words[p.First:p.Last] {
		word := strings.ToLower(w.Text)
		text = text || word == "text" || word == "transcript"
		speech = speech || text && lexicon.Speeches.Has(word)
	}
	return text && speech
}

// free says whether nothing of the paragraphs is part of a turn.
func (s *scene) free(paragraphs []document.Range) bool {
	for _, p := range paragraphs {
		for w := p.First; w < p.Last; w++ {
			if s.taken[w] {
				return false
			}
		}
	}
	return true
}
