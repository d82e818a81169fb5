package turn

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// nameLabels makes names of persons of the labels in capitals that name
// somebody, and takes names from those that name a part, as MODERATOR.
func nameLabels(d *document.Document, turns []Turn) {
	names := slices.Clone(d.Names)
	for _, t := range turns {
		if t.Form != "label" {
			continue
		}
		s, l := scene{Document: d}, label{words: t.Source}
		s.readName(&l)
		if l.capitals || s.nobodys(l) {
			names = slices.DeleteFunc(names, func(n document.Name) bool { return n.Range.Overlaps(l.name) })
		}
		if l.capitals && !s.nobodys(l) {
			names = append(names, d.Named(s.trim(l.name), document.PER))
		}
	}
	slices.SortFunc(names, func(a, b document.Name) int { return a.First - b.First })
	d.SetNames(names)
}
