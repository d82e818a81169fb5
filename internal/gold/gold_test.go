package gold

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

const text = "“Hélas”, “Ça va,” Ann Lee said. Ann Lee told France that all would be well in the end."

// span returns where words stand in text, in code points.
func span(words string) facts.Span {
	at := len([]rune(text[:strings.Index(text, words)]))
	return facts.Span{at, at + len([]rune(words))}
}

// said returns a statement of the speaker, nobody where the id is empty.
func said(speaker string, content ...string) facts.Statement {
	var s facts.Statement
	if speaker != "" {
		s.Speaker = &speaker
	}
	for _, words := range content {
		s.Spans.Content = append(s.Spans.Content, span(words))
	}
	return s
}

// article returns facts with a person, a country and the statements.
func article(statements ...facts.Statement) *facts.Article {
	return &facts.Article{
		Text: text,
		People: []facts.Person{{
			Entity:    facts.Entity{ID: "person:ann-lee", Name: "Ann Lee", Aliases: []string{"Lee"}},
			Positions: []facts.Position{{Title: "Deputy Foreign Minister", Of: "country:fr"}},
		}},
		Countries: []facts.Country{{Entity: facts.Entity{ID: "country:fr", Name: "France"}, Code: "FR"}},
		Organizations: []facts.Organization{
			{Entity: facts.Entity{ID: "organization:un", Name: "the United Nations"}},
		},
		Meetings: []facts.Meeting{{
			Participants: []facts.Participant{{ID: "person:ann-lee"}, {ID: "country:fr"}}, Place: "country:fr", Date: "2024-05-31", Status: "past",
		}},
		Statements: statements,
	}
}

// rowOf returns the row of one kind of fact when gold, in JSON, is held against f.
func rowOf(t *testing.T, what, gold string, f *facts.Article) (Row, Report) {
	t.Helper()
	g, err := Parse([]byte(gold), text)
	if err != nil {
		t.Fatal(err)
	}
	report := Judge(g, f)
	for _, row := range report.Rows {
		if row.What == what {
			return row, report
		}
	}
	t.Fatalf("no row %q", what)
	return Row{}, report
}

