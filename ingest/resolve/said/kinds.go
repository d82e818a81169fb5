package said

import (
	_ "embed"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed kinds.tsv
var kindsTSV string

// kinds are the kinds of unnamed sources by the lemma of a noun.
var kinds = wordLists(kindsTSV)

// kindOf returns the kind of a source that nobody can name, by the noun that
// heads it: “two Hungarian officials” are official. "" where it tells none.
func (m *maker) kindOf(source []document.Range) string {
	for _, r := range source {
		head := tree.Head(m.Document, r)
		for _, noun := range []string{head.Lemma(), strings.TrimSuffix(head.Lower(), "s"), strings.TrimSuffix(head.Lower(), "es")} {
			if kind := kinds[noun]; kind != "" {
				return kind
			}
		}
	}
	return ""
}
