package jsonld

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
)

// article is the graph of one article, with ways to find what stands in it.
type article struct {
	*graph.Graph
	iri   string
	nodes map[graph.Ref]graph.Node
	from  map[graph.Ref][]graph.Edge
	to    map[graph.Ref][]graph.Edge
}

func newArticle(g *graph.Graph) article {
	a := article{g, iri(g.Article.ID), map[graph.Ref]graph.Node{}, map[graph.Ref][]graph.Edge{}, map[graph.Ref][]graph.Edge{}}
	for _, n := range g.Nodes {
		a.nodes[n.Ref] = n
	}
	for _, e := range g.Edges {
		a.from[e.From] = append(a.from[e.From], e)
		a.to[e.To] = append(a.to[e.To], e)
	}
	return a
}

// itself returns the article.
func (a article) itself() object {
	props := a.nodes[a.Article].Props
	o := object{"@id": a.iri, "@type": "NewsArticle"}
	if address, _ := props["url"].(string); address != "" {
		o.add("url", iri(address))
	}
	for key, name := range map[string]string{"headline": "headline", "abstract": "standfirst", "author": "author", "inLanguage": "inLanguage"} {
		o.add(key, props[name])
	}
	if props["publisher"] != nil {
		o.add("publisher", object{"@type": "Organization", "name": props["publisher"]})
	}
	if date, known := props["datePublished"].(graph.Date); known {
		o.add("datePublished", date.String())
	}
	o.take(props, "sha256", graph.FactsSHA256)
	for _, e := range a.to[a.Article] {
		if e.Type == graph.MentionedIn {
			o.add("mentions", iri(e.From.ID))
		}
	}
	for _, e := range a.from[a.Article] {
		if e.Type == graph.CopyOf {
			o.add("isBasedOn", iri(e.To.ID))
			o.take(e.Props, "share")
		}
	}
	return o
}

// ends names the property of a statement for what it is joined with.
var ends = map[graph.Type]string{
	graph.AddressedTo: "recipient", graph.Within: "isPartOf", graph.MadeAt: "recordedAt", graph.ReportedBy: "ng:reportedBy",
}

func (a article) statement(n graph.Node) object {
	o := object{"@id": iri(n.ID), "@type": "Statement", "isPartOf": []any{a.iri}}
	if n.Props["quoteType"] == "direct" || n.Props["quoteType"] == "mixed" {
		o["@type"] = "Quotation"
	}
	o.add("text", n.Props["text"])
	o.add("creditText", n.Props["source"])
	o.add("dateCreated", day(n.Props))
	o.take(n.Props, "verb", "act", "polarity", "modality", "attributionNegated", "quoteType", "quote", "quoteKey", "sourceKind", "date", "dateText", "datePrecision", "sentence", "depth", "confidence")
	maker := "creator"
	if n.Props["attributionNegated"] == true { // “did not say”: who knows schema.org alone must not read that they did
		maker = "ng:notSaidBy"
	}
	for _, e := range a.to[n.Ref] {
		if e.Type == graph.Made {
			o.add(maker, iri(e.From.ID))
		}
	}
	for _, e := range a.from[n.Ref] {
		if key := propertyOf(e); key != "" {
			o.add(key, iri(e.To.ID))
		}
	}
	return o
}

// propertyOf names the property of a statement for a relationship from it.
func propertyOf(e graph.Edge) string {
	switch how, _ := e.Props["how"].(string); {
	case e.Type == graph.RespondsTo && slices.Contains(graph.Responses, how):
		return "ng:" + how
	case e.Type == graph.RespondsTo:
		return "ng:respondsTo"
	case e.Type == graph.About && e.Props["role"] == "target":
		return "about"
	case e.Type == graph.About:
		return "mentions"
	}
	return ends[e.Type]
}

// annotation says where in the article something stands, and what the article
// alone says of it.
func (a article) annotation(e graph.Edge) object {
	target := object{"source": a.iri}
	target.add("selector", a.selectors(e)...)
	o := object{
		"@id": fragment(a.iri, "annotation="+e.From.ID), "@type": "Annotation", "motivation": "identifying",
		"body": iri(e.From.ID), "target": single(target),
	}
	o.take(e.Props, "name", "names", "count", "readAs", "rule", "mode", "status", "venue", "dateText", "sentence", "confidence")
	return o
}

// selectors says where something stands: by place, and by words where they are
// known. What is known by its country alone stands nowhere.
func (a article) selectors(e graph.Edge) []any {
	start, placed := e.Props["start"].(int64)
	end, _ := e.Props["end"].(int64)
	if !placed {
		return nil
	}
	selectors := []any{object{"@type": "TextPositionSelector", "start": start, "end": end}}
	if quote := quoteSelector(a.nodes[e.From].Props, end-start); e.From.Label == graph.Statement && quote != nil {
		selectors = append(selectors, quote)
	}
	return selectors
}

// around is how much of the text before and after a quotation tells it from the
// same words elsewhere, in code points.
const around = 32

// quoteSelector returns the words of a statement and what stands around them in
// its sentence; nil where the words don't stand together.
func quoteSelector(props graph.Props, length int64) object {
	words, _ := props["text"].(string)
	if words == "" || int64(utf8.RuneCountInString(words)) != length {
		return nil
	}
	o := object{"@type": "TextQuoteSelector", "exact": words}
	sentence, _ := props["sentence"].(string)
	if before, after, found := strings.Cut(sentence, words); found {
		was, comes := []rune(before), []rune(after)
		o.add("prefix", string(was[max(0, len(was)-around):]))
		o.add("suffix", string(comes[:min(len(comes), around)]))
	}
	return single(o)
}
