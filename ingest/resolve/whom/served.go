package whom

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// official is the kind of nouns for people who speak for others.
var official = slices.Index(who.KindsOfBodies, "official")

// farthest is how many words stand between a name and the noun for who speaks
// for it: “Doe's chief economic adviser”.
const farthest = 4

// served says whether the phrase means one who speaks for whom the name names,
// and so not that one, by the order of words, whatever the parser makes of it:
// “Doe's spokesman”, “an aide to Doe”, but not “Doe's spokesman Roe”, who is
// named. Of 560 such names in the marks of sources, addressees, targets and
// participants that one is meant by 6.
func (r *Resolver) served(p phrase, name document.Range) bool {
	return r.serverAfter(p, name) || r.serverBefore(p, name)
}

// serverAfter says whether the noun stands after the name, and nobody's name
// after that.
func (r *Resolver) serverAfter(p phrase, name document.Range) bool {
	for w := name.Last; w < min(p.Last, name.Last+farthest); w++ {
		if c := tree.At(r.document, w); serves(c) {
			return !r.personIn(document.Range{First: w + 1, Last: p.Last})
		} else if !lexicon.Possessive(c.Lower()) && !c.Is("NOUN", "PROPN", "ADJ") {
			return false
		}
	}
	return false
}

// serverBefore says whether the noun stands before the name, with “to”, “for” or
// “of” after it and nobody's name between.
func (r *Resolver) serverBefore(p phrase, name document.Range) bool {
	if !r.leadsTo(name) {
		return false
	}
	joins := false
	for w := name.First - 1; w >= max(p.First, name.First-2*farthest); w-- {
		c := tree.At(r.document, w)
		switch {
		case slices.Contains([]string{"to", "for", "of", "with"}, c.Lower()):
			joins = true
		case serves(c):
			return joins && !r.personIn(document.Range{First: w, Last: name.First})
		case c.Is("PUNCT", "VERB"):
			return false
		}
	}
	return false
}

// leadsTo says whether what stands before a name may belong to it, as a title or
// a noun for people, rather than end what stands for itself: not “the envoy for
// Asian Affairs | Jane Doe”.
func (r *Resolver) leadsTo(name document.Range) bool {
	c := tree.At(r.document, name.First-1)
	if !c.Is("NOUN", "PROPN") {
		return true
	}
	kind := who.KindOf(c.Lower(), c.Lemma())
	titled := titleIn(r.document, document.Range{First: max(0, name.First-3), Last: name.First}) != nil
	return titled || !capital(r.document.Words[c.Word].Text) && r.cast.MentionAt(c.Word) == nil && (kind == 0 || kind == official)
}

func serves(c tree.Cursor) bool { return who.KindOf(c.Lower(), c.Lemma()) == official }

func (r *Resolver) personIn(words document.Range) bool {
	return slices.ContainsFunc(r.cast.MentionsIn(words), func(m who.Mention) bool { return m.Entity.Label == graph.Person })
}
