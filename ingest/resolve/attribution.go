package resolve

import (
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

// attribution is a source, a cue and a content that belong together. A part may
// be in several pieces; Source may be empty.
type attribution struct {
	Source, Cue, Content []article.Span
}

// attributions returns those that the document's statements are.
func attributions(d *document.Document) (all []attribution) {
	for _, f := range d.Frames {
		cue := f.Roles[document.Cue]
		if len(cue) == 0 {
			cue = []int{f.Anchor}
		}
		if f.Kind == document.Statement && len(f.Roles[document.Content]) > 0 {
			all = append(all, attribution{d.Spans(f.Roles[document.Source]), d.Spans(cue), d.Spans(f.Roles[document.Content])})
		}
	}
	return all
}