func TestParse(t *testing.T) {
	for _, bad := range []string{"{", `{"statements": [{"text": "not there"}]}`, `{"statements": [{"text": ""}]}`} {
		if _, err := Parse([]byte(bad), text); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

func TestThings(t *testing.T) {
	for _, c := range []struct {
		what, gold string
		found, of  int
	}{
		{"people", `{"people": [{"name": "ann lee"}, {"name": "Lee"}, {"name": "Ann"}]}`, 2, 3},
		{"people", `{"people": [{"name": "Dr Lee", "alsoAccepted": ["Lee"]}]}`, 1, 1},
		{"positions", `{"people": [{"name": "Lee", "positions": [{"title": "foreign minister", "of": "FR"}, {"title": "Foreign Minister", "of": "DE"}]}]}`, 1, 2},
		{"positions", `{"people": [{"name": "Nobody", "positions": [{"title": "Minister", "of": "FR"}]}]}`, 0, 1},
		{"countries", `{"countries": ["FR", "DE"]}`, 1, 2},
		{"organizations", `{"organizations": [{"name": "United Nations"}, {"name": "NATO"}]}`, 1, 2},
		{"places", `{"places": [{"name": "Geneva"}]}`, 0, 1},
		{"meetings", `{"meetings": [{"participants": ["Lee", "FR"]}, {"participants": ["Lee", "FR"], "place": "FR", "date": "2024-05-31", "status": "past"}]}`, 2, 2},
		{"meetings", `{"meetings": [{"participants": ["Lee", "DE"]}, {"participants": ["Lee"], "place": "DE"}, {"participants": ["Lee"], "date": "2024-05"}, {"participants": ["Lee"], "status": "planned"}]}`, 0, 4},
	} {
		if row, _ := rowOf(t, c.what, c.gold, article()); row.Found != c.found || row.Of != c.of || len(row.Missed) != c.of-c.found {
			t.Errorf("%s: got %+v, want %d of %d", c.gold, row, c.found, c.of)
		}
	}
}

func TestStatements(t *testing.T) {
	const long = `{"statements": [{"speaker": "Ann Lee", "verb": "told", "text": "all would be well in the end"}]}`
	const short = `{"statements": [{"speaker": "Ann Lee", "verb": "said", "text": "Ça va"}]}`
	const nobody = `{"statements": [{"speaker": null, "verb": "said", "text": "Ça va"}]}`
	const twice = `{"statements": [{"speaker": "Lee", "verb": "said", "text": "Ça va"}, {"speaker": "Lee", "verb": "said", "text": "Ça va"}]}`
	lee := "person:ann-lee"
	for name, c := range map[string]struct {
		gold          string
		statements    []facts.Statement
		found, beyond int
	}{
		"the same words":               {long, []facts.Statement{said(lee, "all would be well in the end")}, 1, 0},
		"in two pieces":                {long, []facts.Statement{said(lee, "all would be", "well in the end")}, 1, 0},
		"four fifths of the letters":   {long, []facts.Statement{said(lee, "would be well in the end")}, 1, 0},
		"too few letters":              {long, []facts.Statement{said(lee, "be well in the end")}, 0, 1},
		"not the speaker":              {long, []facts.Statement{said("country:fr", "all would be well in the end")}, 0, 1},
		"nobody where one is asked":    {long, []facts.Statement{said("", "all would be well in the end")}, 0, 1},
		"nobody as asked":              {nobody, []facts.Statement{said("", "Ça va")}, 1, 0},
		"somebody where nobody is":     {nobody, []facts.Statement{said(lee, "Ça va")}, 0, 1},
		"longer, but not by much":      {short, []facts.Statement{said(lee, "Ça va,” Ann Lee said. Ann Lee")}, 1, 0},
		"more than four times as long": {short, []facts.Statement{said(lee, "Ça va,” Ann Lee said. Ann Lee told France that all")}, 0, 1},
		"one for two":                  {twice, []facts.Statement{said(lee, "Ça va")}, 1, 0},
		"two for two":                  {twice, []facts.Statement{said(lee, "Ça va"), said(lee, "Ça va,” Ann Lee")}, 2, 0},
	} {
		if row, report := rowOf(t, "statements", c.gold, article(c.statements...)); row.Found != c.found || len(report.Beyond("statements")) != c.beyond {
			t.Errorf("%s: %d found and %d beyond, want %d and %d", name, row.Found, len(report.Beyond("statements")), c.found, c.beyond)
		}
	}
}

func TestAttributes(t *testing.T) {
	s := said("person:ann-lee", "Ça va")
	s.QuoteType, s.Act, s.Polarity, s.Date = "direct", "ASSERT", "positive", "2024-05-31"
	s.Addressees, s.Targets = []string{"country:fr", "person:ann-lee"}, []string{"organization:un"}
	for _, c := range []struct {
		what, attribute string
		found           int
	}{
		{"quoteType", `"quoteType": "direct"`, 1},
		{"quoteType", `"quoteType": "mixed"`, 0},
		{"act", `"act": "ASSERT"`, 1},
		{"act", `"act": "DENY"`, 0},
		{"polarity", `"polarity": "negative"`, 0},
		{"date", `"date": "2024-05-31"`, 1},
		{"date", `"date": "2024-05"`, 0},
		{"addressees", `"addressees": ["FR"]`, 1},
		{"addressees", `"addressees": ["FR", "DE"]`, 0},
		{"targets", `"targets": ["UN"], "addressees": []`, 0},
		{"targets", `"targets": ["the United Nations"]`, 1},
	} {
		gold := `{"statements": [{"speaker": "Ann Lee", "text": "Ça va", ` + c.attribute + `}]}`
		if row, _ := rowOf(t, c.what, gold, article(s)); row.Found != c.found || row.Of != 1 {
			t.Errorf("%s: %d of %d, want %d of 1", c.attribute, row.Found, row.Of, c.found)
		}
		if row, _ := rowOf(t, c.what, gold, article()); row.Found != 0 || row.Of != 1 {
			t.Errorf("%s of a statement that is missed: %d of %d, want 0 of 1", c.attribute, row.Found, row.Of)
		}
	}
}

// TestShortest takes the shortest of several statements that fit, so that the
// attributes are those of the closest one.
func TestShortest(t *testing.T) {
	wide, close := said("person:ann-lee", "Ça va,” Ann Lee"), said("person:ann-lee", "Ça va")
	wide.Act, close.Act = "DENY", "ASSERT"
	const gold = `{"statements": [{"speaker": "Ann Lee", "text": "Ça va", "act": "ASSERT"}]}`
	if row, report := rowOf(t, "act", gold, article(wide, close)); row.Found != 1 || len(report.Beyond("statements")) != 1 {
		t.Errorf("%d found and %d beyond, want 1 and 1", row.Found, len(report.Beyond("statements")))
	}
}
