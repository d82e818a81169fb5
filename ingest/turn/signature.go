package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// longestSignature is how many words a signature has at most.
const longestSignature = 14

// signatures finds quotations with a dash and a name after them, in the same
// paragraph or in one of its own.
func signatures(s *scene) (turns []Turn) {
	for i, q := range s.quotes {
		if !s.speech(i) {
			continue
		}
		dash := q.Last
		if dash >= len(s.Words) || !isDash(s.Words[dash].Text) {
			continue
		}
		if source := s.signature(dash); source.Len() > 0 {
			turns = append(turns, Turn{Cue: dash, Label: document.Range{First: dash, Last: source.Last}, Source: source, Content: []document.Range{s.inside(i)}})
		}
	}
	return turns
}

// speech says whether a quotation is something said rather than a title: it has
// some words, and ends as a sentence does or has a verb.
func (s *scene) speech(quote int) bool {
	r := s.inside(quote)
	words := 0
	for w := r.First; w < r.Last; w++ {
		if s.Words[w].IsWord() {
			words++
		}
	}
	ends := r.Len() > 0 && slices.Contains([]string{".", "!", "?", "…", "..."}, s.Words[r.Last-1].Text)
	return words >= 2 && ends || words >= 4 && s.verbal(r)
}

// signature returns the words between a dash and the end of its paragraph, or
// the next quotation, where they can be a signature: they begin like a name and
// tell nothing.
func (s *scene) signature(dash int) document.Range {
	p := s.paragraphOf(dash)
	r := document.Range{First: dash + 1, Last: dash + 1}
	for r.Last < p.Last && s.quoted[r.Last] < 0 {
		r.Last++
	}
	r = s.trim(r)
	if r.Len() == 0 || r.Len() > longestSignature || !s.Words[r.First].Upper() || s.verbal(r) || s.broken(r) {
		return document.Range{}
	}
	_, person := s.named(r, document.PER)
	_, body := s.named(r, document.ORG)
	if !person && !body && !nameLike(s.Words[r.First:r.Last]) {
		return document.Range{}
	}
	return r
}

// broken says whether a sentence ends among the words, or a number stands there
// that is no age or year.
func (s *scene) broken(r document.Range) bool {
	return slices.ContainsFunc(s.Words[r.First:r.Last], func(w document.Word) bool {
		return strings.Contains(".!?:", w.Text) || strings.Trim(w.Text, "0123456789") == "" && len(w.Text) > 2 && !year.MatchString(w.Text)
	})
}

// paragraphOf returns the paragraph of a word.
func (s *scene) paragraphOf(word int) document.Range {
	i, _ := slices.BinarySearchFunc(s.paragraphs, word, func(p document.Range, w int) int { return p.Last - 1 - w })
	return s.paragraphs[i]
}

// accounts finds posts, which have the account of their writer after a dash.
func accounts(s *scene) (turns []Turn) {
	begin := 0 // of what may be the post
	for w := 0; w < len(s.Words); w++ {
		p := s.paragraphOf(w)
		begin = max(begin, p.First)
		if !isDash(s.Words[w].Text) {
			continue
		}
		source, date := s.account(w, p)
		if source.Len() == 0 {
			continue
		}
		end := date.Last
		first := s.paragraphBefore(begin, w)
		if content := (document.Range{First: first, Last: w}); content.Len() > 0 {
			turns = append(turns, Turn{Cue: w, Label: document.Range{First: w, Last: end}, Source: source, When: date, Content: []document.Range{content}})
		}
		w = end - 1
		begin = end
	}
	return turns
}

// paragraphBefore returns where the post begins that is signed at the dash: at
// begin, or at the beginning of the paragraph before where the dash begins its
// own.
func (s *scene) paragraphBefore(begin, dash int) int {
	if begin < dash || dash == 0 {
		return begin
	}
	return s.paragraphOf(dash - 1).First
}

// account returns the name between a dash and a handle in brackets, and the
// date after them.
func (s *scene) account(dash int, p document.Range) (source, date document.Range) {
	for w := dash + 1; w+2 < p.Last && w < dash+longestSignature; w++ {
		if s.Words[w].Text != "(" || s.Words[w+1].Text != "@" {
			continue
		}
		end := w + 2
		for end < p.Last && s.Words[end].Text != ")" {
			end++
		}
		end = min(p.Last, end+1)
		return s.trim(document.Range{First: dash + 1, Last: w}), document.Range{First: end, Last: s.dateEnd(end, p)}
	}
	return source, date
}

// dateEnd returns where the date ends that begins at a word: with a year,
// among the next words.
func (s *scene) dateEnd(at int, p document.Range) int {
	for w := at; w < min(p.Last, at+5); w++ {
		if year.MatchString(s.Words[w].Text) {
			return w + 1
		}
	}
	return at
}
