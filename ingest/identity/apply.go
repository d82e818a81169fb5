package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Apply puts what is settled into an article's facts: ids, names and Wikidata
// ids. Entities that became one are joined.
func (s *Settled) Apply(f *facts.Article) {
	is := func(id string) string { return s.id(f.ID, id) }
	meetings := s.meetings[f.ID]
	f.People = joined(f.People, func(p *facts.Person) *facts.Entity { return &p.Entity }, is, s, func(p, q *facts.Person) {
		p.Positions = append(p.Positions, q.Positions...)
	})
	for i := range f.People {
		for j := range f.People[i].Positions {
			f.People[i].Positions[j].Of = is(f.People[i].Positions[j].Of)
		}
	}
	f.Countries = joined(f.Countries, func(c *facts.Country) *facts.Entity { return &c.Entity }, is, s, nil)
	f.Organizations = joined(f.Organizations, func(o *facts.Organization) *facts.Entity { return &o.Entity }, is, s, nil)
	f.Places = joined(f.Places, func(p *facts.Place) *facts.Entity { return &p.Entity }, is, s, nil)
	for i := range f.Meetings {
		m := &f.Meetings[i]
		m.ID, m.Place = cmp.Or(meetings[m.ID], m.ID), is(m.Place)
		for j := range m.Participants {
			m.Participants[j].ID = is(m.Participants[j].ID)
		}
		m.Participants = distinct(m.Participants, func(p facts.Participant) string { return p.ID })
	}
	f.Meetings = distinct(f.Meetings, func(m facts.Meeting) string { return m.ID })
	for i := range f.Statements {
		st := &f.Statements[i]
		if st.Speaker != nil {
			speaker := is(*st.Speaker)
			st.Speaker = &speaker
		}
		st.Meeting = cmp.Or(meetings[st.Meeting], st.Meeting)
		for _, ids := range []*[]string{&st.Addressees, &st.Targets, &st.Topics} {
			for j, id := range *ids {
				(*ids)[j] = is(id)
			}
			*ids = distinct(*ids, func(id string) string { return id })
		}
	}
}

// joined gives entities their settled ids, names and Wikidata ids and joins
// those that became one; more joins what is beyond the entity.
func joined[T any](all []T, entity func(*T) *facts.Entity, is func(string) string, s *Settled, more func(into, from *T)) []T {
	index := map[string]int{}
	kept := all[:0]
	for i := range all {
		e := entity(&all[i])
		e.ID = is(e.ID)
		at, known := index[e.ID]
		if !known {
			index[e.ID] = len(kept)
			s.decide(e)
			kept = append(kept, all[i])
			continue
		}
		into := entity(&kept[at])
		into.Aliases = append(append(into.Aliases, e.Name), e.Aliases...)
		slices.Sort(into.Aliases)
		into.Aliases = slices.DeleteFunc(slices.Compact(into.Aliases), func(name string) bool { return name == into.Name })
		into.Mentions = append(into.Mentions, e.Mentions...)
		slices.SortFunc(into.Mentions, func(a, b facts.Span) int { return a[0] - b[0] })
		if more != nil {
			more(&kept[at], &all[i])
		}
	}
	return kept
}

// decide gives an entity the name and Wikidata id that a person decided.
func (s *Settled) decide(e *facts.Entity) {
	if name := s.decisions.names[e.ID]; name != "" && name != e.Name {
		e.Aliases = append(e.Aliases, e.Name)
		slices.Sort(e.Aliases)
		e.Name = name
	}
	e.WikidataID = s.decisions.wikidata[e.ID]
}

// distinct keeps the first of those with one key.
func distinct[T any](all []T, key func(T) string) []T {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(x T) bool {
		known := seen[key(x)]
		seen[key(x)] = true
		return known
	})
}
