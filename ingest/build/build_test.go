package build

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// text is what the spans of the example point into, in code points.
const text = "Élise told Moscow “yes, we will go”."

func example() *facts.Article {
	speaker := "person:elise"
	return &facts.Article{
		ID: "https://example.org/a", SHA256: "00", Published: "2024-05-14", Headline: "Yes", Text: text,
		People: []facts.Person{{
			Entity:    facts.Entity{ID: speaker, Name: "Élise", Aliases: []string{"E."}, Mentions: []facts.Span{{0, 5}}, ReadAs: &facts.ReadAs{ID: "person:e", Rule: "a rule", Confidence: 0.9}},
			Positions: []facts.Position{{Title: "Envoy", Of: "country:ru", Spans: []facts.Span{{0, 5}}, Confidence: 0.9}},
		}},
		Countries: []facts.Country{{Entity: facts.Entity{ID: "country:ru", Name: "Russia"}, Code: "RU"}},
		Places:    []facts.Place{{Entity: facts.Entity{ID: "place:moscow", Name: "Moscow", Mentions: []facts.Span{{11, 17}}, Confidence: 0.7}, Country: "country:ru"}},
		Meetings: []facts.Meeting{{
			ID: "meeting:1", Name: "Talks", Participants: []facts.Participant{{ID: speaker, Role: "host", Confidence: 0.8}}, Place: "place:moscow", Date: "2024-05",
			DatePrecision: "month", Mode: "phone", Status: "past", Spans: facts.MeetingSpans{Trigger: []facts.Span{{6, 10}}, Sentence: []facts.Span{{0, 36}}}, Confidence: 0.5,
		}},
		Statements: []facts.Statement{{
			ID: "https://example.org/a#char=18,35", Speaker: &speaker, Addressees: []string{"country:ru"}, Targets: []string{"country:ru"},
			Topics: []string{"country:ru", "place:moscow"}, Verb: "told", Act: "ASSERT", Text: "“yes, we will go”", Quote: "yes, we will go", Date: "2024-05-14",
			Meeting: "meeting:1", Spans: facts.StatementSpans{Speaker: []facts.Span{{0, 5}}, Content: []facts.Span{{18, 35}}, Addressee: []facts.Span{{11, 17}}},
		}},
	}
}

func TestGraph(t *testing.T) {
	g := Graph(example())
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range g.Edges {
		got = append(got, fmt.Sprintf("%s %s %s %v", e.From.ID, e.Type, e.To.ID, e.Props))
	}
	a, s := "https://example.org/a", "https://example.org/a#char=18,35"
	want := []string{
		"meeting:1 REPORTED_IN " + a + " map[confidence:0.5 end:10 mode:phone name:Talks sentence:" + text + " start:6 status:past]",
		s + " REPORTED_IN " + a + " map[end:35 start:18]",
		"person:elise MENTIONED_IN " + a + " map[confidence:0.9 count:1 end:5 name:Élise names:[E. Élise] readAs:person:e rule:a rule start:0]",
		"country:ru MENTIONED_IN " + a + " map[count:0 name:Russia]",
		"place:moscow MENTIONED_IN " + a + " map[count:1 end:17 name:Moscow names:[Moscow] start:11]",
		"person:elise MADE " + s + " map[as:Élise]",
		s + " ADDRESSED_TO country:ru map[as:Moscow]",
		s + " ABOUT country:ru map[role:target]",
		s + " ABOUT place:moscow map[role:topic]",
		s + " MADE_AT meeting:1 map[]",
		"person:elise PARTICIPATED_IN meeting:1 map[confidences:[0.8] evidence:[" + a + "#char=6,10] role:host]",
		"meeting:1 HELD_IN place:moscow map[confidences:[0.5] evidence:[" + a + "#char=6,10]]",
		"person:elise HOLDS_POSITION country:ru map[confidences:[0.9] evidence:[" + a + "#char=0,5] former:false title:Envoy]",
		"place:moscow LOCATED_IN country:ru map[confidences:[0.7] evidence:[" + a + "#char=11,17]]",
		"person:elise SAID_TO country:ru map[act:ASSERT date:2024-05-14 statementId:" + s + " verb:told]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relationships (-want +got):\n%s", diff)
	}
	i := slices.IndexFunc(g.Nodes, func(n graph.Node) bool { return n.Label == graph.Statement })
	if key := g.Nodes[i].Props["quoteKey"]; key != "yes we will go" {
		t.Errorf("quoteKey is %q", key)
	}
}

func TestACountryIsFoundByWhatSpeaksForIt(t *testing.T) {
	text := "The Kremlin told Moscow and Russian envoys of the US and the UK, Number 10 said."
	for _, c := range []struct{ id, name, want string }{
		{"country:ru", "Russia", "Kremlin|Moscow|Russia"}, {"country:us", "United States", "US|United States"}, {"country:gb", "United Kingdom", "Number 10|UK|United Kingdom"},
	} {
		e := facts.Entity{ID: c.id, Name: c.name}
		for _, word := range map[string][]string{"country:ru": {"Kremlin", "Moscow", "Russian"}, "country:us": {"US"}, "country:gb": {"UK", "Number 10"}}[c.id] {
			at := strings.Index(text, word)
			e.Mentions = append(e.Mentions, facts.Span{at, at + len(word)})
		}
		g := Graph(&facts.Article{ID: "a", Text: text, Countries: []facts.Country{{Entity: e}}})
		if got := strings.Join(g.Edges[0].Props["names"].([]string), "|"); got != c.want {
			t.Errorf("%s is called %s, want %s", c.id, got, c.want)
		}
	}
}

