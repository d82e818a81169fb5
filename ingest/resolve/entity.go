package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// findEntities decides whom each name means. People of several names come
// first, since a surname may stand before the full name, as in a headline.
func (r *resolver) findEntities() {
	people := r.findPeople()
	r.long = r.longNames()
	r.about = r.aboutCountry()
	r.named = make([]*entity, len(r.Names))
	for i, n := range r.Names {
		e, span := r.entityOf(n, people)
		if e == nil {
			continue
		}
		r.named[i] = e
		r.mention(e, span)
		if e.label == graph.Person {
			r.describe(r.mentions[len(r.mentions)-1])
		}
	}
	slices.SortStableFunc(r.mentions, func(a, b mention) int { return a.Start - b.Start })
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

// entityOf returns what a name means, and the span of the name alone.
func (r *resolver) entityOf(n document.Name, p *people) (*entity, article.Span) {
	if n.Kind = r.kindOf(n, p); n.Kind == document.PER {
		if e, span := r.seatOf(n); e != nil {
			return e, span
		}
		if name, span := r.bodyOf(n); name != "" {
			return r.organization(name, ""), span
		}
		return p.of(n)
	}
	return r.listed(n), n.Span
}

// seatOf returns the country whose government a person's name and the word
// behind it name, as in “the Obama administration”, nil where they don't.
func (r *resolver) seatOf(n document.Name) (*entity, article.Span) {
	span, words := r.personal(n)
	i := r.WordAt(span.End)
	if i >= len(r.Words) || r.Words[i].Text != "administration" {
		return nil, span
	}
	entry, known := gazetteer.Match([]string{words[len(words)-1], r.Words[i].Text})
	if known < 2 || entry.Kind != gazetteer.Seat {
		return nil, span
	}
	return r.country(entry.Code), article.Span{Start: span.Start, End: r.Words[i].End}
}

// listed returns the country, body or place of a name.
func (r *resolver) listed(n document.Name) *entity {
	text := strings.Join(strings.Fields(r.Article.Slice(n.Span)), " ")
	entry, length := gazetteer.Match(gazetteer.Words(text))
	if length < len(gazetteer.Words(text)) {
		return r.unlisted(n, text, entry)
	}
	if r.isHomonym(text) {
		h, _ := gazetteer.HomonymOf(text)
		return r.place(text, h.Code)
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

// isHomonym says whether a country's name means the place elsewhere that has it,
// such as the state of Georgia: more of the article's words speak for it.
func (r *resolver) isHomonym(name string) bool {
	h, found := gazetteer.HomonymOf(name)
	if !found {
		return false
	}
	sum := 0
	for _, t := range r.Words {
		switch {
		case slices.Contains(h.Place, t.Text):
			sum++
		case slices.Contains(h.Other, t.Text):
			sum--
		}
	}
	return sum > 0
}

// unlisted returns the entity of a name that the gazetteer does not have whole:
// a body, perhaps of the country that its name begins with, or a place.
func (r *resolver) unlisted(n document.Name, text string, entry gazetteer.Entry) *entity {
	switch n.Kind {
	case document.ORG:
		words := strings.Fields(strings.ToLower(text))
		if gazetteer.Is(gazetteer.Ruler, words[len(words)-1]) {
			if entry.Code == "" {
				entry.Code = cmp.Or(r.codeBefore(n.Start), r.about)
			}
			if entry.Code != "" {
				return r.country(entry.Code) // “British defence ministry”
			}
		}
		if entry.Code != "" {
			r.mention(r.country(entry.Code), article.Span{Start: n.Start, End: n.Start + len(firstWord(r.Article.Slice(n.Span)))})
		}
		return r.organization(text, entry.Code)
	case document.LOC:
		return r.place(text, "")
	}
	return nil
}

// codeBefore returns the code of the country whose name stands before the
// offset, as in “Chinese | Foreign Ministry” and “Qatar's | Foreign Ministry”.
func (r *resolver) codeBefore(offset int) string {
	i := r.WordAt(offset) - 1
	if i > 0 && (r.Words[i].Text == "'s" || r.Words[i].Text == "’s") {
		i--
	}
	if i < 0 {
		return ""
	}
	entry, _ := gazetteer.Match([]string{r.Words[i].Text})
	return entry.Code
}

// most is the share of an article's names of countries and their cities that
// makes one of them the country that the article is about.
const most = 0.6

// aboutCountry returns the code of the country that the article is about, ""
// where there is no such one. A name before an office counts for who holds it
// alone: “Russian President”.
func (r *resolver) aboutCountry() string {
	all, best, counts := 0, "", map[string]int{}
	for _, n := range r.Names {
		entry, known := gazetteer.Match(gazetteer.Words(r.Article.Slice(n.Span)))
		behind := r.WordAt(n.End)
		if known == 0 || entry.Code == "" || n.Kind == document.PER || behind < len(r.Words) && r.officeAt(behind).title != "" {
			continue
		}
		all++
		counts[entry.Code]++
		if c := counts[entry.Code]; c > counts[best] || c == counts[best] && entry.Code < best {
			best = entry.Code
		}
	}
	if float64(counts[best]) < most*float64(all) {
		return ""
	}
	return best
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
	i := r.WordAt(s.Start)
	if i == 0 || r.Words[i-1].End <= r.Article.Body.Start {
		return false
	}
	head := r.headIn(s)
	relation, over := universal(r.Words[head].Relation), r.Words[head].Head
	switch before := strings.ToLower(r.Words[i-1].Text); {
	case slices.Contains(placePrepositions, before):
		return true
	case over < 0:
		return false
	case relation == "compound" && r.sited(over):
		return true
	case before == "to" || before == "from":
		return gazetteer.Is(gazetteer.Motion, r.lemma(over)) || gazetteer.Is(gazetteer.Motion, strings.ToLower(r.Words[over].Text))
	}
	return relation == "obj" && slices.Contains([]string{"visit", "leave", "reach", "enter", "tour", "bomb", "shell"}, r.lemma(over))
}

// sited says whether a noun, or the one that it modifies in turn, is of what is
// named for its city: “the Madrid peace talks”.
func (r *resolver) sited(noun int) bool {
	if head := r.Words[noun].Head; universal(r.Words[noun].Relation) == "compound" && head >= 0 {
		noun = head
	}
	return gazetteer.Is(gazetteer.Sited, r.lemma(noun))
}

// before returns the word before the offset.
func (r *resolver) before(offset int) string {
	if i := r.WordAt(offset); i > 0 && i <= len(r.Words) {
		return r.Words[i-1].Text
	}
	return ""
}
