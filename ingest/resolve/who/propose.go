package who

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
)

// known is a body by the words that it may be called by.
type known struct {
	*Entity
	core []string // as in body
	rest string
}

// namedBodies returns the bodies that have names, in words.
func (f finder) namedBodies() (bodies []known) {
	for _, e := range f.Entities {
		if e.Label != graph.Organization {
			continue
		}
		words := lower(strings.Fields(e.Name))
		core, rest := words, ""
		for i, w := range words {
			if i > 0 && (w == "of" || w == "for" || w == "on" || w == "in") {
				core, rest = words[:i], strings.Join(words[i:], " ")
				break
			}
		}
		bodies = append(bodies, known{e, core, rest})
	}
	return bodies
}

// propose mentions the body of which a noun phrase is short, or adds a new one.
func (f finder) propose(b body, bodies []known) []known {
	e := whole(b, bodies)
	if e == nil {
		if e = f.newBody(b); e == nil {
			return bodies
		}
		bodies = append(bodies, known{e, b.core, b.rest})
	}
	f.mention(e, b.Range)
	e.names[text(f.Document, document.Range{First: b.own, Last: b.Last})] = true
	return bodies
}

// newBody adds a body. Where its country is unknown, it is this article's alone:
// the police of two articles are not one.
func (f finder) newBody(b body) *Entity {
	code := b.code
	if code == "" && b.class == state {
		code = f.about
	}
	owner := code
	if owner == "" {
		owner = f.Document.Article.ID
	}
	e := f.add(graph.Organization, strings.Join(b.core, " ")+" "+b.rest+" "+owner, text(f.Document, b.Range), code)
	if e != nil && len(e.Mentions) == 0 {
		e.Proposed, e.Rule, e.Confidence = true, "noun for a body", 0.8
	}
	return e
}

// whole returns the body of which a noun phrase is a later or shorter form: the
// only one whose name is the same or ends in its words, nil where there are
// none or several.
func whole(b body, bodies []known) (found *Entity) {
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
