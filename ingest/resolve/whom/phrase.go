package whom

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// phrase is a phrase before anybody is sought for it.
type phrase struct {
	document.Range
	head    tree.Cursor
	pronoun pronoun
	words   []string // lower case, without articles and punctuation
	lemma   string   // of the head
	plural  bool
	title   []string // the title of an office in it, in lower case
	full    []string // the words, with those of titles that others are short for
	voices  voices   // who speaks around it
}

// pronoun is a class of pronouns.
type pronoun int

const (
	noPronoun pronoun = iota
	he
	she
	it
	they
	we
	i
	you
	relative
	some
	both
	pronouns
)

// pronounWords lists the pronouns of each class.
var pronounWords = [pronouns]lexicon.Set{
	he: lexicon.He, she: lexicon.She, it: lexicon.It, they: lexicon.They, we: lexicon.We, i: lexicon.I, you: lexicon.You,
	relative: lexicon.RelativePronouns, some: lexicon.IndefinitePronouns, both: lexicon.Both,
}

var pronounOf = func() map[string]pronoun {
	table := map[string]pronoun{}
	for class, words := range pronounWords {
		for _, w := range words.Words() {
			table[w] = pronoun(class)
		}
	}
	return table
}()

// phraseAt reads a phrase.
func phraseAt(d *document.Document, r document.Range) phrase {
	p := phrase{Range: trimmed(d, r)}
	p.head = tree.Head(d, p.Range)
	p.lemma = p.head.Lemma()
	p.plural = p.head.Plural()
	if p.Len() == 1 {
		p.pronoun = pronounOf[p.head.Lower()]
	}
	for w := p.First; w < p.Last; w++ {
		if c := tree.At(d, w); !c.Is("PUNCT", "DET") && !lexicon.Possessive(c.Lower()) {
			p.words = append(p.words, c.Lower())
		}
	}
	p.title, p.full = titleIn(d, p.Range), who.TitleWords(p.words)
	if short := len(p.words) == 1 && len(p.full) > 1; short { // “the veep” is read as “the vice president”
		p.words, p.lemma, p.title = p.full, p.full[len(p.full)-1], p.full
	}
	return p
}

// trimmed returns a phrase without punctuation at its ends.
func trimmed(d *document.Document, r document.Range) document.Range {
	for r.Len() > 1 && !letters(d.Words[r.First].Text) {
		r.First++
	}
	for r.Len() > 1 && !letters(d.Words[r.Last-1].Text) {
		r.Last--
	}
	return r
}

func letters(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// titleIn returns the words of the first title of office in a phrase that has
// no owner's “'s” after it: “the president's wife” is no president.
func titleIn(d *document.Document, r document.Range) []string {
	for w := r.First; w < r.Last; w++ {
		words := texts(d, document.Range{First: w, Last: min(r.Last, w+4)})
		if _, n := gazetteer.Title(words); n > 0 && (w+n >= r.Last || !lexicon.Possessive(d.Words[w+n].Text)) {
			return lower(words[:n])
		}
	}
	return nil
}

func texts(d *document.Document, r document.Range) (words []string) {
	for _, w := range d.Words[r.First:r.Last] {
		words = append(words, w.Text)
	}
	return words
}

func lower(words []string) []string {
	found := slices.Clone(words)
	for i, w := range found {
		found[i] = strings.ToLower(w)
	}
	return found
}

// joined returns the parts of a phrase that “and” or a comma joins, each with
// its own words; the phrase alone where nothing is joined.
func joined(d *document.Document, r document.Range) []document.Range {
	starts := []int{r.First}
	for _, c := range tree.Head(d, r).Conjuncts() {
		if r.First <= c.Word && c.Word < r.Last {
			starts = append(starts, beginOf(d, c, starts[len(starts)-1]))
		}
	}
	var parts []document.Range
	for i, first := range starts {
		last := r.Last
		if i+1 < len(starts) {
			last = starts[i+1]
		}
		if part := withoutEnds(d, document.Range{First: first, Last: last}); part.Len() > 0 {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return []document.Range{r}
	}
	return parts
}

// beginOf returns where a conjunct begins: after the word that joins it.
func beginOf(d *document.Document, c tree.Cursor, after int) int {
	for w := c.Word - 1; w > after; w-- {
		if t := tree.At(d, w); t.Is("CCONJ") || t.Is("PUNCT") && d.Words[w].Text == "," {
			return w + 1
		}
	}
	return c.Word
}

// withoutEnds returns a part of a phrase without what joins it to the others.
func withoutEnds(d *document.Document, r document.Range) document.Range {
	for r.Len() > 0 && (tree.At(d, r.Last-1).Is("CCONJ", "PUNCT")) {
		r.Last--
	}
	for r.Len() > 0 && (tree.At(d, r.First).Is("CCONJ", "PUNCT")) {
		r.First++
	}
	return r
}

// examples returns the people or bodies that a phrase names after “like” or “such
// as”, who alone can be named: “firms like | Opel and Audi”; else the phrase.
func (r *Resolver) examples(words document.Range) document.Range {
	for w := words.First + 1; w < words.Last-1; w++ {
		c := tree.At(r.document, w)
		if c.Lower() != "like" && (c.Lower() != "as" || c.Next(-1).Lower() != "such") {
			continue
		}
		rest := document.Range{First: w + 1, Last: words.Last}
		for _, m := range r.cast.MentionsIn(rest) {
			if (m.Entity.Label == graph.Person || m.Entity.Label == graph.Organization) && !m.Entity.Proposed && r.leadsUpTo(rest.First, m.First) {
				return rest
			}
		}
	}
	return words
}

// leadsUpTo says whether only titles and the like stand between two words.
func (r *Resolver) leadsUpTo(first, last int) bool {
	for w := first; w < last; w++ {
		if !tree.At(r.document, w).Is("NOUN", "PROPN", "ADJ", "DET") {
			return false
		}
	}
	return true
}
