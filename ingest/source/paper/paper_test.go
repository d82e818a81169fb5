package paper

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// told tells what an article says of itself.
func told(a *article.Article) string {
	return fmt.Sprintf("%s | %s | %s | %s | %s | %s | %s | %s", a.Headline, strings.Join(a.Authors, ", "), a.Publisher, a.Published.Date(), a.Changed.Date(), a.Place, a.URL, a.Slice(a.Body))
}

func day(date string) article.Time {
	t, _ := article.ParseTime(date)
	return t
}

func TestArticle(t *testing.T) {
	title := Paragraph{Text: "No deal\nin sight.", Title: true}
	for _, c := range []struct {
		name  string
		paper Paper
		want  string
		notes int
	}{
		{"a text alone", Paper{Paragraphs: []Paragraph{{Text: " Rain  fell. "}, {Text: " "}, {Text: "So it\tdid."}}}, " |  |  |  |  |  |  | Rain fell.\n\nSo it did.\n", 0},
		{
			"a title, a byline and a dateline",
			Paper{Paragraphs: []Paragraph{title, {Text: "By Joe Roe"}, {Text: "OSLO, 3 May 2024 – Rain fell."}}, About: About{Headline: "Draft", Authors: []string{"Jane Doe"}, Created: day("2024-01-01"), Changed: day("2024-05-04")}},
			"No deal in sight. | Joe Roe |  | 2024-05-03 | 2024-05-04 | OSLO |  | Rain fell.\n", 0,
		},
		{
			"what stands before the title",
			Paper{Paragraphs: []Paragraph{{Text: "FOR IMMEDIATE RELEASE"}, {Text: "3 May 2024"}, title, {Text: "Rain fell."}}},
			"No deal in sight. |  |  | 2024-05-03 |  |  |  | Rain fell.\n", 0,
		},
		{
			"a file that says all",
			Paper{Paragraphs: []Paragraph{{Text: "Rain fell."}}, About: About{Headline: "Rain", Authors: []string{"root", "Jane  Doe"}, Publisher: "Agency", URL: "https://example.org/a#b", Published: day("2024-05-03"), Created: day("2024-01-01"), Changed: day("2024-05-02")}},
			"Rain | Jane Doe | Agency | 2024-05-03 |  |  | https://example.org/a | Rain fell.\n", 0,
		},
		{"a file with a time alone", Paper{Paragraphs: []Paragraph{{Text: "Rain fell."}}, About: About{URL: "urn:x", Created: day("2024-01-01")}}, " |  |  | 2024-01-01 |  |  |  | Rain fell.\n", 1},
		{"its form names an author", Paper{Paragraphs: []Paragraph{{Text: "Rain fell."}}, Authors: []string{"Joe Roe"}, About: About{Authors: []string{"Jane"}}, Notes: []string{"n"}}, " | Joe Roe |  |  |  |  |  | Rain fell.\n", 1},
	} {
		a, err := c.paper.Article()
		if err != nil {
			t.Fatal(err)
		}
		if got := told(a); got != c.want || len(a.Notes) != c.notes {
			t.Errorf("%s:\ngot  %q, notes %q\nwant %q", c.name, got, a.Notes, c.want)
		}
	}
	below := func(words string) string {
		a, err := Paper{Paragraphs: []Paragraph{title, {Text: words, Subtitle: true}, {Text: "Rain fell."}}}.Article()
		if err != nil {
			t.Fatal(err)
		}
		return a.Standfirst + " | " + told(a)
	}
	for words, want := range map[string]string{
		"Ministers met\ntwice": "Ministers met twice | No deal in sight. |  |  |  |  |  |  | Rain fell.\n",
		"By Joe Roe":           " | No deal in sight. | Joe Roe |  |  |  |  |  | Rain fell.\n",
	} {
		if got := below(words); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
	if _, err := (Paper{Paragraphs: []Paragraph{{Text: " "}}}).Article(); err == nil {
		t.Error("a paper without text is read")
	}
}

// TestUndate: a date that is only that on which the file was made gives way.
func TestUndate(t *testing.T) {
	for want, about := range map[string]About{"": {Created: day("2024-01-01")}, "2024-05-03": {Published: day("2024-05-03"), Created: day("2024-01-01")}} {
		a, err := Paper{Paragraphs: []Paragraph{{Text: "Rain fell."}}, About: about}.Article()
		if err != nil {
			t.Fatal(err)
		}
		if Undate(a); a.Published.Date() != want || len(a.Notes) > 0 {
			t.Errorf("got %s and %q, want %s", a.Published.Date(), a.Notes, want)
		}
	}
}

func FuzzArticle(f *testing.F) {
	f.Add("A\n\n#B\n\nC", 1)
	f.Add("---\n\nB: a\n\n---", 1)
	f.Fuzz(func(t *testing.T, text string, title int) {
		var p Paper
		for i, par := range strings.Split(text, "\n\n") {
			p.Paragraphs = append(p.Paragraphs, Paragraph{Text: par, Title: i == title, Subtitle: i > title})
		}
		a, err := p.Article()
		if err != nil || !utf8.ValidString(text) {
			return
		}
		if !utf8.ValidString(a.Slice(a.Body)) || a.Head.End > a.Body.Start {
			t.Errorf("%q: head %v, body %v", a.Text, a.Head, a.Body)
		}
	})
}
