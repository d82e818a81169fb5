package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// byTheWords is the rule by which words beside the title say whose an office is.
const byTheWords = "words for whose it is"

// byWords is the share of those that are right, on the marked articles.
const byWords = 0.8

// owner returns whose an office is by words that stand beside its title: those
// that the network finds, else by a rule.
func (f *finder) owner(o *office) (of *who.Entity, rule string, confidence float64) {
	for _, part := range f.ownerParts(o) {
		if e := f.named(part, o); e != nil {
			return f.ofNation(e, o), byTheWords, byWords
		}
	}
	for _, r := range beside {
		if e := r.find(f, o); e != nil && e != o.holder && !(e.Label == graph.Person && national(o.Title)) {
			return f.ofNation(e, o), r.name, r.share
		}
	}
	return nil, "", 0
}

// beside are the rules for words beside a title that the network overlooks.
var beside = []rule{
	{"name right before the title", "ICTY prosecutor Jane Doe", 0.7, (*finder).before},
	{"state of a member of Congress", "Representative Jane Doe, Democrat of Vermont", 0.6, (*finder).state},
	{"name after the title", "chief of staff to President Jane Doe", 0.6, (*finder).after},
}

// before returns the body whose name ends right before the title.
func (f *finder) before(o *office) *who.Entity {
	if o.Words.First == 0 {
		return nil
	}
	first := o.Words.First - 1
	if w := f.lower(first); w == "'s" || w == "’s" {
		first--
	}
	if e := f.named(document.Range{First: max(0, first), Last: first + 1}, o); e != nil && certain(e) {
		return e
	}
	return nil
}

// certain says whether a body is more than a noun such as “the club”, which may
// mean one that has a name.
func certain(e *who.Entity) bool {
	return e.Label == graph.Organization && (!e.Proposed || e.Code != "")
}

// linking are the words between a title and whose it is.
var linking = []string{"of", "for", "to", "at", "with"}

// within is how many words may stand between those and the name.
const within = 4

// after returns whose name stands soon after “of” and the like, right after the
// title: “chief of staff to President Jane Doe”.
func (f *finder) after(o *office) *who.Entity {
	s := f.SentenceOf(o.Words.First)
	at := o.Words.Last
	if at >= s.Last || !slices.Contains(linking, f.lower(at)) {
		return nil
	}
	for w := at + 1; w < min(s.Last, at+1+within) && f.Words[w].UPOS != "PUNCT" && f.Words[w].UPOS != "VERB"; w++ {
		if e := f.named(document.Range{First: w, Last: w + 1}, o); e != nil && (certain(e) || e.Label == graph.Person) {
			return e
		}
	}
	return nil
}

// state returns the place after “of” behind the name of a member of Congress.
func (f *finder) state(o *office) *who.Entity {
	if kindOf(o.Title) != "member" || o.holder == nil {
		return nil
	}
	s := f.SentenceOf(o.name.First)
	for w := o.name.Last; w+1 < min(s.Last, o.name.Last+4); w++ {
		if f.lower(w) != "of" {
			continue
		}
		if m := f.cast.MentionAt(w + 1); m != nil && m.Entity.Label == graph.Place {
			return m.Entity
		}
	}
	return nil
}

// ofNation returns the country of a body or place where the office is one that
// only a country has: “White House … President Doe”.
func (f *finder) ofNation(e *who.Entity, o *office) *who.Entity {
	if e.Label == graph.Country || e.Code == "" || !national(o.Title) {
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
