package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

const townText = "Ministers agree\n\nForeign Minister Jane Doe of France met John Roe in Rome on Friday. Doe told Germany that “all was well”. She and Roe warned that it would be late. Roe thanked Élise Orr, an aide."

// spansOf returns where parts stand in a text, each at its first place.
func spansOf(t *testing.T, text string, parts ...string) (spans []facts.Span) {
	t.Helper()
	for _, part := range parts {
		before, _, found := strings.Cut(text, part)
		if !found {
			t.Fatalf("%q is not in the text", part)
		}
		start := len([]rune(before))
		spans = append(spans, facts.Span{start, start + len([]rune(part))})
	}
	return spans
}

// townMarks are the marks of townText.
func townMarks(t *testing.T) *marks {
	at := func(parts ...string) []facts.Span { return spansOf(t, townText, parts...) }
	m := &marks{ID: "a", Half: "dev", Published: "2022-01-22", Text: townText}
	if err := json.Unmarshal([]byte(`[{"name": "Jane Doe", "as": ["Doe"], "positions": [{"title": "Foreign Minister", "of": "FR"}]},
		{"name": "John Roe"}, {"name": "Élise Orr", "positions": [{"title": "aide", "of": null}]}]`), &m.People); err != nil {
		t.Fatal(err)
	}
	m.Statements = []markedStatement{
		{Content: at("all was well"), Speaker: "Jane Doe", Act: "ASSERT", Addressees: []string{"DE", ""}, Date: "2022-01-21"},
		{Content: at("it would be late"), Speaker: "Jane Doe", Act: "WARN"},
		{Content: at("it would be late"), Speaker: "John Roe", Act: "WARN"},
		{Content: at("Élise Orr"), Speaker: "John Roe", Act: "THANK", Targets: []string{"Élise Orr"}},
		{Content: at("Ministers agree"), Act: "AGREE"},
	}
	m.Meetings = []markedMeeting{
		{Triggers: at("met"), Participants: []string{"Jane Doe", "John Roe", ""}, Place: "Rome", Date: "2022-01-21", Status: "past"},
		{Participants: []string{"FR", "DE"}, Status: "planned"},
	}
	return m
}

// townFacts are facts as somebody might read townText, right and wrong.
func townFacts(t *testing.T, m *marks) *facts.Article {
	text := m.input()
	at := func(parts ...string) []facts.Span { return spansOf(t, text, parts...) }
	entity := func(id, name string, aliases ...string) facts.Entity {
		return facts.Entity{ID: id, Name: name, Aliases: aliases}
	}
	doe, orr := "person:doe", "person:elise-orr"
	said := func(speaker *string, act, date string, content ...string) facts.Statement {
		return facts.Statement{Speaker: speaker, Act: act, Date: date, Polarity: "positive", Spans: facts.StatementSpans{Content: at(content...)}}
	}
	f := &facts.Article{
		Text: text,
		People: []facts.Person{
			{Entity: entity(doe, "JANE DOE"), Positions: []facts.Position{
				{Title: "minister for foreign affairs", Of: "country:fr", Confidence: 0.95}, {Title: "Minister", Of: "country:de", Confidence: 0.6},
			}},
			{Entity: entity("person:john-roe", "Mr Roe", "John Roe")},
			{Entity: entity(orr, "Elise")},
		},
		Countries:     []facts.Country{{Entity: entity("country:fr", "France"), Code: "FR"}, {Entity: entity("country:de", "Germany"), Code: "DE"}},
		Organizations: []facts.Organization{},
		Places:        []facts.Place{{Entity: entity("place:rome", "Rome")}},
		Statements: []facts.Statement{
			said(&doe, "ASSERT", "2022-01-21", "that “all was well”"),
			said(&doe, "PREDICT", "", "warned that it would be late"),
			said(&orr, "THANK", "", "Élise", "Orr"),
			said(nil, "ASSERT", "", "Foreign Minister"),
		},
		Meetings: []facts.Meeting{
			{Participants: []facts.Participant{{ID: doe}, {ID: orr}}, Place: "place:rome", Date: "2022-01-21", Status: "past", Confidence: 0.9, Spans: facts.MeetingSpans{Trigger: at("met John")}},
			{Participants: []facts.Participant{{ID: "country:fr"}}, Status: "planned", Confidence: 0.3},
			{Participants: []facts.Participant{{ID: "country:fr"}}, Status: "past", Spans: facts.MeetingSpans{Trigger: at("agree")}},
		},
	}
	f.Statements[0].Addressees = []string{"country:de", orr}
	f.Statements[0].Confidence = 0.9
	f.Statements[0].Decisions = []facts.Decision{{What: "speaker", Confidence: 0.1}, {What: "addressee", Of: "country:de", Rule: "name", Confidence: 0.8}, {What: "addressee", Of: orr, Rule: "name", Confidence: 0.4}}
	f.Statements[1].Speakers = []string{doe, orr}
	f.Statements[2].Targets = []string{"person:john-roe"}
	return f
}

