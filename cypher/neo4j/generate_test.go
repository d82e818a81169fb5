package neo4j

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// generate makes the graphs of articles as the news has them: about 25
// statements each, and few people who are named most (Zipf).
func generate(articles int, seed uint64) []*graph.Graph {
	return slices.Collect(generated(articles, seed))
}

// generated is generate, one graph after the other.
func generated(articles int, seed uint64) iter.Seq[*graph.Graph] {
	return func(yield func(*graph.Graph) bool) {
		g := generator{seed: seed, rng: rand.New(rand.NewPCG(seed, 1))}
		g.zipf = rand.NewZipf(g.rng, 1.2, 3, uint64(max(50, articles)))
		for i := range articles {
			if !yield(g.article(i)) {
				return
			}
		}
	}
}

type generator struct {
	seed uint64
	rng  *rand.Rand
	zipf *rand.Zipf
}

func (g *generator) article(i int) *graph.Graph {
	a := &graph.Graph{}
	id := fmt.Sprintf("https://example.org/%06d", i)
	day := graph.Date{Year: 2024, Month: 1 + 1, Day: 1 + i%28}
	a.Article = a.AddNode(graph.Article, id, graph.Props{"headline": fmt.Sprintf("Article %d", i), "url": id, "sha256": fmt.Sprint(i), "datePublished": day})
	if i%3 == 2 { // two copies of every sixth, one of them written the day before
		first := a.AddNode(graph.Article, fmt.Sprintf("https://example.org/%06d", i-2+3*(i%2)), graph.Props{})
		a.AddEdge(graph.CopyOf, a.Article, first, graph.Props{"share": 0.5})
	}
	place := func(n int) string { return fmt.Sprintf("%s#char=%d,%d", id, n, n+5) }
	country := g.mention(a, graph.Country, int(g.zipf.Uint64()%60), i)
	var people []graph.Ref
	for range 8 {
		p := g.mention(a, graph.Person, int(g.zipf.Uint64()), i)
		if !slices.Contains(people, p) {
			people = append(people, p)
			a.AddEdge(graph.HoldsPosition, p, country, graph.Props{"title": "Minister", "former": i%4 == 0, graph.Evidence: []string{place(len(people))}, graph.Confidences: g.sure()})
		}
	}
	meeting := a.AddNode(graph.Meeting, graph.MeetingID(id, []string{people[0].ID, country.ID}, "", "2024-02"), graph.Props{"date": graph.Date{Year: 2024, Month: time.February, Day: 1}, "datePrecision": "month"})
	a.AddEdge(graph.ReportedIn, meeting, a.Article, graph.Props{"name": fmt.Sprintf("Meeting told in %d", i), "mode": "phone", "status": "past", "start": int64(1), "end": int64(2), "confidence": 0.5})
	for _, p := range []graph.Ref{people[0], country} {
		a.AddEdge(graph.ParticipatedIn, p, meeting, graph.Props{"role": "participant", graph.Evidence: []string{place(7)}, graph.Confidences: g.sure()})
	}
	var before graph.Ref
	for n := range 20 + g.rng.IntN(11) {
		before = g.statement(a, people, n, before)
	}
	a.Sort()
	for _, n := range a.Nodes {
		if n.Ref == a.Article {
			n.Props[graph.FactsSHA256] = fmt.Sprintf("%d of %d", i, g.seed) // its hash would take most of the time
		}
	}
	return a
}

// sure returns how sure one place is.
func (g *generator) sure() []float64 { return []float64{float64(g.rng.IntN(100)) / 100} }

// mention adds an entity, once, under a name that differs between articles.
func (g *generator) mention(a *graph.Graph, label graph.Label, n, article int) graph.Ref {
	name := fmt.Sprintf("%s %d", label, n)
	ref := graph.Ref{Label: label, ID: graph.EntityID(label, name)}
	if slices.ContainsFunc(a.Nodes, func(node graph.Node) bool { return node.Ref == ref }) {
		return ref
	}
	alias := fmt.Sprintf("%s of %d", name, article%3)
	a.AddNode(label, ref.ID, graph.Props{"name": name})
	a.AddEdge(graph.MentionedIn, ref, a.Article, graph.Props{"name": name, "names": []string{name, alias}, "count": int64(2)})
	return ref
}

