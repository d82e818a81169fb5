package turn

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// words returns what is said after a label: the rest of its paragraph and the
// paragraphs before the next label. After the last one, and in other texts than
// transcripts, the first paragraph is all. Stage directions are not said.
func (s *scene) words(l label, next int, first bool) (content []document.Range) {
	if l.rest.Len() > 0 {
		content = s.spoken(l.rest)
	}
	for p := l.paragraph + 1; p < next && (!first || len(content) == 0); p++ {
		if r := s.paragraphs[p]; !s.direction(r) {
			content = append(content, s.spoken(r)...)
		}
	}
	return content
}

// direction says whether a paragraph is no speech but tells what happens, as
// (APPLAUSE).
func (s *scene) direction(r document.Range) bool {
	first, last := s.Words[r.First].Text, s.Words[r.Last-1].Text
	return first == "(" && last == ")" || first == "[" && last == "]"
}

// spoken returns the parts of a paragraph that are no stage directions: “I am
// old. (Laughs.) | They can't.”
func (s *scene) spoken(r document.Range) (parts []document.Range) {
	begin := r.First
	for w := r.First; w < r.Last; w++ {
		end := s.directionAt(w, r.Last)
		if end == w {
			continue
		}
		if begin < w {
			parts = append(parts, document.Range{First: begin, Last: w})
		}
		begin, w = end, end-1
	}
	if begin < r.Last {
		parts = append(parts, document.Range{First: begin, Last: r.Last})
	}
	return parts
}

// longestDirection is how many words stand in the brackets of a stage direction.
const longestDirection = 6

// directionAt returns where the stage direction ends that begins at a word, the
// word itself where none does.
func (s *scene) directionAt(word, last int) int {
	if text := s.Words[word].Text; text != "(" && text != "[" {
		return word
	}
	tells := false
	for w := word + 1; w < min(last, word+longestDirection+2); w++ {
		switch text := s.Words[w].Text; {
		case text == ")" || text == "]":
			if tells {
				return w + 1
			}
			return word
		case lexicon.StageDirections.Has(strings.ToLower(text)):
			tells = true
		}
	}
	return word
}
