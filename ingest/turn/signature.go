package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// longestSignature is how many words a signature has at most.
const longestSignature = 14

// signatures finds quotations with a name after them, in the same paragraph or
// in one of its own: after a dash, in brackets, or with nothing but a comma in
// the quotation between.
func signatures(s *scene) (turns []Turn) {
	for i, q := range s.quotes {
		cue := q.Last
		if cue >= len(s.Words) {
			break
		}
		var source document.Range
		switch text := s.Words[cue].Text; {
		case isDash(text) && (s.speech(i) || s.brief(i)):
			source = s.signature(cue)
		case text == "(" && s.speech(i) && s.paragraphOf(q.First) == s.paragraphOf(cue):
			source = s.bracketed(cue)
		case s.comma(i) && s.paragraphOf(q.First) == s.paragraphOf(cue):
			cue = q.Last - 1
			source = s.byline(cue)
		}
		if source.Len() > 0 {
			turns = append(turns, Turn{Cue: cue, Label: document.Range{First: cue, Last: source.Last}, Source: source, Content: []document.Range{s.inside(i)}})
		}
	}
	return turns
}

// comma says whether a quotation ends with a comma.
func (s *scene) comma(quote int) bool {
	r := s.inside(quote)
	return r.Len() > 2 && s.Words[r.Last-1].Text == ","
}

// bracketed returns the words in brackets that end a paragraph, where they can
// be a signature with a person's name.
func (s *scene) bracketed(open int) document.Range {
	source := s.signature(open)
	if _, person := s.named(source, document.PER); !person || s.Words[source.Last].Text != ")" {
		return document.Range{}
	}
	return source
}

// byline returns the words between a quotation and the end of the paragraph,
// where they can be a signature that a person's name begins.
func (s *scene) byline(mark int) document.Range {
	source := s.signature(mark)
	n, person := s.named(source, document.PER)
	if p := s.paragraphOf(mark); !person || n.First != source.First || n.Last == source.Last || s.Words[n.Last].Text != "," || source.Last < p.Last-1 {
		return document.Range{}
	}
	return source
}

// speech says whether a quotation is something said rather than a title: it has
// some words, and ends as a sentence does or has a verb.
func (s *scene) speech(quote int) bool {
	r := s.inside(quote)
	words := s.wordsIn(r)
	ends := r.Len() > 0 && endsSentence(s.Words[r.Last-1].Text)
	return words >= 2 && ends || words >= 4 && s.verbal(r)
}

// brief says whether a quotation of few words tells something, and is no title,
// whose words have capitals.
func (s *scene) brief(quote int) bool {
	r := s.inside(quote)
	return s.wordsIn(r) >= 2 && s.verbal(r) && slices.ContainsFunc(s.Words[r.First+1:r.Last], func(w document.Word) bool {
		return len(w.Text) > 3 && w.IsWord() && !w.Upper()
	})
}

// wordsIn returns how many are words rather than marks.
func (s *scene) wordsIn(r document.Range) (n int) {
	for _, w := range s.Words[r.First:r.Last] {
		if w.IsWord() {
			n++
		}
	}
	return n
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

// longestPost is how long a post may be, in bytes. Where more stands before an
// account, the post begins somewhere within it.
const longestPost = 300

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
		content := document.Range{First: s.paragraphBefore(begin, w), Last: w}
		long := content.Len() > 0 && s.SpanOf(content).Len() > longestPost
		loose := long || begin > p.First || s.wordsIn(document.Range{First: end, Last: p.Last}) > 0
		if long {
			content.First = max(content.First, s.SentenceOf(w-1).First)
		}
		if content.Len() > 0 {
			turns = append(turns, Turn{Cue: w, Label: document.Range{First: w, Last: end}, Source: source, When: date, Content: []document.Range{content}, Loose: loose})
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

// accountsAbove finds posts that stand below the name and the account of their
// writer.
func accountsAbove(s *scene) (turns []Turn) {
	for i := 0; i+1 < len(s.paragraphs); i++ {
		p := s.paragraphs[i]
		at := slices.IndexFunc(s.Words[p.First:p.Last], func(w document.Word) bool { return w.Text == "@" })
		if at < 1 || p.Len() > longestSignature || s.verbal(p) {
			continue
		}
		source := s.trim(document.Range{First: p.First, Last: p.First + at})
		if _, person := s.named(source, document.PER, document.ORG); !person {
			continue
		}
		turns = append(turns, Turn{Cue: p.First + at, Label: p, Source: source, When: document.Range{First: min(p.Last, p.First+at+2), Last: p.Last}, Content: []document.Range{s.paragraphs[i+1]}})
	}
	return turns
}
