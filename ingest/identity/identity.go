// Package identity decides who is who across articles: which people of one name
// are two, which names are of one, which tellings are of one meeting, and what a
// person has decided.
//
//	register := identity.New(decisions)
//	for each article { register.Add(facts) }
//	settled := register.Settle()
//	for each article { settled.Apply(facts) }
//
// What comes of it depends on the set of the articles alone, not on their order.
//
// # Block by block
//
// No decision needs all articles. What an article tells of each entity is a
// Sighting; each has a home block, where it is decided who it is, and is posted
// to others, where it is a candidate for shorter names:
//
//	Sightings(facts) ──▶ Blocks ──▶ Decide, of each block ──▶ joins ──▶ Settled ──▶ Apply(facts)
//	                                         ╰─▶ Stands ──▶ Unite, of each item of Wikidata ──▶ joins ──▶ Settled
//	Tellings(facts)  ──▶ Group, by the settled ids ──▶ Meet, of each group ──▶ meetings ──▶ Settled
//
// A store keeps, by article, the sightings with their home and posts, the
// tellings with their group, and, by block and group, the joins and meetings; by
// block, too, who stands there and is known by an item of Wikidata (Stand).
// When articles come, change or go:
//
//  1. Take the sightings that came or went (a changed one did both). Decide
//     anew the blocks that are home or post of one of them; a block that is
//     nobody's home decides nothing and needs no sightings. Then Unite anew those
//     of each item whose Stands of these blocks changed.
//  2. Compare the joins of these blocks and items with those before. The ids that change
//     are the From of each that came or went, and every id that a chain of joins
//     leads to one of these (look for From by To, as long as there are new ones).
//     So are those where the joins lead, before and now, from one that is Named.
//     The articles whose facts change are those that came, and those with a
//     sighting of such an id; a join with an Article concerns that one alone.
//  3. Of these articles, take the tellings' groups before and now (Group), and
//     Meet anew each group that one of them left or joined or is in. The articles
//     whose meetings change are those of each Met that came or went.
//  4. Restore the facts of all these articles and Apply. It needs no more of the
//     joins than those that begin with an id of the article or with one that is
//     Named, and where they lead.
//
// When the decisions of a person change, Blocks may be others for every
// sighting: settle all anew.
package identity

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Register is what is known of the articles so far.
type Register struct {
	decisions *Decisions
	blocks    map[string][]Sighting
	tellings  []Telling
	known     map[string]bool // ids of entities
}

// New returns a register that heeds decisions; nil is none.
func New(d *Decisions) *Register {
	return &Register{decisions: d, blocks: map[string][]Sighting{}, known: map[string]bool{}}
}

// Add notes the entities and meetings of an article.
func (r *Register) Add(f *facts.Article) {
	r.See(Sightings(f)...)
	r.tellings = append(r.tellings, Tellings(f)...)
}

// See notes sightings.
func (r *Register) See(sightings ...Sighting) {
	for _, s := range sightings {
		r.known[s.ID] = true
		home, posts := Blocks(s, r.decisions)
		if home == "" {
			continue
		}
		r.blocks[home] = append(r.blocks[home], s)
		for _, block := range posts {
			r.blocks[block] = append(r.blocks[block], s)
		}
	}
}

// Settle decides.
func (r *Register) Settle() *Settled {
	var joins []Join
	var doubts []Doubt
	var stands []Stand
	for _, block := range slices.Sorted(maps.Keys(r.blocks)) {
		found := Decide(block, r.blocks[block], r.decisions)
		joins, doubts, stands = append(joins, found.Joins...), append(doubts, found.Doubts...), append(stands, found.Stands...)
	}
	united := UniteAll(stands, r.decisions)
	joins, doubts = append(joins, united.Joins...), append(doubts, united.Doubts...)
	s := NewSettled(r.decisions, joins)
	groups := map[string][]Telling{}
	for _, t := range r.tellings {
		if group := s.Group(t); group != "" {
			groups[group] = append(groups[group], s.Telling(t))
		}
	}
	for _, group := range groups {
		s.Meet(Meet(group))
	}
	for _, j := range joins {
		r.known[j.To] = true
	}
	s.seen, s.doubts, s.unused = r.blocks, doubts, r.decisions.Unused(r.known)
	return s
}

// Settled is who is who.
type Settled struct {
	decisions *Decisions
	joins     map[in]Join
	meetings  map[in]string
	seen      map[string][]Sighting // by block, as a register has them
	doubts    []Doubt
	unused    []string
	named     map[string]value // by the id where the joins lead from one that is named by decision
	items     map[string]value // so, too
}

// in is an id in an article, in all where that is "".
type in struct{ article, id string }

// NewSettled returns who is who by decisions, of which nil is none, and joins.
// It has decided names where joins has those of the ids that are Named.
func NewSettled(d *Decisions, joins []Join) *Settled {
	s := &Settled{decisions: d, joins: map[in]Join{}, meetings: map[in]string{}}
	for _, j := range joins {
		s.joins[in{j.Article, j.From}] = j
	}
	if d != nil {
		s.named, s.items = s.led(d.names), s.led(d.wikidata)
	}
	return s
}

// led returns what is decided of ids by where the joins lead from them; of
// several the first line holds.
func (s *Settled) led(decided map[string]value) map[string]value {
	by := map[string]value{}
	for id, v := range decided {
		now, _ := s.follow("", id)
		if was, known := by[now]; !known || v.line < was.line {
			by[now] = v
		}
	}
	return by
}

// Meet adds which meeting each telling is of.
func (s *Settled) Meet(met []Met) {
	for _, m := range met {
		s.meetings[in{m.Article, m.From}] = m.To
	}
}

// Unused returns the decisions that changed nothing, since no article has whom
// they are about, each with its line.
func (s *Settled) Unused() []string { return s.unused }

// ID returns whom an id of an article's facts means.
func (s *Settled) ID(article, id string) string {
	id, _ = s.follow(article, id)
	return id
}

// follow returns where the joins lead from an id of an article's facts, and the
// name there, "" where it is that of the id.
func (s *Settled) follow(article, id string) (now, name string) {
	now, through := s.chain(article, id)
	for _, j := range through {
		name = cmp.Or(j.Name, name)
	}
	return now, name
}

// chain returns where the joins lead from an id of an article's facts, and which
// they are.
func (s *Settled) chain(article, id string) (now string, through []Join) {
	now = s.decisions.in(article, id)
	for range len(s.joins) + 1 {
		j, ok := s.joins[in{article, now}]
		if !ok {
			j, ok = s.joins[in{"", now}]
		}
		if !ok {
			break
		}
		now, through = s.decisions.stands(j.To), append(through, j)
	}
	return now, through
}

// decided is the rule of what a person decided.
const decided = "decided"

// readAs returns as whom the article alone reads the one whom an id of it means,
// and the least sure rule that made another of it; nil where none did.
func (s *Settled) readAs(article, id string) (as *facts.ReadAs) {
	if s.decisions.in(article, id) != id {
		as = &facts.ReadAs{ID: id, Rule: decided, Confidence: 1}
	}
	_, through := s.chain(article, id)
	for _, j := range through {
		if j.Confidence > 0 && (as == nil || j.Confidence < as.Confidence) { // those of one name told apart are none
			as = &facts.ReadAs{ID: id, Rule: j.Rule, Confidence: j.Confidence}
		}
	}
	return as
}

func (s *Settled) meeting(article, id string) string {
	return cmp.Or(s.meetings[in{article, id}], id)
}
