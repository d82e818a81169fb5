package known

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

var (
	//go:embed data/titles.tsv
	titlesTSV string
	//go:embed data/fields.tsv
	fieldsTSV string

	kindsByTitle = kindsBy(titlesTSV)
	kindsByField = kindsBy(fieldsTSV)
)

// kindsBy reads a table of kinds by words.
func kindsBy(tsv string) map[string][]people.Kind {
	table := map[string][]people.Kind{}
	for line := range strings.Lines(tsv) {
		kinds, words, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found || line[0] == '#' {
			continue
		}
		for _, w := range strings.Split(words, "|") {
			for _, kind := range strings.Fields(kinds) {
				table[w] = append(table[w], people.Kind(kind))
			}
		}
	}
	return table
}

// kindsOf returns which kinds of offices a title may be for.
func kindsOf(title string) []people.Kind {
	words := strings.Fields(strings.ToLower(title))
	if slices.Contains(words, "shadow") || slices.Contains(words, "spokesman") || slices.Contains(words, "spokeswoman") {
		return nil // who speaks for the minister
	}
	minister := slices.Contains(words, "minister") || slices.Contains(words, "secretary")
	if minister && slices.ContainsFunc(words, lexicon.Deputies.Has) {
		return []people.Kind{people.OtherMinister}
	}
	for _, w := range words {
		if kinds := kindsByField[strings.Trim(w, ",")]; kinds != nil && minister {
			return kinds
		}
	}
	for i := range words {
		if kinds := kindsByTitle[strings.Join(words[i:], " ")]; kinds != nil {
			return kinds
		}
	}
	return nil
}

// suits says whether a title may be that of a term: of its kind, or in its words.
func suits(title string, t people.Term) bool {
	if slices.Contains(kindsOf(title), t.Kind) {
		return true
	}
	position := strings.Fields(strings.ToLower(t.Position))
	words := strings.Fields(strings.ToLower(title))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(position, w) })
}

// heads says whether a term is one of those who head a country.
func heads(t people.Term) bool {
	return t.Kind == people.HeadOfState || t.Kind == people.HeadOfGovernment
}

// great says whether a term is of an office whose holders the press calls by
// their family name alone.
func great(t people.Term) bool { return heads(t) || t.Kind == people.Foreign }

// bodies are those that the table of people has beside countries, by the names
// of the gazetteer.
var bodies = map[string]string{
	"United Nations": "UN", "European Union": "EU", "European Commission": "EU", "European Council": "EU", "European Parliament": "EU", "NATO": "NATO", "European Central Bank": "ECB",
	"International Monetary Fund": "IMF", "World Bank": "World Bank", "World Trade Organization": "WTO", "World Health Organization": "WHO", "International Atomic Energy Agency": "IAEA", "UNESCO": "UNESCO",
	"Organization for Security and Cooperation in Europe": "OSCE", "African Union": "African Union", "Arab League": "Arab League", "International Court of Justice": "ICJ", "Council of Europe": "Council of Europe", "OECD": "OECD",
}

// bodyOf returns what the table calls a body, "" where it has none of it.
func bodyOf(e *who.Entity) string { return bodies[e.Name] }

// owner returns whose an office is, as the table calls it: the code of a country,
// or a body; "" where the article doesn't tell, or it is somebody else's.
func owner(o who.Office) string {
	switch {
	case o.Of == nil || o.Of.Label == graph.Person:
		return ""
	case bodyOf(o.Of) != "":
		return bodyOf(o.Of)
	}
	return o.Of.Code
}

// home returns whose a term is: the United Kingdom for Scotland.
func home(t people.Term) string {
	code, part, found := strings.Cut(t.Country, "-")
	if found && len(code) == 2 && len(part) == 3 {
		return code
	}
	return t.Country
}

// possible drops the offices that somebody can't hold: at the head of a country,
// where the words of the article don't say of which, and the person is known to
// head another at the time, or the article says so of another.
func possible(offices []who.Office, known *who.Known, date string) []who.Office {
	elsewhere := map[string]bool{}
	for _, o := range offices {
		if explicit(o) && !o.Former && o.Of.Label == graph.Country && heading(o.Title) {
			elsewhere[o.Of.Code] = true
		}
	}
	if known != nil && date != "" {
		for _, t := range known.On(date) {
			if heads(t) && !t.Memory {
				elsewhere[home(t)] = true
			}
		}
	}
	return slices.DeleteFunc(offices, func(o who.Office) bool {
		return !explicit(o) && !o.Former && o.Of != nil && o.Of.Label == graph.Country && heading(o.Title) && len(elsewhere) > 0 && !elsewhere[o.Of.Code]
	})
}

// heading says whether a title is that of a head of state or government.
func heading(title string) bool {
	return slices.ContainsFunc(kindsOf(title), func(k people.Kind) bool { return k == people.HeadOfState || k == people.HeadOfGovernment })
}
