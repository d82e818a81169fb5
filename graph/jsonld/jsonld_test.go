package jsonld

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/internal/graphtest"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// written returns the document of graphs.
func written(t testing.TB, graphs []*graph.Graph) []byte { return graphtest.Written(t, New, graphs) }

func TestGolden(t *testing.T) {
	graphtest.Golden(t, "testdata/talks.jsonld", written(t, graphtest.Talks()))
}

// offline is a loader of documents that has none.
type offline struct{}

func (offline) LoadDocument(address string) (*ld.RemoteDocument, error) {
	return nil, fmt.Errorf("%s is fetched from the network", address)
}

// expanded returns the nodes of a document by their names, as a library reads them.
func expanded(t *testing.T, document []byte) map[string]map[string]any {
	t.Helper()
	var value any
	if err := json.Unmarshal(document, &value); err != nil {
		t.Fatal(err)
	}
	opt := ld.NewJsonLdOptions("")
	opt.DocumentLoader = offline{}
	flat, err := ld.NewJsonLdProcessor().Flatten(value, nil, opt)
	if err != nil {
		t.Fatal(err)
	}
	nodes := map[string]map[string]any{}
	for _, n := range flat.([]any) {
		nodes[n.(map[string]any)["@id"].(string)] = n.(map[string]any)
	}
	return nodes
}

const (
	schema = "https://schema.org/"
	oa     = "http://www.w3.org/ns/oa#"
	ng     = "https://github.com/newsgraph/newsgraph#"
)

// values returns the values of a property in words.
func values(node map[string]any, property string) (words []string) {
	list, _ := node[property].([]any)
	for _, v := range list {
		if name, is := v.(map[string]any)["@id"]; is {
			words = append(words, fmt.Sprint(name))
			continue
		}
		words = append(words, fmt.Sprint(v.(map[string]any)["@value"]))
	}
	slices.Sort(words)
	return words
}

// many are the graphs of the talks and of articles that were made up.
func many() []*graph.Graph {
	graphs := graphtest.Talks()
	for i := range 50 {
		graphs = append(graphs, build.Graph(madeup.Article(i, madeup.World{Articles: 50, People: 30, Statements: 5, Seed: 1})))
	}
	return graphs
}

// TestAnotherLibraryReadsIt: every node is there with its class and its name, and
// every relationship that has a property of its own.
func TestAnotherLibraryReadsIt(t *testing.T) {
	got := expanded(t, written(t, many()))
	nodes, edges := graph.Union(many()...)
	for _, n := range nodes {
		node := got[iri(n.ID)]
		if classes := fmt.Sprint(node["@type"]); !strings.Contains(classes, classOf(n)) {
			t.Errorf("%s is of %s, want %s", n.ID, classes, classOf(n))
		}
		for ours, theirs := range map[string]string{"name": "name", "headline": "headline", "text": "text", "source": "creditText"} {
			if want, has := n.Props[ours]; has && fmt.Sprint(values(node, schema+theirs)) != fmt.Sprintf("[%v]", want) {
				t.Errorf("%s of %s is %q, want %q", theirs, n.ID, values(node, schema+theirs), want)
			}
		}
	}
	for _, e := range edges {
		from, to, property := e.From, e.To, propertyIn(e)
		if e.Type == graph.Made || e.Type == graph.MentionedIn || e.Type == graph.ParticipatedIn {
			from, to = to, from
		}
		if e.Type == graph.Made && len(values(got[iri(from.ID)], property)) == 0 {
			property = ng + "notSaidBy"
		}
		if property != "" && !slices.Contains(values(got[iri(from.ID)], property), iri(to.ID)) {
			t.Errorf("%s of %s has no %s: %v", property, from.ID, to.ID, values(got[iri(from.ID)], property))
		}
	}
}

func classOf(n graph.Node) string {
	switch {
	case n.Label == graph.Article:
		return schema + "NewsArticle"
	case n.Label == graph.Meeting:
		return schema + "Event"
	case n.Props["quoteType"] == "direct" || n.Props["quoteType"] == "mixed":
		return schema + "Quotation"
	}
	return schema + string(n.Label)
}

// propertyIn names the property that stands for a relationship.
func propertyIn(e graph.Edge) string {
	if e.Type == graph.About {
		return map[any]string{"target": schema + "about", "topic": schema + "mentions"}[e.Props["role"]]
	}
	return map[graph.Type]string{
		graph.Made: schema + "creator", graph.MentionedIn: schema + "mentions", graph.AddressedTo: schema + "recipient", graph.Within: schema + "isPartOf", graph.MadeAt: schema + "recordedAt",
		graph.ReportedBy: ng + "reportedBy", graph.ParticipatedIn: schema + "attendee", graph.HeldIn: schema + "location",
		graph.LocatedIn: schema + "containedInPlace", graph.CopyOf: schema + "isBasedOn",
	}[e.Type]
}

