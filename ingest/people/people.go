// Package people knows who held which public office when, from 1990 on, with
// Wikidata ids: 24,700 people of all countries and the great international
// bodies.
//
//	for _, m := range people.Known().Named("Lavrov") { m.Person.WikidataID … }
//	holders := people.Known().Holders(people.Foreign, "RU", "2022-01-21")
//
// The table is packed in the program and unpacked when it is first asked. It is
// made from open data (see internal/gen and NOTICE); a person's own table of the
// same columns can be added to it (Read, With). Dates are YYYY, YYYY-MM or
// YYYY-MM-DD everywhere, as precise as known.
package people

import (
	"cmp"
	"slices"
)

// Kind is what kind of office a term is of.
type Kind string

// The kinds of offices. A president who also heads the government is HeadOfState
// alone; deputies and junior ministers are OtherMinister; Governor is the head of a
// part of a country; BodyHead heads a parliament, a bank, an agency or an
// international body.
const (
	HeadOfState      Kind = "head_of_state"
	HeadOfGovernment Kind = "head_of_government"
	Foreign          Kind = "foreign"
	Defence          Kind = "defence"
	Finance          Kind = "finance"
	Interior         Kind = "interior"
	OtherMinister    Kind = "other_minister"
	BodyHead         Kind = "body_head"
	Governor         Kind = "governor"
	Legislator       Kind = "legislator"
	Other            Kind = "other"
)

// Kinds lists the kinds of offices.
var Kinds = []Kind{HeadOfState, HeadOfGovernment, Foreign, Defence, Finance, Interior, OtherMinister, BodyHead, Governor, Legislator, Other}

// Person is somebody who held public offices. WikidataID is "" where no source
// gives one.
type Person struct {
	WikidataID string
	Name       string   // as Wikidata has it
	Aliases    []string // other spellings
	Gender     string   // m, f or ""
	Terms      []Term   // by country, position and start

	words [][]string // of the name and each alias, folded
}

// Term is a term of office. An empty End means that it had not ended on AsOf.
type Term struct {
	Country    string // ISO 3166-1 alpha-2, also XK, SU, GB-SCT, GB-WLS, GB-NIR; or the name of a body: EU, UN, NATO
	Position   string // in English, to be read with Country: “Minister of Foreign Affairs”
	Kind       Kind
	Start, End string
	AsOf       string
	Memory     bool // written down from general knowledge: it decides nothing by itself
}

// Covers says whether the office was held on a date, as far as the dates tell.
func (t Term) Covers(date string) bool {
	return compare(t.Start, date) <= 0 && (t.End == "" || compare(date, t.End) <= 0)
}

// Sure says whether the table knows who held the office on a date: an open term
// is a guess after the day of its source.
func (t Term) Sure(date string) bool {
	return t.End != "" || t.AsOf == "" || compare(date, t.AsOf) <= 0
}

// compare compares two dates as far as both are precise.
func compare(a, b string) int {
	n := min(len(a), len(b))
	return cmp.Compare(a[:n], b[:n])
}

// On returns the terms that cover a date.
func (p *Person) On(date string) (terms []Term) {
	for _, t := range p.Terms {
		if t.Covers(date) {
			terms = append(terms, t)
		}
	}
	return terms
}

// Holding is a term with who holds it.
type Holding struct {
	*Person
	Term
}

// Holders returns who held an office of a kind in a country on a date, by name:
// several where a country has several such offices, or the table is wrong.
func (t *Table) Holders(kind Kind, country, date string) (all []Holding) {
	for _, p := range t.load().byOffice[office{kind, country}] {
		for _, term := range p.On(date) {
			if term.Kind == kind && term.Country == country {
				all = append(all, Holding{p, term})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Holding) int { return cmp.Compare(a.Name, b.Name) })
	return all
}
