package whom

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// written is the kind of nouns for what somebody wrote, said or passed.
var written = slices.Index(who.KindsOfBodies, "document")

func isWritten(c tree.Cursor) bool {
	return c.Is("NOUN") && who.KindOf(c.Lower(), c.Lemma()) == written
}

// author returns whom the words for the author of a document mean that speaks:
// of “Doe's letter”, “a memo that Doe wrote”, and of “the letter” that Doe was
// told to send before.
func (r *Resolver) author(words document.Range, scene Scene) (Reference, bool) {
	p := phraseAt(r.document, words)
	if scene.Role != document.Source || !isWritten(p.head) {
		return Reference{}, false
	}
	by := authorOf(p.head)
	if !by.OK() && r.toldBefore(p) {
		by = r.authorBefore(p.head)
	}
	if !by.OK() {
		return Reference{}, false
	}
	phrase := by.Phrase()
	if phrase.Len() > 1 && lexicon.Owning(r.document.Words[phrase.Last-1].Text) {
		phrase.Last--
	}
	found := r.likeliest(phrase, Scene{Role: document.Source, Anchor: scene.Anchor, Last: scene.Last})
	found.Rule, found.parts = authored, []meaning{{words, found.Entities, found.Confidence}}
	return found, len(found.Entities) > 0 && !found.Alone
}

// toldBefore says whether words for a document may be for one that was told of
// before: “the letter”, but not “a letter”, “the White House letter”.
func (r *Resolver) toldBefore(p phrase) bool {
	first := tree.At(r.document, p.First).Lower()
	return (first == "the" || lexicon.Demonstratives.Has(first)) && len(r.cast.MentionsIn(p.Range)) == 0
}

// authorBefore returns the author of the last document before that is called the
// same and has one.
func (r *Resolver) authorBefore(noun tree.Cursor) tree.Cursor {
	for w := noun.Word - 1; w >= 0; w-- {
		if c := tree.At(r.document, w); c.Lemma() == noun.Lemma() && isWritten(c) {
			if by := authorOf(c); by.OK() {
				return by
			}
		}
	}
	return tree.Nowhere
}

// authorOf returns whose a document is by the words that hang from it, or who
// does what it is the object of.
func authorOf(noun tree.Cursor) tree.Cursor {
	for _, c := range noun.Children("nmod") {
		switch {
		case c.Subtype("nmod:poss") && lexicon.AboutOwners.Has(noun.Lemma()):
			return tree.Nowhere
		case c.Subtype("nmod:poss") && pronounOf[c.Lower()] == relative:
			return ownerOf(noun)
		case c.Subtype("nmod:poss"), slices.Contains([]string{"by", "from"}, c.Preposition()):
			return c
		}
	}
	for _, clause := range noun.Children("acl") {
		if by := makerIn(clause); by.OK() {
			return by
		}
	}
	switch verb := noun.Up(); {
	case noun.By("obj") && lexicon.Authoring.Has(verb.Lemma()):
		return verb.Subject()
	case noun.By("obl") && noun.Preposition() == "in" && verb.Is("VERB"):
		return verb.Doer()
	case noun.By("nsubj") && verb.Passive() && lexicon.Authoring.Has(verb.Lemma()):
		return verb.Agent()
	}
	return tree.Nowhere
}

// makerIn returns who made a document by a clause that hangs from it: “that Doe
// wrote”, “issued by the ministry”.
func makerIn(clause tree.Cursor) tree.Cursor {
	if !lexicon.Authoring.Has(clause.Lemma()) {
		return tree.Nowhere
	}
	if s := clause.Child("nsubj"); clause.Subtype("acl:relcl") && s.OK() && pronounOf[s.Lower()] != relative {
		return s
	}
	return clause.Agent()
}

// ownerOf returns what the clause of a noun with “whose” hangs from.
func ownerOf(noun tree.Cursor) tree.Cursor {
	clause := noun.Up()
	if !clause.Subtype("acl:relcl") {
		return tree.Nowhere
	}
	return clause.Up()
}
