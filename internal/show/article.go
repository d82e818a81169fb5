package show

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// Line is a thing that is known of an article.
type Line struct{ Name, Value string }

// Header returns what was understood of an article beside its body, and what a
// person should know of the reading.
func Header(a *article.Article) (lines []Line) {
	for _, l := range []Line{
		{"headline", a.Headline},
		{"standfirst", a.Standfirst},
		{"published", moment(a.Published)},
		{"changed", moment(a.Changed)},
		{"authors", strings.Join(a.Authors, "; ")},
		{"publisher", a.Publisher},
		{"section", a.Section},
		{"urgency", urgency(a)},
		{"place", a.Place},
		{"language", a.Language},
		{"url", a.URL},
		{"read from", fmt.Sprintf("%s (%s)", a.Origin, a.Kind)},
	} {
		if l.Value != "" {
			lines = append(lines, l)
		}
	}
	for _, note := range a.Notes {
		lines = append(lines, Line{"note", note})
	}
	return lines
}

// String returns the line for people.
func (l Line) String() string { return fmt.Sprintf("%-10s %s", l.Name, l.Value) }

// Article writes an article as it was understood, for people: a line for each
// thing that is known of it, and its body.
func Article(w io.Writer, a *article.Article) error {
	var b strings.Builder
	for _, l := range Header(a) {
		b.WriteString(l.String() + "\n")
	}
	_, err := fmt.Fprintf(w, "%s\n%s\n\n", b.String(), strings.TrimSpace(a.Slice(a.Body)))
	return err
}

func urgency(a *article.Article) string {
	if a.Urgency == 0 {
		return ""
	}
	return strconv.Itoa(a.Urgency)
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
	ID         string   `json:"id"`
	URL        string   `json:"url,omitempty"`
	Headline   string   `json:"headline,omitempty"`
	Standfirst string   `json:"standfirst,omitempty"`
	Published  string   `json:"published,omitempty"` // ISO 8601, as precise as it is known
	Changed    string   `json:"changed,omitempty"`
	Authors    []string `json:"authors,omitempty"`
	Publisher  string   `json:"publisher,omitempty"`
	Section    string   `json:"section,omitempty"`
	Urgency    int      `json:"urgency,omitempty"` // as agencies give it, from 1, the most urgent, to 9
	Place      string   `json:"place,omitempty"`
	Language   string   `json:"language,omitempty"`
	Origin     string   `json:"origin"`
	Kind       string   `json:"kind"`
	Notes      []string `json:"notes,omitempty"`
	Text       string   `json:"text"`
	Head       [2]int   `json:"head"` // the headline in the text, empty where it stands elsewhere
	Body       [2]int   `json:"body"`
}

// ArticleJSON writes an article as it was understood, as a line of JSON. Places
// are code points of its text, end exclusive.
func ArticleJSON(w io.Writer, a *article.Article) error {
	points := article.NewCodePoints(a.Text)
	place := func(s article.Span) [2]int { return [2]int{points.At(s.Start), points.At(s.End)} }
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(understood{
		a.ID, a.URL, a.Headline, a.Standfirst, moment(a.Published), moment(a.Changed), a.Authors, a.Publisher, a.Section, a.Urgency, a.Place, a.Language,
		a.Origin, a.Kind, a.Notes, a.Text, place(a.Head), place(a.Body),
	})
}
