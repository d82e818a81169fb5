package met

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// setPlace sets the place or country where the meeting is, and the words for a
// building: of the phrases that the network and the tree find, the nearest to
// the trigger in the tree that names one.
func (m *maker) setPlace(t *telling) {
	parts := slices.Concat(m.ownPlaces(t), m.placesByTree(t))
	slices.SortStableFunc(parts, func(a, b document.Range) int { return cmp.Compare(m.distance(t, a), m.distance(t, b)) })
	for _, part := range parts {
		if t.place == nil {
			t.place, t.placeBy = m.Cast.Enter(m.placeIn(part)), placeTree
			if slices.Contains(t.frame.Parts(document.Place), part) {
				t.placeBy = placeSaid
			}
		}
		if head := tree.Head(m.Document, part); t.venue == "" && m.Cast.MentionAt(head.Word) == nil && head.Is("NOUN", "PROPN") {
			t.venue = m.Text(m.withoutArticle(part))
		}
	}
}

// ownPlaces returns the words for a place less those of another sentence that have
// the role in a meeting of which that tells itself, and of which the network does not
// say that it is the same.
func (m *maker) ownPlaces(t *telling) []document.Range {
	return slices.DeleteFunc(t.frame.Parts(document.Place), func(part document.Range) bool {
		return !m.inSentence(t, part) && slices.ContainsFunc(m.tellersIn(m.SentenceOf(part.First)), func(f document.Frame) bool {
			return slices.Contains(f.Roles[document.Place], part.First) && !same(f, t.frame)
		})
	})
}

// same says whether the network takes one of two for the other told again.
func same(a, b document.Frame) bool {
	return slices.Contains(a.Roles[document.Same], b.Anchor) || slices.Contains(b.Roles[document.Same], a.Anchor)
}

// inSentence says whether words stand in the sentence of the trigger.
func (m *maker) inSentence(t *telling, part document.Range) bool {
	return m.SentenceOf(part.First).Range.Contains(document.Range{First: t.frame.Anchor, Last: t.frame.Anchor + 1})
}

// tellersIn returns the frames of meetings of which a sentence tells.
func (m *maker) tellersIn(s document.Sentence) []document.Frame {
	return slices.DeleteFunc(slices.Clone(m.Frames), func(f document.Frame) bool {
		return f.Kind != document.Meeting || f.Anchor < s.First || f.Anchor >= s.Last
	})
}

// unrelated is the distance of words that hang neither from the trigger nor from its
// verb.
const unrelated = 200

// hanging is the least distance of words that don't hang from the trigger itself.
const hanging = 100

// distance says how far words are from the trigger: those that hang from it or
// from its verb are nearer than all others.
func (m *maker) distance(t *telling, r document.Range) int {
	words := max(t.frame.Anchor-r.Last, r.First-t.frame.Anchor, 0)
	head := tree.Head(m.Document, r)
	for _, trigger := range t.triggers() {
		top := tree.Head(m.Document, trigger)
		switch at := slices.Index(m.hosts(top), head.Up()); {
		case at == 0:
			return min(words, hanging-1)
		case at > 0 || top.Is("NOUN", "PROPN") && head.Up() == top.Up():
			return min(words, hanging-1) + hanging
		}
	}
	return words + unrelated
}

// placesByTree returns the phrases for a place that hang from the trigger or
// from its verb: “met in Geneva”, “a visit to Chad”, “held talks at Camp David”.
func (m *maker) placesByTree(t *telling) (found []document.Range) {
	for _, r := range t.triggers() {
		for _, host := range m.hosts(tree.Head(m.Document, r)) {
			for _, c := range host.Children("nmod", "obl", "obj", "compound", "amod", "advmod", "xcomp") {
				if m.leadsToPlace(host, c, t) {
					found = append(found, c.Phrase())
				}
			}
		}
		if c := tree.Head(m.Document, r).Up(); c.Child("cop").OK() && c.Preposition() == "in" {
			found = append(found, c.Phrase()) // “was in Geneva for talks”
		}
	}
	return found
}

// hosts returns the words from which a place of a meeting may hang: its own, its
// verb, what that verb is completed by, and a participle: “talks are to be held
// in Geneva”, “a summit held in Rome”.
func (m *maker) hosts(trigger tree.Cursor) []tree.Cursor {
	found := []tree.Cursor{trigger}
	if !trigger.Is("NOUN", "PROPN") {
		return found
	}
	verbs := trigger.Children("acl")
	if up := trigger.Up(); up.Is("VERB") {
		verbs = append(verbs, up)
	}
	for _, verb := range verbs {
		found = append(append(found, verb), verb.Children("xcomp")...)
	}
	return found
}

