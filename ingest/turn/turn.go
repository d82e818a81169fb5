// Package turn finds who says what where the form of a text tells it: the labels
// of transcripts and interviews, signatures, the accounts of posts, names over
// quotations, and quotations that go on.
//
//	turn.Complete(document)
//
// The forms of news are few and closed, so they are rules: each is a value with
// a name and an example. What is said, and how, the frames of the network tell;
// a turn says only whose words they are and how far they go.
package turn

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// Turn is what the form of a text gives somebody to say.
type Turn struct {
	Form    string           // its rule's name
	Cue     int              // the colon, the dash, the opening quotation mark, the first word of “Q.”
	Label   document.Range   // the words that are no one's, the cue among them
	Source  document.Range   // empty: nobody who could be named
	Content []document.Range // in the order of the text
	When    document.Range   // the date of a post; empty where there is none
	Loose   bool             // the content may begin earlier
	Silent  bool             // nobody's statement, as an interviewer's question
}

// form is a rule. Right says how many of the turns that it finds in the marked
// articles of train, dev and press are marked as statements.
type form struct {
	name    string
	example string
	right   string
	find    func(*scene) []Turn
}

// forms are in the order of preference: a later one takes no words of a turn
// that was found before.
var forms = []form{
	{"question and answer", "Q: Will taxes rise?\nA: Not this year.", "none there", questions},
	{"question", "Will taxes rise?\nNot this year, I think.", "none there", plainQuestions},
	{"label", "ROE: Taxes will rise.", "15 of 15", labels},
	{"signature", "“Taxes must fall.” — Mayor Jane Roe", "4 of 4", signatures},
	{"account", "Taxes must fall! — Jane Roe (@janeroe) May 7, 2024", "21 of 38; most others are posts that nobody marked", accounts},
	{"account above", "Jane Roe @janeroe · May 7\nTaxes must fall!", "none there", accountsAbove},
	{"announced", "And from Mayor Jane Roe:\n“Taxes must fall.”", "none there", announced},
	{"comment", "I want taxes to fall. – Jane, Oslo\nI don't. – Joe, Bergen", "none there", comments},
	{"name below", "THEY SAID\n“Taxes must fall.”\nJANE ROE, mayor, on money", "none there", namesBelow},
	{"text of a speech", "Following is the text of Jane Roe's remarks:\nTaxes must fall.", "none there", speeches},
	{"name above", "JANE ROE, MAYOR\n“Taxes must fall.”", "none there", namesAbove},
}

// find returns the turns of a document, in the order of the text.
func (s *scene) find() (turns []Turn) {
	for _, f := range forms {
		for _, t := range f.find(s) {
			if s.take(t) {
				t.Form = f.name
				turns = append(turns, t)
			}
		}
	}
	slices.SortFunc(turns, func(a, b Turn) int { return a.Cue - b.Cue })
	return turns
}

// scene is a document with what the rules ask of it.
type scene struct {
	*document.Document
	paragraphs []document.Range
	quotes     []document.Range // its quotations, with their marks
	quoted     []int            // of each word its quotation, -1 for none
	taken      []bool           // of each word whether it is part of a turn
}

func newScene(d *document.Document) *scene {
	s := &scene{Document: d, quoted: make([]int, len(d.Words)), taken: make([]bool, len(d.Words))}
	for i, sentence := range d.Sentences {
		if i > 0 && sentence.Paragraph == d.Sentences[i-1].Paragraph {
			s.paragraphs[len(s.paragraphs)-1].Last = sentence.Last
		} else {
			s.paragraphs = append(s.paragraphs, sentence.Range)
		}
	}
	for i := range s.quoted {
		s.quoted[i] = -1
	}
	for _, q := range d.Quotations {
		r := document.Range{First: d.WordAt(q.Start), Last: d.WordAt(q.End - 1)}
		if r.Last < len(d.Words) && d.Words[r.Last].Start < q.End {
			r.Last++
		}
		if r.Len() <= 0 {
			continue
		}
		for w := r.First; w < r.Last; w++ {
			s.quoted[w] = len(s.quotes)
		}
		s.quotes = append(s.quotes, r)
	}
	return s
}

// take takes the words of a turn, unless one of them is taken.
func (s *scene) take(t Turn) bool {
	all := append([]document.Range{t.Label}, t.Content...)
	for _, r := range all {
		if slices.Contains(s.taken[r.First:r.Last], true) {
			return false
		}
	}
	for _, r := range all {
		for w := r.First; w < r.Last; w++ {
			s.taken[w] = true
		}
	}
	return true
}

// named says whether a name of one of the kinds lies among the words, and
// returns the first.
func (s *scene) named(r document.Range, kinds ...document.NameKind) (document.Name, bool) {
	first, _ := slices.BinarySearchFunc(s.Names, r.First, func(n document.Name, at int) int { return n.First - at })
	for _, n := range s.Names[first:] {
		if n.Last > r.Last {
			break
		}
		if slices.Contains(kinds, n.Kind) {
			return n, true
		}
	}
	return document.Name{}, false
}

// verbal says whether a verb that could tell something is among the words; a
// participle or infinitive without an auxiliary is none.
func (s *scene) verbal(r document.Range) bool {
	return tree.Any(s.Document, r, func(c tree.Cursor) bool { return c.Is("VERB", "AUX") && c.Feature("VerbForm=Fin") })
}

// whole says whether all of a paragraph stands in quotation marks.
func (s *scene) whole(r document.Range) bool {
	if r.Len() == 0 || s.quoted[r.First] < 0 {
		return false
	}
	for w := r.First; w < r.Last; w++ {
		if s.quoted[w] < 0 && s.Words[w].IsWord() {
			return false
		}
	}
	return true
}

// trim returns the words without marks at their ends.
func (s *scene) trim(r document.Range) document.Range {
	for r.Len() > 0 && !s.Words[r.First].IsWord() && s.Words[r.First].Text != "@" {
		r.First++
	}
	for r.Len() > 0 && !s.Words[r.Last-1].IsWord() {
		r.Last--
	}
	return r
}

// inside returns the words of a quotation without its marks.
func (s *scene) inside(quote int) document.Range {
	r := s.quotes[quote]
	r.First++
	if r.Len() > 0 && isMark(s.Words[r.Last-1].Text) {
		r.Last--
	}
	return r
}