// nested is what was said by two, in words that lie in another's, and denied.
const nested = "TASS quoted Ann and Bo as saying that an aide told them Cy lied. Cy denied this."

func nestedStatements() []facts.Statement {
	ann, cy := "person:ann", "person:cy"
	return []facts.Statement{
		{
			ID: "a#char=34,64", Speaker: &ann, Speakers: []string{ann, "person:bo"}, ReportedBy: "organization:tass", Addressees: []string{"person:bo", cy},
			Decisions: []facts.Decision{{What: "addressee", Of: "person:bo", Confidence: 0.8}, {What: "addressee", Of: cy, Confidence: 0.6}, {What: "reportedBy", Confidence: 0.9}},
			Spans: facts.StatementSpans{
				Speaker: []facts.Span{{12, 22}}, Speakers: [][]facts.Span{{{12, 15}}, {{20, 22}}}, Content: []facts.Span{{34, 64}}, ReportedBy: []facts.Span{{0, 4}},
			},
		},
		{
			ID: "a#char=56,63", Unnamed: &facts.Source{Text: "an aide", Kind: "official"}, Within: "a#char=34,64", Targets: []string{cy},
			Spans: facts.StatementSpans{Speaker: []facts.Span{{39, 46}}, Content: []facts.Span{{56, 63}}, Target: []facts.Span{{56, 58}}},
		},
		{
			ID: "a#char=75,79", Speaker: &cy, RespondsTo: "a#char=56,63", How: "denies", Decisions: []facts.Decision{{What: "respondsTo", Confidence: 0.7}},
			Spans: facts.StatementSpans{Speaker: []facts.Span{{65, 67}}, Content: []facts.Span{{75, 79}}},
		},
	}
}

func TestStatementsWithinAndAboutOthers(t *testing.T) {
	f := &facts.Article{ID: "a", Text: nested, Statements: nestedStatements()}
	for _, id := range []string{"person:ann", "person:bo", "person:cy"} {
		f.People = append(f.People, facts.Person{Entity: facts.Entity{ID: id}})
	}
	f.People[0].Positions = []facts.Position{{Title: "aide", Of: "person:cy", Spans: []facts.Span{{12, 15}}, Confidence: 0.5}} // of one who comes later
	f.Organizations = []facts.Organization{{Entity: facts.Entity{ID: "organization:tass"}}}
	g := Graph(f)
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range g.Nodes {
		if n.Label == graph.Statement {
			got = append(got, fmt.Sprint(n.ID, " ", n.Props["depth"], " ", n.Props["source"], " ", n.Props["sourceKind"]))
		}
	}
	for _, e := range g.Edges {
		if e.Type != graph.MentionedIn && e.Type != graph.ReportedIn {
			got = append(got, fmt.Sprintf("%s %s %s %v", e.From.ID, e.Type, e.To.ID, e.Props))
		}
	}
	want := []string{
		"a#char=34,64 0 <nil> <nil>",
		"a#char=56,63 1 an aide official",
		"a#char=75,79 0 <nil> <nil>",
		"person:ann MADE a#char=34,64 map[as:Ann]",
		"person:bo MADE a#char=34,64 map[as:Bo]",
		"person:cy MADE a#char=75,79 map[as:Cy]",
		"a#char=34,64 ADDRESSED_TO person:bo map[confidence:0.8]",
		"a#char=34,64 ADDRESSED_TO person:cy map[confidence:0.6]",
		"a#char=56,63 ABOUT person:cy map[as:Cy role:target]",
		"a#char=56,63 WITHIN a#char=34,64 map[]",
		"a#char=75,79 RESPONDS_TO a#char=56,63 map[confidence:0.7 how:denies]",
		"a#char=34,64 REPORTED_BY organization:tass map[as:TASS confidence:0.9]",
		"person:ann HOLDS_POSITION person:cy map[confidences:[0.5] evidence:[a#char=12,15] former:false title:aide]",
		"person:ann SAID_TO person:bo map[statementId:a#char=34,64]",
		"person:ann SAID_TO person:cy map[statementId:a#char=34,64]",
		"person:bo SAID_TO person:cy map[statementId:a#char=34,64]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStatementsThatLieInEachOtherAreRefused(t *testing.T) {
	f := &facts.Article{ID: "a", Text: nested, Statements: nestedStatements()[1:]}
	f.Statements[0].Within, f.Statements[1].Within = f.Statements[1].ID, f.Statements[0].ID
	f.Statements[0].Targets, f.Statements[1].Speaker = nil, nil
	if err := Graph(f).Validate(); err == nil || !strings.Contains(err.Error(), "lies within itself") {
		t.Errorf("got %v", err)
	}
}

func TestQuoteKey(t *testing.T) {
	for quote, want := range map[string]string{
		"Frank, and substantive!": "frank and substantive", "next week": "", "": "", "It’s a “lie”": "it s a lie",
	} {
		if got := quoteKey(quote); got != want {
			t.Errorf("quoteKey(%q) = %q, want %q", quote, got, want)
		}
	}
}

func TestHashTellsVersionsApart(t *testing.T) {
	hash := func(change func(*facts.Article)) string {
		f := example()
		change(f)
		return Graph(f).Nodes[0].Props[graph.FactsSHA256].(string)
	}
	want := hash(func(*facts.Article) {})
	if hash(func(*facts.Article) {}) != want || len(want) != 64 || strings.ToLower(want) != want {
		t.Errorf("the hash of the same facts differs, or is none: %s", want)
	}
	if hash(func(f *facts.Article) { f.Statements[0].Verb = "said" }) == want {
		t.Error("another verb, the same hash")
	}
}
