package who

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// called is a body by the words that it may be called by.
type called struct {
	*Entity
	core []string // as in body
	rest string
}

// namedBodies returns the bodies that have names, in words. “The team” may be
// any, so national teams are none of them.
func (f finder) namedBodies() (bodies []called) {
	for _, e := range f.Entities {
		if e.Label != graph.Organization || e.isTeam() {
			continue
		}
		_, own := ofCountry(strings.Fields(e.Name))
		core, rest := parted(own)
		core, rest = turned(lower(slices.Clone(core)), lower(slices.Clone(rest)))
		bodies = append(bodies, called{e, core, strings.Join(rest, " ")})
	}
	return bodies
}

// propose mentions the body of which a noun phrase is short, or adds a new one.
func (f finder) propose(b body, bodies []called) []called {
	e := whole(b, bodies)
	if e == nil {
		if e = f.newBody(b); e == nil {
			return bodies
		}
		bodies = append(bodies, called{e, b.core, b.rest})
	}
	f.mention(e, b.Range)
	e.names[text(f.Document, document.Range{First: b.own, Last: b.Last})] = true
	if own := f.afterOwner(b); own > b.own {
		e.names[text(f.Document, document.Range{First: own, Last: b.Last})] = true
	}
	if end := f.sat(b); end > b.Last {
		e.names[text(f.Document, document.Range{First: b.own, Last: end})] = true
	}
	return bodies
}

// afterOwner returns where the words of a body begin that stand after whose it is:
// “the EU's | veterinary committee”.
func (f finder) afterOwner(b body) int {
	for w := b.Last - 2; w > b.own; w-- {
		if lexicon.Owning(at(f.Document, w)) && b.Last-w > 2 {
			return w + 1
		}
	}
	return b.own
}

// sat returns where the name of the place ends in which a body of a state is:
// “a grand jury in San Diego”.
func (f finder) sat(b body) int {
	if b.class != state || at(f.Document, b.Last) != "in" {
		return b.Last
	}
	m := f.MentionAt(b.Last + 1)
	if m == nil || m.Entity.Label != graph.Place && m.Entity.Label != graph.Country || !tree.Head(f.Document, m.Range).Under(tree.At(f.Document, b.Last-1)) {
		return b.Last
	}
	return m.Last
}

// newBody adds a body. Where its country is unknown, it is this article's alone:
// the police of two articles are not one.
func (f finder) newBody(b body) *Entity {
	code, owner := b.code, f.Document.Article.ID
	switch {
	case code == "" && f.ofPeople(b):
		owner = ""
	case code == "" && b.class == state:
		code = f.about
	}
	e := f.owned(b.core, b.rest, cmp.Or(code, owner), text(f.Document, b.Range), code)
	if e != nil && len(e.Mentions) == 0 {
		e.Proposed, e.Rule = true, byNoun
	}
	return e
}

// ofPeople says whether a body is named by the people whose it is, of whom the
// gazetteer knows no country: “the Kurdish army” is no state's.
func (f finder) ofPeople(b body) bool {
	return len(b.core) > 1 && slices.ContainsFunc(f.Document.Names, func(n document.Name) bool {
		return n.Kind == document.MISC && n.First == b.own && n.Last < b.Last && b.rest == ""
	})
}

// whole returns the body of which a noun phrase is a later or shorter form: the
// only one whose name is the same or ends in its words, nil where there are
// none or several.
func whole(b body, bodies []called) (found *Entity) {
	for _, k := range bodies {
		switch {
		case b.code != "" && k.Code != "" && b.code != k.Code, b.rest != "" && b.rest != k.rest:
			continue
		case slices.Equal(k.core, b.core) && (b.rest == k.rest || !b.some):
		case b.some || b.code != "" || !endsIn(k.core, b.core):
			continue
		}
		if found != nil && found != k.Entity {
			return nil
		}
		found = k.Entity
	}
	return found
}
