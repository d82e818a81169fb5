// Package resolve turns what was read into what is known: who is meant by each
// mention, who said what to whom and when, and who met.
//
//	f := resolve.Resolve(read.Read(a))
//
// Every decision is a plain rule. The same document gives the same facts.
package resolve

import (
	"sort"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// Resolve returns the facts of a document.
func Resolve(d *document.Document) *facts.Article {
	r := &resolver{Document: mended(d), points: article.NewCodePoints(d.Article.Text), entities: map[string]*entity{}, Attributions: attributions(d)}
	r.findEntities()
	r.findDates()
	meetings := r.findMeetings()
	statements := r.findStatements(meetings)
	return r.facts(meetings, statements)
}

// resolver holds what is known of one document while it is resolved.
type resolver struct {
	*document.Document
	Attributions []attribution
	points       *article.CodePoints
	entities     map[string]*entity // by id
	order        []*entity          // as first mentioned
	mentions     []mention          // in the order of the text
	named        []*entity          // of each of Document.Names; nil where nothing is known
	long         [][]string         // names of bodies that have several words
	dates        []dated            // in the order of the text

	about     string         // the code of the country that the article is about, "" for none
	lastDated datedStatement // of the statements so far
}

// entity is somebody or something that the article names.
type entity struct {
	id, name  string
	label     graph.Label
	code      string // of a country, or of the country that a body or place is of
	names     map[string]bool
	mentions  []article.Span
	positions []position

	// Of a person:
	words        []string // the name
	gender       gazetteer.Gender
	titles       []string        // of offices of which nobody knows whose they are
	descriptions map[string]bool // lemmas of nouns that stand with the name
	relative     bool            // was introduced as somebody's wife, son, …
}

// position is an office that the article gives a person.
type position struct {
	title string
	of    *entity
	span  article.Span
	rule  string
	sure  float64 // its confidence
}

// mention is a name in the text with whom it means.
type mention struct {
	article.Span
	entity *entity
}

// dated is an expression of date with the day that it means.
type dated struct {
	article.Span
	value, precision string
	day              time.Time
	assumed          bool // the day is the one last spoken of
}

// vague says whether a date is no day or week.
func (d dated) vague() bool {
	return d.precision == string(when.Month) || d.precision == string(when.Year)
}

// end returns the end of the time that a date means.
func (d dated) end() time.Time {
	switch when.Precision(d.precision) {
	case when.Week:
		return d.day.AddDate(0, 0, 7)
	case when.Month:
		return d.day.AddDate(0, 1, 0)
	case when.Year:
		return d.day.AddDate(1, 0, 0)
	}
	return d.day.AddDate(0, 0, 1)
}

// mentionsIn returns the mentions that lie inside the span.
func (r *resolver) mentionsIn(s article.Span) []mention {
	first := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].Start >= s.Start })
	last := first
	for last < len(r.mentions) && r.mentions[last].End <= s.End {
		last++
	}
	return r.mentions[first:last]
}

// spans converts byte spans to code points.
func (r *resolver) spans(spans []article.Span) []facts.Span {
	converted := []facts.Span{}
	for _, s := range spans {
		converted = append(converted, facts.Span{r.points.At(s.Start), r.points.At(s.End)})
	}
	return converted
}

func (r *resolver) facts(meetings []*meeting, statements []facts.Statement) *facts.Article {
	a := r.Article
	f := &facts.Article{
		ID: a.ID, SHA256: a.SHA256, URL: a.URL, Headline: a.Headline, Publisher: a.Publisher, Author: a.Author,
		InLanguage: a.Language, Text: a.Text,
		People: []facts.Person{}, Countries: []facts.Country{}, Organizations: []facts.Organization{}, Places: []facts.Place{},
		Meetings: []facts.Meeting{}, Statements: statements,
	}
	if !a.Published.IsZero() {
		f.Published = a.Published.Format(time.DateOnly)
	}
	for _, e := range r.order {
		r.addEntity(f, e)
	}
	for _, m := range meetings {
		f.Meetings = append(f.Meetings, r.meetingFacts(m))
	}
	return f
}

func (r *resolver) addEntity(f *facts.Article, e *entity) {
	base := facts.Entity{ID: e.id, Name: e.name, Aliases: e.aliases(), Mentions: r.spans(e.mentions)}
	base.Rule, base.Confidence = r.entityRule(e)
	switch e.label {
	case graph.Person:
		f.People = append(f.People, facts.Person{Entity: base, Positions: r.positionFacts(e)})
	case graph.Country:
		f.Countries = append(f.Countries, facts.Country{Entity: base, Code: e.code})
	case graph.Organization:
		f.Organizations = append(f.Organizations, facts.Organization{Entity: base, Country: r.countryID(e.code)})
	case graph.Place:
		f.Places = append(f.Places, facts.Place{Entity: base, Country: r.countryID(e.code)})
	}
}

// entityRule says how an entity was found. The shares are precisions of names on
// CoNLL-2003's dev part, and of the gazetteer on the samples.
func (r *resolver) entityRule(e *entity) (rule string, confidence float64) {
	switch {
	case e.label == graph.Country && len(e.mentions) == 0:
		return "country of a place", 0.95
	case e.label == graph.Country:
		return "gazetteer", 0.98
	case e.label == graph.Person && len(e.words) == 1:
		return "name by the network, one word that no full name explains", 0.8
	}
	return "name by the network", 0.93
}

// countryID returns the id of a country that is among the entities, or "".
func (r *resolver) countryID(code string) string {
	id := graph.EntityID(graph.Country, code)
	if r.entities[id] == nil {
		return ""
	}
	return id
}

func (r *resolver) positionFacts(e *entity) []facts.Position {
	positions := []facts.Position{}
	index := map[[2]string]int{}
	for _, p := range e.positions {
		key := [2]string{p.title, p.of.id}
		if i, known := index[key]; known {
			positions[i].Spans = append(positions[i].Spans, r.spans([]article.Span{p.span})...)
			continue
		}
		index[key] = len(positions)
		positions = append(positions, facts.Position{Title: p.title, Of: p.of.id, Spans: r.spans([]article.Span{p.span}), Rule: p.rule, Confidence: p.sure})
	}
	return positions
}
