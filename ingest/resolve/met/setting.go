package met

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// setPlace sets the place or country that the words for the place name, and
// the words for a building.
func (m *maker) setPlace(t *telling) {
	for _, part := range t.frame.Parts(document.Place) {
		for _, mention := range m.Cast.MentionsIn(part) {
			if label := mention.Entity.Label; t.place == nil && (label == graph.Place || label == graph.Country) {
				t.place = mention.Entity
			}
		}
		if head := tree.Head(m.Document, part); t.venue == "" && m.Cast.MentionAt(head.Word) == nil && head.Is("NOUN", "PROPN") {
			t.venue = m.Text(m.withoutArticle(part))
		}
	}
}

func (m *maker) withoutArticle(r document.Range) document.Range {
	if r.Len() > 1 && slices.Contains([]string{"a", "an", "the"}, strings.ToLower(m.Words[r.First].Text)) {
		r.First++
	}
	return r
}

// setDate sets the date that the words for the time mean.
func (m *maker) setDate(t *telling) {
	for _, part := range t.frame.Parts(document.When) {
		if d, ok := dates.In(m.Dates, m.Document, part); ok {
			t.date = &d
			return
		}
	}
}