// townFigures are what the facts of townText get, counted by hand.
var townFigures = map[string]count{
	"people":       {2, 3, 3}, // Elise is not Élise Orr
	"positions":    {1, 2, 1}, // the aide's is of nobody
	"content":      {4, 5, 5}, // one given for each of its speakers
	"statements":   {2, 5, 5},
	"speaker":      {2, 4, 4},
	"act":          {2, 4, 4},
	"polarity":     {4, 4, 4},
	"date":         {1, 1, 1},
	"addressees":   {1, 2, 1},
	"targets":      {0, 1, 1},
	"meetings":     {2, 3, 2}, // the second has half of those who are wanted
	"participants": {2, 3, 4},
	"status":       {2, 2, 2},
	"place":        {1, 1, 1},
	"day":          {1, 1, 1},
	"whole":        {0, 3, 2},
}

func TestFactsAreCounted(t *testing.T) {
	m := townMarks(t)
	r := newReport("dev")
	if err := r.judge(m, townFacts(t, m)); err != nil {
		t.Fatal(err)
	}
	got := map[string]count{}
	for key, c := range r.counts {
		got[key] = *c
	}
	if diff := cmp.Diff(townFigures, got, cmp.AllowUnexported(count{})); diff != "" {
		t.Errorf("(-want +got)\n%s\n%s", diff, strings.Join(r.Differs, "\n"))
	}
	sure := map[string]*bands{
		"statements": {{1, 1}, {}, {}, {1, 4}},
		"addressees": {{}, {1, 1}, {}, {0, 1}},
		"positions":  {{1, 1}, {}, {0, 1}, {}},
		"meetings":   {{1, 1}, {}, {}, {1, 2}},
	}
	if diff := cmp.Diff(sure, r.sure, cmp.AllowUnexported(part{})); diff != "" {
		t.Errorf("sure (-want +got)\n%s", diff)
	}
}

func TestRulesAreCounted(t *testing.T) {
	m := townMarks(t)
	f := townFacts(t, m)
	f.People[0].Rule = "name by the network"
	f.People[0].Positions[0].Rule, f.People[0].Positions[1].Rule = "the office before", "the office before"
	f.Meetings[0].Participants[0].Rule = "subject: name"
	f.Statements[0].Decisions[0].Rule = "name"
	r := newReport("dev")
	if err := r.judge(m, f); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[rule.Key]rule.Measure{
		{Decides: "person", Name: "name by the network"}: {Decided: 1, Right: 1},
		{Decides: "office", Name: "the office before"}:   {Decided: 2, Right: 1},
		{Decides: "participant", Name: "subject"}:        {Decided: 1, Right: 1},
		{Decides: "participant", Name: "name"}:           {Decided: 1, Right: 1},
		{Decides: "speaker", Name: "name"}:               {Decided: 1, Right: 1},
		{Decides: "addressee", Name: "name"}:             {Decided: 2, Right: 1},
		{Decides: rule.Phrase, Name: "name"}:             {Decided: 4, Right: 3},
		{Decides: "target", Name: "name"}:                {},
	} {
		if got := r.rules[key]; got != want {
			t.Errorf("%s: %+v, want %+v", key, got, want)
		}
	}
}

func TestDiffersAreListed(t *testing.T) {
	m := townMarks(t)
	r := newReport("dev")
	if err := r.judge(m, townFacts(t, m)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`a - statement: nobody | AGREE | "Ministers agree"`,
		`a ~ speaker: John Roe | WARN | "it would be late" got person:elise-orr`,
		`a + statement: nobody |  | ""`,
		`a ~ speaker: John Roe | THANK | "Élise Orr" got person:elise-orr`,
		`a ~ act: Jane Doe | WARN | "it would be late" wanted WARN got PREDICT ()`,
		`a + addressees: person:elise-orr: Jane Doe | ASSERT | "all was well"`,
		`a - targets: Élise Orr: John Roe | THANK | "Élise Orr"`,
		`a + position: person:doe, Minister of country:de`,
		`a - person: Élise Orr`,
		`a ~ meeting: ["Jane Doe" "John Roe"] past Rome 2022-01-21 got ["person:doe" "person:elise-orr"] past place:rome 2022-01-21`,
	} {
		if !slices.Contains(r.Differs, want) {
			t.Errorf("not listed: %s", want)
		}
	}
	if len(r.Differs) != 15 {
		t.Errorf("%d listed:\n%s", len(r.Differs), strings.Join(r.Differs, "\n"))
	}
}

