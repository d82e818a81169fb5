// Package known finds who of the people whom an article names is one of those
// whom everybody knows: who held a public office by the table of package people.
//
//	known.Find(document, cast, people.Known())
//
// A name alone makes nobody known: the article must tell of an office or a
// country that fits the person's own on its day, and of nobody else who has that
// name. Who is known gets the Wikidata id, the gender where the article tells
// none, and, where the article has the family name alone, the full name. What the
// article says of an office stands; what was only guessed of it, and can't be,
// goes.
package known

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// finder finds the known people of one article.
type finder struct {
	*document.Document
	cast  *who.Cast
	table *people.Table
	date  string          // of publication, "" where it is unknown
	named map[string]bool // codes of the countries, and names of the bodies, that the article names
}

func newFinder(d *document.Document, cast *who.Cast, table *people.Table) *finder {
	f := &finder{d, cast, table, d.Article.Published.Date(), map[string]bool{}}
	for _, e := range cast.Entities {
		if len(e.Mentions) > 0 && e.Label != graph.Person {
			f.named[e.Code] = true
			f.named[bodyOf(e)] = true
		}
	}
	delete(f.named, "")
	return f
}

// Find notes of the people of the cast who they are, where that is known, and
// drops offices that they can't hold. It returns who holds offices without a name.
func Find(d *document.Document, cast *who.Cast, table *people.Table) Holders {
	f := newFinder(d, cast, table)
	for _, e := range slices.Clone(cast.Entities) {
		if e.Label != graph.Person {
			continue
		}
		if found, ok := f.find(e); ok {
			f.note(e, found)
		}
		e.Offices = possible(e.Offices, e.Known, f.date)
	}
	f.unnamed()
	return Holders{f}
}

// find returns whom of the table a person is: the one for whom most speaks, if
// for nobody else as much does, and no rival there is.
func (f *finder) find(e *who.Entity) (best evidence, ok bool) {
	all := f.table.Named(e.Name)
	rivals := len(all) > common
	for _, m := range all {
		switch found := f.weigh(e, m); {
		case found.strength == nothing:
		case found.strength == rival:
			rivals = true
		case found.strength > best.strength:
			best, ok = found, true
		case found.strength == best.strength:
			ok = false
		}
	}
	return best, ok && (!rivals || best.strength == office || best.fit == people.Full)
}

// common is how many people of the table have a name so common that it and a
// country alone tell nobody: Kim, Hussein.
const common = 10

// note puts down who a person is.
func (f *finder) note(e *who.Entity, found evidence) {
	e.Known = &who.Known{Person: found.Person, Rule: found.rule(), Evidence: found.text()}
	if e.Gender == gazetteer.Unknown {
		e.Gender = gazetteer.Gender(found.Gender)
	}
	if found.fit == people.Family {
		f.cast.Rename(e, found.Name)
	}
}

// explicit says whether the words of the article tell whose an office is.
func explicit(o who.Office) bool { return o.Of != nil && holds.Explicit(o.Rule) }
