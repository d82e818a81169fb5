package resolve

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// speakers finds whom a source or an object means. It remembers who spoke last.
type speakers struct {
	*resolver
	last         *entity
	other        *entity // not the one sought: the speaker, while the one spoken to is
	lastSentence int
}

// of returns the one whom a source means, nil where nobody can be named.
func (s *speakers) of(source []article.Span) *entity {
	if len(source) == 0 {
		return nil
	}
	if named := s.named(source[0]); len(named) > 0 {
		return named[0]
	}
	return nil
}

// named returns those whom a noun phrase means.
func (s *speakers) named(phrase article.Span) []*entity {
	text := s.Article.Slice(phrase)
	switch strings.ToLower(text) {
	case "he", "him":
		return one(s.person(phrase, func(e *entity) bool { return !e.female }))
	case "she", "her":
		return one(s.person(phrase, func(e *entity) bool { return !e.male }))
	case "it":
		return one(s.body(phrase))
	}
	mentions := s.mentionsIn(phrase)
	people := filter(mentions, func(e *entity) bool { return e.label == graph.Person })
	switch {
	case len(people) > 0 && s.heads(phrase, people[0].Span):
		return unique(entitiesOf(people))
	case len(people) > 0:
		return nil // “a spokesman for Jones”
	case strings.Contains(text, "counterpart"):
		return one(s.counterpart(mentions))
	case len(mentions) > 0:
		return s.official(phrase, filter(mentions, func(e *entity) bool { return e.label != graph.Place }))
	}
	return one(s.holder(phrase, nil))
}

func one(e *entity) []*entity {
	if e == nil {
		return nil
	}
	return []*entity{e}
}

func filter(mentions []mention, keep func(*entity) bool) []mention {
	var kept []mention
	for _, m := range mentions {
		if keep(m.entity) {
			kept = append(kept, m)
		}
	}
	return kept
}

func entitiesOf(mentions []mention) []*entity {
	var entities []*entity
	for _, m := range mentions {
		entities = append(entities, m.entity)
	}
	return entities
}

// heads says whether the name is the head of the phrase: nothing but titles
// and the like before it, no possessive behind it.
func (s *speakers) heads(phrase, name article.Span) bool {
	before := strings.Fields(strings.ToLower(s.Article.Text[phrase.Start:name.Start]))
	behind := s.Article.Text[name.End:phrase.End]
	if strings.HasPrefix(behind, "'s") || strings.HasPrefix(behind, "’s") {
		return false
	}
	for i, w := range before {
		if slices.Contains([]string{"for", "to", "with", "from", "by"}, w) || w == "of" && i+1 == len(before) {
			return false
		}
	}
	return true
}

// reach is how many sentences back a pronoun looks for the one who spoke last.
const reach = 2

// person returns the one whom a pronoun for a person means: somebody named
// before it in the sentence, else the one who spoke last, else the last named.
func (s *speakers) person(pronoun article.Span, fits func(*entity) bool) *entity {
	return s.antecedent(pronoun, func(e *entity) bool { return e.label == graph.Person && fits(e) })
}

// body returns the country or organization that “it” means.
func (s *speakers) body(pronoun article.Span) *entity {
	return s.antecedent(pronoun, func(e *entity) bool { return e.label == graph.Country || e.label == graph.Organization })
}

func (s *speakers) antecedent(pronoun article.Span, kind func(*entity) bool) *entity {
	fits := func(e *entity) bool { return e != s.other && kind(e) }
	index := s.SentenceAt(pronoun.Start)
	sentence := article.Span{Start: s.Sentences[index].Start, End: pronoun.Start}
	for _, m := range s.mentionsIn(sentence) {
		if fits(m.entity) && s.free(m.Span) {
			return m.entity
		}
	}
	if e := s.subjectBefore(index); e != nil && s.lastSentence < index-1 && fits(e) {
		return e
	}
	if s.last != nil && fits(s.last) && index-s.lastSentence <= reach {
		return s.last
	}
	from := s.Sentences[max(0, index-reach)].Start
	for _, m := range slices.Backward(s.mentionsIn(article.Span{Start: from, End: sentence.Start})) {
		if fits(m.entity) {
			return m.entity
		}
	}
	return nil
}

// subjectBefore returns the one whose name begins the sentence before.
func (s *speakers) subjectBefore(index int) *entity {
	if index == 0 {
		return nil
	}
	before := s.Sentences[index-1]
	mentions := s.mentionsIn(before.Span)
	if len(mentions) == 0 || s.TokenAt(mentions[0].Start)-before.First > 4 {
		return nil
	}
	for _, m := range mentions {
		if m.entity.label == graph.Person && s.TokenAt(m.Start)-before.First <= 6 {
			return m.entity
		}
	}
	return mentions[0].entity
}

// free says whether a mention stands outside quotations and is no possessive.
func (s *speakers) free(m article.Span) bool {
	rest := s.Article.Text[m.End:]
	return !strings.HasPrefix(rest, "'s") && !strings.HasPrefix(rest, "’s") && len(s.quotesIn(m)) == 0
}

// counterpart returns the person last named who holds an office of the country
// in “his Russian counterpart”.
func (s *speakers) counterpart(mentions []mention) *entity {
	for _, m := range mentions {
		if e := s.holderOf("", m.entity); e != nil {
			return e
		}
	}
	return nil
}

// holderOf returns the person last added who holds an office whose title has
// the given words, of the given country or body where there is one.
func (s *speakers) holderOf(title string, of *entity) *entity {
	for _, e := range slices.Backward(s.order) {
		for _, p := range e.positions {
			if (of == nil || p.of == of) && strings.Contains(strings.ToLower(p.title), title) {
				return e
			}
		}
	}
	return nil
}

// holder returns the holder of the office that a phrase without a name names:
// “the foreign minister”.
func (s *speakers) holder(phrase article.Span, of *entity) *entity {
	tokens := s.Tokens[s.TokenAt(phrase.Start) : s.TokenAt(phrase.End-1)+1]
	for i := range tokens {
		if title, n := gazetteer.Title(read.Words(tokens[i:])); n > 0 {
			return s.holderOf(strings.ToLower(title), of)
		}
	}
	return nil
}

// governing are heads of noun phrases that speak for the country or body that
// the phrase names: “Russian officials”.
var governing = []string{
	"government", "officials", "official", "authorities", "administration", "ministry", "spokesman", "spokeswoman", "spokesperson",
	"embassy", "delegation", "diplomats", "military", "army", "leadership", "statement", "side", "alliance", "bloc", "leaders",
}

// official returns whom a phrase with the name of a country or body means: the
// named one itself, the holder of the office, or the one for whom the head speaks.
func (s *speakers) official(phrase article.Span, mentions []mention) []*entity {
	if len(mentions) == 0 {
		return nil
	}
	last := mentions[len(mentions)-1]
	if e := s.holder(phrase, last.entity); e != nil {
		return one(e)
	}
	rest := strings.ToLower(s.Article.Text[last.End:phrase.End])
	before := strings.Fields(strings.ToLower(s.Article.Text[phrase.Start:mentions[0].Start]))
	bare := strings.Trim(rest, " ,") == "" && (len(before) == 0 || len(before) == 1 && before[0] == "the")
	switch {
	case bare && strings.Contains(s.Article.Slice(phrase), " and "):
		return unique(entitiesOf(mentions))
	case bare:
		return one(last.entity)
	}
	for _, head := range governing {
		if slices.Contains(strings.Fields(rest), head) || slices.Contains(before, head) {
			return one(last.entity)
		}
	}
	return nil
}
