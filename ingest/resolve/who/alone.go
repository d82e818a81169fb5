package who

import (
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// Of the names that the network takes for people and no full name explains, a
// third are products, papers, parties and firms. The article tells which: it
// says elsewhere what kind of body that is, or the network sees no person
// there.

// kindAlone returns the kind of a name that the network takes for a person's.
func (f finder) kindAlone(n name) document.NameKind {
	switch {
	case len(n.words) > 1 && f.isPaper(n):
		return document.ORG
	case !f.isAlone(n):
		return document.PER
	case camel.MatchString(n.words[0]) || f.bodies[n.words[0]]:
		return document.ORG
	}
	return f.uses.kind(n.words[0])
}

// isAlone says whether a name is one word that no full name explains and that
// no form of address stands before.
func (f finder) isAlone(n name) bool {
	word := before(f.Document, n.First)
	return len(n.words) == 1 && !gazetteer.Honorific(word) && !lexicon.AbbreviatedTitles.Has(word) && len(f.people.candidates(n.words)) == 0
}

// camel matches a firm's name with a capital in its middle, ThyssenKrupp or
// HuffPost, but no family name as McDonald or DeSantis.
var camel = regexp.MustCompile(`^(?:[B-CE-KN-RT-UW-Z]\p{Ll}{2,}|[ADLMSV]\p{Ll}{3,})\p{Lu}\p{Ll}*$`)

// isPaper says whether a name ends as those of papers do: “Sunday Times”.
func (f finder) isPaper(n name) bool {
	last := strings.ToLower(n.words[len(n.words)-1])
	return lexicon.Papers.Has(last) && !gazetteer.Honorific(before(f.Document, n.First))
}

// besideKind returns the names of one word that stand somewhere beside the noun
// that tells which kind of body they are: “the Fidesz party”, “the carmaker
// Opel”, “Amaq, a website”.
func besideKind(d *document.Document, names []name) map[string]bool {
	found := map[string]bool{}
	for _, n := range names {
		if n.kind != document.LOC && len(n.words) == 1 && (slices.ContainsFunc(described(d, n.Range), tellsKind) || slices.ContainsFunc(nounsAfter(d, n.Last), tellsKind)) {
			found[n.words[0]] = true
		}
	}
	return found
}

// nounsAfter returns the nouns right after a name, or after what brackets say
// that it means: “Dozhd (Rain) | TV channel”.
func nounsAfter(d *document.Document, word int) (nouns []tree.Cursor) {
	if at(d, word) == "(" && at(d, word+2) == ")" {
		word += 3
	}
	for c := tree.At(d, word); c.Is("NOUN"); c = c.Next(1) {
		nouns = append(nouns, c)
	}
	return nouns
}

// tellsKind says whether a noun tells the kind of a body that has a name.
func tellsKind(noun tree.Cursor) bool {
	word := noun.Lower()
	return noun.Is("NOUN") && (classOf(word, "") == media || classes[apposed][word] && !slices.Contains([]string{"maker", "platform"}, word))
}

// kind returns as which kind the network takes a word for mostly.
func (u uses) kind(word string) document.NameKind {
	for _, kind := range []document.NameKind{document.LOC, document.ORG} {
		if u.others[string(kind)+word] > u.people[word] {
			return kind
		}
	}
	return document.PER
}
