package read

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

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
	for i := len(before) - 1; i >= 0; i-- {
		if i == 0 || !f.reported(before[i], before[i-1]) {
			return before[i].subject, true
		}
	}
	return f.firstPhrase(), true
}

// reported says whether a cue's clause is what the cue before it reports: “he
// said (that) she refused”.
func (f finder) reported(c, before cue) bool {
	first := c.subject.first
	return !c.elided && !c.after && (first == before.at.end || f.word(first-1) == "that")
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
