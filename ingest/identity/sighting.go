package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// Sighting is what one article tells of one entity that bears on who it is. All
// are by ids as the article alone gives them.
type Sighting struct {
	ID        string   `json:"id"`
	Article   string   `json:"article"`
	Published string   `json:"published,omitempty"` // YYYY-MM-DD
	Name      string   `json:"name"`
	Aliases   []string `json:"aliases,omitempty"`
	Gender    string   `json:"gender,omitempty"`    // that forms of address tell: male, female
	Positions []string `json:"positions,omitempty"` // as a person reads them
	Offices   []string `json:"offices,omitempty"`   // countries of the positions
	Countries []string `json:"countries,omitempty"` // that the article names
	With      []string `json:"with,omitempty"`      // others whom the article names most
	Item      string   `json:"item,omitempty"`      // Wikidata id of a known person
	Evidence  string   `json:"evidence,omitempty"`  // words around the first mention
}

// Telling is a meeting as one article tells of it.
type Telling struct {
	ID           string   `json:"id"`
	Article      string   `json:"article"`
	Participants []string `json:"participants,omitempty"`
	Place        string   `json:"place,omitempty"`
	Date         string   `json:"date,omitempty"`
}

// Sightings returns the entities of an article's facts as the article alone
// gives them: before Apply, or after facts.Article.Restore.
func Sightings(f *facts.Article) (all []Sighting) {
	var countries []string
	names := map[string]string{}
	for _, c := range f.Countries {
		countries, names[c.ID] = append(countries, c.ID), c.Name
	}
	for _, o := range f.Organizations {
		names[o.ID] = o.Name
	}
	text := []rune(f.Text)
	for _, e := range f.Entities() {
		all = append(all, Sighting{
			ID: e.ID, Article: f.ID, Published: f.Published, Name: e.Name, Aliases: e.Aliases, Countries: countries, Evidence: evidence(text, e),
		})
	}
	with := companyOf(f)
	for i := range all {
		all[i].With = slices.DeleteFunc(slices.Clone(with), func(id string) bool { return id == all[i].ID })
	}
	people := all[len(all)-len(f.People):]
	for i, p := range f.People {
		people[i].Positions, people[i].Offices = offices(p, names)
		people[i].Gender, people[i].Item = addressed(text, p.Entity), p.WikidataID
	}
	return all
}

// offices returns the positions of a person in words, and their countries.
func offices(p facts.Person, names map[string]string) (positions, countries []string) {
	for _, q := range p.Positions {
		positions = append(positions, Office(q.Title, q.Former, names[q.Of]))
		if strings.HasPrefix(q.Of, "country:") {
			countries = append(countries, q.Of)
		}
	}
	return positions, countries
}

// Office says an office in words.
func Office(title string, former bool, of string) string {
	if former {
		title = "former " + title
	}
	return title + " of " + of
}

// Company is how many of an article's people, bodies and places tell whom it is
// about.
const Company = 12

// companyOf returns the people, bodies and places that an article names most.
func companyOf(f *facts.Article) []string {
	others := slices.DeleteFunc(f.Entities(), func(e facts.Entity) bool { return label(e.ID) == "country" })
	slices.SortFunc(others, func(a, b facts.Entity) int {
		return cmp.Or(len(b.Mentions)-len(a.Mentions), cmp.Compare(a.ID, b.ID))
	})
	var ids []string
	for _, e := range others[:min(Company, len(others))] {
		ids = append(ids, e.ID)
	}
	return ids
}

// addressed returns the gender that the words before a person's names tell: “Mr.
// Doe”; "" where they tell none or both.
func addressed(text []rune, e facts.Entity) string {
	const longest = 12
	told := map[string]bool{}
	for _, m := range e.Mentions {
		words := strings.Fields(string(text[max(0, min(m[0], len(text))-longest):min(m[0], len(text))]))
		if len(words) == 0 {
			continue
		}
		switch word := words[len(words)-1]; {
		case lexicon.MaleAddress.Has(word):
			told["male"] = true
		case lexicon.FemaleAddress.Has(word):
			told["female"] = true
		}
	}
	if len(told) != 1 {
		return ""
	}
	return slices.Collect(maps.Keys(told))[0]
}

// evidence returns the words around the first mention of an entity.
func evidence(text []rune, e facts.Entity) string {
	if len(e.Mentions) == 0 {
		return ""
	}
	const around = 60
	from, to := max(0, e.Mentions[0][0]-around), min(len(text), e.Mentions[0][1]+around)
	return strings.Join(strings.Fields(string(text[from:to])), " ")
}

// Tellings returns the meetings of an article's facts, as Sightings does its
// entities.
func Tellings(f *facts.Article) (all []Telling) {
	for _, m := range f.Meetings {
		t := Telling{ID: m.ID, Article: f.ID, Place: m.Place, Date: m.Date}
		for _, p := range m.Participants {
			t.Participants = append(t.Participants, p.ID)
		}
		all = append(all, t)
	}
	return all
}