// TestTheRest looks at what is said in another way than by one property.
func TestTheRest(t *testing.T) {
	got := expanded(t, written(t, graphtest.Talks()))
	const talks = "https://example.org/talks?a=1&b=2"
	for _, c := range []struct {
		node, property string
		want           string
	}{
		{"person:ann-lee", schema + "sameAs", "[http://www.wikidata.org/entity/Q42]"},
		{"person:ann-lee", schema + "gender", "[https://schema.org/Female]"},
		{"person:ann-lee", schema + "jobTitle", "[Foreign Minister]"},
		{"person:ann-lee", schema + "affiliation", "[person:ann-lee#role=Foreign%20Minister,country:fr,former=false]"},
		{"person:ann-lee#role=Foreign%20Minister,country:fr,former=false", schema + "affiliation", "[country:fr]"},
		{"person:ann-lee#role=Foreign%20Minister,country:fr,former=false", ng + "asOf", "[2024-05-16]"},
		{"person:bo-ek", schema + "jobTitle", "[Mayor]"},
		{"person:bo-ek", ng + "formerAffiliation", "[person:bo-ek#role=Secretary-General,organization:un,former=true]"},
		{"person:åse-ødegård", schema + "knows", "[person:åse-ødegård#role=Spokeswoman,person:ann-lee,former=false]"},
		{"country:fr", schema + "identifier", "[FR]"},
		{"meeting:1", schema + "startDate", "[2024-05-20]"},
		{"meeting:1", schema + "eventStatus", "[https://schema.org/EventCancelled]"},
		{"meeting:1", schema + "organizer", "[person:bo-ek]"},
		{"meeting:1", schema + "contributor", "[country:fr]"},
		{"meeting:2", schema + "startDate", "[2024-06]"},
		{"meeting:2", schema + "eventStatus", "[" + ng + "EventHypothetical]"},
		{"meeting:2", schema + "performer", "[person:ann-lee]"},
		{talks + "#char=100,118", schema + "creator", "[person:ann-lee]"},
		{talks + "#char=100,118", schema + "dateCreated", "[2024-05-13]"},
		{talks + "#char=100,118", ng + "act", "[WARN]"},
		{talks + "#char=108,115", schema + "dateCreated", "[]"},
		{talks + "#char=200,202", schema + "creator", "[]"},
		{talks + "#char=200,202", ng + "notSaidBy", "[country:fr person:bo-ek]"},
		{talks + "#char=200,202", ng + "denies", "[" + talks + "#char=100,118]"},
	} {
		if words := fmt.Sprint(values(got[c.node], c.property)); words != c.want {
			t.Errorf("%s of %s is %s, want %s", c.property, c.node, words, c.want)
		}
	}
}

// TestSelectors follows an annotation to the words in the text.
func TestSelectors(t *testing.T) {
	got := expanded(t, written(t, graphtest.Talks()))
	follow := func(node map[string]any, property string) (nodes []map[string]any) {
		for _, name := range values(node, property) {
			nodes = append(nodes, got[name])
		}
		return nodes
	}
	const talks = "https://example.org/talks?a=1&b=2"
	note := got[talks+"#annotation=https://example.org/talks?a=1&b=2%23char=100%2C118"]
	if body := fmt.Sprint(values(note, oa+"hasBody")); body != "["+talks+"#char=100,118]" {
		t.Fatalf("the annotation has the body %s: %v", body, note)
	}
	target := follow(note, oa+"hasTarget")[0]
	if source := fmt.Sprint(values(target, oa+"hasSource")); source != "["+talks+"]" {
		t.Errorf("it is of %s", source)
	}
	words := map[string]string{}
	for _, selector := range follow(target, oa+"hasSelector") {
		for _, name := range []string{"start", "end", "exact", "prefix", "suffix"} {
			if values := values(selector, oa+name); len(values) > 0 {
				words[name] = values[0]
			}
		}
	}
	want := map[string]string{"start": "100", "end": "118", "exact": "“winter 😀 is near”", "prefix": "Ann Lee warned Bo Ek that ", "suffix": ", and left."}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("selectors (-want +got):\n%s", diff)
	}
}

// TestAsRDF: whoever loads the document into a store loses nothing: names that are no
// IRI would be left out.
func TestAsRDF(t *testing.T) {
	var value any
	if err := json.Unmarshal(written(t, many()), &value); err != nil {
		t.Fatal(err)
	}
	opt := ld.NewJsonLdOptions("")
	opt.DocumentLoader = offline{}
	dataset, err := ld.NewJsonLdProcessor().ToRDF(value, opt)
	if err != nil {
		t.Fatal(err)
	}
	subjects := map[string]bool{}
	for _, quad := range dataset.(*ld.RDFDataset).Graphs["@default"] {
		subjects[quad.Subject.GetValue()] = true
	}
	nodes, _ := graph.Union(many()...)
	for _, n := range nodes {
		if !subjects[iri(n.ID)] {
			t.Errorf("%s is not among the subjects", n.ID)
		}
	}
}

func TestIRI(t *testing.T) {
	for id, want := range map[string]string{
		"https://example.org/a b?q=\"x\"&r=<y>": "https://example.org/a%20b?q=%22x%22&r=%3Cy%3E",
		"person:åsa":                            "person:åsa", "sha256:00": "sha256:00", "@type": "article:@type", "a\x00\n": "article:a%00%0A", "": "article:",
	} {
		if got := iri(id); got != want {
			t.Errorf("iri(%q) = %q, want %q", id, got, want)
		}
	}
}

func TestADocumentOfNothing(t *testing.T) {
	if got := expanded(t, written(t, nil)); len(got) > 0 {
		t.Errorf("it has %v", slices.Collect(maps.Keys(got)))
	}
}

// TestItCanStandInAPage: no text of an article ends the element that has the
// document, and a megabyte of it is one line.
func TestItCanStandInAPage(t *testing.T) {
	g := graphtest.Talks()[1]
	for _, n := range g.Nodes {
		if n.Label == graph.Statement {
			n.Props["text"] = strings.Repeat(graphtest.Hostile+"</script>\x00", 10000)
		}
	}
	document := written(t, []*graph.Graph{g})
	if bytes.Contains(document, []byte("<")) || len(document) < 1<<20 || strings.Contains(string(document), "\u2028") {
		t.Error("it has a < or the end of a line, or not all of the text")
	}
	expanded(t, document)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAnErrorOfTheWriter(t *testing.T) {
	if err := New(full{}).Close(t.Context()); err == nil {
		t.Error("no error")
	}
}
