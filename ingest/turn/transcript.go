package turn

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// labels finds the turns of transcripts, interviews and lists of reactions.
func labels(s *scene) (turns []Turn) {
	found := s.speakers()
	for i, l := range found {
		next, last := len(s.paragraphs), i+1 == len(found)
		if !last {
			next = found[i+1].paragraph
		}
		content := s.words(l, next, last || !dense(found))
		if s.quotation(l) {
			content = []document.Range{s.inside(s.quoted[l.rest.First])}
		}
		if len(content) > 0 && content[0].Len() > 0 {
			source := l.words
			if n, ok := s.initialed(l); ok {
				source = n.Range
			}
			turns = append(turns, Turn{Cue: l.colon, Label: document.Range{First: l.words.First, Last: l.colon + 1}, Source: source, Content: content})
		}
	}
	return turns
}

// speakers returns the labels that are speakers'. One before a quotation is, if
// it names somebody; others are where two or more of them are known to be.
func (s *scene) speakers() (found []label) {
	var all []label
	for p := range s.paragraphs {
		if l, ok := s.labelOf(p); ok && !s.taken[l.colon] {
			all = append(all, l)
		}
	}
	known := s.evidence(all)
	sure, sentences, candidates := 0, 0, 0
	for _, l := range all {
		if known(l) {
			sure++
		}
		if known(l) || l.capitals {
			candidates++
			if s.sentence(l) {
				sentences++
			}
		}
	}
	transcript := sure >= 2 && 2*sentences >= candidates
	for _, l := range all {
		if known(l) && s.quotation(l) || transcript && (known(l) && (l.nameLike || l.rest.Len() > 0) || l.capitals) {
			found = append(found, l)
		}
	}
	return found
}

// evidence returns what says whether a label is known to be a speaker's: it
// names a person, as one who is named elsewhere, or a part as MODERATOR; it
// comes again; or capitals have a title or an aside.
func (s *scene) evidence(all []label) func(label) bool {
	persons, times := map[string]bool{}, map[string]int{}
	for _, n := range s.Names {
		if n.Kind == document.PER {
			persons[s.key(n.Range)] = true
		}
	}
	for _, l := range all {
		if l.nameLike {
			times[s.key(l.name)]++
		}
	}
	return func(l label) bool {
		if _, ok := s.initialed(l); ok && times[s.key(l.name)] > 1 {
			return true
		}
		_, person := s.named(l.words, document.PER)
		_, body := s.named(l.words, document.ORG)
		switch {
		case s.verbal(l.words):
			return false
		case s.isPart(l):
			return true
		case l.nameLike:
			titled := l.capitals && (l.aside || l.words.Last > l.name.Last)
			return person || persons[s.key(l.name)] || times[s.key(l.name)] > 1 || titled || body && s.quotation(l)
		}
		return person && l.words.Len() <= longestPhrase && s.titled(l)
	}
}

// initialed returns the name whose initials a label is: TK of Tanja Kos, TL of
// The Ledger. The name stands before the label.
func (s *scene) initialed(l label) (document.Name, bool) {
	initials := strings.ReplaceAll(s.Text(l.name), ".", "")
	if l.name.Len() > 1 || len(initials) < 2 || len(initials) > 3 || !l.capitals {
		return document.Name{}, false
	}
	for _, n := range s.Names {
		if n.First >= l.words.First {
			break
		}
		if n.Range.Len() > 1 && first(s.Words[n.First:n.Last]) == initials {
			return n, true
		}
		if n.First > 0 && s.Words[n.First-1].Text == "The" && n.Kind == document.ORG && "T"+first(s.Words[n.First:n.Last]) == initials {
			return n, true
		}
	}
	return document.Name{}, false
}

// first returns the first letters of words.
func first(words []document.Word) (letters string) {
	for _, w := range words {
		if w.Upper() {
			letters += w.Text[:1]
		}
	}
	return letters
}

// titled says whether the phrase of a label is a person with a title before:
// its name ends with the person's, which no preposition governs.
func (s *scene) titled(l label) bool {
	n, _ := s.named(l.words, document.PER)
	if n.First != l.name.First && n.Last != l.name.Last {
		return false
	}
	at := n.First - 1
	for at >= l.words.First && is("title", s.Words[at].Text) {
		at--
	}
	return at < l.words.First || !tree.At(s.Document, at).Is("ADP")
}

// longestPhrase is how many words a label has at most that is not written as a
// name, as “opposition leader Jane Roe”.
const longestPhrase = 12

// quotation says whether a quotation stands right after the label.
func (s *scene) quotation(l label) bool {
	return l.rest.Len() > 0 && s.quoted[l.rest.First] >= 0 && s.quotes[s.quoted[l.rest.First]].First == l.rest.First
}

// sentence says whether what stands after the label is a sentence, rather than
// a number or a name.
func (s *scene) sentence(l label) bool {
	rest := l.rest
	if rest.Len() == 0 {
		return true
	}
	for rest.Len() > 1 && isMark(s.Words[rest.Last-1].Text) {
		rest.Last--
	}
	return s.verbal(rest) || endsSentence(s.Words[rest.Last-1].Text)
}

// dense says whether half of the paragraphs between the labels have one: then
// those that have none go on with what is said before them.
func dense(found []label) bool {
	return len(found) > 1 && 2*len(found) >= found[len(found)-1].paragraph-found[0].paragraph
}
