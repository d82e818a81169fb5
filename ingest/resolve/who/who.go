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
)

// Entity is somebody or something that the article tells of.
type Entity struct {
	ID, Name string // Name is the fullest in the article
	Label    graph.Label
	Code     string // ISO 3166-1 alpha-2 of a country, or of the country that a body or place is of
	Mentions []document.Range
	Proposed bool // a body without a name of its own, in the graph only where something refers to it

	Rule       string // by which it was found
	Confidence float64

	// Of a person:
	Words    []string // the name
	Gender   gazetteer.Gender
	Relative bool     // was introduced as somebody's wife, son, …
	Offices  []Office // as package holds finds them
}

// Office is an office that the article gives a person.
type Office struct {
	Title      string
	Of         *Entity // a country or body; nil where nobody knows whose it is
	Words      document.Range
	Former     bool
	Rule       string
	Confidence float64
}

// Mention is a place where words name an entity.
type Mention struct {
	document.Range
	Entity *Entity
}

// Cast is everybody and everything that an article tells of.
type Cast struct {
	Document *document.Document
	Entities []*Entity // as first mentioned
	Mentions []Mention // ascending
}

// Find finds who there is in a document.
func Find(d *document.Document) *Cast {
	return &Cast{Document: d}
}

// MentionsIn returns the mentions that lie inside the range.
func (c *Cast) MentionsIn(r document.Range) []Mention {
	return nil
}

// MentionAt returns the mention that covers a word, nil where none does.
func (c *Cast) MentionAt(word int) *Mention {
	return nil
}

// Aliases returns the other names that the article has for e, sorted.
func (c *Cast) Aliases(e *Entity) []string {
	return nil
}

// Country returns the country with the code, which is added where the article
// did not name it.
func (c *Cast) Country(code string) *Entity {
	return nil
}

// Organization returns the body with the name, which is added where the article
// did not name it; code is that of its country, "" where nobody knows.
func (c *Cast) Organization(name, code string) *Entity {
	return nil
}

// Place returns the place with the name, which is added where the article did
// not name it.
func (c *Cast) Place(name, code string) *Entity {
	return nil
}
