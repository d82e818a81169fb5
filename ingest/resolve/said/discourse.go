package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// discourse is what was said up to a statement, in the order of the cues.
type discourse []*said

// last returns the statement just before, nil where there is none.
func (d discourse) last() *said {
	if len(d) == 0 {
		return nil
	}
	return d[len(d)-1]
}

// speakers returns who spoke last; none where nobody could name them.
func (d discourse) speakers() []*who.Entity {
	if last := d.last(); last != nil {
		return last.speakers
	}
	return nil
}

// by returns the last statement of the same speakers in a sentence or after it;
// nil where there is none.
func (d discourse) by(speakers []*who.Entity, sentence int) *said {
	for _, st := range slices.Backward(d) {
		if st.sentence < sentence {
			break
		}
		if len(speakers) > 0 && slices.Equal(st.speakers, speakers) {
			return st
		}
	}
	return nil
}

// scene returns what package whom is told of the statement when it is asked whom
// words with a role in it mean.
func (st *said) scene(role document.Role) whom.Scene {
	return whom.Scene{Role: role, Anchor: st.frame.Anchor, Content: st.content, Speakers: st.speakers, Last: st.before.speakers()}
}
