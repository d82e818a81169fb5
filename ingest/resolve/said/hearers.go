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
	if len(st.heard) == 0 {
		st.heard = m.demanded(st)
	}
	st.Addressees = ids(st.heard)
	st.Targets = ids(m.meant(st, document.Target, "target"))
}

// byDemand is the share of those of whom something is demanded so that are
// addressed, on the marked articles.
const byDemand = 0.7

// demanded returns of whom it is demanded to do something: “demanded that Berlin
// pay”.
func (m *maker) demanded(st *said) []*who.Entity {
	clause := st.cue.Child("ccomp")
	subject := clause.Child("nsubj")
	if st.cue.Lemma() != "demand" || !subject.OK() || !covers(st.content, subject.Word) {
		return nil
	}
	ref := m.Whom.Of(subject.Phrase(), whom.Scene{Role: document.Addressee, Anchor: st.frame.Anchor, Speakers: st.speakers, Last: m.lastSpeakers()})
	if ref.Confidence < likely || len(ref.Entities) != 1 || slices.Contains(st.speakers, ref.One()) {
		return nil
	}
	st.decide("addressee", "whom it is demanded of", byDemand)
	return ref.Entities
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
