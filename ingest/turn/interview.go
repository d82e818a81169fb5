package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// asked is a paragraph that begins as a question or an answer does.
type asked struct {
	paragraph int
	answer    bool
	label     document.Range // with its colon or full stop
	cue       int            // the colon, else the letter with its full stop
	rest      document.Range
}

// questions finds the turns of interviews whose labels are letters. The answers
// are those of the one person whom the text announces; the questions are
// nobody's.
func questions(s *scene) (turns []Turn) {
	var all []asked
	for p := range s.paragraphs {
		if q, ok := s.asked(p); ok {
			all = append(all, q)
		}
	}
	if !answered(all) {
		return nil
	}
	source := s.interviewee(s.paragraphs[all[0].paragraph].First, s.paragraphs[all[len(all)-1].paragraph].Last)
	for i, q := range all {
		next, last := len(s.paragraphs), i+1 == len(all)
		if !last {
			next = all[i+1].paragraph
		}
		t := Turn{Cue: q.cue, Label: q.label, Silent: !q.answer, Content: s.words(label{paragraph: q.paragraph, rest: q.rest}, next, last)}
		if q.answer {
			t.Source = source
		}
		if len(t.Content) > 0 {
			turns = append(turns, t)
		}
	}
	return turns
}

// asked returns the question or answer that a paragraph is.
func (s *scene) asked(paragraph int) (q asked, ok bool) {
	r := s.withoutMarks(s.paragraphs[paragraph])
	if r.Len() < 2 {
		return q, false
	}
	first := r.First + 1
	word := strings.ToUpper(strings.TrimRight(s.Words[r.First].Text, ".0123456789"))
	stopped := strings.HasSuffix(s.Words[r.First].Text, ".")
	cue := r.First
	for first < r.Last && (s.Words[first].Text == ":" || strings.Trim(s.Words[first].Text, "*_") == "") {
		if s.Words[first].Text == ":" {
			stopped, cue = true, first
		}
		first++
	}
	q = asked{paragraph, word == "A" || word == "ANSWER", document.Range{First: r.First, Last: first}, cue, document.Range{First: first, Last: r.Last}}
	return q, stopped && slices.Contains([]string{"Q", "A", "QUESTION", "ANSWER"}, word)
}

// answered says whether an answer stands after a question.
func answered(all []asked) bool {
	for i := 1; i < len(all); i++ {
		if all[i].answer && !all[i-1].answer {
			return true
		}
	}
	return false
}

// interviewee returns the name of the person who answers: the only one who is
// named before the questions, or after them where nobody is before; of several,
// the one with whom the interview is said to be, else the one subject.
func (s *scene) interviewee(first, last int) document.Range {
	for _, r := range []document.Range{{First: 0, Last: first}, {First: last, Last: len(s.Words)}} {
		persons := s.persons(r)
		if len(persons) == 1 {
			return persons[0].Range
		}
		for _, test := range []func(document.Name) bool{s.interviewed, s.subject} {
			if fit := slices.DeleteFunc(slices.Clone(persons), func(n document.Name) bool { return !test(n) }); len(fit) == 1 {
				return fit[0].Range
			}
		}
		if len(persons) > 0 {
			break
		}
	}
	return document.Range{}
}

// persons returns the fullest name of each person among the words.
func (s *scene) persons(r document.Range) (persons []document.Name) {
	for _, n := range s.Names {
		if n.Kind != document.PER || n.First < r.First || n.Last > r.Last {
			continue
		}
		i := slices.IndexFunc(persons, func(p document.Name) bool { return s.key(p.Range) == s.key(n.Range) })
		switch {
		case i < 0:
			persons = append(persons, n)
		case n.Range.Len() > persons[i].Range.Len():
			persons[i] = n
		}
	}
	return persons
}

// interviewed says whether an interview is told to be with the person.
func (s *scene) interviewed(n document.Name) bool {
	sentence := s.SentenceOf(n.First)
	before := s.Words[max(sentence.First, n.First-10):n.First]
	return slices.ContainsFunc(before, func(w document.Word) bool {
		return strings.HasPrefix(strings.ToLower(w.Text), "interview") || w.Lemma == "ask" || w.Lemma == "speak"
	}) &&
		slices.ContainsFunc(before, func(w document.Word) bool { return lexicon.Interviewed.Has(strings.ToLower(w.Text)) })
}

// subject says whether one of the name's words is the subject of a verb.
func (s *scene) subject(n document.Name) bool {
	return tree.Any(s.Document, n.Range, func(c tree.Cursor) bool { return c.By("nsubj") })
}

// plainQuestions finds the answers of an interview without labels: the text
// announces it and names one person, and after each question, which is a
// paragraph, somebody speaks of himself.
func plainQuestions(s *scene) (turns []Turn) {
	all := s.plainly()
	if len(all) < 2 {
		return nil
	}
	intro := document.Range{First: 0, Last: s.paragraphs[all[0]].First}
	source := s.interviewee(intro.Last, len(s.Words))
	if source.Len() == 0 || source.First > intro.Last || !s.announces(intro) {
		return nil
	}
	own := 0
	for i, at := range all {
		next, last := len(s.paragraphs), i+1 == len(all)
		if !last {
			next = all[i+1]
		}
		question := s.paragraphs[at]
		turns = append(turns,
			Turn{Cue: question.First, Label: document.Range{First: question.First, Last: question.First + 1}, Silent: true, Content: []document.Range{{First: question.First + 1, Last: question.Last - 1}}},
			Turn{Cue: question.Last - 1, Label: document.Range{First: question.Last - 1, Last: question.Last}, Source: source, Content: s.words(label{paragraph: at}, next, last)})
		if s.ofSelf(turns[len(turns)-1].Content) {
			own++
		}
	}
	if 2*own < len(all) {
		return nil
	}
	return turns
}

// plainly returns the paragraphs that are questions and have an answer.
func (s *scene) plainly() (all []int) {
	for i := 1; i+1 < len(s.paragraphs); i++ {
		if s.question(s.paragraphs[i]) && !s.question(s.paragraphs[i+1]) {
			all = append(all, i)
		}
	}
	return all
}

// longestQuestion is how many words a question has at most that begins with other
// sentences.
const longestQuestion = 45

// question says whether a paragraph is a question alone, without a label and
// not in quotation marks: one sentence, or several to the one who is asked.
func (s *scene) question(p document.Range) bool {
	if p.Len() <= 2 || s.colon(p) >= 0 || s.Words[p.Last-1].Text != "?" || s.quotesIn(p) {
		return false
	}
	return s.SentenceOf(p.First).Last == p.Last || p.Len() <= longestQuestion && s.anyOf(p, lexicon.You)
}

// announces says whether the words tell of an interview.
func (s *scene) announces(r document.Range) bool {
	return slices.ContainsFunc(s.Words[r.First:r.Last], func(w document.Word) bool { return lexicon.Announcing.Has(w.Lemma) })
}

// ofSelf says whether somebody speaks in the first person: “I”, “our”.
func (s *scene) ofSelf(content []document.Range) bool {
	return slices.ContainsFunc(content, func(r document.Range) bool { return s.anyOf(r, lexicon.OwnPerson) })
}

// anyOf says whether one of the words is in a set.
func (s *scene) anyOf(r document.Range, set lexicon.Set) bool {
	return slices.ContainsFunc(s.Words[r.First:r.Last], func(w document.Word) bool { return set.Has(strings.ToLower(w.Text)) })
}
