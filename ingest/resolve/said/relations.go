package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// nest says of each statement in whose words it lies: of the statement with
// the shortest content that has its cue.
func (m *maker) nest() {
	covering := m.covering()
	for _, inner := range m.all {
		var outer *said
		for _, st := range covering[inner.frame.Anchor] {
			if st != inner && m.holds(st, inner) && (outer == nil || size(st.content) < size(outer.content)) {
				outer = st
			}
		}
		if outer != nil {
			inner.Within = outer.ID
		}
	}
}

// covering returns, for each cue, the statements in whose words it lies.
func (m *maker) covering() map[int][]*said {
	found := map[int][]*said{}
	for _, st := range m.all {
		found[st.frame.Anchor] = nil
	}
	for _, st := range m.all {
		for _, r := range st.content {
			for w := r.First; w < r.Last; w++ {
				if _, cue := found[w]; cue {
					found[w] = append(found[w], st)
				}
			}
		}
	}
	return found
}

// holds says whether a statement's cue lies in the content of another, but not
// the other's cue in its own, and the other's content is longer. The length alone
// keeps statements from lying within each other in a circle.
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
