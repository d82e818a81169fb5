package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// Complete brings the frames of statements in line with the form of the text:
// each turn has its frame, and no other frame takes words of a turn or reaches
// out of one. Then quotations that no frame has go to those whose they are.
func Complete(d *document.Document) {
	s := settler{scene: newScene(d), turn: make([]int, len(d.Words))}
	s.turns = s.find()
	s.index()
	d.Frames = slices.DeleteFunc(d.Frames, func(f document.Frame) bool { return !s.keep(&f) })
	for i := range d.Frames {
		s.confine(&d.Frames[i])
		s.gather(&d.Frames[i])
		s.keepLine(&d.Frames[i])
	}
	for _, t := range s.turns {
		s.give(t)
		s.giveOffice(t)
	}
	s.nameLabels()
	quotations(d, s.turns)
	slices.SortStableFunc(d.Frames, func(f, g document.Frame) int { return f.Anchor - g.Anchor })
}

// settler settles frames with turns.
type settler struct {
	*scene
	turns []Turn
	turn  []int // of each word the turn that it is in, -1 for none
}

func (s *settler) index() {
	for i := range s.turn {
		s.turn[i] = -1
	}
	for i, t := range s.turns {
		for _, r := range append([]document.Range{t.Label, {First: t.Cue, Last: t.Cue + 1}}, t.Content...) {
			for w := r.First; w < r.Last; w++ {
				s.turn[w] = i
			}
		}
	}
}

// of returns the turn of a frame's anchor, -1 for none.
func (s *settler) of(f *document.Frame) int { return s.turn[f.Anchor] }

// cues says whether a frame is the turn's own.
func cues(f *document.Frame, t Turn) bool {
	return f.Kind == document.Statement && (f.Anchor == t.Cue || t.Label.First <= f.Anchor && f.Anchor < t.Label.Last)
}

// keep says whether a frame stays. An interview is no meeting. Of statements,
// one that is a turn's stays where the turn is somebody's, one within a turn
// where some of its content is, and another where more than half is in no turn.
func (s *settler) keep(f *document.Frame) bool {
	at := s.of(f)
	if f.Kind != document.Statement {
		return f.Kind != document.Meeting || at >= 0 || !s.onlyAnnounces(f)
	}
	switch {
	case at >= 0 && cues(f, s.turns[at]):
		return f.Anchor == s.turns[at].Cue && !s.turns[at].Silent
	case at < 0 && (s.onlyAnnounces(f) || s.salutes(f)), at >= 0 && s.ownThought(f):
		return false
	}
	own := 0
	for _, w := range f.Roles[document.Content] {
		if s.turn[w] == at {
			own++
		}
	}
	return 2*own > len(f.Roles[document.Content]) || at >= 0 && own > 0
}

// onlyAnnounces says whether a frame only tells that turns follow: “What the mayors
// say about the tax:”, or “Jane Roe spoke to us about taxes” before questions.
func (s *settler) onlyAnnounces(f *document.Frame) bool {
	sentence := s.SentenceOf(f.Anchor)
	next := s.turnAfter(f.Anchor)
	switch {
	case next < 0:
		return false
	case f.Kind == document.Statement && s.Words[sentence.Last-1].Text == ":" && s.begins(s.turns[next]) == sentence.Last:
		return slices.ContainsFunc(f.Roles[document.Content], func(w int) bool { return w < sentence.Last })
	}
	interview := next == 0 && (s.turns[next].Silent || s.turns[next].Form == "label")
	near := s.SentenceOf(s.turns[next].Cue).Paragraph-sentence.Paragraph <= 2
	return interview && near && tree.At(s.Document, f.Anchor).Is("VERB") && lexicon.Announcing.Has(s.Words[f.Anchor].Lemma)
}

// ownThought says whether a frame is what the speaker of a turn thinks: “I think”
// is part of what he says.
func (s *settler) ownThought(f *document.Frame) bool {
	return lexicon.Thinking.Has(s.Words[f.Anchor].Lemma) && slices.ContainsFunc(f.Roles[document.Source], func(w int) bool {
		return slices.Contains([]string{"i", "we"}, strings.ToLower(s.Words[w].Text))
	})
}

// salutes says whether a frame's cue is the colon of a letter's first words, “Dear
// Jane:”, which tell to whom it is written.
func (s *settler) salutes(f *document.Frame) bool {
	p := s.paragraphOf(f.Anchor)
	return s.Words[f.Anchor].Text == ":" && f.Anchor-p.First <= longestSalutation && strings.EqualFold(s.Words[p.First].Text, "dear")
}

// longestSalutation is how many words stand before the colon of a letter.
const longestSalutation = 5

// begins returns the first word of a turn: of a label, or of a quotation with its
// mark that is signed.
func (s *settler) begins(t Turn) int {
	first := t.Label.First
	for _, r := range t.Content {
		if q := s.quoted[r.First]; q >= 0 {
			r.First = s.quotes[q].First
		}
		first = min(first, r.First)
	}
	return first
}

// turnAfter returns the first turn after a word, -1 for none.
func (s *settler) turnAfter(word int) int {
	i, _ := slices.BinarySearchFunc(s.turns, word, func(t Turn, w int) int { return t.Cue - w })
	if i == len(s.turns) {
		return -1
	}
	return i
}

