// Package build makes the graph of an article from its facts.
//
//	g := build.Graph(facts)
//
// The same facts give the same graph. Everything in it has its place in the
// article; it keeps the rules of graph.Validate where the ids of the facts do.
package build

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// Graph returns the graph that f contributes, sorted and with the hash of its
// facts. It keeps the rules of graph.Validate if the ids of f are consistent.
func Graph(f *facts.Article) *graph.Graph {
	b := &builder{facts: f, text: []rune(f.Text), refs: map[string]graph.Ref{}}
	b.article()
	b.entities()
	for _, m := range f.Meetings {
		b.meeting(m)
	}
	b.statements()
	b.Sort()
	for _, n := range b.Nodes {
		if n.Ref == b.Article {
			n.Props[graph.FactsSHA256] = b.Hash()
		}
	}
	return &b.Graph
}

type builder struct {
	graph.Graph
	facts *facts.Article
	text  []rune
	refs  map[string]graph.Ref // of entities, meetings and statements, by id
}

// set adds the properties that are known; text that is empty is not.
func set(props graph.Props, name, value string) {
	if value != "" {
		props[name] = value
	}
}

func setDate(props graph.Props, name, value string) {
	if date, _, err := graph.ParseDate(value); err == nil {
		props[name] = date
	}
}

func (b *builder) article() {
	f, props := b.facts, graph.Props{"sha256": b.facts.SHA256}
	set(props, "url", f.URL)
	set(props, "headline", f.Headline)
	set(props, "standfirst", f.Standfirst)
	set(props, "publisher", f.Publisher)
	set(props, "author", f.Author)
	set(props, "inLanguage", f.InLanguage)
	setDate(props, "datePublished", f.Published)
	b.Article = b.AddNode(graph.Article, f.ID, props)
	if f.CopyOf != nil { // of an article that brings its own properties
		first := b.AddNode(graph.Article, f.CopyOf.ID, graph.Props{})
		b.AddEdge(graph.CopyOf, b.Article, first, graph.Props{"share": f.CopyOf.Share})
	}
}

func (b *builder) entities() {
	f := b.facts
	for _, c := range f.Countries {
		b.entity(graph.Country, c.Entity, c.Code, "")
	}
	for _, o := range f.Organizations {
		b.entity(graph.Organization, o.Entity, code(o.Country), "")
	}
	for _, p := range f.Places {
		b.entity(graph.Place, p.Entity, code(p.Country), "")
		if country, ok := b.refs[p.Country]; ok {
			b.AddEdge(graph.LocatedIn, b.refs[p.ID], country, b.shared(graph.Props{}, p.Mentions, p.Confidence))
		}
	}
	for _, p := range f.People {
		b.entity(graph.Person, p.Entity, "", p.Gender)
	}
	for _, p := range f.People {
		for _, q := range p.Positions {
			if q.Of == p.ID { // who was decided to be one with the other
				continue
			}
			b.AddEdge(graph.HoldsPosition, b.refs[p.ID], b.refs[q.Of],
				b.shared(graph.Props{"title": q.Title, "former": q.Former}, q.Spans, q.Confidence))
		}
	}
}

// code returns the code in the id of a country.
func code(country string) string { return strings.ToUpper(strings.TrimPrefix(country, "country:")) }

func (b *builder) entity(label graph.Label, e facts.Entity, countryCode, gender string) {
	props := graph.Props{"name": e.Name}
	mention := graph.Props{"name": e.Name, "count": int64(len(e.Mentions))}
	set(props, "countryCode", countryCode)
	for _, p := range []graph.Props{props, mention} { // of the node they are derived from those of all articles
		set(p, "wikidataId", e.WikidataID)
		set(p, "gender", gender)
	}
	b.refs[e.ID] = b.AddNode(label, e.ID, props)
	if len(e.Mentions) > 0 {
		names := append([]string{e.Name}, e.Aliases...)
		if label == graph.Country {
			names = append(names, b.called(e)...)
		}
		slices.Sort(names)
		mention["names"] = slices.Compact(names)
		mention["start"], mention["end"] = int64(e.Mentions[0][0]), int64(e.Mentions[0][1])
	}
	if as := e.ReadAs; as != nil {
		mention["readAs"], mention["rule"], mention["confidence"] = as.ID, as.Rule, as.Confidence
	}
	b.AddEdge(graph.MentionedIn, b.refs[e.ID], b.Article, mention)
}

// called returns what the article calls a country: also its capital and the seats
// of its government, where they stand for it, but not its people.
func (b *builder) called(e facts.Entity) (names []string) {
	for _, m := range e.Mentions {
		name := b.words([]facts.Span{m})
		words := gazetteer.Words(name)
		if entry, n := gazetteer.Match(words); n > 0 && n == len(words) && entry.Kind != gazetteer.Demonym {
			names = append(names, name)
		}
	}
	return names
}

// shared adds to props the places of the spans in this article, each with the
// confidence.
func (b *builder) shared(props graph.Props, spans []facts.Span, confidence float64) graph.Props {
	var places []string
	for _, s := range spans {
		places = append(places, fmt.Sprintf("%s#char=%d,%d", b.facts.ID, s[0], s[1]))
	}
	slices.Sort(places)
	places = slices.Compact(places)
	props[graph.Evidence], props[graph.Confidences] = places, slices.Repeat([]float64{confidence}, len(places))
	return props
}

func (b *builder) meeting(m facts.Meeting) {
	props := graph.Props{}
	setDate(props, "date", m.Date)
	set(props, "datePrecision", m.DatePrecision)
	ref := b.AddNode(graph.Meeting, m.ID, props)
	b.refs[m.ID] = ref
	for _, p := range m.Participants {
		b.AddEdge(graph.ParticipatedIn, b.refs[p.ID], ref, b.shared(graph.Props{"role": p.Role}, m.Spans.Trigger, p.Confidence))
	}
	if place, ok := b.refs[m.Place]; ok {
		b.AddEdge(graph.HeldIn, ref, place, b.shared(graph.Props{}, m.Spans.Trigger, m.Confidence))
	}
	report := b.place(m.Spans.Trigger)
	report["confidence"] = m.Confidence
	set(report, "name", m.Name)
	set(report, "mode", m.Mode)
	set(report, "status", m.Status)
	set(report, "venue", m.Venue)
	set(report, "dateText", m.DateText)
	set(report, "sentence", b.words(m.Spans.Sentence))
	b.AddEdge(graph.ReportedIn, ref, b.Article, report)
}

// place returns the start and end of everything that the spans cover.
func (b *builder) place(spans []facts.Span) graph.Props {
	first, last := spans[0], spans[len(spans)-1]
	return graph.Props{"start": int64(first[0]), "end": int64(last[1])}
}
