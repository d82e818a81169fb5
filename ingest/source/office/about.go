package office

import (
	"encoding/xml"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
)

// Properties are what files say of themselves, by their names in lower case.
type Properties map[string][]string

// Add adds what a part says. A part that is missing or damaged adds nothing,
// since the text can be read without it.
func (p Properties) Add(pack *Package, part string) {
	_ = pack.Walk(part, p.elements())
}

// own begins the names of properties that a person has added.
const own = "own "

// most is how many properties are read, and longest how many bytes of each.
const most, longest = 200, 1000

func (p Properties) elements() Elements {
	var names []string
	var value strings.Builder
	return Elements{
		Start: func(e xml.StartElement) bool {
			// <property name="url"><vt:lpwstr>…</vt:lpwstr></property>
			name := strings.ToLower(e.Name.Local)
			if added := Attr(e, "name"); added != "" {
				name = own + strings.ToLower(added)
			} else if len(names) > 0 && e.Name.Space == "vt" {
				name = names[len(names)-1]
			}
			names = append(names, name)
			value.Reset()
			return true
		},
		End: func(xml.EndElement) {
			if text := strings.Join(strings.Fields(value.String()), " "); text != "" && len(p) < most {
				name := names[len(names)-1]
				p[name] = append(p[name], text)
			}
			value.Reset()
			names = names[:len(names)-1]
		},
		Words: func(text string) {
			if value.Len() < longest {
				value.WriteString(text)
			}
		},
	}
}

// First returns the first value that one of the names has.
func (p Properties) First(names ...string) string {
	for _, name := range names {
		if values := p[name]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// Time returns the first value that one of the names has, as a time.
func (p Properties) Time(names ...string) article.Time {
	t, _ := article.ParseTime(p.First(names...))
	return t
}

// About returns the properties that tell of an article. Those that a person has
// added have the names of front matter.
func (p Properties) About() paper.About {
	about := paper.About{
		Headline:   p.First(own+"headline", own+"title", "title"),
		Standfirst: p.First(own+"standfirst", own+"subtitle"),
		Publisher:  p.First(own+"publisher", "publisher", "company"),
		Section:    p.First(own + "section"),
		Language:   p.First(own+"language", "language"),
		URL:        p.First(own+"url", own+"link", "identifier"),
		Published:  p.Time(own+"published", own+"date", "issued"),
		Created:    p.Time("created", "creation-date"),
		Changed:    p.Time(own+"updated", own+"lastmod"),
	}
	for _, name := range []string{own + "author", own + "authors", "initial-creator", "creator"} {
		if about.Authors = p[name]; len(about.Authors) > 0 {
			break
		}
	}
	if p.First("creator") == "python-docx" {
		about.Created = article.Time{} // of its template
	}
	return about
}
