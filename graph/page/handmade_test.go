package page_test

import (
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// hostile breaks out of what escapes carelessly.
const hostile = `</script><script>window.ran = 1</script><img src=x onerror="window.ran = 2"> "'` + "`${window.ran = 3}` <!-- ]]> \u2028\u2029\x00\x1b[31m \u202eevil\u202c 👩‍👩‍👧 \\"

// hand makes a graph of one article.
type hand struct {
	*graph.Graph
	at int64
}

func newHand(id, headline, day string) *hand {
	h := &hand{Graph: &graph.Graph{}}
	props := graph.Props{"url": id, "headline": headline, "publisher": "Example", "sha256": "0"}
	if date, _, err := graph.ParseDate(day); err == nil {
		props["datePublished"] = date
	}
	h.Article = h.AddNode(graph.Article, id, props)
	return h
}

func (h *hand) entity(label graph.Label, name string) graph.Ref {
	ref := h.AddNode(label, graph.EntityID(label, name), graph.Props{"name": name})
	h.AddEdge(graph.MentionedIn, ref, h.Article, graph.Props{"name": name, "count": int64(1), "names": []string{name, name + "’s"}})
	return ref
}

// statement adds one with 20 code points of the text to itself.
func (h *hand) statement(act, text, day string, speaker graph.Ref, more graph.Props) graph.Ref {
	h.at += 20
	props := graph.Props{
		"act": act, "verb": "said", "text": text, "sentence": "He said that " + text + ".", "start": h.at, "end": h.at + 10,
		"depth": int64(0), "confidence": float64(h.at%100) / 100, "polarity": "positive", "modality": "asserted",
	}
	if date, precision, err := graph.ParseDate(day); err == nil {
		props["date"], props["datePrecision"] = date, precision
	}
	for name, value := range more {
		props[name] = value
	}
	ref := h.AddNode(graph.Statement, fmt.Sprintf("%s#char=%d,%d", h.Article.ID, h.at, h.at+10), props)
	h.AddEdge(graph.ReportedIn, ref, h.Article, graph.Props{"start": h.at, "end": h.at + 10})
	if speaker.ID != "" {
		h.AddEdge(graph.Made, speaker, ref, graph.Props{"as": "he"})
	}
	return ref
}

func (h *hand) evidence(props graph.Props) graph.Props {
	props[graph.Evidence], props[graph.Confidences] = []string{h.Article.ID + "#char=1,2"}, []float64{.9}
	return props
}

func (h *hand) meeting(name, status string, who ...graph.Ref) graph.Ref {
	ref := h.AddNode(graph.Meeting, "meeting:1", graph.Props{"date": graph.Date{Year: 2026, Month: 3, Day: 1}, "datePrecision": "month"})
	h.AddEdge(graph.ReportedIn, ref, h.Article, graph.Props{
		"name": name, "status": status, "mode": "phone", "start": int64(1), "end": int64(5), "sentence": name + " in the harbour.", "confidence": .7,
	})
	for _, w := range who {
		h.AddEdge(graph.ParticipatedIn, w, ref, h.evidence(graph.Props{"role": "participant"}))
	}
	return ref
}

// handmade are two articles and a copy of the first, with everything that the
// page shows.
func handmade() []*graph.Graph {
	first := newHand("https://example.org/ferry", "The ferry was late", "2026-01-10")
	ann, bo, iceland := first.entity(graph.Person, "Ann Roe"), first.entity(graph.Person, "Bo Doe"), first.entity(graph.Country, "Iceland")
	wire, oslo := first.entity(graph.Organization, "Harbour Wire"), first.entity(graph.Place, "Oslo")
	first.AddEdge(graph.HoldsPosition, ann, iceland, first.evidence(graph.Props{"title": "harbour master", "former": true}))
	told := first.statement("WARN", "the ferry is late", "2026-01-09", ann, graph.Props{"quote": "late", "confidence": .95})
	first.AddEdge(graph.AddressedTo, told, bo, graph.Props{"as": "him"})
	first.AddEdge(graph.About, told, iceland, graph.Props{"role": "target"})
	inner := first.statement("ACCUSE", "the crew … was asleep", "2026-01", graph.Ref{}, graph.Props{"source": "two officials", "sourceKind": "official", "depth": int64(1), "sentence": "the crew, they said, was asleep"})
	first.AddEdge(graph.Within, inner, told, nil)
	denied := first.statement("DENY", "it was late", "", bo, graph.Props{"attributionNegated": true, "polarity": "negative", "modality": "possible"})
	first.AddEdge(graph.RespondsTo, denied, told, graph.Props{"how": "denies", "confidence": .5})
	first.AddEdge(graph.ReportedBy, denied, wire, graph.Props{"as": "the Wire"})
	met := first.meeting("Roe calls Doe", "planned", ann, bo)
	first.AddEdge(graph.HeldIn, met, oslo, first.evidence(graph.Props{}))
	first.AddEdge(graph.MadeAt, told, met, nil)

	again := newHand("https://example.org/ferry-again", "A ferry, late", "2026-01-11")
	again.AddNode(graph.Article, first.Article.ID, graph.Props{})
	again.AddEdge(graph.CopyOf, again.Article, first.Article, graph.Props{"share": .8})
	repeated := again.statement("WARN", "the ferry is late", "2026-01-09", graph.Ref{}, nil)
	again.AddEdge(graph.Made, again.entity(graph.Person, "Ann Roe"), repeated, graph.Props{"as": "Ann Roe"})

	other := newHand("javascript:alert(1)", hostile, "2026-02-02")
	ann, evil := other.entity(graph.Person, "Ann Roe"), other.entity(graph.Organization, hostile)
	asked := other.statement("REQUEST", hostile, "2026-02-02", evil, graph.Props{"verb": hostile, "datePrecision": "published", "sentence": "So: " + hostile})
	other.AddEdge(graph.AddressedTo, asked, ann, graph.Props{"as": hostile})
	other.meeting("Roe and Doe talk", "cancelled", ann)

	graphs := []*graph.Graph{first.Graph, again.Graph, other.Graph}
	for _, g := range graphs {
		g.Sort()
	}
	return graphs
}

// boundless is an article with a statement of a million characters, of somebody
// whose name is written from right to left.
func boundless() *graph.Graph {
	h := newHand("https://example.org/boundless", "مقال بلا نهاية", "")
	h.statement("OTHER", strings.Repeat("boundless", 112_000), "", h.entity(graph.Person, "ليلى حداد"), nil)
	return h.Graph
}

// many are generated articles of 20 statements each.
func many(articles int) (graphs []*graph.Graph) {
	acts := graph.Acts
	for i := range articles {
		h := newHand(fmt.Sprintf("https://example.org/%04d", i), fmt.Sprintf("Story number %d of the year", i), fmt.Sprintf("2026-%02d-%02d", 1+i%12, 1+i%28))
		var people []graph.Ref
		for j := range 6 {
			people = append(people, h.entity(graph.Person, fmt.Sprintf("Person %d", (i*i+j*j*(1+i%7))%180)))
		}
		for j := range 20 {
			speaker, to := people[j%6], people[(j+1+i%3)%6]
			s := h.statement(acts[(i+j)%len(acts)], fmt.Sprintf("the statement number %d of story %d is neither short nor long", j, i), fmt.Sprintf("2026-%02d-%02d", 1+(i+j)%12, 1+j), speaker, nil)
			if to != speaker {
				h.AddEdge(graph.AddressedTo, s, to, nil)
			}
		}
		nodes, edges := graph.Merge(h.Graph) // of whom some are named twice
		h.Nodes, h.Edges = nodes, edges
		graphs = append(graphs, h.Graph)
	}
	return graphs
}
