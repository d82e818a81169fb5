package library

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// shell asks a library by the command sqlite3, as a person does.
func shell(t *testing.T, file, query string) string {
	t.Helper()
	program, err := exec.LookPath("sqlite3")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal(err)
	}
	if err != nil {
		t.Skip("skipped, since it needs the command sqlite3 (apt-get install sqlite3)")
	}
	out, err := exec.Command(program, "-readonly", "-nullvalue", "-", file, query).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", query, err, out)
	}
	return strings.TrimSpace(string(out))
}

// talks are facts of two articles, the second of which is a copy of the first.
func talks() []*facts.Article {
	speaker, text := "person:jane-doe", strings.Repeat("one two three four five six seven eight nine ten eleven twelve ", 2)+
		"thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four"
	entity := func(id, name string) facts.Entity {
		return facts.Entity{ID: id, Name: name, Mentions: []facts.Span{{0, 3}}}
	}
	first := facts.Article{
		ID: "https://example.org/a", URL: "https://example.org/a", SHA256: "a", Headline: "Talks", Publisher: "Paper", Published: "2024-05-13", Text: text,
		People: []facts.Person{
			{Entity: entity(speaker, "Jane Doe"), Positions: []facts.Position{{Title: "Minister", Of: "country:fr", Former: true, Confidence: 0.5}}},
			{Entity: entity("person:john-roe", "John Roe")},
		},
		Countries: []facts.Country{{Entity: entity("country:fr", "France"), Code: "FR"}},
		Places:    []facts.Place{{Entity: entity("place:paris", "Paris"), Country: "country:fr"}},
		Statements: []facts.Statement{
			{ID: "https://example.org/a#char=0,7", Speaker: &speaker, Addressees: []string{"person:john-roe"}, Verb: "told", Act: "ASSERT", Text: "one two", Date: "2024-05-12"},
			{ID: "https://example.org/a#char=8,13", Unnamed: &facts.Source{Text: "two officials"}, Verb: "said", Text: "three"},
		},
		Meetings: []facts.Meeting{{
			ID: "meeting:1", Participants: []facts.Participant{{ID: speaker, Role: "host"}, {ID: "person:john-roe", Role: "visitor"}}, Place: "place:paris", Date: "2024-05", Status: "planned", Mode: "visit",
			Spans: facts.MeetingSpans{Trigger: []facts.Span{{0, 3}}},
		}},
	}
	second := facts.Article{ID: "https://example.org/b", URL: "https://example.org/b", SHA256: "b", Publisher: "Other", Published: "2024-05-14", Text: text}
	return []*facts.Article{&first, &second}
}

// TestViews asks the views as the README does.
func TestViews(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	if err := run(t, file, talks(), nil, nil, "").Close(); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"SELECT speaker, verb, addressee, text, date, headline FROM statements ORDER BY id": "Jane Doe|told|John Roe|one two|2024-05-12|Talks\ntwo officials|said|-|three|-|Talks",
		"SELECT name, articles, statements, names, offices FROM people ORDER BY 1":          "Jane Doe|1|1|Jane Doe|former Minister of France\nJohn Roe|1|0|John Roe|-",
		"SELECT person, title, of, former, articles, first, last FROM offices":              "Jane Doe|Minister|France|1|1|2024-05-13|2024-05-13",
		"SELECT participants, place, date, status, mode FROM meetings":                      "Jane Doe, John Roe|Paris|2024-05|planned|visit",
		"SELECT id, publisher, published, statements, copy_of FROM articles ORDER BY id":    "https://example.org/a|Paper|2024-05-13|2|-\nhttps://example.org/b|Other|2024-05-14|0|https://example.org/a",
		"SELECT article, publisher, share, original_publisher FROM copies":                  "https://example.org/b|Other|1.0|Paper",
		"SELECT substr(text, 1, 7) FROM articles LIMIT 1":                                   "one two",
		"PRAGMA integrity_check": "ok",
	} {
		if diff := cmp.Diff(want, shell(t, file, query)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", query, diff)
		}
	}
}

// TestTheViewsHaveTheColumnsThatAreDocumented holds the package comment to them.
func TestTheViewsHaveTheColumnsThatAreDocumented(t *testing.T) {
	l := opened(t, filepath.Join(t.TempDir(), "news.db"))
	defer l.Close()
	text, err := os.ReadFile("library.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []string{"articles", "people", "offices", "statements", "meetings", "copies"} {
		_, row, _ := strings.Cut(string(text), "//\t"+view+" ")
		row, _, _ = strings.Cut(row, "\n")
		rows, err := l.db.QueryContext(t.Context(), "SELECT * FROM "+view)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		rows.Close()
		if got := strings.Join(columns, ", "); got != strings.TrimSpace(row) {
			t.Errorf("%s has %s, documented is %s", view, got, row)
		}
	}
}
