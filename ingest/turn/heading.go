package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// announced finds quotations that are a paragraph after one that ends with the
// name of their speaker and a colon, and tells nothing: “And from Jane Roe:”.
func announced(s *scene) (turns []Turn) {
	for i := 0; i+1 < len(s.paragraphs); i++ {
		p := s.paragraphs[i]
		if s.Words[p.Last-1].Text != ":" || p.Len() > longestLabel {
			continue
		}
		source := s.announcer(document.Range{First: p.First, Last: p.Last - 1})
		if content, ok := s.quotationIn(s.paragraphs[i+1]); ok && source.Len() > 0 {
			turns = append(turns, Turn{Cue: p.Last - 1, Label: p, Source: source, Content: content})
		}
	}
	return turns
}

// announcer returns who is named before a colon: all, or what stands after
// “from”.
func (s *scene) announcer(r document.Range) document.Range {
	if from := slices.IndexFunc(s.Words[r.First:r.Last], func(w document.Word) bool { return strings.EqualFold(w.Text, "from") }); from >= 0 {
		r.First += from + 1
	}
	_, person := s.named(r, document.PER)
	if _, body := s.named(r, document.ORG); !person && !body || s.verbal(r) || s.broken(r) || s.quotesIn(r) {
		return document.Range{}
	}
	return r
}

func (s *scene) quotesIn(r document.Range) bool {
	return slices.ContainsFunc(s.quoted[r.First:r.Last], func(q int) bool { return q >= 0 })
}

// quotationIn returns the quotation that a paragraph is.
func (s *scene) quotationIn(p document.Range) ([]document.Range, bool) {
	if !s.whole(p) || !s.speech(s.quoted[p.First]) {
		return nil, false
	}
	return []document.Range{s.inside(s.quoted[p.First])}, true
}

// namesAbove finds quotations that are a paragraph below one that is a name and
// a title.
func namesAbove(s *scene) (turns []Turn) {
	for i := 0; i+1 < len(s.paragraphs); i++ {
		p := s.paragraphs[i]
		if p.Len() > longestSignature || !s.title(p) {
			continue
		}
		if content, ok := s.quotationIn(s.paragraphs[i+1]); ok {
			mark := s.paragraphs[i+1].First
			turns = append(turns, Turn{Cue: mark, Label: p, Source: s.trim(p), Content: content})
		}
	}
	return turns
}

// longestBelow is how many words stand below a quotation at most: who says it, and
// on what.
const longestBelow = 24

// namesBelow finds quotations that are a paragraph, under a heading or at the
// beginning, with a name and a title below.
func namesBelow(s *scene) (turns []Turn) {
	for i := 0; i+1 < len(s.paragraphs); i++ {
		content, ok := s.quotationIn(s.paragraphs[i])
		p := s.paragraphs[i+1]
		if !ok || p.Len() > longestBelow || !s.title(p) {
			continue
		}
		if first := i == 0 || s.heading(s.paragraphs[i-1]); first || len(turns) > 0 && turns[len(turns)-1].Label == s.paragraphs[i-1] {
			turns = append(turns, Turn{Cue: s.paragraphs[i].First, Label: p, Source: s.described(p), Content: content})
		}
	}
	return turns
}

// heading says whether a paragraph ends as no sentence does and is no name with a
// title.
func (s *scene) heading(p document.Range) bool {
	return p.Len() <= longestSignature && s.Words[p.Last-1].IsWord() && !s.title(p)
}

// described returns the name of a person with what stands after one comma.
func (s *scene) described(p document.Range) document.Range {
	n, _ := s.named(p, document.PER)
	for w := n.Last + 1; w < p.Last; w++ {
		if !s.Words[w].IsWord() {
			return document.Range{First: p.First, Last: w}
		}
	}
	return s.trim(p)
}

// title says whether a paragraph is the name of a person with a title after a
// comma, and no sentence.
func (s *scene) title(p document.Range) bool {
	n, person := s.named(p, document.PER)
	last := s.Words[p.Last-1]
	return person && n.First <= p.First+1 && n.Last < p.Last && s.Words[n.Last].Text == "," && (last.IsWord() || last.Text == ".") && !s.verbal(p) && !s.quotesIn(p)
}