// confine takes the words of other turns from a frame. An anchor within a turn
// may find its source, hearer or participant outside of it only where no turn
// is.
func (s *settler) confine(f *document.Frame) {
	own := s.of(f)
	loose := own < 0 || s.turns[own].Loose && f.Anchor == s.turns[own].Cue
	for role, words := range f.Roles {
		if own < 0 && role != document.Content && f.Kind == document.Meeting {
			continue // who takes part may be told anywhere
		}
		f.Roles[role] = slices.DeleteFunc(slices.Clone(words), func(w int) bool {
			if s.turn[w] < 0 {
				return role == document.Content && !loose
			}
			return s.turn[w] != own
		})
	}
}

// keepLine keeps to its paragraph what is said in one that a dash begins, as
// those of a dialogue do.
func (s *settler) keepLine(f *document.Frame) {
	p := s.paragraphOf(f.Anchor)
	if f.Kind != document.Statement || !isDash(s.Words[p.First].Text) || p.Len() == 1 || s.Words[p.First+1].Start == s.Words[p.First].End {
		return
	}
	for _, role := range []document.Role{document.Content, document.Source} {
		inside := slices.DeleteFunc(slices.Clone(f.Roles[role]), func(w int) bool { return w <= p.First || w >= p.Last })
		switch {
		case len(inside) > 0:
			f.Roles[role] = inside
		case role == document.Content:
			f.Roles[role] = words(s.lineBefore(*f, p))
		}
	}
}

// lineBefore returns what stands in a line of a dialogue before the words that say
// who says it; nothing where they begin it.
func (s *settler) lineBefore(f document.Frame, p document.Range) document.Range {
	line := document.Range{First: p.First + 1, Last: f.Anchor}
	for _, w := range f.Roles[document.Source] {
		line.Last = min(line.Last, w)
	}
	if line.Last <= line.First || s.Words[line.Last-1].IsWord() {
		return document.Range{}
	}
	return line
}

// gathered are roles whose words stand together, and mostly near the anchor.
var gathered = map[document.Kind][]document.Role{document.Statement: {document.Source}, document.Office: {document.Holder, document.Of}}

// gather takes from a role what stands in other paragraphs than the anchor,
// where something stands in the same; not what stands right beside it, since a
// paragraph may break in the middle of a name.
func (s *settler) gather(f *document.Frame) {
	of := s.SentenceOf(f.Anchor).Paragraph
	for _, role := range gathered[f.Kind] {
		var here []int
		parts := f.Parts(role)
		for i, r := range parts {
			if s.SentenceOf(r.First).Paragraph == of || s.SentenceOf(r.Last-1).Paragraph == of {
				here = append(here, words(parts[i])...)
			}
		}
		if len(here) > 0 {
			f.Roles[role] = here
		}
	}
}

// likely is the probability of a turn that the network did not find.
const likely = 0.9

// give gives a turn its frame: the network's with the turn's source and
// content, or a new one.
func (s *settler) give(t Turn) {
	if t.Silent {
		return
	}
	i := slices.IndexFunc(s.Frames, func(f document.Frame) bool { return f.Kind == document.Statement && f.Anchor == t.Cue })
	if i < 0 {
		i = len(s.Frames)
		s.Frames = append(s.Frames, document.Frame{Kind: document.Statement, Anchor: t.Cue, P: likely, Roles: map[document.Role][]int{}, Act: "ASSERT", Sure: likely})
	}
	f := &s.Frames[i]
	f.P = max(f.P, likely)
	f.Roles[document.Cue] = []int{t.Cue}
	f.Roles[document.Source] = words(t.Source)
	if before := s.before(f, t); !t.Loose || len(before) == 0 {
		f.Roles[document.Content] = words(t.Content...)
	} else {
		f.Roles[document.Content] = before
	}
	if t.When.Len() > 0 {
		f.Roles[document.When] = words(t.When)
	}
	if asks := s.asks(t); asks && f.Act == "ASSERT" {
		f.Act = "ASK"
	}
	for _, role := range []document.Role{document.Addressee, document.Target} {
		f.Roles[role] = slices.DeleteFunc(f.Roles[role], func(w int) bool { return t.Source.First <= w && w < t.Source.Last })
	}
}

// before returns the content of a frame before the cue of a turn in its
// paragraph.
func (s *settler) before(f *document.Frame, t Turn) []int {
	p := s.paragraphOf(t.Cue)
	return slices.DeleteFunc(slices.Clone(f.Roles[document.Content]), func(w int) bool { return w < p.First || w >= t.Cue })
}

// asks says whether a turn is a question, or a sentence and a question.
func (s *settler) asks(t Turn) bool {
	first, last := t.Content[0], t.Content[len(t.Content)-1]
	end := s.SentenceOf(last.Last - 1)
	marked := strings.Contains(s.Text(document.Range{First: max(last.First, last.Last-2), Last: last.Last}), "?")
	return marked && (s.SentenceOf(first.First).Last >= end.First)
}

// words returns the words of ranges, which ascend.
func words(ranges ...document.Range) (all []int) {
	for _, r := range ranges {
		for w := r.First; w < r.Last; w++ {
			all = append(all, w)
		}
	}
	return all
}