// leadsToPlace says whether a word that hangs from another tells where.
func (m *maker) leadsToPlace(host, c tree.Cursor, t *telling) bool {
	mention := m.Cast.MentionAt(c.Word)
	if c.Relation() == "advmod" || mention == nil || mention.Entity.Label != graph.Place && mention.Entity.Label != graph.Country {
		return c.Lower() == "here"
	}
	switch p := c.Preposition(); {
	case c.Relation() == "obj" && p == "":
		return t.mode == "visit" && stands("visit", host)
	case c.Relation() == "compound":
		return mention.Entity.Label == graph.Place
	case p == "to":
		return t.mode == "visit"
	default:
		return p == "in" || p == "at"
	}
}

// placeIn returns the place that words name, the narrowest of several; “here” is
// where the article was written. One that is not yet of the cast has no id.
func (m *maker) placeIn(part document.Range) (best *who.Entity) {
	if part.Len() == 1 && strings.ToLower(m.Words[part.First].Text) == "here" {
		return m.written()
	}
	for _, mention := range m.Cast.MentionsIn(part) {
		e := m.sited(mention)
		if e != nil && (best == nil || best.Label == graph.Country && e.Label == graph.Place) {
			best = e
		}
	}
	return best
}

// sited returns the place for the words of a mention: the city or building where
// they stand for a government elsewhere, and none for a demonym.
func (m *maker) sited(mention who.Mention) *who.Entity {
	switch label := mention.Entity.Label; {
	case label == graph.Place:
		return mention.Entity
	case label != graph.Country:
		return nil
	}
	text := m.Text(m.withoutArticle(mention.Range))
	switch entry, _ := gazetteer.Match(gazetteer.Words(text)); entry.Kind {
	case gazetteer.Capital, gazetteer.Seat:
		return &who.Entity{Name: text, Label: graph.Place, Code: mention.Entity.Code, Mentions: []document.Range{mention.Range}}
	case gazetteer.Demonym:
		if tree.Head(m.Document, mention.Range).Is("ADJ") {
			return nil
		}
	}
	return mention.Entity
}

// written returns the place of the dateline, nil where there is none.
func (m *maker) written() *who.Entity {
	name, _, _ := strings.Cut(m.Article.Place, ",")
	if name == "" {
		return nil
	}
	entry, _ := gazetteer.Match(gazetteer.Words(name))
	if entry.Kind == gazetteer.Country && entry.Name != "" {
		return &who.Entity{Label: graph.Country, Code: entry.Code}
	}
	return &who.Entity{Name: name, Label: graph.Place, Code: entry.Code}
}

func (m *maker) withoutArticle(r document.Range) document.Range {
	if r.Len() > 1 && slices.Contains([]string{"a", "an", "the"}, strings.ToLower(m.Words[r.First].Text)) {
		r.First++
	}
	return r
}

// setDate sets the date that the words for the time mean: of those that the
// network and the tree find the most precise, and of these the nearest to the
// trigger in the tree.
func (m *maker) setDate(t *telling) {
	best := 0
	parts := t.frame.Parts(document.When)
	for i, part := range slices.Concat(parts, m.datesByTree(t)) {
		d, ok := dates.In(m.Dates, m.Document, part)
		if !ok {
			continue
		}
		far := m.distance(t, part)
		if d.Precision != when.Day {
			far += 10 * unrelated
		}
		if t.date == nil || far < best {
			t.date, best, t.dateBy = &d, far, dayTree
			if i < len(parts) {
				t.dateBy = daySaid
			}
		}
	}
}

// datesByTree returns the words of dates that hang from the trigger or from a verb
// whose subject or object it is: any other verb has a day of its own.
func (m *maker) datesByTree(t *telling) (found []document.Range) {
	s := m.SentenceOf(t.frame.Anchor)
	for _, d := range m.Dates {
		if d.Start < s.Start || d.End > s.End {
			continue
		}
		r := document.Range{First: m.WordAt(d.Start), Last: m.WordAt(d.End-1) + 1}
		if m.distance(t, r) < unrelated && m.ownDay(t, tree.Head(m.Document, r)) {
			found = append(found, r)
		}
	}
	return found
}

// ownDay says whether a word for a day hangs from the trigger, from a verb whose
// subject or object that is, or from one that hangs from it.
func (m *maker) ownDay(t *telling, day tree.Cursor) bool {
	return slices.ContainsFunc(t.triggers(), func(r document.Range) bool {
		top, host := tree.Head(m.Document, r), day.Up()
		return host == top || host.Up() == top || top.Up() == host && top.By("nsubj", "obj")
	})
}
