package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Changes says whether Apply changes the facts of an article, before it does.
func (s *Settled) Changes(f *facts.Article) bool {
	for _, e := range f.Entities() {
		now, name := s.follow(f.ID, e.ID)
		if now != e.ID || name != "" || s.named[now].line+s.items[now].line > 0 {
			return true
		}
	}
	return slices.ContainsFunc(f.Meetings, func(m facts.Meeting) bool { return s.meeting(f.ID, m.ID) != m.ID })
}

// Apply puts what is settled into an article's facts: ids, names and Wikidata
// ids. Entities that became one are joined.
func (s *Settled) Apply(f *facts.Article) {
	is := func(id string) string { return s.ID(f.ID, id) }
	meeting := func(id string) string { return s.meeting(f.ID, id) }
	one := settling{s, f.ID}
	f.People = joined(f.People, func(p *facts.Person) *facts.Entity { return &p.Entity }, one, joinPerson)
	for i := range f.People {
		f.People[i].Positions = settlePositions(f.People[i].Positions, is)
	}
	f.Countries = joined(f.Countries, func(c *facts.Country) *facts.Entity { return &c.Entity }, one, nil)
	f.Organizations = joined(f.Organizations, func(o *facts.Organization) *facts.Entity { return &o.Entity }, one, nil)
	f.Places = joined(f.Places, func(p *facts.Place) *facts.Entity { return &p.Entity }, one, nil)
	f.Meetings = settleMeetings(f.Meetings, meeting, is)
	for i := range f.Statements {
		settleStatement(&f.Statements[i], meeting, is)
	}
}

// joinPerson adds to a person what is beyond the entity of another who is the same.
func joinPerson(p, q *facts.Person) {
	p.Positions = append(p.Positions, q.Positions...)
	p.Gender, p.Known = cmp.Or(p.Gender, q.Gender), cmp.Or(p.Known, q.Known)
}

// settlePositions joins positions that became one.
func settlePositions(positions []facts.Position, is func(string) string) []facts.Position {
	kept := positions[:0]
	for _, q := range positions {
		q.Of = is(q.Of)
		at := slices.IndexFunc(kept, func(k facts.Position) bool { return k.Title == q.Title && k.Of == q.Of && k.Former == q.Former })
		if at < 0 {
			kept = append(kept, q)
			continue
		}
		kept[at].Spans = spans(kept[at].Spans, q.Spans)
		if q.Confidence > kept[at].Confidence {
			kept[at].Rule, kept[at].Confidence = q.Rule, q.Confidence
		}
	}
	return kept
}

// settleMeetings joins meetings that became one: what the first tells of it
// stands, and the places of both.
func settleMeetings(meetings []facts.Meeting, now, is func(string) string) []facts.Meeting {
	kept := meetings[:0]
	for _, m := range meetings {
		m.ID, m.Place = now(m.ID), is(m.Place)
		for j := range m.Participants {
			m.Participants[j].ID = is(m.Participants[j].ID)
		}
		m.Participants = distinct(m.Participants, func(p facts.Participant) string { return p.ID })
		at := slices.IndexFunc(kept, func(k facts.Meeting) bool { return k.ID == m.ID })
		if at < 0 {
			kept = append(kept, m)
			continue
		}
		kept[at].Spans.Trigger = spans(kept[at].Spans.Trigger, m.Spans.Trigger)
		kept[at].Spans.Sentence = spans(kept[at].Spans.Sentence, m.Spans.Sentence)
	}
	return kept
}

func settleStatement(st *facts.Statement, meeting, is func(string) string) {
	if st.Speaker != nil {
		speaker := is(*st.Speaker)
		st.Speaker = &speaker
	}
	settleSpeakers(st, is)
	st.Meeting, st.ReportedBy = meeting(st.Meeting), is(st.ReportedBy)
	if holder := st.Holder(); holder != "" {
		source := *st.Unnamed
		source.Holder = is(holder)
		st.Unnamed = &source
	}
	for _, ids := range []*[]string{&st.Addressees, &st.Targets, &st.Topics} {
		for j, id := range *ids {
			(*ids)[j] = is(id)
		}
		*ids = distinct(*ids, func(id string) string { return id })
	}
	for i, d := range st.Decisions {
		if d.Of != "" {
			st.Decisions[i].Of = is(d.Of)
		}
	}
}

// settleSpeakers keeps each of several speakers once, with the words for it.
func settleSpeakers(st *facts.Statement, is func(string) string) {
	var speakers []string
	var words [][]facts.Span
	for i, id := range st.Speakers {
		if id = is(id); slices.Contains(speakers, id) {
			continue
		}
		speakers = append(speakers, id)
		if i < len(st.Spans.Speakers) {
			words = append(words, st.Spans.Speakers[i])
		}
	}
	if len(speakers) < 2 {
		speakers, words = nil, nil
	}
	st.Speakers, st.Spans.Speakers = speakers, words
}

// spans returns both in the order of the text, without duplicates.
func spans(a, b []facts.Span) []facts.Span {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(a, b facts.Span) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	return slices.Compact(all)
}

// joined gives entities their settled ids, names and Wikidata ids and joins
// those that became one; more joins what is beyond the entity.
func joined[T any](all []T, entity func(*T) *facts.Entity, s settling, more func(into, from *T)) []T {
	index := map[string]int{}
	kept := all[:0]
	for i := range all {
		e := entity(&all[i])
		s.settle(e)
		at, known := index[e.ID]
		if !known {
			index[e.ID] = len(kept)
			kept = append(kept, all[i])
			continue
		}
		into := entity(&kept[at])
		into.Aliases = append(append(into.Aliases, e.Name), e.Aliases...)
		call(into, graph.FullName(into.Name, e.Name))
		into.Mentions = spans(into.Mentions, e.Mentions)
		into.WikidataID = cmp.Or(into.WikidataID, e.WikidataID)
		if e.ReadAs != nil && (into.ReadAs == nil || e.ReadAs.Confidence < into.ReadAs.Confidence) {
			into.ReadAs = e.ReadAs
		}
		if more != nil {
			more(&kept[at], &all[i])
		}
	}
	return kept
}

// Entity gives an entity of an article's facts its id, name and Wikidata id, and
// tells as whom it was read.
func (s *Settled) Entity(article string, e facts.Entity) facts.Entity {
	settling{s, article}.settle(&e)
	return e
}

// settling is who is who in an article.
type settling struct {
	*Settled
	article string
}

// settle gives an entity its id, the name there, and what a person decided.
func (s settling) settle(e *facts.Entity) {
	id, name := s.follow(s.article, e.ID)
	e.ReadAs = s.readAs(s.article, e.ID)
	name = cmp.Or(s.named[id].text, name, e.Name)
	if name != e.Name {
		call(e, name)
	}
	e.ID, e.WikidataID = id, cmp.Or(s.items[id].text, e.WikidataID)
}

// call names an entity, whose other names are then its aliases.
func call(e *facts.Entity, name string) {
	e.Aliases = append(e.Aliases, e.Name)
	slices.Sort(e.Aliases)
	e.Aliases = slices.DeleteFunc(slices.Compact(e.Aliases), func(alias string) bool { return alias == name })
	e.Name = name
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
