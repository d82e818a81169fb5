package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// nest says of each statement in whose words it lies: of the statement with
// the shortest content that has its cue.
func (m *maker) nest() {
	for _, inner := range m.all {
		var outer *said
		for _, st := range m.all {
			if st != inner && m.holds(st, inner) && (outer == nil || size(st.content) < size(outer.content)) {
				outer = st
			}
		}
		if outer != nil {
			inner.Within = outer.ID
		}
	}
}

// holds says whether a statement's cue lies in the words of another, which are
// more, and not the other way round. So no statement lies, over others, within
// itself.
func (m *maker) holds(outer, inner *said) bool {
	return covers(outer.content, inner.frame.Anchor) && !covers(inner.content, outer.frame.Anchor) && size(outer.content) > size(inner.content)
}

func covers(words []document.Range, word int) bool {
	return slices.ContainsFunc(words, func(r document.Range) bool { return r.First <= word && word < r.Last })
}

func size(words []document.Range) (n int) {
	for _, r := range words {
		n += r.Len()
	}
	return n
}
