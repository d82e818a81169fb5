package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// inner are the relations of the words within a name or a noun with its title.
var inner = []string{"flat", "compound", "amod", "det", "nummod", "appos", "conj"}

// top returns the head of the whole phrase in which a word stands: of “Prime” in
// “Prime Minister Jane Doe” it is “Minister”, of a noun joined to another it is
// that other. Words of the trigger are no part of it.
func (m *maker) top(t *telling, c tree.Cursor) tree.Cursor {
	for {
		up := c.Up()
		if !up.OK() || t.isTrigger(up.Word) || !up.Nominal() || !slices.Contains(inner, c.Relation()) && !c.Subtype("nmod:desc") || m.listed(c, up) {
			return c
		}
		c = up
	}
}

// listed says whether a word is in apposition to another and names somebody
// else: “three candidates and Doe: Roe, …”.
func (m *maker) listed(c, up tree.Cursor) bool {
	a, b := m.Cast.MentionAt(c.Word), m.Cast.MentionAt(up.Word)
	return c.Relation() == "appos" && a != nil && b != nil && a.Entity != b.Entity
}

// isTrigger says whether a word tells of the meeting.
func (t *telling) isTrigger(word int) bool { return slices.Contains(t.words, word) }

// triggerOnly returns the words of the triggers without the people and bodies
// that some name: the party in “Democratic Party convention”, not the name of
// the meeting itself.
func (m *maker) triggerOnly(t *telling) (words []int) {
	for _, r := range t.triggers() {
		head := tree.Head(m.Document, r)
		for w := r.First; w < r.Last; w++ {
			mention := m.Cast.MentionAt(w)
			named := mention != nil && (mention.Entity.Label == graph.Person || mention.Entity.Label == graph.Organization)
			if !named || mention.First <= head.Word && head.Word < mention.Last {
				words = append(words, w)
			}
		}
	}
	return words
}

// led matches who leads those whom a noun means: “a delegation led by Poe”.
var led = tree.MustCompile(`>acl lead|head ~agent =by`, nil)

// members returns a noun with those who are joined to it, or who lead it: “Doe,
// Roe and a delegation led by Poe”.
func members(head tree.Cursor) []tree.Cursor {
	if !head.Nominal() {
		return nil
	}
	found := append([]tree.Cursor{head}, head.Conjuncts()...)
	for _, c := range found {
		for leader := range led.All(c) {
			found = append(found, members(leader.At("by"))...)
		}
	}
	return found
}

// alone returns the words of a noun without those of who is joined to it, and
// with the name that says who it is: “his wife, Jane”.
func (m *maker) alone(c tree.Cursor) document.Range {
	r := apart(c)
	if name := m.nameAfter(c, r); name.OK() {
		r.Last = max(r.Last, apart(name).Last)
	}
	return r
}

// nameAfter returns the name in apposition that follows a noun after a comma.
func (m *maker) nameAfter(c tree.Cursor, r document.Range) tree.Cursor {
	for _, name := range c.Children("appos") {
		mention := m.Cast.MentionAt(name.Word)
		if mention != nil && mention.First == r.Last+1 && m.Words[r.Last].Text == "," && m.Cast.MentionAt(c.Word) == nil {
			return name
		}
	}
	return tree.Nowhere
}

// apart returns the words of a noun up to the first noun or name in its phrase
// that is joined to another, whichever that is: of “the leaders of Chad and Mali”
// those before “and”. The weights of who takes part were learned with such words.
func apart(c tree.Cursor) document.Range {
	r := c.Phrase()
	for w := c.Word + 1; w < r.Last; w++ {
		if at := tree.At(c.Document, w); at.Relation() == "conj" && at.Nominal() {
			r.Last = max(c.Word+1, at.Phrase().First)
			break
		}
	}
	for r.Last > c.Word+1 && tree.At(c.Document, r.Last-1).Is("CCONJ", "PUNCT", "ADP") {
		r.Last--
	}
	return r
}
