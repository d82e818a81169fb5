package records

import (
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// record is what is known of one article, by our fields.
type record struct {
	text, headline, standfirst, url, publisher, section, language, place string
	authors                                                              []string
	published, changed                                                   string
	note                                                                 string // of the encoding
}

// values gives the texts that a record has under a name, which is plain.
type values func(name string) []string

// recordOf takes the fields of an article from what a record has.
func (m mapping) recordOf(of values) record {
	one := func(ours string, fits func(string) bool) string {
		for _, name := range m[ours] {
			for _, text := range of(name) {
				if text = strings.TrimSpace(text); fits(text) {
					return text
				}
			}
		}
		return ""
	}
	r := record{
		text: m.textOf(of), headline: one("headline", something), standfirst: one("standfirst", something), url: one("url", article.BeginsAddress), publisher: one("publisher", isName),
		section: one("section", isName), language: one("language", something), place: one("place", something),
		published: one("published", something), changed: one("changed", something),
	}
	if r.standfirst == r.headline {
		r.standfirst = ""
	}
	for _, name := range m["author"] {
		for _, text := range of(name) {
			if isName(strings.TrimSpace(text)) {
				r.authors = append(r.authors, divided(text)...)
			}
		}
		if len(r.authors) > 0 {
			break
		}
	}
	return r
}

// textOf returns the text, whose paragraphs may be a list.
func (m mapping) textOf(of values) string {
	for _, name := range m["text"] {
		if paragraphs := of(name); len(paragraphs) > 0 {
			return strings.Join(paragraphs, "\n\n")
		}
	}
	return ""
}

func something(string) bool { return true }

// isName keeps addresses and what is no name from the names of people and papers.
func isName(text string) bool {
	return !article.BeginsAddress(text) && utf8.RuneCountInString(text) < 300
}

// divided returns the names in a field that has several, as trafilatura has them.
func divided(text string) (names []string) {
	for part := range strings.SplitSeq(text, ";") {
		if part = strings.TrimSpace(part); part != "" {
			names = append(names, part)
		}
	}
	return names
}

// empty are the words that programs write for nothing.
var empty = map[string]bool{"": true, "None": true, "null": true, "NaN": true, "nan": true, "N/A": true, "[]": true, "{}": true}

// texts returns the texts of a value of JSON, as they are: one, or those of a list.
func texts(value any) []string {
	switch v := value.(type) {
	case string:
		if !empty[strings.TrimSpace(v)] {
			return []string{v}
		}
	case json.Number:
		return []string{v.String()}
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, texts(one)...)
		}
		return all
	}
	return nil
}

// plainly returns a value of JSON in which all names are plain. Of two names
// that become one, the first in order stands.
func plainly(value any) any {
	switch v := value.(type) {
	case []any:
		for i := range v {
			v[i] = plainly(v[i])
		}
	case map[string]any:
		object := make(map[string]any, len(v))
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if _, known := object[plain(name)]; !known {
				object[plain(name)] = plainly(v[name])
			}
		}
		return object
	}
	return value
}

// at returns the texts at a path of a value, whose names are plain.
func at(value any, path string) []string {
	first, rest, deeper := strings.Cut(path, ".")
	switch v := value.(type) {
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, at(one, path)...)
		}
		return all
	case map[string]any:
		if deeper {
			return at(v[first], rest)
		}
		return texts(v[first])
	}
	return nil
}

// markup is a tag of prose; a text with one at its end is HTML.
var markup = regexp.MustCompile(`(?i)</(?:p|div|article|section|body|html|li|h[1-6]|blockquote)\s*>|<br\s*/?>|<p(?:\s[^<>]{0,300})?>`)

// page makes a whole page of a piece of HTML, so that it is read as one.
func (r record) page() string {
	if strings.Contains(strings.ToLower(r.text[:min(len(r.text), 512)]), "<html") {
		return r.text
	}
	return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + html.EscapeString(r.headline) + "</title></head><body><article>\n" + r.text + "\n</article></body></html>\n"
}

// complete gives an article what the record says of it.
func (r record) complete(a *article.Article) {
	for _, field := range []struct {
		to   *string
		text string
	}{{&a.Headline, r.headline}, {&a.Standfirst, r.standfirst}, {&a.Publisher, r.publisher}, {&a.Section, r.section}, {&a.Place, r.place}} {
		if field.text != "" {
			*field.to = field.text
		}
	}
	if len(r.authors) > 0 {
		a.Authors = r.authors
	}
	if language := languageOf(r.language); language != "" {
		a.Language = language
	}
	if address, err := article.CanonicalURL(r.url); err == nil && address != "" {
		a.SetURL(address)
	}
	if body := a.Slice(a.Body); r.headline != "" && strings.HasPrefix(body, r.headline+"\n") { // as trafilatura has it
		a.Head = article.Span{Start: a.Body.Start, End: a.Body.Start + len(r.headline)}
		a.Body.Start += len(body) - len(strings.TrimLeftFunc(body[len(r.headline):], unicode.IsSpace))
	}
	if r.note != "" {
		a.Notes = append(a.Notes, r.note)
	}
	r.date(a, &a.Published, r.published, "publication")
	r.date(a, &a.Changed, r.changed, "its last change")
}

func (r record) date(a *article.Article, to *article.Time, text, of string) {
	if text == "" {
		return
	}
	if t, ok := dateOf(text); ok {
		*to = t
	} else {
		a.Notes = append(a.Notes, fmt.Sprintf("the date of %s, %q, is not understood", of, text))
	}
}
