package turn

import (
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// The rules for quotations that are no frame's, in the order of preference.
// Each gives the quotation to a frame, or makes a new one. Right is how often
// it does so rightly on the articles of dev, press and 236 others that no
// weights had seen.
var completions = []struct {
	name    string
	example string
	right   string
	give    func(*quoter, int) bool
}{
	{"interrupted", "“It is late,” said Jane Roe, the mayor of the town. “Go home.”", "24 of 28", (*quoter).interrupted},
	{"goes on", "“It is late.\n\n“Go home,” said Jane Roe.\n\n“And stay there.”", "5 of 5", (*quoter).goesOn},
	{"after a report", "Jane Roe said it was late. “Go home.”", "none there", (*quoter).afterReport},
	{"after a deed", "Jane Roe shook her head. “It is late.”", "none there", (*quoter).afterDeed},
}

// quoter gives quotations to frames.
type quoter struct {
	*scene
	said    []bool        // of each word whether it is in the content of a statement
	cues    map[int][]int // frames of statements by the paragraph of their anchor
	ordinal []int         // of each word its paragraph
}

// quotations gives the quotations that no statement has to those whose they
// are, where the form tells it.
func quotations(d *document.Document, turns []Turn) {
	q := newQuoter(d, turns)
	for i := range q.Frames {
		q.earlier(i)
		q.answered(i)
		q.replied(i)
		q.outrun(i)
		q.fill(i)
		q.split(i)
	}
	q.noteSaid()
	for i := range q.quotes {
		if q.free(i) && (q.speech(i) || q.ended(i)) {
			for _, c := range completions {
				if c.give(q, i) {
					break
				}
			}
		}
	}
}

func newQuoter(d *document.Document, turns []Turn) *quoter {
	q := &quoter{scene: newScene(d), said: make([]bool, len(d.Words)), cues: map[int][]int{}, ordinal: make([]int, len(d.Words))}
	for i, p := range q.paragraphs {
		for w := p.First; w < p.Last; w++ {
			q.ordinal[w] = i
		}
	}
	for _, t := range turns {
		q.take(t)
	}
	for i, f := range d.Frames {
		if f.Kind == document.Statement {
			q.cues[q.ordinal[f.Anchor]] = append(q.cues[q.ordinal[f.Anchor]], i)
		}
	}
	return q
}

// noteSaid notes which words are in the content of a statement.
func (q *quoter) noteSaid() {
	clear(q.said)
	for _, f := range q.Frames {
		if f.Kind == document.Statement {
			q.tell(f.Roles[document.Content])
		}
	}
}

func (q *quoter) tell(words []int) {
	for _, w := range words {
		q.said[w] = true
	}
}

// free says whether a quotation is neither of a turn nor, for the larger part,
// of a statement.
func (q *quoter) free(quote int) bool {
	r, told := q.inside(quote), 0
	for w := r.First; w < r.Last; w++ {
		if q.taken[w] {
			return false
		}
		if q.said[w] {
			told++
		}
	}
	return 2*told < r.Len()
}

// join adds a quotation to the content of a frame.
func (q *quoter) join(frame, quote int) bool {
	f := &q.Frames[frame]
	content := append(slices.Clone(f.Roles[document.Content]), words(q.inside(quote))...)
	slices.Sort(content)
	f.Roles[document.Content] = slices.Compact(content)
	q.tell(content)
	return true
}

// lastQuotation returns the last quotation in the content of a frame, -1 for
// none.
func (q *quoter) lastQuotation(f document.Frame) int {
	for _, w := range slices.Backward(f.Roles[document.Content]) {
		if q.quoted[w] >= 0 {
			return q.quoted[w]
		}
	}
	return -1
}

// fill makes a content whole that has the larger part of a quotation, unless
// its cue or its source stands in the same.
func (q *quoter) fill(frame int) {
	f := &q.Frames[frame]
	if f.Kind != document.Statement {
		return
	}
	inside, others := map[int]int{}, map[int]bool{}
	for _, w := range f.Roles[document.Content] {
		if q.Words[w].IsWord() {
			inside[q.quoted[w]]++
		}
	}
	for _, w := range slices.Concat(f.Roles[document.Cue], f.Roles[document.Source]) {
		others[q.quoted[w]] = true
	}
	for quote, n := range inside {
		if quote < 0 || others[quote] {
			continue
		}
		if all := q.wordsIn(q.inside(quote)); 2*n > all && n < all {
			q.join(frame, quote)
		}
	}
}

// answered takes from a content a question that is a paragraph of its own, where
// the next paragraph is an answer: a quotation, or the same speaker's words.
func (q *quoter) answered(frame int) {
	f := &q.Frames[frame]
	quote := -1
	if f.Kind == document.Statement {
		quote = q.lastQuotation(*f)
	}
	if quote < 1 || !q.asks(quote) {
		return
	}
	r := q.quotes[quote]
	at := q.ordinal[r.First]
	if at <= q.ordinal[f.Anchor] || !q.whole(q.paragraphs[at]) || !q.closed(quote-1) || !q.speaks(at+1, *f) {
		return
	}
	f.Roles[document.Content] = slices.DeleteFunc(slices.Clone(f.Roles[document.Content]), func(w int) bool { return w >= r.First })
}

// replied takes from what somebody replies the quotations that are later paragraphs
// of their own: in an exchange the other may say them.
func (q *quoter) replied(frame int) {
	f := &q.Frames[frame]
	if f.Kind != document.Statement || !q.replies(*f) {
		return
	}
	here := q.ordinal[f.Anchor]
	f.Roles[document.Content] = slices.DeleteFunc(slices.Clone(f.Roles[document.Content]), func(w int) bool {
		quote := q.quoted[w]
		return quote > 0 && q.ordinal[w] > here && q.whole(q.paragraphOf(w)) && q.closed(quote-1)
	})
}

// replies says whether the cue of a frame tells that somebody answers another.
func (q *quoter) replies(f document.Frame) bool {
	return slices.ContainsFunc(f.Roles[document.Cue], func(w int) bool { return lexicon.Replying.Has(tree.At(q.Document, w).Lemma()) })
}

// outrun takes from a content that ends with sentences which stand, without
// quotation marks, behind a quotation of whole sentences, and tell of something, those
// sentences.
func (q *quoter) outrun(frame int) {
	f := &q.Frames[frame]
	content := f.Roles[document.Content]
	quote := -1
	if f.Kind == document.Statement {
		quote = q.lastQuotation(*f)
	}
	if quote < 0 || !q.alone(quote) {
		return
	}
	last := q.quotes[quote].Last
	if f.Anchor >= last || content[0] >= last {
		return
	}
	f.Roles[document.Content] = slices.DeleteFunc(slices.Clone(content), func(w int) bool { return w >= last })
}

// earlier takes from a content the quotations of paragraphs before its cue's,
// where that does not begin with a quotation itself but has one: who speaks is
// new there.
func (q *quoter) earlier(frame int) {
	f := &q.Frames[frame]
	p := q.paragraphOf(f.Anchor)
	content := f.Roles[document.Content]
	if f.Kind != document.Statement || len(content) == 0 || content[0] >= p.First || q.quoted[p.First] >= 0 || q.quoted[content[len(content)-1]] < 0 {
		return
	}
	here := slices.DeleteFunc(slices.Clone(content), func(w int) bool {
		return w < p.First && q.quoted[w] >= 0 && q.closed(q.quoted[w])
	})
	if len(here) > 0 && q.quoted[here[0]] >= 0 {
		f.Roles[document.Content] = here
	}
}

// speaks says whether a paragraph is a quotation alone, or the source of a frame
// is also one there.
func (q *quoter) speaks(paragraph int, f document.Frame) bool {
	if paragraph < len(q.paragraphs) && q.whole(q.paragraphs[paragraph]) {
		return true
	}
	last := func(f document.Frame) string {
		source := f.Roles[document.Source]
		if len(source) == 0 {
			return ""
		}
		return q.Words[source[len(source)-1]].Text
	}
	return last(f) != "" && slices.ContainsFunc(q.cues[paragraph], func(i int) bool { return last(q.Frames[i]) == last(f) })
}

// split makes two statements of a content that goes on, after the sentence of
// its cue, from words that are not in quotation marks to quotations of whole
// sentences: what is told and what is quoted are two.
func (q *quoter) split(frame int) {
	f := q.Frames[frame]
	content := f.Roles[document.Content]
	if f.Kind != document.Statement || len(content) == 0 || q.quoted[content[0]] >= 0 {
		return
	}
	at := slices.IndexFunc(content, func(w int) bool { return q.quoted[w] >= 0 })
	if at < 0 || q.quotes[q.quoted[content[at]]].First < q.SentenceOf(f.Anchor).Last || !q.alone(q.quoted[content[at]]) {
		return
	}
	told := f
	told.Roles = maps.Clone(f.Roles)
	told.Roles[document.Content] = content[:at]
	q.Frames[frame] = told
	f.Roles[document.Content] = content[at:]
	f.Act = "ASSERT"
	q.cues[q.ordinal[f.Anchor]] = append(q.cues[q.ordinal[f.Anchor]], len(q.Frames))
	q.Frames = append(q.Frames, f)
}

// near returns the frames that have a cue outside of quotations in the same
// paragraph.
func (q *quoter) near(quote int) []int {
	return slices.DeleteFunc(slices.Clone(q.cues[q.ordinal[q.quotes[quote].First]]), func(i int) bool { return !q.outside(q.Frames[i]) })
}

// interrupted joins a quotation with one that is said by the same cue: the one
// ends where the cue's clause begins, the other begins where its sentence ends.
func (q *quoter) interrupted(quote int) bool {
	r := q.quotes[quote]
	for _, i := range q.near(quote) {
		f := q.Frames[i]
		other := q.lastQuotation(f)
		if other < 0 {
			continue
		}
		sentence := q.SentenceOf(f.Anchor)
		before := r.Last <= f.Anchor && q.quotes[other].First > f.Anchor && sentence.First < r.Last && q.SentenceOf(r.First).First == r.First && q.ended(quote)
		after := q.quotes[other].First < f.Anchor && r.First == sentence.Last && q.alone(quote) && (q.ordinal[r.First] == q.ordinal[f.Anchor] || !q.replies(f))
		if (before || after) && !q.cueBetween(f.Anchor, r) {
			return q.join(i, quote)
		}
	}
	return false
}

// ended says whether a quotation of more than a word ends with a mark before
// its closing one.
func (q *quoter) ended(quote int) bool {
	r := q.inside(quote)
	return r.Len() > 2 && !q.Words[r.Last-1].IsWord()
}

// cueBetween says whether another cue than the one at the anchor stands between
// it and the quotation.
func (q *quoter) cueBetween(anchor int, r document.Range) bool {
	between := document.Range{First: min(anchor+1, r.Last), Last: max(anchor, r.First)}
	return slices.ContainsFunc(q.cues[q.ordinal[anchor]], func(i int) bool {
		a := q.Frames[i].Anchor
		return between.First <= a && a < between.Last && q.quoted[a] < 0
	})
}

// alone says whether a quotation is its whole sentences, or paragraph.
func (q *quoter) alone(quote int) bool {
	r := q.quotes[quote]
	first, last := q.SentenceOf(r.First), q.SentenceOf(r.Last-1)
	return q.whole(document.Range{First: first.First, Last: last.Last}) && first.First == r.First
}

// goesOn joins a quotation that is sentences of its own with the quotation
// before it, in the same paragraph or in the one before; not a question, or
// what may answer one, in another paragraph.
func (q *quoter) goesOn(quote int) bool {
	if !q.alone(quote) || quote == 0 {
		return false
	}
	before, r := quote-1, q.quotes[quote]
	apart := q.ordinal[r.First] - q.ordinal[q.quotes[before].First]
	if apart > 1 || apart == 1 && (!q.whole(q.paragraphOf(r.First)) || q.dialogue(quote)) {
		return false
	}
	for p := q.ordinal[r.First]; p >= max(0, q.ordinal[r.First]-2); p-- {
		for _, i := range q.cues[p] {
			if f := q.Frames[i]; f.Anchor < r.First && !(apart == 1 && q.replies(f)) && q.outside(f) && q.lastQuotation(f) == before && !q.cueBetween(f.Anchor, r) {
				return q.join(i, quote)
			}
		}
	}
	return false
}

// dialogue says whether a quotation, the one before it or the one before that
// ends with a question: then another may answer, or comment on the answer.
func (q *quoter) dialogue(quote int) bool {
	return q.asks(quote) || q.asks(quote-1) && q.closed(quote-1) ||
		quote > 1 && q.asks(quote-2) && q.ordinal[q.quotes[quote-2].First] != q.ordinal[q.quotes[quote-1].First]
}

// outside says whether a frame's cue is outside of quotations, or the mark that
// opens one.
func (q *quoter) outside(f document.Frame) bool {
	in := q.quoted[f.Anchor]
	return in < 0 || q.quotes[in].First == f.Anchor
}

// asks says whether a quotation ends with a question.
func (q *quoter) asks(quote int) bool {
	r := q.inside(quote)
	return r.Len() > 0 && q.Words[r.Last-1].Text == "?"
}

// closed says whether a quotation has a mark at its end.
func (q *quoter) closed(quote int) bool { return isMark(q.Words[q.quotes[quote].Last-1].Text) }

// afterReport makes a statement of a quotation that stands after a sentence
// which reports, without quotation marks, what its speaker says.
func (q *quoter) afterReport(quote int) bool {
	r := q.quotes[quote]
	if !q.alone(quote) || r.First == 0 {
		return false
	}
	for _, i := range slices.Backward(q.near(quote)) {
		f := q.Frames[i]
		if q.lastQuotation(f) < 0 && q.SentenceOf(f.Anchor).Last == r.First && q.main(f.Anchor) && len(f.Roles[document.Source]) > 0 {
			return q.add(f.Anchor, f.Roles[document.Cue], f.Roles[document.Source], quote)
		}
	}
	return false
}

// main says whether a cue is of its sentence's main verb, or of one beside it.
func (q *quoter) main(cue int) bool {
	return !tree.At(q.Document, cue).FirstConjunct().Up().OK()
}

// afterDeed makes a statement of a quotation that stands after a sentence which
// only tells what a person does, in the same paragraph or as one of its own; the
// opening mark is its cue.
func (q *quoter) afterDeed(quote int) bool {
	r := q.quotes[quote]
	if !q.alone(quote) || r.First == 0 || q.ordinal[r.First] != q.ordinal[r.First-1] && !q.below(quote) {
		return false
	}
	sentence := q.SentenceOf(r.First - 1)
	if q.quotesIn(sentence.Range) {
		return false
	}
	subject := q.subjectOf(sentence.Range)
	return subject.Len() > 0 && q.add(r.First, []int{r.First}, words(subject), quote)
}

// below says whether a quotation is a paragraph of sentences below one that ends
// without a cue.
func (q *quoter) below(quote int) bool {
	r := q.inside(quote)
	before := q.SentenceOf(q.quotes[quote].First - 1)
	cued := slices.ContainsFunc(q.cues[q.ordinal[before.First]], func(i int) bool { return q.Frames[i].Anchor >= before.First })
	return !cued && q.whole(q.paragraphOf(r.First)) && endsSentence(q.Words[r.Last-1].Text)
}

// subjectOf returns the person who is the subject of a sentence's main verb, by
// name or as “she”; empty where it is somebody else.
func (q *quoter) subjectOf(sentence document.Range) document.Range {
	for w := sentence.First; w < sentence.Last; w++ {
		c := tree.At(q.Document, w)
		if !c.Subtype("nsubj") || !c.Up().OK() || c.Up().Up().OK() {
			continue
		}
		if slices.Contains([]string{"He", "She", "he", "she"}, q.Words[w].Text) {
			return document.Range{First: w, Last: w + 1}
		}
		return q.personOf(w, sentence)
	}
	return document.Range{}
}

// personOf returns the name of the person that a subject is, or that stands
// beside it: “The mayor, Jane Roe, …”.
func (q *quoter) personOf(subject int, sentence document.Range) document.Range {
	first, _ := slices.BinarySearchFunc(q.Names, sentence.First, func(n document.Name, at int) int { return n.First - at })
	for _, n := range q.Names[first:] {
		if n.Last > sentence.Last {
			break
		}
		beside := func(w int) bool {
			c := tree.At(q.Document, w)
			return w == subject || c.Up().Word == subject && c.NamesHead()
		}
		for w := n.First; w < n.Last; w++ {
			if n.Kind == document.PER && beside(w) {
				return n.Range
			}
		}
	}
	return document.Range{}
}

// add adds the frame of a quotation.
func (q *quoter) add(anchor int, cue, source []int, quote int) bool {
	f := document.Frame{
		Kind: document.Statement, Anchor: anchor, P: likely, Act: "ASSERT", Sure: likely,
		Roles: map[document.Role][]int{document.Cue: cue, document.Source: source, document.Content: words(q.inside(quote))},
	}
	q.cues[q.ordinal[anchor]] = append(q.cues[q.ordinal[anchor]], len(q.Frames))
	q.Frames = append(q.Frames, f)
	q.tell(f.Roles[document.Content])
	return true
}
