package show

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// Article writes an article as it was understood, for people: a line for each
// thing that is known of it, and its body.
func Article(w io.Writer, a *article.Article) error {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-10s %s\n", name, value)
		}
	}
	line("headline", a.Headline)
	line("published", moment(a.Published))
	line("changed", moment(a.Changed))
	line("authors", strings.Join(a.Authors, "; "))
	line("publisher", a.Publisher)
	line("section", a.Section)
	line("place", a.Place)
	line("language", a.Language)
	line("url", a.URL)
	line("read from", fmt.Sprintf("%s (%s)", a.Origin, a.Kind))
	for _, note := range a.Notes {
		line("note", note)
	}
	_, err := fmt.Fprintf(w, "%s\n%s\n\n", b.String(), strings.TrimSpace(a.Slice(a.Body)))
	return err
}

// moment returns a time as precise as it is known, in ISO 8601.
func moment(t article.Time) string {
	switch t.Precision {
	case article.Minute:
		return t.At.Format("2006-01-02T15:04Z07:00")
	case article.Second:
		return t.At.Format("2006-01-02T15:04:05Z07:00")
	}
	return t.Date()
}

// understood is the form of an article as JSON; what is not known is left out.
type understood struct {
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Headline  string   `json:"headline,omitempty"`
	Published string   `json:"published,omitempty"` // ISO 8601, as precise as it is known
	Changed   string   `json:"changed,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Section   string   `json:"section,omitempty"`
	Place     string   `json:"place,omitempty"`
	Language  string   `json:"language,omitempty"`
	Origin    string   `json:"origin"`
	Kind      string   `json:"kind"`
	Notes     []string `json:"notes,omitempty"`
	Text      string   `json:"text"`
	Head      [2]int   `json:"head"` // the headline in the text, empty where it stands elsewhere
	Body      [2]int   `json:"body"`
}

// ArticleJSON writes an article as it was understood, as a line of JSON. Places
// are code points of its text, end exclusive.
func ArticleJSON(w io.Writer, a *article.Article) error {
	points := article.NewCodePoints(a.Text)
	place := func(s article.Span) [2]int { return [2]int{points.At(s.Start), points.At(s.End)} }
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(understood{
		a.ID, a.URL, a.Headline, moment(a.Published), moment(a.Changed), a.Authors, a.Publisher, a.Section, a.Place, a.Language,
		a.Origin, a.Kind, a.Notes, a.Text, place(a.Head), place(a.Body),
	})
}
