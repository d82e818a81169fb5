package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// full returns the body that the article names in full for one that words name
// by its noun alone: “Zoo Director” of the “Cincinnati Zoo”, “House Speaker” of
// the “House of Representatives” (of 6 in the marked articles 5 are right, where
// the noun alone was wrong), and for the last words of its name: “Reform Committee”
// of the “House Reform Committee”. Where several have them, or none has, it is the
// body itself, as a party is.
func (f *finder) full(e *who.Entity) *who.Entity {
	if e == nil || e.Label != graph.Organization {
		return e
	}
	several := strings.Contains(e.Name, " ")
	if several && slices.Contains(f.kindsOf(e), party) {
		return e // “Michigan Republican Party” is another
	}
	found := e
	for _, other := range f.byNoun[headOf(e.Name)] {
		if several && !endsIn(other.Name, e.Name) || !several && !fuller(other.Name, e.Name) {
			continue
		}
		if found != e {
			return e
		}
		found = other
	}
	return found
}

// fuller says whether a name is a noun with words before it, or “of” after it:
// “Cincinnati Zoo”, “House of Representatives”.
func fuller(name, noun string) bool {
	words := strings.Fields(strings.ToLower(name))
	noun = strings.ToLower(noun)
	n := len(words)
	return n > 1 && (words[n-1] == noun && !slices.Contains(words[:n-1], "of") || words[0] == noun && words[1] == "of")
}

// endsIn says whether a name is another with words before it: “House Reform
// Committee”, “Reform Committee”.
func endsIn(name, end string) bool {
	before, found := strings.CutSuffix(name, " "+end)
	return found && !slices.Contains(strings.Fields(before), "of")
}
