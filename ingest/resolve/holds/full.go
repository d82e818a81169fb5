package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// full returns the body that the article names in full for one that words name
// by its noun alone: “Zoo Director” of the “Cincinnati Zoo”, “House Speaker” of
// the “House of Representatives” (of 6 in the marked articles 5 are right, where
// the noun alone was wrong). Where several have the noun, or none has, it is the
// body itself.
func (f *finder) full(e *who.Entity) *who.Entity {
	if e == nil || e.Label != graph.Organization {
		return e
	}
	noun := ofParty(e.Name)
	if strings.Contains(noun, " ") {
		return e
	}
	found := f.house(e, noun)
	e = found
	for _, other := range f.byNoun[strings.ToLower(noun)] {
		if !fuller(other.Name, noun) {
			continue
		}
		if found != e {
			return e
		}
		found = other
	}
	return found
}

// ofParty returns the name of a house of parliament without the party of who
// speaks for it there: “(Republican) House Speaker”.
func ofParty(name string) string {
	first, rest, found := strings.Cut(name, " ")
	if entry, n := gazetteer.Match([]string{first, "Party"}); found && n == 2 && entry.Kind == gazetteer.Organization && who.KindOf(strings.ToLower(rest), strings.ToLower(rest)) == parliament {
		return rest
	}
	return name
}

// house returns the body itself, or the house that is left of its name without
// that of a party.
func (f *finder) house(e *who.Entity, noun string) *who.Entity {
	if noun == e.Name {
		return e
	}
	for _, other := range f.byNoun[strings.ToLower(noun)] {
		if other.Name == noun {
			return other
		}
	}
	if f.added[noun] == nil {
		f.added[noun] = &who.Entity{Name: noun, Label: graph.Organization, Mentions: e.Mentions, Proposed: true}
	}
	return f.added[noun]
}

// fuller says whether a name is a noun with words before it, or “of” after it:
// “Cincinnati Zoo”, “House of Representatives”.
func fuller(name, noun string) bool {
	words := strings.Fields(strings.ToLower(name))
	noun = strings.ToLower(noun)
	n := len(words)
	return n > 1 && (words[n-1] == noun && !slices.Contains(words[:n-1], "of") || words[0] == noun && words[1] == "of")
}
