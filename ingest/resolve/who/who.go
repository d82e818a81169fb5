// Package who finds who there is in an article: people, countries, bodies and
// places, each with the words that name it.
//
//	cast := who.Find(document)
//
// A body need have no name of its own kind: “Nepal police”, “the Swiss foreign
// ministry”. Such a one is only proposed: it becomes a fact where something
// that is said or done refers to it.
package who

import (
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	officials "github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/team"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// Entity is somebody or something that the article tells of.
type Entity struct {
	ID, Name string // Name is the fullest in the article
	Label    graph.Label
	Code     string // ISO 3166-1 alpha-2 of a country, or of the country that a body or place is of
	Mentions []document.Range
	Proposed bool // a body without a name of its own, in the graph only where something refers to it

	Rule rule.Rule // by which it was found

	// Of a person:
	Words    []string // the name
	Gender   gazetteer.Gender
	Nouns    []string // lemmas that stand with the name: “the widow Jane Doe, a judge”
	Relative bool     // was introduced as somebody's wife, son, …
	Head     bool     // is known by the family name and the office of one who heads a country
	Offices  []Office // as package holds finds them
	Known    *Known   // nil: nobody whom everybody knows, as package known finds out

	names map[string]bool // in the article
}

// Office is an office that the article gives a person.
type Office struct {
	Title      string
	Of         *Entity // a country or body; nil where nobody knows whose it is
	Words      document.Range
	Former     bool
	Rule       rule.Rule
	Confidence float64
}

// Known is who somebody is known to be, and what speaks for it.
type Known struct {
	*officials.Person
	Rule     rule.Rule
	Evidence string
}

// Mention is a place where words name an entity. A country's may lie within a
// body's: “Israeli army”.
type Mention struct {
	document.Range
	Entity *Entity
}

// Find finds who there is in a document.
func Find(d *document.Document) *Cast {
	c := newCast(d)
	names := clean(d)
	people := findPeople(d, names)
	f := finder{c, people, formsOf(d, names), usesOf(d, names), besideKind(d, names), aboutCountry(d, names), team.Of(d, countries(d, names)), map[string]string{}}
	c.About = f.about
	for i, n := range names {
		f.enter(n)
		if i > 0 {
			f.within(names[i-1], n)
		}
	}
	c.arrange()
	f.unseen()
	f.enterBoards()
	f.proposeBodies()
	if code := Dateline(d); code != "" {
		c.addCountry(code)
	}
	c.arrange()
	return c
}

// Dateline returns the code of the country that the dateline names, "" where it
// names a town or nothing.
func Dateline(d *document.Document) string {
	words := gazetteer.Words(d.Article.Place)
	if entry, n := gazetteer.Match(words); n == len(words) && entry.Kind == gazetteer.Country {
		return entry.Code
	}
	return ""
}

// finder is what is known while the names of a document are gone through.
type finder struct {
	*Cast
	people *people
	forms  forms
	uses   uses
	bodies map[string]bool // names of one word that stand beside a kind of body
	about  string          // code of the country that the article is about, "" for none
	teams  team.Teams      // names of countries that mean their teams

	withCountry map[string]string // what countryWith has found, by the words for the body
}

// enter adds what a name means.
func (f finder) enter(n name) {
	if f.isHousehold(n) {
		return
	}
	kind := f.kindOf(n)
	if kind == document.PER && n.kind != kind {
		n.Range = untitled(f.Document, n.Range)
		n.words = words(f.Document, n.Range)
	}
	switch n.kind = kind; {
	case n.kind != document.PER:
		f.enterListed(n)
	case f.enterSeat(n) || f.enterCampaign(n):
	default:
		e := f.people.of(n)
		f.join(e)
		f.mention(e, n.Range)
		f.describe(e, n.Range)
		if title := before(f.Document, n.First); len(n.words) == 1 && beforeTitle(f.Document, n.First-1) {
			e.names[title+" "+n.words[0]] = true // “Gov. Brown”, of whom no other name is given
		}
	}
}
