package resolve

import (
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/when"
)

var (
	// planned are words for what is still to come, whatever their own tense.
	planned = regexp.MustCompile(`(?i)^(plan(s|ned|ning)?|schedul(ed|es|ing)|expect(s|ed|ing)?|slated|due|payable|effective|upcoming|deadline|proposed|hop(es?|ed|ing)|await(s|ed|ing)?)$`)

	// intending are words whose infinitive is still to come.
	intending = regexp.MustCompile(`(?i)^(agree|decid|intend|want|vow|promis|pledg|threaten|offer|propos|set|likely|ready|prepar|ask|order|urg|invit|requir|need|call|aim|seek|wait|going|about|bound|poised)`)

	// coming are those that a date follows.
	coming = regexp.MustCompile(`(?i)^(due|payable|effective|upcoming)$`)

	// timetabled are verbs whose present tells what a timetable does: “they meet on Monday”.
	timetabled = regexp.MustCompile(`(?i)^(meet|open|begin|start|face|vote|return|arrive|leave|convene|resume|host|hold|visit|travel|head|air|debate)s?$`)

	future  = regexp.MustCompile(`(?i)^(will|['’]ll|wo|shall)$`)
	until   = regexp.MustCompile(`(?i)^(until|till|by)$`)
	perfect = regexp.MustCompile(`(?i)^(has|have|['’](s|ve))$`)
	are     = regexp.MustCompile(`(?i)^(is|are|['’]re)$`)
	had     = regexp.MustCompile(`(?i)^(had|['’]d)$`)
	to      = regexp.MustCompile(`(?i)^to$`)
)

// clause is a word of a sentence with those that depend on it.
type clause struct {
	*document.Document
	sentence document.Sentence
}

// tense returns the tense of the verb that governs the tokens [first, last): of
// the nearest above them in the tree that has one.
func (c clause) tense(first, last int) when.Tense {
	head := first
	for head < last-1 && c.Words[head].Head >= first && c.Words[head].Head < last {
		head++
	}
	before := first - 1
	switch {
	case before < c.sentence.First:
	case coming.MatchString(c.Words[before].Text):
		return when.Future
	case until.MatchString(c.Words[before].Text):
		return c.limit(head)
	}
	return c.governing(head)
}

// limit returns the tense of “until Friday” and “by Friday”, which are still to
// come unless the verb is in the past, and no perfect: “has until Friday”.
func (c clause) limit(head int) when.Tense {
	if tense := c.governing(head); tense != when.Past || c.child(c.Words[head].Head, "aux", perfect) >= 0 {
		return when.Future
	}
	return when.Past
}

// governing climbs from a word to the verb.
func (c clause) governing(at int) when.Tense {
	infinitive := false
	for range c.sentence.Last - c.sentence.First { // a tree is no higher
		from := c.Words[at].Relation
		if at = c.Words[at].Head; at < c.sentence.First || at >= c.sentence.Last {
			break
		}
		if infinitive && intending.MatchString(c.Words[at].Text) {
			return when.Future
		}
		if t := c.tenseOf(at); t != when.NoTense {
			return t
		}
		if (from == "compound" || from == "nmod:poss") && !strings.HasPrefix(c.Words[at].Relation, "nsubj") {
			break // “Wednesday’s ruling” is that of any verb
		}
		infinitive = c.child(at, "mark", to) >= 0
	}
	return when.NoTense
}

// child returns the first token of that relation to the head, and form where
// one is given; -1 where there is none.
func (c clause) child(head int, relation string, form *regexp.Regexp) int {
	for i := c.sentence.First; i < c.sentence.Last; i++ {
		if w := c.Words[i]; w.Head == head && strings.HasPrefix(w.Relation, relation) && (form == nil || form.MatchString(c.Words[i].Text)) {
			return i
		}
	}
	return -1
}

// tenseOf returns the tense that a word has by its form, its auxiliaries and
// its copula.
func (c clause) tenseOf(at int) when.Tense {
	if planned.MatchString(c.Words[at].Text) || c.child(at, "aux", future) >= 0 {
		return when.Future
	}
	tense := finite(c.Words[at])
	for _, relation := range []string{"aux", "cop"} {
		helper := c.child(at, relation, nil)
		switch {
		case helper < 0:
		case c.Words[helper].Lemma == "be" && c.child(at, "mark", to) >= 0:
			return when.Future // is to meet
		case c.Words[helper].Lemma == "have" || tense == when.NoTense:
			tense = max(finite(c.Words[helper]), tense)
		}
	}
	if tense == when.Present && timetabled.MatchString(c.Words[at].Text) {
		return when.Future
	}
	return tense
}

// finite returns the tense of a word's form.
func finite(w document.Word) when.Tense {
	switch {
	case strings.Contains(w.Feats, "Tense=Past"):
		return when.Past
	case strings.Contains(w.Feats, "Tense=Pres") && strings.Contains(w.Feats, "VerbForm=Fin"):
		return when.Present
	}
	return when.NoTense
}
