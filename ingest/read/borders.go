package read

import (
	"regexp"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

var initials = regexp.MustCompile(`^(?:\p{Lu}\.)+$`)

// mendBorders gives persons' names the initials before them, takes honours
// after them away, and drops names of one letter, as in “(R-Ohio)”.
func mendBorders(d *document.Document) {
	var names []document.Name
	end := 0 // of the name before
	for _, n := range d.Names {
		if n.Kind == document.PER {
			for n.Range.Len() > 1 && lexicon.Honours.Has(d.Words[n.Last-1].Text) {
				n.Last--
			}
			for n.First > end && initialBefore(d, n.First) {
				n.First--
			}
			n = d.Named(n.Range, n.Kind)
		}
		if n.Span.Len() > 1 || n.Kind == document.PER {
			names = append(names, n)
		}
		end = n.Last
	}
	d.SetNames(names)
}

// portfolios takes away what is a name to the network, and is what a minister is
// there for: “the Secretary of State for [Health]”, “the minister [for culture]”.
func portfolios(d *document.Document) {
	d.SetNames(slices.DeleteFunc(slices.Clone(d.Names), func(n document.Name) bool {
		return (n.Kind == document.ORG || n.Kind == document.MISC) && portfolio(d, n.First)
	}))
}

// portfolio says whether a word is the first of a portfolio, or of “for” before it.
func portfolio(d *document.Document, word int) bool {
	leading := tree.At(d, word)
	if !slices.Contains([]string{"for", "of"}, leading.Lower()) {
		leading = leading.Next(-1)
	}
	office := leading.Next(-1)
	return slices.Contains([]string{"for", "of"}, leading.Lower()) && slices.Contains([]string{"minister", "ministers", "secretary"}, office.Lower()) ||
		leading.Lower() == "for" && office.Lower() == "state" && office.Next(-2).Lower() == "secretary"
}

// initialBefore says whether initials stand right before a word, rather than
// the letters of a country.
func initialBefore(d *document.Document, word int) bool {
	text := d.Words[word-1].Text
	if !initials.MatchString(text) || d.Words[word-1].End+1 < d.Words[word].Start || d.SentenceOf(word).First == word {
		return false
	}
	_, known := gazetteer.Match([]string{text})
	return known == 0
}
