package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// setHearers sets to whom a statement is addressed and at whom it is aimed.
func (m *maker) setHearers(st *said) {
	st.heard = m.meant(st, document.Addressee, "addressee")
	st.Addressees = ids(st.heard)
	st.Targets = ids(m.meant(st, document.Target, "target"))
}

// likely is how probable it must be that a phrase means somebody.
const likely = 0.3

// meant returns whom the words with a role mean. Nobody speaks to himself.
func (m *maker) meant(st *said, role document.Role, what string) (all []*who.Entity) {
	for _, part := range m.mended(joined(m.Document, st.frame.Parts(role))) {
		ref := m.Whom.Of(part, whom.Scene{Role: role, Anchor: st.frame.Anchor, Content: st.content, Speakers: st.speakers, Last: m.lastSpeakers()})
		for _, e := range ref.Entities {
			if ref.Confidence >= likely && !slices.Contains(st.speakers, e) && !slices.Contains(all, e) {
				all = append(all, e)
				st.decide(what, ref.Rule, ref.Confidence)
			}
		}
	}
	return all
}
