package gold

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// one says whether an entity of the facts is one of the gold's.
func (j *judge) one(id string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return j.is(id, name) })
}

func namesOfAll(all []Named) (names []string) {
	for _, n := range all {
		names = append(names, n.Name)
	}
	return names
}

func (j *judge) peopleBeyond(people, positions *row) {
	for _, p := range j.facts.People {
		if !lookedUp(p) && !j.one(p.ID, namesOfAll(j.gold.People)) {
			people.beyond(p.Name)
		}
		for _, q := range p.Positions {
			if !j.holds(p, q) {
				positions.beyond(fmt.Sprintf("%s, %s of %s", p.Name, title(q), j.name(q.Of)))
			}
		}
	}
}

func title(q facts.Position) string {
	if q.Former {
		return "former " + q.Title
	}
	return q.Title
}

// holds says whether the gold gives a person an office.
func (j *judge) holds(p facts.Person, q facts.Position) bool {
	return slices.ContainsFunc(j.gold.People, func(n Named) bool {
		return j.is(p.ID, n.Name) && slices.ContainsFunc(n.Positions, func(want Position) bool {
			return strings.Contains(fold(q.Title), fold(want.Title)) && j.is(q.Of, want.Of) && q.Former == want.Former
		})
	})
}

func (j *judge) entitiesBeyond(countries, organizations, places *row) {
	for _, c := range j.facts.Countries {
		if !j.one(c.ID, j.gold.Countries) {
			countries.beyond(c.Name)
		}
	}
	for _, o := range j.facts.Organizations {
		if !j.one(o.ID, namesOfAll(j.gold.Organizations)) {
			organizations.beyond(o.Name)
		}
	}
	for _, p := range j.facts.Places {
		if !j.one(p.ID, namesOfAll(j.gold.Places)) {
			places.beyond(p.Name)
		}
	}
}

// meetingsBeyond notes meetings that are none of the gold's, and who takes part
// in one that is and should not.
func (j *judge) meetingsBeyond(meetings *row) {
	for _, m := range j.facts.Meetings {
		title := fmt.Sprintf("%s, %s %s", m.Name, m.Status, m.Date)
		i := slices.IndexFunc(j.gold.Meetings, func(g Meeting) bool { return j.meets(g, m) })
		if i < 0 {
			meetings.beyond(title)
			continue
		}
		for _, p := range m.Participants {
			if !j.one(p.ID, j.gold.Meetings[i].Participants) {
				meetings.beyond(j.name(p.ID) + " at " + title)
			}
		}
	}
}

// idsBeyond notes those of a statement whom the gold doesn't name for it.
func (j *judge) idsBeyond(attribute *row, title string, want, have []string) {
	for _, id := range have {
		if !j.one(id, want) {
			attribute.beyond(j.name(id) + ": " + title)
		}
	}
}

func (j *judge) statementsBeyond(statements *row, used map[int]bool) {
	for i, s := range j.facts.Statements {
		if used[i] {
			continue
		}
		var voices []string
		for _, id := range s.Voices() {
			voices = append(voices, j.name(id))
		}
		if len(voices) == 0 {
			voices = []string{"nobody"}
		}
		statements.beyond(fmt.Sprintf("%s %s: %.70s", strings.Join(voices, " and "), s.Verb, s.Text))
	}
}

// name returns the name of an entity of the facts.
func (j *judge) name(id string) string {
	for _, e := range j.facts.Entities() {
		if e.ID == id {
			return e.Name
		}
	}
	return id
}

// lookedUp says whether a person is known by an office alone: the article names
// nobody, and the gold neither.
func lookedUp(p facts.Person) bool { return p.Known != nil && len(p.Mentions) == 0 }
