// Package holds finds which office who holds, and whose it is.
//
//	holds.Find(document, cast)
//
// The words of the title, the holder and the country or body are the
// network's. Whose an office is where no word stands beside it is told by what
// the article says elsewhere, or is left open.
package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// finder finds the offices that one article gives.
type finder struct {
	*document.Document
	cast  *who.Cast
	found []*office
}

// office is a frame with who holds it.
type office struct {
	who.Office
	frame  document.Frame
	holder *who.Entity
}

// Find gives the people of the cast the offices that the article gives them.
func Find(d *document.Document, cast *who.Cast) {
	f := &finder{Document: d, cast: cast}
	for _, frame := range d.Frames {
		if frame.Kind == document.Office {
			f.add(frame)
		}
	}
	for _, o := range f.found {
		o.holder.Offices = append(o.holder.Offices, o.Office)
	}
}

// add reads a frame. It is nobody's office where no name of a person stands
// among the words of the holder.
func (f *finder) add(frame document.Frame) {
	parts := frame.Parts(document.Title)
	holder := f.holder(frame)
	if holder == nil || len(parts) == 0 {
		return
	}
	o := &office{frame: frame, holder: holder}
	o.Title, o.Words = f.title(parts), parts[0]
	o.Former = frame.Former
	o.Of, o.Rule, o.Confidence = f.owner(frame)
	o.Confidence *= frame.P
	f.found = append(f.found, o)
}

// holder returns the person whose name stands among the words of the holder.
func (f *finder) holder(frame document.Frame) *who.Entity {
	for _, part := range frame.Parts(document.Holder) {
		for w := part.First; w < part.Last; w++ {
			if m := f.cast.MentionAt(w); m != nil && m.Entity.Label == graph.Person {
				return m.Entity
			}
		}
	}
	return nil
}

// title returns the words of a title in one line.
func (f *finder) title(parts []document.Range) string {
	var words []string
	for _, r := range parts {
		words = append(words, strings.Fields(f.Text(r))...)
	}
	return strings.Join(words, " ")
}

// owner returns the country or body that the words for it name.
func (f *finder) owner(frame document.Frame) (of *who.Entity, rule string, confidence float64) {
	for _, part := range slices.Backward(frame.Parts(document.Of)) {
		for w := part.Last - 1; w >= part.First; w-- {
			m := f.cast.MentionAt(w)
			if m != nil && (m.Entity.Label == graph.Country || m.Entity.Label == graph.Organization) {
				return m.Entity, "words for whose it is", byWords
			}
		}
	}
	return nil, "", 0
}

// byWords is the share of offices with words for whose they are that are right,
// on the marked articles.
const byWords = 0.9
