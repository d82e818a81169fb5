package read

import (
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// longestCountry is how many words the name of a country has at most.
const longestCountry = 6

// countries lets the name of a place begin earlier where it is the end of a
// country's: of the two Congos, “DR Congo” is the other.
func countries(d *document.Document) {
	var names []document.Name
	for _, n := range d.Names {
		first := max(d.SentenceOf(n.First).First, n.Last-longestCountry)
		for ; first < n.First && n.Kind == document.LOC; first++ {
			r := document.Range{First: first, Last: n.Last}
			entry, length := gazetteer.Match(document.Texts(d.Words[first:n.Last]))
			if length == r.Len() && entry.Kind == gazetteer.Country && d.Words[first].Upper() {
				names = append(names, d.Named(r, document.LOC))
				break
			}
		}
	}
	overlay(d, names)
}

// ownNames makes places of the names that are a country's own, not those of its
// people, where the network takes them for something else than a body or a person.
func ownNames(d *document.Document) {
	for i, n := range d.Names {
		entry, length := gazetteer.Match(document.Texts(d.Words[n.First:n.Last]))
		if n.Kind == document.MISC && length == n.Range.Len() && entry.Kind == gazetteer.Country {
			d.Names[i].Kind = document.LOC
		}
	}
}

// agencies makes bodies of one-word names that the network takes for people, that
// no full name explains and that quote somebody “as saying” something.
func agencies(d *document.Document) {
	explained := map[string]bool{}
	for _, n := range d.Names {
		if n.Kind == document.PER && n.Range.Len() > 1 {
			explained[d.Words[n.Last-1].Text] = true
		}
	}
	for i, n := range d.Names {
		word := d.Words[n.First].Text
		if n.Kind == document.PER && n.Range.Len() == 1 && !explained[word] && gazetteer.GenderOf(word) == gazetteer.Unknown && quotes(tree.At(d, n.First)) {
			d.Names[i].Kind = document.ORG
		}
	}
}

// citing finds who quotes somebody “as saying” something.
var citing = tree.MustCompile(`quote|cite [>advcl|obl|ccomp|xcomp >mark|case "as"] ~doer =who`, nil)

// quotes says whether a word is who quotes somebody so.
func quotes(c tree.Cursor) bool { return c.OK() && citing.Match(c.Up()).At("who") == c }
