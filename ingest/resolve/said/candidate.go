package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// candidate is somebody who may be addressed by a statement or be its target.
type candidate struct {
	*who.Entity
	words   document.Range // that mean them
	meaning float64        // how probable it is that they do
	rule    rule.Rule      // by which they do
	given   bool           // the network gives them the role

	// How probable it is that these words have the role here, in a statement that
	// lies in this one's words, and in one in whose words this one lies.
	role, inner, outer float64
	others             int // candidates to whom the network gives the role
}

// faint is the least probability of a role with which words that the network
// doesn't give it are asked whom they mean.
const faint = 0.03

// candidates returns who may have a role in a statement: whom the words for it
// mean, whom less probable words mean, and who is named in the content and
// around the cue. Nobody speaks to himself.
func (m *maker) candidates(st *said, role document.Role) (all []candidate) {
	scene := st.scene(role)
	add := func(words document.Range, ref whom.Reference, given bool) {
		for _, e := range ref.Entities {
			if !slices.Contains(st.speakers, e) {
				all = better(all, m.weighed(candidate{Entity: e, words: words, meaning: ref.Confidence, rule: ref.Rule, given: given}, st, role))
			}
		}
	}
	given := m.mended(joined(m.Document, st.frame.Parts(role)))
	for _, words := range given {
		add(words, m.Whom.Note(m.of(words, st, scene)), true)
	}
	for _, words := range m.faint(st, role, given) {
		add(words, m.Whom.Guess(words, scene), false)
	}
	for _, words := range append(slices.Clone(st.content), m.SentenceOf(st.frame.Anchor).Range) {
		for _, mention := range m.Cast.MentionsIn(words) {
			if mention.Entity.Label != graph.Place && !overlaps(st.source, mention.Range) {
				add(mention.Range, whom.Reference{Entities: []*who.Entity{mention.Entity}, Rule: whom.ByName, Confidence: byName}, false)
			}
		}
	}
	return withOthers(all)
}

// byName is how probable it is that a name means who has it: a number that the
// weights of candidates were learned with.
const byName = 0.95

// better adds a candidate. One who is there by less probable words is replaced.
func better(all []candidate, c candidate) []candidate {
	i := slices.IndexFunc(all, func(o candidate) bool { return o.Entity == c.Entity })
	switch {
	case i < 0:
		return append(all, c)
	case c.given == all[i].given && c.role*c.meaning > all[i].role*all[i].meaning:
		all[i] = c
	}
	return all
}

// faint returns the runs of words that may have a role, beside those given it.
func (m *maker) faint(st *said, role document.Role, given []document.Range) []document.Range {
	var words []int
	for w, p := range st.frame.Likely[role] {
		if p >= faint && !covers(given, w) && !covers(st.source, w) && !slices.Contains(st.frame.Roles[document.Cue], w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return document.Frame{Roles: map[document.Role][]int{role: words}}.Parts(role)
}

// weighed adds how probable it is that a candidate's words have the role.
func (m *maker) weighed(c candidate, st *said, role document.Role) candidate {
	c.role = peak(st.frame, role, c.words)
	for _, r := range st.content {
		for w := r.First; w < r.Last; w++ {
			for _, f := range m.frames.at[w] {
				if w != st.frame.Anchor {
					c.inner = max(c.inner, peak(f, role, c.words))
				}
			}
		}
	}
	for _, f := range m.frames.over[st.frame.Anchor] {
		if f.Anchor != st.frame.Anchor && !covers(st.content, f.Anchor) {
			c.outer = max(c.outer, peak(f, role, c.words))
		}
	}
	return c
}

// frames are the frames of statements: at, by the word of their anchor; and over,
// for each word that is an anchor, those in whose content it stands.
type frames struct{ at, over map[int][]document.Frame }

func framesOf(d *document.Document) frames {
	found := frames{map[int][]document.Frame{}, map[int][]document.Frame{}}
	for _, f := range d.Frames {
		if f.Kind == document.Statement {
			found.at[f.Anchor] = append(found.at[f.Anchor], f)
		}
	}
	for _, f := range d.Frames {
		for _, w := range f.Roles[document.Content] {
			if f.Kind == document.Statement && found.at[w] != nil {
				found.over[w] = append(found.over[w], f)
			}
		}
	}
	return found
}

// peak returns the greatest probability with which one of the words has a role.
func peak(f document.Frame, role document.Role, words document.Range) (p float64) {
	for w := words.First; w < words.Last; w++ {
		p = max(p, f.Likelihood(role, w))
	}
	return p
}

// withOthers counts, beside each candidate, the others whom the network gives.
func withOthers(all []candidate) []candidate {
	given := 0
	for _, c := range all {
		given += one(c.given)
	}
	for i, c := range all {
		all[i].others = given - one(c.given)
	}
	return all
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func overlaps(words []document.Range, with document.Range) bool {
	return slices.ContainsFunc(words, func(r document.Range) bool { return r.Overlaps(with) })
}
