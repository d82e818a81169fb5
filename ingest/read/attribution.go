package read

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// attributions finds who is said to have said what: around each verb of saying
// its subject and its content, and what stands “according to” somebody.
func attributions(d *Document) []Attribution {
	var found []Attribution
	for i := range d.Sentences {
		f := finder{Document: d, Sentence: d.Sentences[i], index: i}
		for _, c := range f.cues() {
			if a, ok := f.attribute(c); ok {
				found = append(found, a)
			}
		}
		found = f.carryOn(found)
	}
	return found
}

// finder finds the attributions of one sentence.
type finder struct {
	*Document
	Sentence
	index int
}

// tokens is a range of a document's tokens, end exclusive.
type tokens struct{ first, end int }

func (t tokens) empty() bool { return t.end <= t.first }

// attribute finds the content of a cue.
func (f finder) attribute(c cue) (Attribution, bool) {
	a := Attribution{Cue: f.spans(c.at)}
	if !c.subject.empty() {
		a.Source = f.spans(c.subject)
	}
	if f.closes(c) {
		a.Content = f.left(c)
		if right := f.right(c); len(right) > 0 && f.quoteAt(right[0].Start).Len() > 0 {
			a.Content = append(a.Content, right...)
		}
	} else {
		a.Content = f.right(c)
	}
	return a, len(a.Content) > 0
}

// closes says whether the cue stands behind its content: “…, he said.”
func (f finder) closes(c cue) bool {
	first := c.start()
	if first-f.First < 3 {
		return false
	}
	previous := f.Tokens[first-1]
	quote := f.quoteAt(previous.Start)
	if previous.Text == "," && first-2 >= f.First {
		quote = f.quoteAt(f.Tokens[first-2].Start)
	}
	if quote.Len() > 0 && quote.End <= f.Tokens[first].Start && (previous.Text == "," || previous.Closing()) {
		return true
	}
	next := f.word(c.end())
	return previous.Text == "," && (next == "." || next == "" || next == "," && !c.after || f.adjunct(c.end())) && !c.verbIs(gazetteer.Gerund)
}

// longestAdjunct is in tokens: what is longer is content.
const longestAdjunct = 7

// adjunct says whether nothing but an expression of time or place stands
// between token i and the sentence's end.
func (f finder) adjunct(i int) bool {
	return f.Last-i <= longestAdjunct && (preposition.has(f.word(i)) || timeWord.has(f.word(i))) && f.word(i) != "to" && !f.isAny(f.Last-1, "\"")
}

func (c cue) verbIs(form gazetteer.Form) bool { return c.verb.Form == form }

// left returns the content before a cue: from the sentence's start, or from the
// beginning of a quotation that runs over several sentences.
func (f finder) left(c cue) []article.Span {
	end := c.start()
	for end > f.First && f.word(end-1) == "," {
		end--
	}
	first := f.First
	for first < end && (f.word(first) == "but" || f.word(first) == "and") {
		first++
	}
	if first >= end {
		return nil
	}
	span := article.Span{Start: f.Tokens[first].Start, End: f.Tokens[end-1].End}
	if q := f.quoteAt(f.Tokens[first].Start); q.Len() > 0 {
		span.Start = q.Start
	}
	return []article.Span{span}
}

// right returns the content behind a cue: the clause behind “that” and, by the
// verb's frame, behind its object, to the end of the sentence or of the
// quotation that begins in it.
func (f finder) right(c cue) []article.Span {
	first := f.contentStart(c)
	end := f.contentEnd(c, first)
	if end-first < 1 || end-first == 1 && !f.quoted(first) && !c.verbIs(gazetteer.Past) {
		return nil
	}
	span := article.Span{Start: f.Tokens[first].Start, End: f.Tokens[end-1].End}
	if q := f.quoteAt(f.Tokens[end-1].Start); q.Len() > 0 {
		span.End = max(span.End, q.End)
	}
	if f.wordCount(first, end) < 2 && f.quoteAt(span.Start).Len() == 0 && c.verb.Frame != gazetteer.Target {
		return nil
	}
	return []article.Span{span}
}

func (f finder) wordCount(first, end int) (n int) {
	for _, t := range f.Tokens[first:end] {
		if t.Word() {
			n++
		}
	}
	return n
}

// longestObject is how far behind a verb the content may begin after an object, in tokens.
const longestObject = 12

// contentStart returns the first token of the content behind a cue.
func (f finder) contentStart(c cue) int {
	i := c.end()
	if object := f.object(c, i); object > i {
		i = object
	}
	for i < f.Last && (f.isAny(i, ",", ":", "that") || i == c.end() && adverb.has(f.word(i))) {
		i++
	}
	return i
}

