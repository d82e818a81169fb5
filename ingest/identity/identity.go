// Package identity decides who is who across the articles of a run: which
// people of one name are two, which tellings are of one meeting, and what a
// person has decided.
//
//	register := identity.New(decisions)
//	for each article { register.Add(facts) }
//	settled := register.Settle()
//	for each article { settled.Apply(facts) }
//
// The order of the articles does not matter.
package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Register is what is known of people and meetings of the articles so far.
type Register struct {
	decisions *Decisions
	people    []sighting
	meetings  []telling
	known     map[string]bool // ids of entities
}

// sighting is a person in an article.
type sighting struct {
	id, article, name string
	aliases           []string
	positions         []string // as a person reads them
	offices           []string // countries of the positions
	countries         []string // that the article names
	evidence          string   // words of the article about the person
}

// telling is a meeting in an article.
type telling struct {
	id, article  string
	participants []string
	place, date  string
}

// New returns a register that heeds decisions; nil is none.
func New(d *Decisions) *Register {
	if d == nil {
		d = &Decisions{}
	}
	return &Register{decisions: d, known: map[string]bool{}}
}

// Add notes the people and meetings of an article.
func (r *Register) Add(f *facts.Article) {
	var countries []string
	for _, c := range f.Countries {
		countries = append(countries, c.ID)
		r.known[c.ID] = true
	}
	names := map[string]string{}
	for _, o := range f.Organizations {
		r.known[o.ID], names[o.ID] = true, o.Name
	}
	for _, p := range f.Places {
		r.known[p.ID] = true
	}
	for _, c := range f.Countries {
		names[c.ID] = c.Name
	}
	for _, p := range f.People {
		r.known[p.ID] = true
		s := sighting{id: r.decisions.in(f.ID, p.ID), article: f.ID, name: p.Name, aliases: p.Aliases, countries: countries, evidence: evidence(f, p)}
		for _, q := range p.Positions {
			title := q.Title
			if q.Former {
				title = "former " + title
			}
			s.positions = append(s.positions, title+" of "+names[q.Of])
			if strings.HasPrefix(q.Of, "country:") {
				s.offices = append(s.offices, q.Of)
			}
		}
		r.people = append(r.people, s)
	}
	for _, m := range f.Meetings {
		t := telling{id: m.ID, article: f.ID, place: m.Place, date: m.Date}
		for _, p := range m.Participants {
			t.participants = append(t.participants, p.ID)
		}
		r.meetings = append(r.meetings, t)
	}
}

// evidence returns the words around the first mention of a person.
func evidence(f *facts.Article, p facts.Person) string {
	if len(p.Mentions) == 0 {
		return ""
	}
	const around = 60
	text := []rune(f.Text)
	from, to := max(0, p.Mentions[0][0]-around), min(len(text), p.Mentions[0][1]+around)
	return strings.Join(strings.Fields(string(text[from:to])), " ")
}

// Settled is who is who. Its maps are by article.
type Settled struct {
	decisions *Decisions
	people    map[string]map[string]string
	meetings  map[string]map[string]string
	doubts    []Doubt
	unknown   []string
}

// Settle decides.
func (r *Register) Settle() *Settled {
	s := &Settled{decisions: r.decisions, people: map[string]map[string]string{}, meetings: map[string]map[string]string{}}
	slices.SortStableFunc(r.people, func(a, b sighting) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.article, b.article))
	})
	for first := 0; first < len(r.people); {
		last := first + 1
		for last < len(r.people) && r.people[last].id == r.people[first].id {
			last++
		}
		s.part(r.people[first:last])
		first = last
	}
	s.join(r.meetings)
	s.doubts, s.unknown = append(s.doubts, r.doubts()...), r.decisions.unknown(r.known)
	return s
}

// Unknown returns the ids in the decisions that no article has, each with its line.
func (s *Settled) Unknown() []string { return s.unknown }

func (s *Settled) set(to map[string]map[string]string, article, id, now string) {
	if to[article] == nil {
		to[article] = map[string]string{}
	}
	to[article][id] = now
}

// id returns whom an id of an article's facts means.
func (s *Settled) id(article, id string) string {
	by := s.decisions.in(article, id)
	if now, ok := s.people[article][by]; ok {
		return s.decisions.stands(now)
	}
	return by
}

