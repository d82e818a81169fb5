package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// byTheWords is the rule by which words beside the title say whose an office is.
const byTheWords = "words for whose it is"

// How sure it is whose an office is: shares that are right on the marked articles.
const (
	byWords = 0.9
	byTree  = 0.8
)

// owner returns whose an office is by words that stand beside its title: those
// that the network finds, else the possessor or the noun after “of” and the like.
func (f *finder) owner(o *office) (of *who.Entity, rule string, confidence float64) {
	for _, part := range f.ownerParts(o) {
		if e := f.named(part, o); e != nil {
			return f.ofNation(e, o), byTheWords, byWords
		}
	}
	if e := f.possessor(o); e != nil {
		return f.ofNation(e, o), "possessor of the title", byTree
	}
	return nil, "", 0
}

// ofNation returns the country of a body or place where the office is one that
// only a country has: “White House … President Doe”.
func (f *finder) ofNation(e *who.Entity, o *office) *who.Entity {
	if e.Label == graph.Country || e.Code == "" || kindOf(o.Title) == "" || e.Label == graph.Organization && !e.Proposed {
		return e
	}
	return f.cast.Country(e.Code)
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
	return append(before, after...)
}

// close is how many words may stand between a title, or the name of its
// holder, and those for whose it is.
const close = 4

// apart says whether words stand too far from a title and its holder to tell
// whose it is.
func (f *finder) apart(r document.Range, o *office) bool {
	gap := distance(r, o.Words)
	if o.holder != nil {
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
		if shared <= 0 || m.Entity == o.holder {
			continue
		}
		worth := 2 * shared
		if m.Entity.Label == graph.Organization && !m.Entity.Proposed {
			worth += 10
		}
		if m.Entity.Label == graph.Person {
			worth -= 2 * shared - 1
		}
		if worth > most {
			best, most = m.Entity, worth
		}
	}
	return best
}

// possessor returns whoever owns a title by the tree: “Doe's spokesman”, “aide
// to Jane Doe”.
func (f *finder) possessor(o *office) *who.Entity {
	title := tree.Head(f.Document, o.Words)
	for _, c := range title.Children("nmod") {
		if c.Subtype("nmod:poss") || slices.Contains([]string{"of", "for", "to", "at"}, c.Preposition()) {
			if m := f.cast.MentionAt(c.Word); m != nil && m.Entity != o.holder {
				return m.Entity
			}
		}
	}
	return nil
}
