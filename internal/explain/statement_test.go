package explain

import (
	"regexp"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph/page/look"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// toldOfOthers has statements of two, of nobody, within another's words and in answer.
func toldOfOthers() *facts.Article {
	ann, cy := "person:ann", "person:cy"
	named := func(id, name string, at ...facts.Span) facts.Person {
		return facts.Person{Entity: facts.Entity{ID: id, Name: name, Mentions: at}}
	}
	f := &facts.Article{
		ID: "a", Text: "TASS quoted Ann and Bo as saying that an aide told them Cy lied. Cy denied this.",
		People:        []facts.Person{named(ann, "Ann", facts.Span{12, 15}), named("person:bo", "Bo", facts.Span{20, 22}), named(cy, "Cy", facts.Span{56, 58})},
		Countries:     []facts.Country{{Entity: facts.Entity{ID: "country:fr", Name: "France"}, Code: "FR"}},
		Organizations: []facts.Organization{{Entity: facts.Entity{ID: "organization:tass", Name: "TASS", Mentions: []facts.Span{{0, 4}}}}},
		Statements: []facts.Statement{
			{
				ID: "1", Speaker: &ann, Speakers: []string{ann, "person:bo"}, ReportedBy: "organization:tass", Act: "ASSERT", Text: "an aide told them Cy lied",
				Spans: facts.StatementSpans{
					Speaker: []facts.Span{{12, 22}}, Speakers: [][]facts.Span{{{12, 15}}, {{20, 22}}}, Cue: []facts.Span{{5, 11}}, Content: []facts.Span{{38, 63}},
					ReportedBy: []facts.Span{{0, 4}},
				},
			},
			{
				ID: "2", Unnamed: &facts.Source{Text: "an aide", Kind: "official"}, Within: "1", Targets: []string{cy}, Act: "ACCUSE", Text: "Cy lied",
				Decisions: []facts.Decision{{What: "target", Of: cy, Rule: "role", Confidence: 0.8}},
				Spans:     facts.StatementSpans{Speaker: []facts.Span{{38, 45}}, Cue: []facts.Span{{46, 50}}, Content: []facts.Span{{56, 63}}, Target: []facts.Span{{56, 58}}},
			},
			{
				ID: "3", Speaker: &cy, RespondsTo: "2", How: "denies", Act: "DENY", Text: "this", Decisions: []facts.Decision{{What: "respondsTo", Rule: "this", Confidence: 0.7}},
				Spans: facts.StatementSpans{Speaker: []facts.Span{{65, 67}}, Cue: []facts.Span{{68, 74}}, Content: []facts.Span{{75, 79}}},
			},
		},
	}
	f.People[0].Positions = []facts.Position{{Title: "Minister", Of: "country:fr", Former: true, Spans: []facts.Span{{12, 15}}, Rule: "title", Confidence: 0.9}}
	return f
}

func TestStatementsWithinAndAboutOthers(t *testing.T) {
	var text, html strings.Builder
	f := toldOfOthers()
	if err := Text(&text, nil, f, false); err != nil {
		t.Fatal(err)
	}
	if err := HTML(&html, nil, f); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"former office: Minister of France “Ann” — title, 0.90", "speaker: Ann “Ann”\n", "speaker: Bo “Bo”\n", "passed on by: TASS “TASS”\n",
		"speaker: nobody whom the graph can name “an aide”\n", "kind of source: official\n", "target: Cy “Cy” — role, 0.80",
		"within the words of [3]\n", "responds to: denies [6] — this, 0.70",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
	for _, want := range []string{
		`former office: Minister of France <span class="words">“Ann”</span>`, `passed on by: TASS`, `kind of source: official`,
		`within the words of <a href="#n3">[3]</a>`, `responds to: denies <a href="#n6">[6]</a>`,
	} {
		if !strings.Contains(html.String(), want) {
			t.Errorf("%q is not in\n%s", want, html.String())
		}
	}
}

// TestPage: the page's policy allows its own style and nothing else.
func TestPage(t *testing.T) {
	f := toldOfOthers()
	f.Headline = `</title><script>alert(1)</script>`
	var html strings.Builder
	if err := HTML(&html, nil, f); err != nil {
		t.Fatal(err)
	}
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(html.String())
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(html.String())
	if style == nil || policy == nil || !strings.Contains(style[1], look.Style()) || unescape.Replace(policy[1]) != look.Policy(style[1]) {
		t.Errorf("the policy %q is not of the style", policy)
	}
	if strings.Contains(html.String(), "<script") || !strings.Contains(html.String(), `id="look-dark"`) {
		t.Error("the page has a script, or no switch")
	}
}

var unescape = strings.NewReplacer("&#39;", "'", "&#43;", "+")