// object returns the token behind the object of a verb that has one before its
// content: “told reporters that”, “warned Moscow of”, “called on him to”.
func (f finder) object(c cue, i int) int {
	markers := []string{"that", "to", "not", ":"}
	switch c.verb.Frame {
	case gazetteer.Told:
		markers = append(markers, "if", "whether")
	case gazetteer.Warned:
		markers = append(markers, "of", "against", "about")
	case gazetteer.Target:
		markers = []string{"of", "for", "over", "as"}
	case gazetteer.Clause, gazetteer.Wish:
		markers = []string{"that", ":"}
	}
	if f.isAny(i, markers...) || i < f.Last && f.quoteAt(f.Tokens[i].Start).Len() > 0 {
		return i
	}
	for j := i; j < min(f.Last, i+longestObject); j++ {
		switch {
		case slices.Contains(markers, f.word(j)):
			return f.behindMarker(j)
		case j > i && f.quoteAt(f.Tokens[j].Start).Start == f.Tokens[j].Start && f.quoteAt(f.Tokens[j].Start).Len() > 0 && f.isAny(j-1, ",", ":"):
			return j
		case f.isAny(j, ",", ".", ";") && c.verb.Frame != gazetteer.Told && c.verb.Frame != gazetteer.Warned:
			return i
		}
	}
	return i
}

// behindMarker keeps “to” and “not”, which belong to the content, as other
// prepositions do not.
func (f finder) behindMarker(j int) int {
	if f.isAny(j, "to", "not") {
		return j
	}
	return j + 1
}

// contentEnd returns the token behind the content that begins with token first:
// the sentence's end without its full stop, or the next cue's clause.
func (f finder) contentEnd(c cue, first int) int {
	end := f.Last
	for i := first + 2; i < f.Last; i++ {
		if f.quoted(i) {
			continue
		}
		if f.word(i) == "according" && f.word(i+1) == "to" {
			end = i
			break
		}
		v, ok := gazetteer.FindVerb(f.Tokens[i].Text)
		coordinated := f.isAny(i-1, "but", "and") && f.word(i-2) == "," || f.isAny(i-1, "but")
		if ok && coordinated && f.verbal(i, v) && v.Form != gazetteer.Gerund {
			end = i - 1
			break
		}
	}
	for end > first && f.isAny(end-1, ".", ",", "!", "?", ";", "-", "–", "—") {
		end--
	}
	return end
}

func (f finder) spans(t tokens) []article.Span {
	return []article.Span{f.span(t)}
}

func (f finder) span(t tokens) article.Span {
	return article.Span{Start: f.Tokens[t.first].Start, End: f.Tokens[t.end-1].End}
}

// carryOn adds what has no cue of its own in the sentence: a quotation that
// makes up a whole sentence goes on with the attribution before it, and what
// stands “according to” somebody is theirs.
func (f finder) carryOn(found []Attribution) []Attribution {
	if a, ok := f.accordingTo(); ok {
		return append(found, a)
	}
	q := f.quoteAt(f.Tokens[f.First].Start)
	if q.Start != f.Tokens[f.First].Start || q.End < f.End-1 || len(found) == 0 {
		return found
	}
	last := &found[len(found)-1]
	content := last.Content[len(last.Content)-1]
	near := f.SentenceAt(last.Cue[0].Start)
	if content.Contains(q) || f.index-max(f.SentenceAt(content.End-1), near) > 1 || f.quoteAt(content.Start).Len() == 0 {
		return found
	}
	last.Content = append(last.Content, q)
	return found
}

// accordingTo finds “…, according to X” and “According to X, …”.
func (f finder) accordingTo() (Attribution, bool) {
	for i := f.First; i+2 < f.Last; i++ {
		if f.word(i) != "according" || f.word(i+1) != "to" || f.quoted(i) {
			continue
		}
		end := i + 2
		for end < f.Last && !f.isAny(end, ",", ".", ";") {
			end++
		}
		content := tokens{f.First, i}
		if i-f.First < 3 {
			content = tokens{min(end+1, f.Last), f.Last}
		}
		for !content.empty() && f.isAny(content.end-1, ",", ".") {
			content.end--
		}
		if content.empty() || end == i+2 {
			return Attribution{}, false
		}
		return Attribution{f.spans(tokens{i + 2, end}), f.spans(tokens{i, i + 2}), f.spans(content)}, true
	}
	return Attribution{}, false
}
