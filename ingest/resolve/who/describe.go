package who

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// kin says whether a noun is for a member of a family, and the gender that it tells.
func kin(noun string) (gazetteer.Gender, bool) {
	switch {
	case lexicon.FemaleKin.Has(noun):
		return gazetteer.Female, true
	case lexicon.MaleKin.Has(noun):
		return gazetteer.Male, true
	}
	return gazetteer.Unknown, false
}

//go:embed data/abbreviations.txt
var abbreviationsTXT string

// fullTitles are the words that titles are short for, by the short form.
var fullTitles = lexicon.Classes(abbreviationsTXT)

// TitleWords returns the words of a title in small letters, what is short for a
// title in full: “the veep” is the vice president.
func TitleWords(words []string) (full []string) {
	for _, w := range words {
		w = strings.ToLower(w)
		full = append(full, strings.Fields(cmp.Or(fullTitles[strings.TrimSuffix(w, ".")], w))...)
	}
	return full
}

// describe notes what is said of a person where it is named: the nouns before
// and after the name, as in “the widow Jane Doe, a judge in Texas,”. A form of
// address tells the gender, and where the first name doesn't, a noun does.
func (f finder) describe(e *Entity, name document.Range) {
	if g := honoured(before(f.Document, name.First)); g != gazetteer.Unknown {
		e.Gender = g
	}
	for _, noun := range described(f.Document, name) {
		lemma := noun.Lemma()
		if full, short := fullTitles[strings.TrimSuffix(lemma, ".")]; short {
			lemma = full
		}
		if !slices.Contains(e.Nouns, lemma) {
			e.Nouns = append(e.Nouns, lemma)
		}
		if g, isKin := kin(lemma); isKin {
			e.Relative = true
			e.Gender = cmp.Or(e.Gender, g)
		}
		switch {
		case strings.HasSuffix(lemma, "woman"), lemma == "actress":
			e.Gender = cmp.Or(e.Gender, gazetteer.Female)
		case strings.HasSuffix(lemma, "man") && lemma != "chairman":
			e.Gender = cmp.Or(e.Gender, gazetteer.Male)
		}
	}
}

// described returns the nouns that stand with a name in one noun phrase, or
// are said of it by a form of “be”.
func described(d *document.Document, name document.Range) (nouns []tree.Cursor) {
	head := tree.Head(d, name)
	for i := max(0, head.Word-12); i < min(len(d.Words), head.Word+16); i++ {
		c := tree.At(d, i)
		if c.Is("NOUN", "PROPN") && (i < name.First || i >= name.Last) && describes(c, head) {
			nouns = append(nouns, owned(c))
		}
	}
	return nouns
}

// describes says whether a noun says what the one with the name is.
func describes(noun, name tree.Cursor) bool {
	switch {
	case noun.Word+1 == name.Word:
		return true
	case noun.Up() == name:
		return noun.NamesHead() || noun.By("nmod:desc")
	case name.Up() != noun:
		return false
	}
	return name.By("appos", "flat") || name.By("compound") && noun.Word < name.Word || name.By("nsubj") && noun.Child("cop").OK()
}

// owned returns the noun after a possessive, of which alone a description
// speaks: “the nominee's eldest daughter” is a daughter.
func owned(noun tree.Cursor) tree.Cursor {
	if !lexicon.Owning(noun.Next(1).Lower()) {
		return noun
	}
	for i := 2; i < 6; i++ {
		if c := noun.Next(i); c.Is("NOUN") {
			return c
		}
	}
	return noun
}
