package read

import (
	"slices"
	"strings"

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

// cue is a verb of saying with its subject.
type cue struct {
	verb    gazetteer.VerbForm
	at      tokens // the verb with its auxiliaries
	subject tokens // empty where the subject is elided and not known
	after   bool   // the subject stands behind the verb, as in “said Jones”
	elided  bool   // the subject stands with another verb
}

// start returns the first token of the cue with its subject, end the one behind.
func (c cue) start() int {
	if c.elided || c.after {
		return c.at.first
	}
	return min(c.at.first, c.subject.first)
}

func (c cue) end() int {
	if c.after {
		return c.subject.end
	}
	return c.at.end
}

// cues returns the cues of the sentence that stand outside quotations.
func (f finder) cues() []cue {
	var found []cue
	for i := f.First; i < f.Last; i++ {
		verb, ok := gazetteer.FindVerb(f.Tokens[i].Text)
		if !ok || i > f.First && f.Tokens[i].Upper() || f.quoted(i) || !f.verbal(i, verb) {
			continue
		}
		c := cue{verb: verb, at: tokens{f.auxiliaries(i), i + 1}}
		if verb.Frame == gazetteer.Call && !f.isAny(i+1, "on", "for") {
			continue
		}
		if f.subject(&c, found) {
			found = append(found, c)
		}
	}
	return found
}

func (f finder) word(i int) string {
	if i < f.First || i >= f.Last {
		return ""
	}
	return strings.ToLower(f.Tokens[i].Text)
}

func (f finder) isAny(i int, words ...string) bool { return slices.Contains(words, f.word(i)) }

// quoted says whether token i lies inside a quotation.
func (f finder) quoted(i int) bool {
	q := f.quoteAt(f.Tokens[i].Start)
	return q.Start < f.Tokens[i].Start && f.Tokens[i].End <= q.End
}

// quoteAt returns the last quotation that begins at or before the offset and
// does not end before it.
func (d *Document) quoteAt(offset int) article.Span {
	i, found := slices.BinarySearchFunc(d.Quotes, offset, func(q article.Span, at int) int { return q.Start - at })
	if !found {
		i--
	}
	if i < 0 || d.Quotes[i].End <= offset {
		return article.Span{}
	}
	return d.Quotes[i]
}

// auxiliaries returns the first token of the verb group that ends with token i.
func (f finder) auxiliaries(i int) int {
	first := i
	for j := i - 1; j >= f.First && f.groupWord(j); j-- {
		if auxiliary.has(f.Tokens[j].Text) || negation.has(f.Tokens[j].Text) || f.word(j) == "to" {
			first = j
		}
	}
	return first
}

func (f finder) groupWord(j int) bool {
	w := f.word(j)
	return auxiliary.has(w) || negation.has(w) || adverb.has(w) || strings.HasSuffix(w, "ly") || raising.has(w) ||
		w == "to" && raising.has(f.word(j-1))
}

// verbal says whether the form of a verb of saying at token i is a finite verb
// in the active voice, or a participle that goes on with the sentence.
func (f finder) verbal(i int, v gazetteer.VerbForm) bool {
	before := f.word(i - 1)
	auxiliaries := f.word(f.auxiliaries(i))
	be := slices.ContainsFunc(Words(f.Tokens[f.auxiliaries(i):i]), func(w string) bool {
		return slices.Contains([]string{"is", "are", "was", "were", "be", "been", "being"}, strings.ToLower(w))
	})
	switch v.Form {
	case gazetteer.Gerund:
		return be || before == ","
	case gazetteer.Base:
		return auxiliary.has(auxiliaries) || raising.has(auxiliaries) || isPlural(before) || before == "to" && raising.has(f.word(i-2))
	case gazetteer.Participle:
		return !be && auxiliary.has(auxiliaries)
	case gazetteer.Past:
		return !be && !(v.Frame == gazetteer.Target && f.isAny(i+1, "of", "by")) && f.word(i+1) != "by"
	}
	return !determiner.has(before) && !preposition.has(before) && !joiner.has(before) && before != "'s" && before != "’s"
}

func isPlural(word string) bool {
	return slices.Contains([]string{"they", "we", "i", "you"}, word) || strings.HasSuffix(word, "s") && len(word) > 3
}

// subject finds the subject of c: the noun phrase before the verb group, the
// one behind the verb, or that of the cue before where it is elided.
func (f finder) subject(c *cue, before []cue) bool {
	j := c.at.first - 1
	for j >= f.First && f.groupWord(j) {
		j--
	}
	switch w := f.word(j); {
	case f.inverted(c):
		return true
	case w == "who" || w == "which":
		j--
		if f.word(j) == "," {
			j--
		}
		c.subject = f.phrase(j)
	case w == "," || conjunction.has(w):
		c.subject, c.elided = f.beyond(j, before)
	case j >= f.First && !f.quoted(j):
		c.subject = f.phrase(j)
		c.subject.first = f.overPreposition(c.subject.first)
	}
	return !c.subject.empty()
}

// inverted finds a subject behind the verb: ‘…,’ said Jones. It ends the
// sentence or the clause, or has an expression of time or place behind it.
func (f finder) inverted(c *cue) bool {
	previous, next := f.word(c.at.first-1), c.at.end
	closed := previous == "," && c.verb.Frame == gazetteer.Clause ||
		c.at.first > f.First && (f.Tokens[c.at.first-1].Closing() || f.closesQuote(c.at.first-1))
	if !closed || next >= f.Last || c.verb.Form == gazetteer.Gerund {
		return false
	}
	end := next
	for end < f.Last && f.nominal(end) {
		end++
	}
	opens := f.Tokens[next].Upper() || determiner.has(f.word(next)) || pronoun.has(f.word(next))
	ends := end == f.Last || !f.Tokens[end].Word() || preposition.has(f.word(end)) || timeWord.has(f.word(end)) || f.word(end) == "who"
	if end == next || !opens || !ends {
		return false
	}
	c.subject, c.after = tokens{next, end}, true
	return true
}

// closesQuote says whether a quotation ends with token i, or before it where
// token i is a comma.
func (f finder) closesQuote(i int) bool {
	if f.word(i) == "," && i > f.First {
		i--
	}
	q := f.quoteAt(f.Tokens[i].Start)
	return q.Len() > 0 && q.End == f.Tokens[i].End
}

// nominal says whether token i can stand in a noun phrase behind its verb.
func (f finder) nominal(i int) bool {
	w := f.word(i)
	if w == "-" || w == "’s" || w == "'s" || w == "of" {
		return true
	}
	return f.Tokens[i].Word() && !preposition.has(w) && !clauseWord.has(w) && !timeWord.has(w) && !auxiliary.has(w) && !conjunction.has(w) && w != "to"
}

// beyond finds the subject of a verb that stands behind a comma or conjunction
// at token j: before an apposition, else that of the cue or clause before.
func (f finder) beyond(j int, before []cue) (subject tokens, elided bool) {
	if f.word(j) == "," {
		for k := j - 1; k > f.First; k-- {
			if f.word(k) == "," {
				if p := f.phrase(k - 1); !p.empty() && f.opensClause(p.first) {
					return tokens{p.first, j}, false
				}
				break
			}
		}
	}
	if len(before) > 0 {
		return before[len(before)-1].subject, true
	}
	return f.firstPhrase(), true
}

// opensClause says whether token i begins the sentence or stands behind a
// quotation, a comma or a conjunction.
func (f finder) opensClause(i int) bool {
	return i == f.First || f.word(i-1) == "," || f.Tokens[i-1].Closing() || conjunction.has(f.word(i-1))
}

// firstPhrase returns the noun phrase with which the sentence, or its main
// clause behind an introduction, begins.
func (f finder) firstPhrase() tokens {
	for i := f.First; i < min(f.Last, f.First+12); i++ {
		if (f.Tokens[i].Upper() && nameWord(f.Tokens[i]) || pronoun.has(f.word(i)) && f.word(i) != "who") && !f.quoted(i) {
			end := i + 1
			for end < f.Last && nameWord(f.Tokens[end]) {
				end++
			}
			return f.phrase(end - 1)
		}
	}
	return tokens{}
}

// phrase returns the noun phrase that ends with token j, with what belongs to
// it by “of” and the like.
func (f finder) phrase(j int) tokens {
	if j < f.First || !f.Tokens[j].Word() || f.quoted(j) || conjunction.has(f.word(j)) || preposition.has(f.word(j)) || timeWord.has(f.word(j)) {
		return tokens{}
	}
	if pronoun.has(f.word(j)) {
		return tokens{j, j + 1}
	}
	first := j
	for first > f.First && f.extends(first-1, first) {
		first--
	}
	for first < j && (preposition.has(f.word(first)) || joiner.has(f.word(first)) || f.word(first) == "'s") {
		first++
	}
	return tokens{first, j + 1}
}

// overPreposition moves the first token of a noun phrase that a preposition
// binds to another one with which the clause begins: “a diplomat in Paris”.
func (f finder) overPreposition(first int) int {
	if first <= f.First || !preposition.has(f.word(first-1)) {
		return first
	}
	const longest = 8
	for k := first - 2; k >= f.First && first-k <= longest && f.Tokens[k].Word() && !auxiliary.has(f.word(k)) && !conjunction.has(f.word(k)); k-- {
		if determiner.has(f.word(k)) && f.opensClause(k) {
			return k
		}
	}
	return first
}

// extends says whether the token before a noun phrase belongs to it.
func (f finder) extends(i, first int) bool {
	w := f.word(i)
	switch {
	case f.quoted(i), timeWord.has(w), pronoun.has(w), auxiliary.has(w) && w != "'s", negation.has(w):
		return false
	case w == "-" || w == "’s" || w == "'s" || joiner.has(w) || w == "&":
		return true
	case determiner.has(f.word(first)) && w != "of":
		return joiner.has(w)
	case preposition.has(w):
		return false
	case w == "and":
		return i > f.First && f.Tokens[i-1].Upper() && f.Tokens[first].Upper()
	case conjunction.has(w), clauseWord.has(w), adverb.has(w):
		return false
	}
	_, verb := gazetteer.FindVerb(w)
	return f.Tokens[i].Word() && !verb
}

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
