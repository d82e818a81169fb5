package met

import (
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// half is one of two names that a hyphen joins, and who has it.
type half struct {
	document.Range
	*who.Entity
}

// joinedBy finds those who take part by the halves of a name before the trigger.
var joinedBy = taking("joined by a hyphen", "[Israeli-Syrian] talks failed.")

// byName is how probable it is that a name means who has it.
const byName = 0.95

// addHalves adds those who take part by names that a hyphen joins, which is one
// name to the network and in the tree. Nobody else is sought in these words.
func (m *maker) addHalves(t *telling, taken map[int]bool) {
	for _, r := range t.triggers() {
		for _, h := range m.halves(tree.Head(m.Document, r)) {
			p := partner{Cursor: tree.Head(m.Document, h.Range), role: document.Participant, how: joinedBy, agreed: true}
			if !has(t.participants, h.Entity) {
				t.participants = append(t.participants, participant{Entity: h.Entity, words: h.Range, role: string(p.role), rule: p.how.Name, signs: m.signs(t, h.Range, p, h.Entity, byName)})
			}
			for w := h.First; w < h.Last; w++ {
				taken[w] = true
			}
		}
	}
}

// halves returns the halves of the names before a noun, where both are somebody.
func (m *maker) halves(noun tree.Cursor) (found []half) {
	if !noun.Is("NOUN", "PROPN") {
		return nil
	}
	for i := noun.Phrase().First + 1; i+1 < noun.Word; i++ {
		if !m.Hyphen(i) {
			continue
		}
		left, right := m.upTo(i), m.from(i+1)
		if left.Entity != nil && right.Entity != nil && m.leadsTo(noun, document.Range{First: left.First, Last: right.Last}) {
			left.Entity, right.Entity = m.Cast.Enter(left.Entity), m.Cast.Enter(right.Entity)
			found = append(found, left, right)
		}
	}
	return found
}

// leadsTo says whether words, with those to which further hyphens join them, hang
// from a noun, and from nothing between: not in “a Korean-American society's meeting”.
func (m *maker) leadsTo(noun tree.Cursor, words document.Range) bool {
	for words.Last+1 < noun.Word && m.Hyphen(words.Last) {
		words.Last += 2
	}
	c := tree.At(noun.Document, words.Last-1)
	for c.OK() && words.First <= c.Word && c.Word < words.Last {
		c = c.Up()
	}
	return c.OK() && c.Word == noun.Word
}

// longestHalf is the greatest number of words of a half: “United Arab Emirates”.
const longestHalf = 3

// upTo returns the longest name that ends before a word, from the one that begins there.
func (m *maker) upTo(word int) half {
	for first := max(0, word-longestHalf); first < word; first++ {
		if h := m.from(first); h.Last == word {
			return h
		}
	}
	return half{}
}

// from returns the name that begins at a word: that of somebody of the cast, else
// of a country or an international body, which may not be of the cast yet.
func (m *maker) from(word int) half {
	if mention := m.Cast.MentionAt(word); mention != nil && mention.First == word && mention.Entity.Label != graph.Place && !m.divided(mention.Range) {
		return half{mention.Range, mention.Entity}
	}
	var words []string
	for w := word; w < min(word+longestHalf, len(m.Words)); w++ {
		words = append(words, m.Words[w].Text)
	}
	entry, n := gazetteer.Match(words)
	r := document.Range{First: word, Last: word + n}
	switch {
	case n == 0 || entry.Kind == gazetteer.City || entry.Kind == gazetteer.Capital:
		return half{Range: r}
	case entry.Kind == gazetteer.Organization:
		return half{r, &who.Entity{Label: graph.Organization, Name: entry.Name, Mentions: []document.Range{r}}}
	}
	return half{r, &who.Entity{Label: graph.Country, Code: entry.Code, Mentions: []document.Range{r}}}
}

// divided says whether a hyphen stands within words.
func (m *maker) divided(r document.Range) bool {
	for w := r.First + 1; w+1 < r.Last; w++ {
		if m.Hyphen(w) {
			return true
		}
	}
	return false
}
