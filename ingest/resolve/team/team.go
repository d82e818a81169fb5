// Package team tells a national team from its country where a text names both by
// one name: in “Norway beat Chad” two teams meet, “in Norway” and “Doe (Norway)”
// are of the country.
//
//	teams := team.Of(document, names)
//	by, ok := teams.At(names[0]) // the rule that says so
//	name := teams.Name("Norway") // “Norway national football team”
//
// It asks only in articles of sport, and first whether the words before the name
// say where something is or where somebody is from.
package team

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed data/words.txt
var wordsTXT string

var (
	words  = lexicon.Parse(wordsTXT)
	sports = []string{"football", "cricket", "rugby", "tennis", "badminton", "basketball", "hockey", "volleyball", "handball", "baseball", "cycling", "athletics", "swimming", "golf"}
)

// Named is a name of a country in a document.
type Named struct {
	document.Range
	Nation string // under whose name the team plays
}

// Teams are those names of countries that mean their teams.
type Teams struct {
	sport string                       // "" where nothing tells which
	by    map[document.Range]rule.Rule // nil where the article is not of sport
}

// Of finds the teams among names of countries.
func Of(d *document.Document, names []Named) Teams {
	if !sporting(d) {
		return Teams{}
	}
	t := Teams{sportOf(d), map[document.Range]rule.Rule{}}
	playing := map[string]bool{}
	var unsure []Named
	for _, n := range names {
		s := site{d, n.Range, tree.Head(d, n.Range), names}
		if s.placed() {
			continue
		}
		if _, by, ok := rule.First(signs, s); ok {
			t.by[n.Range], playing[n.Nation] = by, true
		} else if !s.modifies() {
			unsure = append(unsure, n)
		}
	}
	for _, n := range unsure {
		if playing[n.Nation] {
			t.by[n.Range] = again
		}
	}
	return t
}

// At returns the rule by which a name means a team, false where it doesn't.
func (t Teams) At(r document.Range) (by rule.Rule, ok bool) {
	by, ok = t.by[r]
	return by, ok
}

// Name returns the name of a country's team.
func (t Teams) Name(country string) string {
	return strings.Join(strings.Fields(country+" national "+t.sport+" team"), " ")
}

// Are says whether the words of a noun phrase, in lower case, are for a national
// team after the name of its country: “the Norwegian | squad”.
func (t Teams) Are(phrase []string) bool {
	last := len(phrase) - 1
	return t.by != nil && last >= 0 && words["sides"].Has(phrase[last]) && !slices.ContainsFunc(phrase[:last], func(w string) bool {
		return w != t.sport && !words["before a side"].Has(w)
	})
}
