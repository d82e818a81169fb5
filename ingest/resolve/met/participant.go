package met

import (
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// participant is somebody who may take part, with what speaks for it.
type participant struct {
	*who.Entity
	words  document.Range // that mean them
	role   string
	rule   string // names of the rule for the place and of that for the phrase
	signs  Values
	likely float64 // that they take part, by all tellings

	receives bool // it is told that they receive the others
}

// roles are the roles of those who take part, the most telling first.
var roles = []document.Role{document.Host, document.Visitor, document.Speaker, document.Participant}

// addParticipants adds whom the words for those who take part mean, by the
// network and by the tree; the outer phrases come first.
func (m *maker) addParticipants(t *telling) {
	var found []partner
	for _, role := range roles {
		for _, part := range t.frame.Parts(role) {
			if !m.ofOther(t, part) && !m.owner(part) {
				found = append(found, m.inPart(part, role)...)
			}
		}
	}
	byNetwork := m.whole(t, found)
	byTree := m.whole(t, m.partners(t))
	for i, p := range byNetwork {
		byNetwork[i].agreed = slices.ContainsFunc(byTree, func(q partner) bool { return q.Cursor == p.Cursor })
	}
	all := append(byNetwork, byTree...)
	slices.SortStableFunc(all, func(a, b partner) int { return depth(a.Cursor) - depth(b.Cursor) })
	taken := map[int]bool{}
	m.addHalves(t, taken)
	for _, p := range all {
		m.take(t, p, taken)
	}
}

// owner says whether words end as those for whose somebody is: “Doe's” of “met Doe's
// advisers”.
func (m *maker) owner(part document.Range) bool {
	up := tree.Head(m.Document, part).Up()
	return lexicon.Owning(strings.ToLower(m.Words[part.Last-1].Text)) && up.Is("NOUN") && up.Word == part.Last && !slices.Contains(words["usual"], up.Lemma())
}

// ofOther says whether words of another sentence take part in a meeting of which
// that sentence tells itself: whether that is the same is asked later.
func (m *maker) ofOther(t *telling, part document.Range) bool {
	return !m.inSentence(t, part) && slices.ContainsFunc(m.tellersIn(m.SentenceOf(part.First)), func(f document.Frame) bool {
		return slices.ContainsFunc(roles, func(r document.Role) bool { return slices.Contains(f.Roles[r], part.First) })
	})
}

// whole returns the heads of whole phrases, each of those that are joined by
// itself.
func (m *maker) whole(t *telling, parts []partner) (all []partner) {
	for _, p := range parts {
		for _, c := range members(m.top(t, p.Cursor)) {
			p.Cursor = c
			all = append(all, p)
		}
	}
	return all
}

// inPart returns the words that may be heads in a run of words of which the
// network says that they take part: its head, and the names that stand in line
// with that.
func (m *maker) inPart(part document.Range, role document.Role) []partner {
	found := []partner{{Cursor: tree.Head(m.Document, part), role: role, how: byNetwork}}
	for _, mention := range m.Cast.MentionsIn(part) {
		c := tree.Head(m.Document, mention.Range)
		if c.By("appos", "conj", "list", "parataxis", "dep") {
			found = append(found, partner{Cursor: c, role: role, how: inLine})
		}
	}
	return found
}

// depth returns how far below the root of its sentence a word lies.
func depth(c tree.Cursor) (n int) {
	for c = c.Up(); c.OK(); c = c.Up() {
		n++
	}
	return n
}

// sure is the least probability with which it counts whom a phrase means.
const sure = 0.4

// take adds whom a phrase means where it was not yet asked for and does not lie
// within that for somebody who was found: “Doe, head of the committee”.
func (m *maker) take(t *telling, p partner, taken map[int]bool) {
	if _, asked := taken[p.Word]; asked || t.isTrigger(p.Word) || m.isTime(p.Cursor) || within(p.Cursor, taken) || tellsOfItself(p.Cursor, taken) {
		return
	}
	meant := m.meant(t, m.alone(p.Cursor), p)
	taken[p.Word] = len(meant) > 0
	for _, found := range meant {
		if !has(t.participants, found.Entity) && found.Label != graph.Place {
			t.participants = append(t.participants, found)
		}
	}
}

// ownStory finds who tells what somebody did whom a pronoun means.
var ownStory = tree.MustCompile(`"it"|"he"|"she" <nsubj <ccomp >nsubj =who`, nil)

// tellsOfItself says whether a pronoun means who tells of a meeting and was found to
// take part: “Opel said it had talked to Doe”.
func tellsOfItself(c tree.Cursor, meaning map[int]bool) bool {
	return meaning[ownStory.Match(c).At("who").Word]
}

// within says whether a noun belongs to the phrase of another that means
// somebody.
func within(c tree.Cursor, meaning map[int]bool) bool {
	for c.By("nmod", "compound", "amod", "flat", "appos") {
		if c = c.Up(); meaning[c.Word] {
			return true
		}
	}
	return false
}

// isTime says whether a word belongs to a date: “Tuesday's meeting”.
func (m *maker) isTime(c tree.Cursor) bool {
	return slices.ContainsFunc(m.Dates, func(d dates.Date) bool { return d.Overlaps(m.Words[c.Word].Span) })
}

// meant returns whom a phrase means: “the two” are those of whose meeting was
// told last.
func (m *maker) meant(t *telling, phrase document.Range, p partner) (found []participant) {
	ref := m.Whom.Note(m.Whom.Of(phrase, whom.Scene{Role: p.role, Anchor: t.frame.Anchor, Partners: entities(t.participants)}))
	if head := tree.Head(m.Document, phrase); len(ref.Entities) != 2 && isPair(head) && m.Cast.MentionAt(head.Word) == nil {
		return t.lastPair()
	}
	if ref.Confidence < sure || ref.Alone {
		return nil
	}
	for _, e := range ref.Entities {
		if mention := m.Cast.MentionAt(p.Word); p.named && (mention == nil || mention.Entity != e) {
			continue // a name before the noun means who has it
		}
		found = append(found, participant{Entity: e, words: phrase, role: string(p.role), rule: p.how.With(ref.Rule.Name), signs: m.signs(t, phrase, p, e, ref.Confidence), receives: m.receives(t, p.Cursor)})
	}
	return found
}

// hangs is the sign of who hangs from the trigger or its verb.
const hangs = "hangs from the trigger or its verb"

// signs returns what speaks for it that somebody whom a phrase means takes part.
func (m *maker) signs(t *telling, phrase document.Range, p partner, e *who.Entity, reference float64) Values {
	return Values{
		"network and tree agree": count(p.agreed),
		hangs:                    count(m.distance(t, phrase) < unrelated),
		"same sentence":          count(m.SentenceOf(t.frame.Anchor).Range.Contains(phrase)),
		"reference":              reference,
		"tellings":               1,
		"body":                   count(e.Label == graph.Organization),
		"country":                count(e.Label == graph.Country),
	}
}

// Patterns of two: “both leaders”, “the two leaders”.
var (
	both = tree.MustCompile(`:NOUN >det "both"`, nil)
	pair = tree.MustCompile(`:NOUN [>nummod "two"] >det "the"|"these"`, nil)
)

// isPair says whether a phrase means two: “both”, “the two leaders”.
func isPair(head tree.Cursor) bool {
	if slices.Contains([]string{"both", "two", "pair", "duo"}, head.Lower()) {
		return true
	}
	return both.Matches(head) || pair.Matches(head)
}

// near is how many words before “the two” it may be told that they meet.
const near = 80

// lastPair returns the two who take part in the meeting that was told of last.
func (t *telling) lastPair() []participant {
	for _, last := range slices.Backward(t.before) {
		if t.frame.Anchor-last.frame.Anchor > near {
			break
		}
		if len(last.participants) == 2 {
			return last.participants
		}
	}
	return nil
}

func entities(people []participant) (all []*who.Entity) {
	for _, p := range people {
		all = append(all, p.Entity)
	}
	return all
}

func has(people []participant, e *who.Entity) bool {
	return slices.ContainsFunc(people, func(p participant) bool { return p.Entity == e })
}

// likely is the least probability with which somebody takes part.
const likely = 0.40

// together returns who takes part by all tellings of a meeting. A country goes
// where somebody comes who holds an office of it.
func (m *maker) together(group []*telling) []participant {
	people := m.meantBy(group)
	for i, p := range people {
		people[i].likely = m.model.Part.Probability(p.signs)
	}
	people = slices.DeleteFunc(people, func(p participant) bool { return p.likely < likely })
	return slices.DeleteFunc(people, func(p participant) bool { return p.Label == graph.Country && represented(people, p.Entity) })
}

// meantBy returns everybody whom a telling of a meeting has for one who takes
// part, with what speaks for it in any of them.
func (m *maker) meantBy(group []*telling) (people []participant) {
	for _, t := range group {
		for _, p := range t.participants {
			p.signs = maps.Clone(p.signs)
			p.signs["told by then"] = count(!m.later(group, t, p.words))
			i := slices.IndexFunc(people, func(q participant) bool { return q.Entity == p.Entity })
			if i < 0 {
				people = append(people, p)
				continue
			}
			known := people[i].signs
			for sign, value := range p.signs {
				known[sign] = max(known[sign], value)
			}
			known["tellings"]++
		}
	}
	surer := 0.0
	for _, p := range people {
		surer += p.signs[hangs]
	}
	for _, p := range people {
		p.signs["share of tellings"] = p.signs["tellings"] / float64(len(group))
		p.signs["two others hang from it"] = count(surer-p.signs[hangs] >= 2)
	}
	return people
}

// later says whether words stand behind the sentence of a telling, in one that tells
// nothing of the meeting.
func (m *maker) later(group []*telling, t *telling, words document.Range) bool {
	return words.First >= m.SentenceOf(t.frame.Anchor).Last && !slices.ContainsFunc(group, func(g *telling) bool { return m.inSentence(g, words) })
}

func represented(people []participant, country *who.Entity) bool {
	return slices.ContainsFunc(people, func(p participant) bool {
		return slices.ContainsFunc(p.Offices, func(o who.Office) bool { return o.Of == country && !o.Former })
	})
}
