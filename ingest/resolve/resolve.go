// Package resolve turns what was read into what is known: who there is and
// which office who holds, whom phrases mean, who met, and who said what.
//
//	f := resolve.Resolve(document)
//
//	                 who ──▶ holds ──▶ known ──▶ whom ──▶ met ──▶ said ──▶ facts
//	document ──▶     cast    offices   table     phrase   meet-   state-
//	                                   of people → entity ings    ments
//
// Every decision names its rule and how sure it is. The same document gives the
// same facts.
package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/known"
	"github.com/newsgraph/newsgraph/ingest/resolve/met"
	"github.com/newsgraph/newsgraph/ingest/resolve/said"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// Rules returns the rules by which facts are found, room by room, in the order
// in which they are asked.
func Rules() []rule.Rule {
	return slices.Concat(who.Rules(), holds.Rules(), known.Rules(), whom.Rules(), met.Rules(), said.Rules())
}

// Resolve returns the facts of a document.
func Resolve(d *document.Document) *facts.Article { return With(d, people.Known()) }

// With is Resolve with the known people of a table.
func With(d *document.Document, table *people.Table) *facts.Article {
	cast, days := who.Find(d), dates.Find(d)
	holds.Find(d, cast, table)
	holders := known.Find(d, cast, table)
	resolver := whom.New(d, cast)
	meetings := met.Find(met.Scene{Document: d, Cast: cast, Whom: resolver, Dates: days})
	statements := said.Find(said.Scene{Document: d, Cast: cast, Whom: resolver, Dates: days, Meetings: meetings, Holders: holders})
	cast.Locate()
	f := about(d.Article)
	f.Meetings, f.Statements = meetings, statements
	w := writer{f, cast, article.NewCodePoints(d.Article.Text), d}
	w.entities()
	return f
}

// about returns the facts of an article that nothing is known of but what was
// published where and when.
func about(a *article.Article) *facts.Article {
	return &facts.Article{
		ID: a.ID, SHA256: a.SHA256, URL: a.URL, Headline: a.Headline, Standfirst: a.Standfirst, Publisher: a.Publisher, Author: strings.Join(a.Authors, ", "),
		InLanguage: a.Language, Published: a.Published.Date(), Text: a.Text,
		People: []facts.Person{}, Countries: []facts.Country{}, Organizations: []facts.Organization{}, Places: []facts.Place{},
	}
}

// writer writes those of the cast whom the article names or the facts refer to.
type writer struct {
	*facts.Article
	cast     *who.Cast
	points   *article.CodePoints
	document *document.Document
}

func (w writer) entities() {
	wanted := w.wanted()
	for _, e := range w.cast.Entities {
		if wanted[e.ID] {
			w.add(e, wanted)
		}
	}
}

// wanted returns the ids of those who are written: all but the proposed ones to
// whom nothing refers.
func (w writer) wanted() map[string]bool {
	wanted := w.referred()
	for _, e := range w.cast.Entities {
		if !e.Proposed {
			wanted[e.ID] = true
		}
	}
	for _, e := range w.cast.Entities { // who holds an office or lies in a country brings it along
		for _, o := range e.Offices {
			if wanted[e.ID] && o.Of != nil {
				wanted[o.Of.ID] = true
			}
		}
	}
	return wanted
}

// referred returns the ids to which statements and meetings refer.
func (w writer) referred() map[string]bool {
	ids := map[string]bool{}
	for _, s := range w.Statements {
		for _, list := range [][]string{s.Voices(), s.Addressees, s.Targets, s.Topics, {s.ReportedBy, s.Holder()}} {
			for _, id := range list {
				ids[id] = true
			}
		}
	}
	for _, m := range w.Meetings {
		ids[m.Place] = true
		for _, p := range m.Participants {
			ids[p.ID] = true
		}
	}
	return ids
}

func (w writer) add(e *who.Entity, wanted map[string]bool) {
	base := facts.Entity{ID: e.ID, Name: e.Name, Aliases: w.cast.Aliases(e), Mentions: w.spans(e.Mentions), Rule: e.Rule.Name, Confidence: e.Rule.Share()}
	if base.Aliases == nil {
		base.Aliases = []string{}
	}
	country := graph.EntityID(graph.Country, e.Code)
	if e.Code == "" || !wanted[country] {
		country = ""
	}
	switch e.Label {
	case graph.Person:
		w.People = append(w.People, person(e, base, w.positions(e)))
	case graph.Country:
		base.WikidataID = gazetteer.WikidataOfCountry(e.Code)
		w.Countries = append(w.Countries, facts.Country{Entity: base, Code: e.Code})
	case graph.Organization:
		base.WikidataID = gazetteer.WikidataOfBody(e.Name)
		w.Organizations = append(w.Organizations, facts.Organization{Entity: base, Country: country})
	case graph.Place:
		w.Places = append(w.Places, facts.Place{Entity: base, Country: country})
	}
}

// person returns a person of the facts, with who that is known to be.
func person(e *who.Entity, base facts.Entity, positions []facts.Position) facts.Person {
	p := facts.Person{Entity: base, Gender: string(e.Gender), Positions: positions}
	if k := e.Known; k != nil {
		p.WikidataID = k.WikidataID
		p.Known = &facts.Known{Name: k.Name, Evidence: k.Evidence, Rule: k.Rule.Name, Confidence: k.Rule.Share()}
	}
	return p
}

// positions returns the offices of a person whose owner is known, each once; one
// that is held and one that was are two.
func (w writer) positions(e *who.Entity) []facts.Position {
	positions := []facts.Position{}
	index := map[[3]string]int{}
	for _, o := range e.Offices {
		if o.Of == nil {
			continue
		}
		spans := w.spans([]document.Range{o.Words})
		key := [3]string{o.Title, o.Of.ID, strconv.FormatBool(o.Former)}
		if i, known := index[key]; known {
			positions[i].Spans = append(positions[i].Spans, spans...)
			continue
		}
		index[key] = len(positions)
		positions = append(positions, facts.Position{Title: o.Title, Of: o.Of.ID, Former: o.Former, Spans: spans, Rule: o.Rule.Name, Confidence: float64(int(o.Confidence*100+0.5)) / 100})
	}
	return positions
}

// spans converts words to code points.
func (w writer) spans(words []document.Range) []facts.Span {
	spans := []facts.Span{}
	for _, r := range words {
		s := w.document.SpanOf(r)
		spans = append(spans, facts.Span{w.points.At(s.Start), w.points.At(s.End)})
	}
	return spans
}