// statement adds a statement; every fifth lies in the one before it, to which
// every seventh responds.
func (g *generator) statement(a *graph.Graph, people []graph.Ref, n int, before graph.Ref) graph.Ref {
	start := int64(100 * n)
	id := fmt.Sprintf("%s#char=%d,%d", a.Article.ID, start, start+80)
	depth := int64(0)
	if n%5 == 1 {
		depth = 1
	}
	s := a.AddNode(graph.Statement, id, graph.Props{
		"depth": depth, "source": "two officials", "sourceKind": "official",
		"text": fmt.Sprintf("the statement number %d says that all is well, or not so well", n), "verb": "said", "act": "ASSERT",
		"start": start, "end": start + 80, "confidence": 0.8, "attributionNegated": false, "sentence": "Somebody said so.",
	})
	a.AddEdge(graph.ReportedIn, s, a.Article, graph.Props{"start": start, "end": start + 80})
	speaker, other := people[g.rng.IntN(len(people))], people[g.rng.IntN(len(people))]
	a.AddEdge(graph.Made, speaker, s, graph.Props{"as": "he"})
	a.AddEdge(graph.About, s, other, graph.Props{"role": "topic"})
	if other != speaker && n%3 == 0 {
		a.AddEdge(graph.AddressedTo, s, other, graph.Props{"as": "him"})
		a.AddEdge(graph.SaidTo, speaker, other, graph.Props{"statementId": id, "act": "ASSERT", "verb": "told"})
		a.AddEdge(graph.Made, other, s, graph.Props{"as": "and him"})
		a.AddEdge(graph.ReportedBy, s, people[0], graph.Props{"as": "her"})
	}
	if depth > 0 {
		a.AddEdge(graph.Within, s, before, nil)
	}
	if n%7 == 3 {
		a.AddEdge(graph.RespondsTo, s, before, graph.Props{"how": "denies", "confidence": 0.5})
	}
	return s
}

// hostile are texts that break what quotes carelessly.
var hostile = []string{
	`plain`, `it's`, `"double"`, `“curly” ‘single’ «guillemets» „low“`, `back\slash`, `\`, `\\`, `\'`, `'`, `''`, `\u0027`, `\\u0027`, `\\\u0027 OR 1=1 //`,
	"`backtick`", "line\nbreak", "carriage\rreturn", "tab\t", "\u2028line\u2029paragraph\u0085next", "nul\x00", "\x01\x1f\x7f", "emoji 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
	"right-to-left: שלום \u202eevil\u202c مرحبا", `;`, `a; MATCH (n) DETACH DELETE n;`, `// comment`, `/* comment */`, `'}) DETACH DELETE n //`,
	`$rows`, `{id: 'x'}`, `:begin`, `\u{1F600}`, `\U0001F600`, `\n`, "é vs e\u0301", "\ufeffBOM", "%d %s", "]\nAS row;", `') RETURN 1; CREATE (:Injected {x: '`,
}

// hostileGraphs puts each hostile text wherever a graph has text.
func hostileGraphs() []*graph.Graph {
	var graphs []*graph.Graph
	for i, text := range hostile {
		a := &graph.Graph{}
		id := fmt.Sprintf("https://example.org/hostile/%d/%s", i, text)
		a.Article = a.AddNode(graph.Article, id, graph.Props{"headline": text, "publisher": text, "sha256": "x", graph.FactsSHA256: fmt.Sprint(i)})
		p := a.AddNode(graph.Person, "person:"+text, graph.Props{"name": text})
		c := a.AddNode(graph.Organization, "organization:"+text, graph.Props{"name": text})
		for _, e := range []graph.Ref{p, c} {
			a.AddEdge(graph.MentionedIn, e, a.Article, graph.Props{"name": text, "names": []string{text, text + "!"}, "count": int64(-1 << 63)})
		}
		a.AddEdge(graph.HoldsPosition, p, c, graph.Props{"title": text + "?", "former": true, graph.Evidence: []string{id + "#char=1,2"}, graph.Confidences: []float64{0.5}})
		s := a.AddNode(graph.Statement, id+"#char=1,2", graph.Props{"text": text, "quote": text, "source": text, "depth": int64(0), "confidence": 1e-300, "start": int64(1), "end": int64(2)})
		a.AddEdge(graph.ReportedIn, s, a.Article, graph.Props{"start": int64(1), "end": int64(2)})
		a.AddEdge(graph.Made, p, s, graph.Props{"as": text})
		a.AddEdge(graph.AddressedTo, s, c, graph.Props{"as": text})
		a.AddEdge(graph.ReportedBy, s, c, graph.Props{"as": text})
		a.AddEdge(graph.SaidTo, p, c, graph.Props{"statementId": s.ID, "verb": text + "."})
		graphs = append(graphs, a)
	}
	return graphs
}
