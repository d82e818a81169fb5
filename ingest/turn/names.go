package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// nameLabels makes names of persons of the labels in capitals that name
// somebody. It takes away the names of labels that name a part, as MODERATOR, or
// are letters only, and those in stage directions between turns.
func (s *settler) nameLabels() {
	var found []document.Name
	none := make([]bool, len(s.Words)) // words that are of no other name
	for _, t := range s.turns {
		if t.When.Len() > 0 || t.Form == "account" || t.Form == "comment" { // the account, or where a reader lives, is no other person
			mark(none, document.Range{First: t.Source.Last, Last: t.Label.Last})
		}
		if !slices.Contains([]string{"label", "question and answer"}, t.Form) {
			continue
		}
		l := label{words: document.Range{First: t.Label.First, Last: t.Label.Last}}
		if t.Source.Len() > 0 && t.Label.Contains(t.Source) {
			l.words = t.Source
			s.readName(&l)
			s.noNames(none, l)
			l.capitals = l.capitals && !s.isPart(l)
			if l.capitals {
				found = append(found, s.Named(s.trim(l.name), document.PER))
			} else if !s.isPart(l) {
				continue
			}
		} else {
			l.name = l.words
		}
		mark(none, l.name)
	}
	for _, p := range s.paragraphs {
		if len(s.turns) > 1 && s.direction(p) && s.turns[0].Cue < p.First {
			mark(none, p)
		}
	}
	for _, n := range s.Names {
		if !slices.Contains(none[n.First:n.Last], true) {
			found = append(found, n)
		}
	}
	slices.SortFunc(found, func(a, b document.Name) int { return a.First - b.First })
	s.SetNames(found)
}

// noNames marks the words after the name of a label in capitals that say what part the
// speaker has: “JANE ROE, | ANCHOR”.
func (s *settler) noNames(none []bool, l label) {
	for w := l.name.Last; l.capitals && w < l.words.Last; w++ {
		if text := s.Words[w].Text; is("title", text) || lexicon.PartsInTalks.Has(strings.ToLower(text)) {
			none[w] = true
		}
	}
}

func mark(words []bool, r document.Range) {
	for w := r.First; w < r.Last; w++ {
		words[w] = true
	}
}
