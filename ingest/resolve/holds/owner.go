package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// inParts returns the names in the words for whose an office is.
func (f *finder) inParts(o *office) (found []who.Mention) {
	for _, part := range f.ownerParts(o) {
		found = append(found, f.cast.MentionsIn(part)...)
	}
	return found
}

// ownerParts returns the words for whose an office is, those that stand before
// the title last to first, then those after it. Of several who hold a title,
// each has those after his name: “Presidents Leonid Kuchma of Ukraine and …”.
func (f *finder) ownerParts(o *office) []document.Range {
	var before, after []document.Range
	for _, r := range f.parts(o.frame) {
		switch {
		case f.apart(r, o):
		case r.First < o.Words.First:
			before = append([]document.Range{r}, before...)
		default:
			after = append(after, r)
		}
	}
	if len(before) > 0 && o.Words.First-before[0].Last <= 1 && !f.plural(o.frame) {
		return before // “South Korean minister Lee and his Chinese counterpart”
	}
	return append(before, after...)
}

// close is how many words may stand between a title, or the name of its
// holder, and those for whose it is.
const close = 4

// apart says whether words stand too far from a title and its holder to tell
// whose it is.
func (f *finder) apart(r document.Range, o *office) bool {
	gap := distance(r, o.Words)
	if o.name.Len() > 0 {
		gap = min(gap, distance(r, o.name))
	}
	if f.plural(o.frame) {
		return r.First > o.Words.Last && distance(r, o.name) > 1
	}
	return gap > close
}

// distance returns how many words stand between two phrases.
func distance(a, b document.Range) int { return max(0, b.First-a.Last, a.First-b.Last) }

// parts returns the runs of words for whose an office is, over “'s” and “of
// the” between them.
func (f *finder) parts(frame document.Frame) (parts []document.Range) {
	for _, r := range frame.Parts(document.Of) {
		n := len(parts)
		if n > 0 && slices.Contains([]string{"of the", "of", "for", "and"}, strings.ToLower(f.between(parts[n-1], r))) {
			parts[n-1].Last = r.Last
		} else {
			parts = append(parts, r)
		}
	}
	return parts
}

func (f *finder) between(a, b document.Range) string {
	return strings.TrimSpace(f.Article.Text[f.Words[a.Last-1].End:f.Words[b.First].Start])
}

// named returns the country, body, place or person that words name: the longest
// name, of a body rather than of a country or place. A body without a name of
// its own kind comes after one that has it.
func (f *finder) named(part document.Range, o *office) (best *who.Entity) {
	most := 0
	for _, m := range f.cast.Mentions {
		shared := min(m.Last, part.Last) - max(m.First, part.First)
		if shared <= 0 || m.Entity == o.holder || m.Entity.Label == graph.Person && national(o.Title) {
			continue
		}
		worth := 2 * shared
		switch {
		case m.Entity.Label == graph.Organization && !m.Entity.Proposed, f.seat(m.Range):
			worth += 10
		case m.Entity.Label == graph.Person:
			worth = 1
		}
		if worth > most {
			best, most = m.Entity, worth
		}
	}
	return best
}

// seat says whether words name the seat of a government, which speaks for its
// country: “White House press secretary”.
func (f *finder) seat(r document.Range) bool {
	entry, n := gazetteer.Match(gazetteer.Words(f.Text(r)))
	return n == r.Len() && entry.Kind == gazetteer.Seat
}
