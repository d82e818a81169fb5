package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// label is the beginning of a paragraph before a colon.
type label struct {
	paragraph int
	words     document.Range // with the title, without an aside as (voice-over)
	name      document.Range // of the words, those that name
	colon     int
	rest      document.Range // of the paragraph
	capitals  bool           // the name is written in capitals
	nameLike  bool           // the name is written as names are
	aside     bool
}

// longestLabel is in words.
const longestLabel = 24

// labelOf returns the label of a paragraph.
func (s *scene) labelOf(paragraph int) (l label, ok bool) {
	r := s.withoutMarks(s.paragraphs[paragraph])
	colon := s.colon(r)
	if colon <= r.First {
		return l, false
	}
	l = label{paragraph: paragraph, words: document.Range{First: r.First, Last: colon}, colon: colon, rest: document.Range{First: colon + 1, Last: r.Last}}
	for aside := true; aside && l.words.Len() > 0; {
		var inside document.Range
		if l.words, inside, aside = s.withoutAside(l.words); aside {
			l.aside = true
			l.words = s.naming(l.words, inside)
		}
	}
	for l.rest.Len() > 0 && strings.Trim(s.Words[l.rest.First].Text, "*_") == "" {
		l.rest.First++
	}
	s.readName(&l)
	return l, l.name.Len() > 0 && !s.isThing(l)
}

// withoutMarks returns a paragraph without marks of Markdown and a time in
// brackets before its words.
func (s *scene) withoutMarks(r document.Range) document.Range {
	for r.Len() > 0 && strings.Trim(s.Words[r.First].Text, "*_#") == "" {
		r.First++
	}
	if r.Len() > 0 && (s.Words[r.First].Text == "[" || s.Words[r.First].Text == "(") {
		for w := r.First + 1; w < min(r.Last, r.First+6); w++ {
			if text := s.Words[w].Text; text == "]" || text == ")" {
				return document.Range{First: w + 1, Last: r.Last}
			}
		}
	}
	return r
}

// readName finds the name in a label's words: what stands before a comma or a
// bracket, without titles before it.
func (s *scene) readName(l *label) {
	l.name = l.words
	if end := slices.IndexFunc(s.Words[l.words.First:l.words.Last], func(w document.Word) bool { return strings.Contains(",([", w.Text) }); end > 0 {
		l.name.Last = l.words.First + end
	}
	for l.name.Len() > 1 && is("title", s.Words[l.name.First].Text) {
		l.name.First++
	}
	words := s.Words[l.name.First:l.name.Last]
	l.capitals = l.name.Len() > 0 && len(s.Text(l.name)) > 1 && !slices.ContainsFunc(words, func(w document.Word) bool { return w.IsWord() && !capitals(w.Text) })
	l.nameLike = nameLike(words) && l.name.Len() <= 6
}

// colon returns the colon that ends a label, -1 for none: it stands at a word
// and before a space, and no sentence ends and no quotation begins before it. A
// dash stands for it where a quotation is all that follows.
func (s *scene) colon(r document.Range) int {
	depth := 0
	for w := r.First; w < min(r.Last, r.First+longestLabel); w++ {
		switch text := s.Words[w].Text; {
		case s.quoted[w] >= 0 || text == "." || text == "!" || text == "?" || text == ";":
			return -1
		case text == "(" || text == "[":
			depth++
		case text == ")" || text == "]":
			depth--
		case isDash(text) && w+1 < r.Last && s.quoted[w+1] >= 0 && s.whole(document.Range{First: w + 1, Last: r.Last}):
			return w
		case text == ":" && depth == 0:
			if s.Words[w-1*min(1, w)].End == s.Words[w].Start && (w+1 == r.Last || s.Words[w+1].Start > s.Words[w].End || s.Words[w+1].Text == "*") {
				return w
			}
			return -1
		}
	}
	return -1
}

// withoutAside returns a label without the brackets at its end, and what stands
// within them.
func (s *scene) withoutAside(r document.Range) (label, aside document.Range, found bool) {
	if last := s.Words[r.Last-1].Text; last != ")" && last != "]" {
		return r, aside, false
	}
	for w := r.Last - 1; w > r.First; w-- {
		if text := s.Words[w].Text; text == "(" || text == "[" {
			return document.Range{First: r.First, Last: w}, document.Range{First: w + 1, Last: r.Last - 1}, true
		}
	}
	return r, aside, false
}

// naming returns the one of a label and the aside after it that names a person: “The
// Secretary of State | (Jane Roe)”; the label where both do, or neither.
func (s *scene) naming(label, aside document.Range) document.Range {
	_, before := s.named(label, document.PER)
	if n, person := s.named(aside, document.PER); person && !before && n.Range == aside {
		return aside
	}
	return label
}

// isThing says whether what stands before a colon is known to be no speaker: a thing,
// or to whom a letter is written.
func (s *scene) isThing(l label) bool {
	return strings.EqualFold(s.Words[l.name.First].Text, "dear") ||
		!slices.ContainsFunc(s.Words[l.name.First:l.name.Last], func(w document.Word) bool { return w.IsWord() && !is("thing", w.Text) })
}

// isPart says whether a label names a part rather than a person, as MODERATOR.
func (s *scene) isPart(l label) bool {
	return !slices.ContainsFunc(s.Words[l.name.First:l.name.Last], func(w document.Word) bool {
		return w.IsWord() && !lexicon.PartsInTalks.Has(strings.TrimSuffix(strings.ToLower(w.Text), ".")) && strings.Trim(w.Text, "0123456789") != ""
	})
}

// key is what labels of one speaker share: the last word of the name.
func (s *scene) key(r document.Range) string {
	return strings.ToLower(s.Words[s.trim(r).Last-1].Text)
}