// TestFactsAsTheInstrument compares with the scorer that stands beside the
// project, where it is there.
func TestFactsAsTheInstrument(t *testing.T) {
	scorer := filepath.Join("..", "..", "..", "shared", "eval", "marks.py")
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("the scorer is not here: ", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not here")
	}
	m := townMarks(t)
	f := townFacts(t, m)
	out, err := exec.Command("python3", scorer, "--json", written(t, goldForm(m)), written(t, f)).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var want map[string]json.RawMessage
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	r := newReport("")
	if err := r.judge(m, f); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		c := r.counts[row.key]
		var w struct {
			P, R, F1 float64
			Gold     int
		}
		if err := json.Unmarshal(want[row.key], &w); err != nil {
			t.Fatalf("%s: %v", row.key, err)
		}
		got := fmt.Sprintf("%.3f %.3f %.3f of %d", c.precision(), c.recall(), c.f1(), c.gold)
		if says := fmt.Sprintf("%.3f %.3f %.3f of %d", w.P, w.R, w.F1, w.Gold); got != says {
			t.Errorf("%s: %s, the scorer says %s", row.key, got, says)
		}
	}
}

// goldForm is marks in the form of their files: lower case, and null for nobody.
func goldForm(m *marks) map[string]any {
	orNull := func(name string) any {
		if name == "" {
			return nil
		}
		return name
	}
	list := func(names []string) []any {
		all := []any{}
		for _, name := range names {
			all = append(all, orNull(name))
		}
		return all
	}
	people, statements, meetings := []any{}, []any{}, []any{}
	for _, p := range m.People {
		positions := []any{}
		for _, q := range p.Positions {
			positions = append(positions, map[string]any{"title": q.Title, "of": orNull(q.Of)})
		}
		people = append(people, map[string]any{"name": p.Name, "as": list(p.As), "positions": positions})
	}
	for _, s := range m.Statements {
		statements = append(statements, map[string]any{
			"content": s.Content, "speaker": orNull(s.Speaker), "act": s.Act, "date": orNull(s.Date),
			"addressees": list(s.Addressees), "targets": list(s.Targets),
		})
	}
	for _, x := range m.Meetings {
		meetings = append(meetings, map[string]any{"triggers": x.Triggers, "participants": list(x.Participants), "place": orNull(x.Place), "date": orNull(x.Date), "status": x.Status})
	}
	return map[string]any{"id": m.ID, "half": m.Half, "published": m.Published, "text": m.Text, "people": people, "statements": statements, "meetings": meetings}
}

// written writes a line of JSON into a file and returns its name.
func written(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "line.jsonl")
	if err := os.WriteFile(name, append(data, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestSameTitle(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"President", "then-president", true},
		{"the former Secretary of State", "secretary of state", true},
		{"deputy foreign minister", "deputy prime minister", true},
		{"minister", "chief of staff", false},
		{"the former", "former", false}, // says nothing
		{"chief financial officer of the group", "officer", true},
		{"chief financial officer", "deputy chief spokesman", false},
	} {
		if got := sameTitle(c.a, c.b); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
		if got := sameTitle(c.b, c.a); got != c.same {
			t.Errorf("%q and %q: %v", c.b, c.a, got)
		}
	}
}

// TestHalvesAreReadTheWholeWay reads two articles, a half each.
func TestHalvesAreReadTheWholeWay(t *testing.T) {
	var in bytes.Buffer
	for _, half := range []string{"press", "dev"} {
		m := townMarks(t)
		m.ID, m.Half = half, half
		if err := json.NewEncoder(&in).Encode(goldForm(m)); err != nil {
			t.Fatal(err)
		}
	}
	data := in.String()
	for want, halves := range map[string][]string{
		"dev, 1 articles; press, 1 articles": {"dev", "press"},
		"2 articles":                         nil,
	} {
		reports, err := Facts(context.Background(), strings.NewReader(data), halves, ingest.Options{Workers: 2})
		if err != nil {
			t.Fatal(err)
		}
		var titles []string
		for _, r := range reports {
			titles = append(titles, r.title())
			if c := r.counts["statements"]; c.gold != 5*r.Articles || c.hit < r.Articles {
				t.Errorf("%s: statements %+v", r.title(), *c)
			}
		}
		if got := strings.Join(titles, "; "); got != want {
			t.Errorf("%q: got %s, want %s", halves, got, want)
		}
	}
}

func TestBrokenMarks(t *testing.T) {
	for line, want := range map[string]string{
		"{": "line 1: unexpected end of JSON input",
		`{"id": "x", "text": "abc", "statements": [{"content": [[1, 9]]}]}`: "line 1: a span of x, 1 to 9, lies outside its text",
		`{"half": "dev", "text": "Ann said so."}`:                           `has no articles of the half "press"`,
		`{"half": "press", "published": "soon", "text": "Ann said so."}`:    `date "soon" is not understood`,
	} {
		_, err := Facts(context.Background(), strings.NewReader(line), []string{"press"}, ingest.Options{Workers: 1})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", line, err, want)
		}
	}
}
