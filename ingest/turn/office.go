package turn

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// giveOffice tells the office that a label gives its speaker: NAME, TITLE or
// NAME, TITLE, WHOSE. What the network found of it is completed.
func (s *settler) giveOffice(t Turn) {
	parts := s.parts(t.Source)
	if len(parts) == 2 {
		parts = append(parts[:1], s.atOf(parts[1])...)
	}
	if t.Form != "label" && t.Form != "name above" || len(parts) < 2 || len(parts) > 3 || !s.job(parts[1]) {
		return
	}
	i := slices.IndexFunc(s.Frames, func(f document.Frame) bool {
		return f.Kind == document.Office && parts[1].First <= f.Anchor && f.Anchor < parts[1].Last
	})
	if i < 0 {
		i = len(s.Frames)
		s.Frames = append(s.Frames, document.Frame{Kind: document.Office, Anchor: parts[1].First, P: likely, Roles: map[document.Role][]int{document.Title: words(parts[1])}})
	}
	roles := s.Frames[i].Roles
	roles[document.Holder] = words(parts[0])
	if len(parts) == 3 && len(roles[document.Of]) == 0 {
		roles[document.Of] = words(parts[2])
	}
}

// parts divides words at commas.
func (s *settler) parts(r document.Range) (parts []document.Range) {
	first := r.First
	for w := r.First; w <= r.Last; w++ {
		if w < r.Last && s.Words[w].Text != "," {
			continue
		}
		if w > first {
			parts = append(parts, document.Range{First: first, Last: w})
		}
		first = w + 1
	}
	return parts
}

// atOf divides a title from whose it is: mayor of Oslo.
func (s *settler) atOf(r document.Range) []document.Range {
	for w := r.First + 1; w+1 < r.Last; w++ {
		if strings.EqualFold(s.Words[w].Text, "of") {
			return []document.Range{{First: r.First, Last: w}, {First: w + 1, Last: r.Last}}
		}
	}
	return []document.Range{r}
}

// job says whether words tell a job, by the last of them, or by a first before
// a hyphen: DIRECTOR-GENERAL.
func (s *settler) job(r document.Range) bool {
	return is("title", s.Words[r.Last-1].Text) || r.Len() == 3 && s.Words[r.First+1].Text == "-" && is("title", s.Words[r.First].Text)
}
