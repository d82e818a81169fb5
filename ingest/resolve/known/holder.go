package known

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// ByOffice is the rule of who held an office on the day of the article that
// words tell of without a name.
var ByOffice = by("holder of the office on the day", "[The Russian foreign minister] said so.")

// Holders knows who holds the offices of which one article tells.
type Holders struct{ *finder }

// Of returns whom words mean that are an office and its country and nothing
// else, “the Russian foreign minister”, “Russia's foreign minister”: the only one
// who held it on the day of the article, by a source that is no older.
func (h Holders) Of(words document.Range) (*who.Entity, rule.Rule, bool) {
	if h.finder == nil || len(h.date) < len("2006-01-02") {
		return nil, rule.Rule{}, false
	}
	code, title := countryAndTitle(document.Texts(h.Words[words.First:words.Last]))
	if code == "" || title == "" {
		return nil, rule.Rule{}, false
	}
	p := h.holder(code, title)
	if p == nil {
		return nil, rule.Rule{}, false
	}
	for _, e := range h.cast.Entities {
		if e.Known != nil && e.Known.Person == p {
			return e, ByOffice, true
		}
	}
	e := h.cast.AddKnown(p, ByOffice)
	return e, ByOffice, e != nil
}

// holder returns the only one who held one of the great offices.
func (h Holders) holder(code, title string) (found *people.Person) {
	for _, kind := range kindsOf(title) {
		if !slices.Contains(unique, kind) {
			return nil
		}
		for _, holding := range h.table.Holders(kind, code, h.date) {
			switch {
			case found == holding.Person:
			case found != nil, holding.Memory, !holding.Sure(h.date):
				return nil
			default:
				found = holding.Person
			}
		}
	}
	return found
}

// unique are the kinds of offices of which a country has one.
var unique = []people.Kind{people.HeadOfState, people.HeadOfGovernment, people.Foreign, people.Defence, people.Finance, people.Interior}

// countryAndTitle returns the code of the country and the title of which words
// consist, "" where they don't.
func countryAndTitle(words []string) (code, title string) {
	if len(words) > 0 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "’", "'")
	}
	if entry, n := gazetteer.Match(words); n > 0 && (entry.Kind == gazetteer.Country || entry.Kind == gazetteer.Demonym) {
		rest := words[n:]
		if len(rest) > 0 && strings.HasPrefix(rest[0], "'") {
			rest = rest[1:]
		}
		return entry.Code, whole(rest)
	}
	of := slices.Index(words, "of")
	if of < 1 {
		return "", ""
	}
	rest := words[of+1:]
	if len(rest) > 0 && rest[0] == "the" {
		rest = rest[1:]
	}
	if entry, n := gazetteer.Match(rest); n == len(rest) && n > 0 && entry.Kind == gazetteer.Country {
		return entry.Code, whole(words[:of])
	}
	return "", ""
}

// whole returns the title that words are, "" where they are none or more.
func whole(words []string) string {
	title, n := gazetteer.Title(words)
	if n != len(words) {
		return ""
	}
	return title
}
