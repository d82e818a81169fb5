// Package graphtest has what tests of formats share: a small graph that was made
// by hand with every kind of node, relationship and property, and the tools of
// others that read what is written.
package graphtest

import (
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// Hostile is text that must come back from a format as it is, but for the
// control characters, of which some formats can't hold all.
const Hostile = "\"double\" 'single' `back` <script>alert(1)</script> ]]> & \\ \\u0027 $x {y} ; , \t\n\r \u2028\u2029 \u202Eright to left\u202C שלום 😀 é e\u0301 \uFEFF --> <!-- %s"

// Talks returns the graphs of two articles that tell of the same talks.
func Talks() []*graph.Graph { return []*graph.Graph{first(), second()} }

// maker makes the graph of an article.
type maker struct{ graph.Graph }

func article(id, day string, props graph.Props) *maker {
	m := &maker{}
	props["datePublished"], _, _ = graph.ParseDate(day)
	props["sha256"], props[graph.FactsSHA256] = strings.Repeat("0", 64), strings.Repeat("1", 64)
	m.Article = m.AddNode(graph.Article, id, props)
	return m
}

// entity adds someone, and the mention, at 0 to the length of the first name.
func (m *maker) entity(label graph.Label, id string, props graph.Props, names ...string) graph.Ref {
	props["name"] = names[0]
	mention := graph.Props{"name": names[0], "names": names, "count": int64(len(names)), "start": int64(0), "end": int64(len(names[0]))}
	for _, name := range []string{"gender", "wikidataId"} {
		if value, has := props[name]; has {
			mention[name] = value
		}
	}
	ref := m.AddNode(label, id, props)
	m.AddEdge(graph.MentionedIn, ref, m.Article, mention)
	return ref
}

// said adds a statement of words of a sentence, from a place in the text on.
func (m *maker) said(start int64, sentence, words string, props graph.Props) graph.Ref {
	end := start + int64(len([]rune(words)))
	props["text"], props["sentence"], props["start"], props["end"] = words, sentence, start, end
	for name, value := range map[string]any{"verb": "said", "act": "ASSERT", "quoteType": "indirect", "polarity": "positive", "modality": "asserted", "attributionNegated": false, "depth": int64(0), "confidence": 0.9} {
		if _, has := props[name]; !has {
			props[name] = value
		}
	}
	ref := m.AddNode(graph.Statement, m.place(start, end), props)
	m.AddEdge(graph.ReportedIn, ref, m.Article, graph.Props{"start": start, "end": end})
	return ref
}

func (m *maker) place(start, end int64) string {
	return fmt.Sprintf("%s#char=%d,%d", m.Article.ID, start, end)
}

// evidence is that of a place in the article, with a confidence.
func (m *maker) evidence(start, end int64, confidence float64, props graph.Props) graph.Props {
	props[graph.Evidence], props[graph.Confidences] = []string{m.place(start, end)}, []float64{confidence}
	return props
}

func first() *graph.Graph {
	m := article("https://example.org/talks?a=1&b=2", "2024-05-14", graph.Props{
		"url": "https://example.org/talks?a=1&b=2", "headline": "Talks “go on”", "standfirst": "Two met.", "publisher": "Example", "author": "Jo Roe, Al Poe", "inLanguage": "en",
	})
	ann := m.entity(graph.Person, "person:ann-lee", graph.Props{"gender": "f", "wikidataId": "Q42"}, "Ann Lee", "Lee")
	bo := m.entity(graph.Person, "person:bo-ek", graph.Props{"gender": "m"}, "Bo Ek")
	aide := m.entity(graph.Person, "person:åse-ødegård", graph.Props{}, "Åse Ødegård")
	france := m.entity(graph.Country, "country:fr", graph.Props{"countryCode": "FR", "wikidataId": "Q142"}, "France", "Paris")
	body := m.entity(graph.Organization, "organization:un", graph.Props{"countryCode": "US", "wikidataId": "Q1065"}, "United Nations", "UN")
	lyon := m.entity(graph.Place, "place:lyon", graph.Props{"countryCode": "FR", "wikidataId": "Q456"}, "Lyon", "Lugdunum")
	m.Edges[0].Props["readAs"], m.Edges[0].Props["rule"], m.Edges[0].Props["confidence"] = "person:lee", "family name", 0.8
	m.AddEdge(graph.LocatedIn, lyon, france, m.evidence(40, 44, 0.7, graph.Props{}))
	for _, office := range []struct {
		holder graph.Ref
		title  string
		of     graph.Ref
		former bool
	}{{ann, "Foreign Minister", france, false}, {bo, "Secretary-General", body, true}, {bo, "Mayor", lyon, false}, {aide, "Spokeswoman", ann, false}} {
		m.AddEdge(graph.HoldsPosition, office.holder, office.of, m.evidence(0, 7, 0.9, graph.Props{"title": office.title, "former": office.former}))
	}
	m.meeting(ann, bo, france, lyon)
	m.statements(ann, bo, france, body)
	m.Sort()
	return &m.Graph
}

func (m *maker) meeting(ann, bo, france, lyon graph.Ref) {
	ref := m.AddNode(graph.Meeting, "meeting:1", graph.Props{"date": graph.Date{Year: 2024, Month: 5, Day: 20}, "datePrecision": "day"})
	m.AddEdge(graph.ReportedIn, ref, m.Article, graph.Props{
		"start": int64(30), "end": int64(33), "name": "Ann Lee and Bo Ek, Lyon", "mode": "in person", "status": "planned", "venue": "the town hall", "dateText": "Monday", "confidence": 0.6,
	})
	for who, role := range map[graph.Ref]string{ann: "visitor", bo: "host", france: "mediator"} {
		m.AddEdge(graph.ParticipatedIn, who, ref, m.evidence(30, 33, 0.8, graph.Props{"role": role}))
	}
	m.AddEdge(graph.HeldIn, ref, lyon, m.evidence(30, 33, 0.6, graph.Props{}))
	later := m.AddNode(graph.Meeting, "meeting:2", graph.Props{"date": graph.Date{Year: 2024, Month: 6, Day: 1}, "datePrecision": "month"})
	m.AddEdge(graph.ReportedIn, later, m.Article, graph.Props{"start": int64(50), "end": int64(53), "name": "Ann Lee, France", "mode": "phone", "status": "hypothetical", "confidence": 0.5})
	m.AddEdge(graph.ParticipatedIn, ann, later, m.evidence(50, 53, 0.8, graph.Props{"role": "speaker"}))
	m.AddEdge(graph.HeldIn, later, france, m.evidence(50, 53, 0.6, graph.Props{}))
}

func (m *maker) statements(ann, bo, france, body graph.Ref) {
	warned := m.said(100, "Ann Lee warned Bo Ek that “winter 😀 is near”, and left.", "“winter 😀 is near”", graph.Props{
		"quote": "winter 😀 is near", "quoteType": "mixed", "quoteKey": "winter is near", "verb": "warned", "act": "WARN",
		"date": graph.Date{Year: 2024, Month: 5, Day: 13}, "datePrecision": "day", "dateText": "on Monday",
	})
	m.AddEdge(graph.Made, ann, warned, graph.Props{"as": "Ann Lee", "rule": "office", "confidence": 0.7})
	m.AddEdge(graph.AddressedTo, warned, bo, graph.Props{"as": "Bo Ek", "confidence": 0.9})
	m.AddEdge(graph.About, warned, france, graph.Props{"role": "target", "as": "France", "confidence": 0.4})
	m.AddEdge(graph.About, warned, body, graph.Props{"role": "topic"})
	m.AddEdge(graph.ReportedBy, warned, body, graph.Props{"as": "UN", "confidence": 0.5})
	m.AddEdge(graph.MadeAt, warned, graph.Ref{Label: graph.Meeting, ID: "meeting:1"}, graph.Props{})
	m.AddEdge(graph.SaidTo, ann, bo, graph.Props{"statementId": warned.ID, "act": "WARN", "verb": "warned", "date": graph.Date{Year: 2024, Month: 5, Day: 13}})
	inner := m.said(108, "Ann Lee warned Bo Ek that “winter 😀 is near”, and left.", "is near", graph.Props{"depth": int64(1), "source": "two officials", "sourceKind": "official", "datePrecision": "published", "date": graph.Date{Year: 2024, Month: 5, Day: 14}})
	m.AddEdge(graph.Within, inner, warned, graph.Props{})
	denied := m.said(200, "France denied it.", "it", graph.Props{"verb": "denied", "act": "DENY", "polarity": "negative", "modality": "possible", "attributionNegated": true})
	m.AddEdge(graph.Made, france, denied, graph.Props{"as": "France"})
	m.AddEdge(graph.Made, bo, denied, graph.Props{"as": "he"})
	m.AddEdge(graph.RespondsTo, denied, warned, graph.Props{"how": "denies", "confidence": 0.7})
}

func second() *graph.Graph {
	m := article("sha256:"+strings.Repeat("2", 32), "2024-05-16", graph.Props{"headline": Hostile, "author": Hostile})
	ann := m.entity(graph.Person, "person:ann-lee", graph.Props{"wikidataId": "Q42"}, "Ann M. Lee", Hostile)
	france := m.entity(graph.Country, "country:fr", graph.Props{"countryCode": "FR"}, "France")
	m.AddEdge(graph.HoldsPosition, ann, france, m.evidence(7, 10, 0.95, graph.Props{"title": "Foreign Minister", "former": false}))
	ref := m.AddNode(graph.Meeting, "meeting:1", graph.Props{"date": graph.Date{Year: 2024, Month: 5, Day: 20}, "datePrecision": "day"})
	m.AddEdge(graph.ReportedIn, ref, m.Article, graph.Props{"start": int64(3), "end": int64(9), "name": "Lee, Lyon", "mode": "in person", "status": "cancelled", "venue": Hostile, "dateText": "Monday", "confidence": 0.9, "sentence": "A met B."})
	m.AddEdge(graph.ParticipatedIn, ann, ref, m.evidence(3, 9, 0.5, graph.Props{"role": "visitor"}))
	said := m.said(20, "France says "+Hostile, Hostile, graph.Props{"quote": Hostile, "quoteType": "direct", "date": graph.Date{Year: 2024, Month: 5, Day: 13}, "datePrecision": "week"})
	m.AddEdge(graph.Made, france, said, graph.Props{"as": Hostile})
	m.AddEdge(graph.CopyOf, m.Article, m.AddNode(graph.Article, "https://example.org/talks?a=1&b=2", graph.Props{}), graph.Props{"share": 0.5})
	m.Sort()
	return &m.Graph
}