// part tells people of one name apart: two of them are two where their offices
// are of other countries, and neither's article names the other's country.
func (s *Settled) part(sightings []sighting) {
	groups := clashing(sightings)
	if len(groups) < 2 {
		return
	}
	for i, group := range groups[1:] {
		now := sightings[0].id + "-" + strings.TrimPrefix(group.offices[0], "country:")
		for _, x := range group.sightings {
			s.set(s.people, x.article, x.id, now)
		}
		s.doubts = append(s.doubts, Doubt{A: groups[0].sightings[0].side(groups[0].sightings[0].id), B: group.sightings[0].side(now), Why: "one name, offices of different countries", Kept: "different", order: i})
	}
}

// group is sightings of one person, and the countries that they tie the person to.
type group struct {
	offices   []string
	sightings []sighting
}

// clashing divides sightings of one name into people, those with most articles
// first. Who holds no office goes with the largest group whose country the
// article names, else with the first.
func clashing(sightings []sighting) []group {
	var groups []group
	for _, x := range sightings {
		if len(x.offices) == 0 {
			continue
		}
		near := slices.IndexFunc(groups, func(g group) bool {
			return slices.ContainsFunc(g.sightings, func(y sighting) bool { return !clash(x, y) })
		})
		if near < 0 {
			groups, near = append(groups, group{}), len(groups)
		}
		groups[near].offices = append(groups[near].offices, x.offices...)
		groups[near].sightings = append(groups[near].sightings, x)
	}
	for i := range groups {
		slices.Sort(groups[i].offices)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(len(b.sightings)-len(a.sightings), cmp.Compare(a.offices[0], b.offices[0]))
	})
	for _, x := range sightings {
		if len(x.offices) > 0 || len(groups) < 2 {
			continue
		}
		near := max(0, slices.IndexFunc(groups, func(g group) bool { return shares(x.countries, g.offices) }))
		groups[near].sightings = append(groups[near].sightings, x)
	}
	return groups
}

func clash(a, b sighting) bool {
	return !shares(a.offices, b.countries) && !shares(b.offices, a.countries)
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// join finds the tellings of one meeting: the same who, and day and place agree
// or one is silent. The most that is known of it makes its id. One of nobody who
// could be named is its article's alone.
func (s *Settled) join(tellings []telling) {
	byWho := map[string][]telling{}
	for _, t := range tellings {
		if len(t.participants) == 0 {
			continue
		}
		var who []string
		for _, p := range t.participants {
			who = append(who, s.id(t.article, p))
		}
		slices.Sort(who)
		t.participants, t.place = slices.Compact(who), s.id(t.article, t.place)
		key := strings.Join(t.participants, " ")
		byWho[key] = append(byWho[key], t)
	}
	for _, who := range slices.Sorted(maps.Keys(byWho)) {
		s.joinOf(byWho[who])
	}
}

func (s *Settled) joinOf(tellings []telling) {
	slices.SortFunc(tellings, func(a, b telling) int { // what says most comes first
		return cmp.Or(len(b.date)-len(a.date), len(b.place)-len(a.place), cmp.Compare(a.date, b.date), cmp.Compare(a.place, b.place), cmp.Compare(a.article, b.article), cmp.Compare(a.id, b.id))
	})
	var whole []telling
	of := make([]int, len(tellings)) // which of whole each is
	for n, t := range tellings {
		var fits []int
		for i, w := range whole {
			if agree(t.date, w.date) && (t.place == "" || w.place == "" || t.place == w.place) {
				fits = append(fits, i)
			}
		}
		same := slices.IndexFunc(whole, func(w telling) bool { return w.date == t.date && w.place == t.place })
		switch {
		case same >= 0:
			of[n] = same
		case len(fits) == 1: // of several it is unknown which
			of[n] = fits[0]
			whole[of[n]].place = cmp.Or(whole[of[n]].place, t.place)
		default:
			of[n], whole = len(whole), append(whole, t)
		}
	}
	for n, t := range tellings {
		w := whole[of[n]]
		s.set(s.meetings, t.article, t.id, graph.MeetingID(t.article, t.participants, w.place, w.date))
	}
}

// agree says whether two dates may be one: equal, or one is less precise or unknown.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }
