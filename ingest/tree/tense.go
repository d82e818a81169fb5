package tree

import (
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/when"
)

var (
	// intending matches the stems of words whose infinitive is still to come.
	intending = regexp.MustCompile(`(?i)^(agree|decid|intend|want|vow|promis|pledg|threaten|offer|propos|set|likely|ready|prepar|ask|order|urg|invit|requir|need|call|aim|seek|wait|going|about|bound|poised)`)

	// coming matches words for what is still to come that stand before its date.
	coming = regexp.MustCompile(`(?i)^(due|payable|effective|upcoming)$`)

	future     = regexp.MustCompile(`(?i)^(will|['’]ll|wo|shall)$`)
	until      = regexp.MustCompile(`(?i)^(until|till|by)$`)
	infinitive = regexp.MustCompile(`(?i)^to$`)
	perfect    = regexp.MustCompile(`(?i)^(has|have|['’](s|ve))$`)
)

// TenseOf returns the tense of the verb that governs a phrase: of the nearest
// above it in the tree that has one.
func TenseOf(d *document.Document, r document.Range) when.Tense {
	head := At(d, r.First)
	for head.Word < r.Last-1 && head.word().Head >= r.First && head.word().Head < r.Last {
		head = head.Next(1)
	}
	switch before := At(d, r.First).Next(-1); {
	case coming.MatchString(before.word().Text):
		return when.Future
	case until.MatchString(before.word().Text):
		return head.limit()
	}
	return head.governing()
}

// limit returns the tense of “until Friday” and “by Friday”, which are still to
// come unless the verb is in the past, and no perfect: “has until Friday”.
func (c Cursor) limit() when.Tense {
	if tense := c.governing(); tense != when.Past || c.Up().helper("aux", perfect).OK() {
		return when.Future
	}
	return when.Past
}

// governing climbs from a word to the verb.
func (c Cursor) governing() when.Tense {
	infinitive := false
	for c.OK() {
		from := c.word().Relation
		c = c.Up()
		if infinitive && intending.MatchString(c.word().Text) {
			return when.Future
		}
		if t := c.Tense(); t != when.NoTense {
			return t
		}
		if (from == "compound" || from == "nmod:poss") && c.Relation() != "nsubj" {
			break // “Wednesday’s ruling” is that of any verb
		}
		infinitive = c.Infinitive()
	}
	return when.NoTense
}

// helper returns the first child of that relation and form.
func (c Cursor) helper(relation string, form *regexp.Regexp) Cursor {
	for _, child := range c.Children(relation) {
		if form.MatchString(child.word().Text) {
			return child
		}
	}
	return Nowhere
}

// Tense returns the tense that a word has by its form, its auxiliaries and its
// copula.
func (c Cursor) Tense() when.Tense {
	if !c.OK() {
		return when.NoTense
	}
	if lexicon.Planned.Has(c.Lower()) || c.helper("aux", future).OK() || c.intended() {
		return when.Future
	}
	tense := c.finite()
	for _, relation := range []string{"aux", "cop"} {
		switch helper := c.Child(relation); {
		case !helper.OK():
		case helper.Lemma() == "be" && c.Infinitive():
			return when.Future // is to meet
		case helper.Lemma() == "have" || tense == when.NoTense:
			tense = max(helper.finite(), tense)
		}
	}
	if tense == when.Present && (lexicon.Timetabled.Has(strings.TrimSuffix(c.Lower(), "s")) || lexicon.Timetabled.Has(c.Lemma())) {
		return when.Future
	}
	return tense
}

// intended says whether a word for what is still to come stands before the “to” of
// an infinitive, from which it need not hang: “is due to meet”.
func (c Cursor) intended() bool {
	to := c.helper("mark", infinitive)
	return to.OK() && lexicon.Planned.Has(to.Next(-1).Lower())
}

// finite returns the tense of a word's form.
func (c Cursor) finite() when.Tense {
	switch feats := c.word().Feats; {
	case strings.Contains(feats, "Tense=Past"):
		if c.mistaken() {
			return when.Present
		}
		return when.Past
	case strings.Contains(feats, "Tense=Pres") && strings.Contains(feats, "VerbForm=Fin"):
		return when.Present
	}
	return when.NoTense
}

// mistaken says whether a verb is in the present by its form, whatever its features
// are: “he goes”, and “they meet”, which is no misspelt “met”.
func (c Cursor) mistaken() bool {
	form, lemma := c.Lower(), c.Lemma()
	return form == lemma+"s" || form == lemma+"es" || form == strings.TrimSuffix(lemma, "y")+"ies" ||
		form == lemma && c.Feature("Typo=Yes")
}
