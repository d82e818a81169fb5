package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// findEntities decides whom each name means. People come first, since a
// surname may stand before the full name, as in a headline.
func (r *resolver) findEntities() {
	full := r.fullNames()
	for _, n := range r.Names {
		if e := r.entityOf(n, full); e != nil {
			r.mention(e, n.Span)
		}
	}
	for _, m := range r.mentions {
		if m.entity.label == graph.Person {
			r.findPositions(m)
		}
	}
}

// mention notes that e is named at the span.
func (r *resolver) mention(e *entity, s article.Span) {
	e.mentions = append(e.mentions, s)
	if e.label != graph.Country || r.names(e, s) {
		e.names[r.Article.Slice(s)] = true
	}
	r.mentions = append(r.mentions, mention{s, e})
}

// names says whether the words at s are a name of the country itself, not of
// its people or its capital.
func (r *resolver) names(e *entity, s article.Span) bool {
	entry, n := gazetteer.Match(gazetteer.Words(r.Article.Slice(s)))
	return n > 0 && entry.Kind == gazetteer.Country && entry.Code == e.code
}

// add returns the entity with the id of the given label and name.
func (r *resolver) add(label graph.Label, key, name, code string) *entity {
	id := graph.EntityID(label, key)
	if strings.HasSuffix(id, ":") {
		return nil
	}
	e := r.entities[id]
	if e == nil {
		e = &entity{id: id, name: name, label: label, code: code, names: map[string]bool{}}
		r.entities[id] = e
		r.order = append(r.order, e)
	}
	return e
}

func (r *resolver) country(code string) *entity {
	return r.add(graph.Country, code, gazetteer.CountryName(code), code)
}

// aliases returns the other names that the article has for e, sorted.
func (e *entity) aliases() []string {
	names := maps.Clone(e.names)
	delete(names, e.name)
	return append([]string{}, slices.Sorted(maps.Keys(names))...)
}

// fullNames returns the names of people that have more than one word, by their
// last and by their first word, in the order of the text: the family name is
// the last in most languages, and the first in some.
func (r *resolver) fullNames() map[string][]string {
	full := map[string][]string{}
	for _, n := range r.Names {
		words := strings.Fields(r.Article.Slice(n.Span))
		if n.Kind != read.PER || len(words) < 2 {
			continue
		}
		name := strings.Join(words, " ")
		for _, part := range []string{words[len(words)-1], words[0]} {
			if !slices.Contains(full[part], name) {
				full[part] = append(full[part], name)
			}
		}
	}
	return full
}

func (r *resolver) entityOf(n read.Name, full map[string][]string) *entity {
	text := strings.Join(strings.Fields(r.Article.Slice(n.Span)), " ")
	if n.Kind == read.PER {
		return r.personOf(n, text, full)
	}
	entry, length := gazetteer.Match(gazetteer.Words(text))
	if length < len(gazetteer.Words(text)) {
		return r.unlisted(n, text, entry)
	}
	switch entry.Kind {
	case gazetteer.Organization:
		return r.add(graph.Organization, entry.Name, entry.Name, "")
	case gazetteer.City:
		return r.place(entry.Name, entry.Code)
	case gazetteer.Capital:
		if r.isPlace(n.Span) {
			return r.place(entry.Name, entry.Code)
		}
	}
	return r.country(entry.Code)
}

// unlisted returns the entity of a name that the gazetteer does not have whole:
// a body, perhaps of the country that its name begins with, or a place.
func (r *resolver) unlisted(n read.Name, text string, entry gazetteer.Entry) *entity {
	switch n.Kind {
	case read.ORG:
		words := strings.Fields(strings.ToLower(text))
		if entry.Code != "" && slices.Contains(governing, words[len(words)-1]) {
			return r.country(entry.Code) // “British defence ministry”
		}
		if entry.Code != "" {
			r.mention(r.country(entry.Code), article.Span{Start: n.Start, End: n.Start + len(firstWord(r.Article.Slice(n.Span)))})
		}
		return r.add(graph.Organization, strings.TrimPrefix(text, "The "), strings.TrimPrefix(text, "The "), entry.Code)
	case read.LOC:
		return r.place(text, "")
	}
	return nil
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func (r *resolver) place(name, code string) *entity {
	if code != "" {
		r.country(code)
	}
	return r.add(graph.Place, name, name, code)
}

// placePrepositions stand before a place rather than before a government.
var placePrepositions = []string{"in", "at", "near", "around", "outside", "across", "through"}

// isPlace says whether the capital at s is the city rather than the government.
func (r *resolver) isPlace(s article.Span) bool {
	i := r.TokenAt(s.Start)
	if i == 0 || r.Tokens[i-1].End <= r.Article.Body.Start {
		return false
	}
	before := strings.ToLower(r.Tokens[i-1].Text)
	if slices.Contains(placePrepositions, before) {
		return true
	}
	if before != "to" && before != "from" {
		return false
	}
	i -= 2
	return i >= 0 && slices.Contains([]string{"travel", "travelled", "traveled", "flew", "fly", "trip", "visit", "return", "returned", "went", "go", "came", "arrived", "back", "flight"}, strings.ToLower(r.Tokens[i].Text))
}

// personOf returns the person of a name. A surname alone means the person whose
// full name has it: the last one so named before it, else the first after it.
func (r *resolver) personOf(n read.Name, text string, full map[string][]string) *entity {
	words := strings.Fields(text)
	candidates := full[words[len(words)-1]]
	name := text
	if len(words) == 1 && len(candidates) > 0 {
		name = r.nearest(candidates)
	}
	e := r.add(graph.Person, name, name, "")
	if e == nil {
		return nil
	}
	switch r.before(n.Start) {
	case "Mr", "Mr.", "Sir", "Lord":
		e.male = true
	case "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Dame", "Madame":
		e.female = true
	}
	return e
}

// before returns the word before the offset.
func (r *resolver) before(offset int) string {
	if i := r.TokenAt(offset); i > 0 && i <= len(r.Tokens) {
		return r.Tokens[i-1].Text
	}
	return ""
}

// nearest returns the name among candidates that was mentioned last; the first
// candidate where none was.
func (r *resolver) nearest(candidates []string) string {
	for _, m := range slices.Backward(r.mentions) {
		if slices.Contains(candidates, m.entity.name) {
			return m.entity.name
		}
	}
	return candidates[0]
}
