package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// inner are the relations of the words within a name or a noun with its title.
var inner = []string{"flat", "compound", "amod", "det", "nummod", "appos", "conj"}

// top returns the head of the whole phrase in which a word stands: of “Prime” in
// “Prime Minister Jane Doe” it is “Minister”, of who is joined to another that
// one. Words of the trigger are no part of it.
func (t *telling) top(c tree.Cursor) tree.Cursor {
	for {
		up := c.Up()
		if !up.OK() || t.isTrigger(up.Word) || !up.Is("NOUN", "PROPN", "PRON") || !slices.Contains(inner, c.Relation()) && !c.Subtype("nmod:desc") {
			return c
		}
		c = up
	}
}

// isTrigger says whether a word tells of the meeting.
func (t *telling) isTrigger(word int) bool {
	return word == t.frame.Anchor || slices.Contains(t.frame.Roles[document.Trigger], word)
}

// members returns a noun with those who are joined to it, or who lead it: “Doe,
// Roe and a delegation led by Poe”.
func members(head tree.Cursor) []tree.Cursor {
	if !head.Is("NOUN", "PROPN", "PRON") {
		return nil
	}
	found := []tree.Cursor{head}
	for _, c := range head.Children("conj", "flat", "appos", "compound") {
		if c.Relation() == "conj" && c.Is("NOUN", "PROPN", "PRON") {
			found = append(found, members(c)...)
		} else if c.Word > head.Word {
			found = append(found, members(c)[min(1, len(members(c))):]...)
		}
	}
	for _, c := range head.Children("acl") {
		if slices.Contains([]string{"lead", "head"}, c.Lemma()) {
			found = append(found, members(c.Agent())...)
		}
	}
	return found
}

// alone returns the words of a noun without those of who is joined to it.
func alone(c tree.Cursor) document.Range {
	r := c.Phrase()
	for w := c.Word + 1; w < r.Last; w++ {
		if at := tree.At(c.Document, w); at.Relation() == "conj" && at.Is("NOUN", "PROPN", "PRON") {
			r.Last = max(c.Word+1, at.Phrase().First)
			break
		}
	}
	for r.Last > c.Word+1 && tree.At(c.Document, r.Last-1).Is("CCONJ", "PUNCT", "ADP") {
		r.Last--
	}
	return r
}
