// Package gold holds the facts of an article against what a careful reader
// takes from it.
//
// A gold file has the form of the facts, shorter: a country is its ISO 3166-1
// alpha-2 code, anybody else a name, and what is not given is not judged. A
// gold statement names its words by a verbatim part of the article. It is found
// when a statement of the facts covers 80 % of their letters, is at most four
// times as long, and the speaker is one of those who made it.
package gold

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Gold is what a careful reader takes from an article.
type Gold struct {
	People        []Named     `json:"people"`
	Countries     []string    `json:"countries"`
	Organizations []Named     `json:"organizations"`
	Places        []Named     `json:"places"`
	Meetings      []Meeting   `json:"meetings"`
	Statements    []Statement `json:"statements"`
}

// Named is a person, body or place, with other names that are as good.
type Named struct {
	Name         string     `json:"name"`
	AlsoAccepted []string   `json:"alsoAccepted"`
	Positions    []Position `json:"positions"`
}

// Position is an office of a person. Whether it is held no longer is judged in
// what is beyond the gold.
type Position struct {
	Title, Of string
	Former    bool
}

// Meeting is a meeting; its empty attributes are not judged.
type Meeting struct {
	Participants        []string
	Place, Date, Status string
}

// Statement is a statement; a nil speaker is nobody whom the graph could name.
type Statement struct {
	Speaker                                    *string
	Verb, Text, QuoteType, Act, Polarity, Date string
	Addressees, Targets                        []string
}

// Row is the result for one kind of fact: what was found, of how many, what was
// missed, and what stands in the facts and not in the gold.
type Row struct {
	What           string
	Found, Of      int
	Missed, Beyond []string
}

// Report is the result for one article.
type Report struct {
	Rows []Row
}

// Beyond returns what is beyond the gold of one kind.
func (r Report) Beyond(what string) []string {
	i := slices.IndexFunc(r.Rows, func(row Row) bool { return row.What == what })
	return r.Rows[i].Beyond
}

// Parse reads a gold file and checks it against its article.
func Parse(data []byte, text string) (*Gold, error) {
	var g Gold
	if err := json.Unmarshal(data, &g); err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	for _, s := range g.Statements {
		if s.Text == "" || !strings.Contains(text, s.Text) {
			return nil, fmt.Errorf("read gold: the article does not have %q", s.Text)
		}
	}
	return &g, nil
}

// Judge holds facts against the gold.
func Judge(g *Gold, f *facts.Article) Report {
	j := judge{gold: g, facts: f, names: namesOf(f), also: map[string][]string{}}
	for _, n := range slices.Concat(g.People, g.Organizations) {
		j.also[n.Name] = n.AlsoAccepted
	}
	j.people()
	j.entities()
	j.meetings()
	j.statements()
	return j.report
}

type judge struct {
	gold   *Gold
	facts  *facts.Article
	names  map[string][]string // of each entity, folded, by id
	also   map[string][]string
	report Report
}

// fold makes spellings of a name alike.
func fold(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "’", "'")
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "the ", "")), " ")
}

func namesOf(f *facts.Article) map[string][]string {
	names := map[string][]string{}
	for _, e := range f.Entities() {
		for _, name := range slices.Concat([]string{e.ID, e.Name}, e.Aliases, []string{e.Code()}) {
			names[e.ID] = append(names[e.ID], fold(name))
		}
	}
	return names
}

// is says whether the entity with the id is the gold's.
func (j *judge) is(id, name string) bool {
	return slices.ContainsFunc(append([]string{name}, j.also[name]...), func(n string) bool { return slices.Contains(j.names[id], fold(n)) })
}

// row collects the results of one kind.
type row struct{ Row }

func (r *row) beyond(name string) { r.Beyond = append(r.Beyond, r.What+": "+name) }

func (r *row) add(name string, found bool) {
	r.Of++
	if found {
		r.Found++
	} else {
		r.Missed = append(r.Missed, r.What+": "+name)
	}
}

func (j *judge) done(rows ...*row) {
	for _, r := range rows {
		j.report.Rows = append(j.report.Rows, r.Row)
	}
}

func (j *judge) people() {
	people, positions := &row{Row{What: "people"}}, &row{Row{What: "positions"}}
	for _, p := range j.gold.People {
		i := slices.IndexFunc(j.facts.People, func(q facts.Person) bool { return j.is(q.ID, p.Name) })
		people.add(p.Name, i >= 0)
		for _, want := range p.Positions {
			positions.add(fmt.Sprintf("%s, %s of %s", p.Name, want.Title, want.Of), i >= 0 &&
				slices.ContainsFunc(j.facts.People[i].Positions, func(q facts.Position) bool {
					return strings.Contains(fold(q.Title), fold(want.Title)) && j.is(q.Of, want.Of)
				}))
		}
	}
	j.peopleBeyond(people, positions)
	j.done(people, positions)
}

func (j *judge) entities() {
	countries, organizations, places := &row{Row{What: "countries"}}, &row{Row{What: "organizations"}}, &row{Row{What: "places"}}
	for _, code := range j.gold.Countries {
		countries.add(code, slices.ContainsFunc(j.facts.Countries, func(c facts.Country) bool { return j.is(c.ID, code) }))
	}
	for _, o := range j.gold.Organizations {
		organizations.add(o.Name, slices.ContainsFunc(j.facts.Organizations, func(e facts.Organization) bool { return j.is(e.ID, o.Name) }))
	}
	for _, p := range j.gold.Places {
		places.add(p.Name, slices.ContainsFunc(j.facts.Places, func(e facts.Place) bool { return j.is(e.ID, p.Name) }))
	}
	j.entitiesBeyond(countries, organizations, places)
	j.done(countries, organizations, places)
}

func (j *judge) meetings() {
	meetings := &row{Row{What: "meetings"}}
	for _, m := range j.gold.Meetings {
		meetings.add(strings.Join(m.Participants, " and "), slices.ContainsFunc(j.facts.Meetings, func(f facts.Meeting) bool { return j.meets(m, f) }))
	}
	j.meetingsBeyond(meetings)
	j.done(meetings)
}

func (j *judge) meets(m Meeting, f facts.Meeting) bool {
	for _, name := range m.Participants {
		if !slices.ContainsFunc(f.Participants, func(p facts.Participant) bool { return j.is(p.ID, name) }) {
			return false
		}
	}
	return (m.Place == "" || j.is(f.Place, m.Place)) && (m.Date == "" || m.Date == f.Date) && (m.Status == "" || m.Status == f.Status)
}

func (j *judge) statements() {
	statements := &row{Row{What: "statements"}}
	attributes := []*row{{Row{What: "quoteType"}}, {Row{What: "act"}}, {Row{What: "polarity"}}, {Row{What: "date"}}, {Row{What: "addressees"}}, {Row{What: "targets"}}}
	used := map[int]bool{}
	for _, g := range j.gold.Statements {
		i := j.find(g, used)
		var s facts.Statement
		if i >= 0 {
			used[i], s = true, j.facts.Statements[i]
		}
		title := fmt.Sprintf("%s %s: %.70s", speakerOf(g), g.Verb, g.Text)
		statements.add(title, i >= 0)
		for k, pair := range [][2]string{{g.QuoteType, s.QuoteType}, {g.Act, s.Act}, {g.Polarity, s.Polarity}, {g.Date, s.Date}} {
			if pair[0] != "" {
				attributes[k].add(title, pair[0] == pair[1])
			}
		}
		for k, pair := range [][2][]string{{g.Addressees, s.Addressees}, {g.Targets, s.Targets}} {
			if len(pair[0]) > 0 {
				attributes[4+k].add(title, j.all(pair[0], pair[1]))
			}
			j.idsBeyond(attributes[4+k], title, pair[0], pair[1])
		}
	}
	j.statementsBeyond(statements, used)
	j.done(append([]*row{statements}, attributes...)...)
}

func speakerOf(g Statement) string {
	if g.Speaker == nil {
		return "nobody"
	}
	return *g.Speaker
}

// all says whether each name is one of the entities.
func (j *judge) all(names, ids []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		return !slices.ContainsFunc(ids, func(id string) bool { return j.is(id, name) })
	})
}

// find returns the index of the shortest statement that is the gold's, or -1.
func (j *judge) find(g Statement, used map[int]bool) int {
	at := len([]rune(j.facts.Text[:strings.Index(j.facts.Text, g.Text)]))
	text := []rune(j.facts.Text)
	want := letters(text, []facts.Span{{at, at + len([]rune(g.Text))}})
	best, shortest := -1, 0
	for i, s := range j.facts.Statements {
		have := letters(text, s.Spans.Content)
		if used[i] || !j.speaks(g, s) || 10*common(want, have) < 8*len(want) || len(have) > 4*len(want)+20 {
			continue
		}
		if best < 0 || len(have) < shortest {
			best, shortest = i, len(have)
		}
	}
	return best
}

func (j *judge) speaks(g Statement, s facts.Statement) bool {
	voices := s.Voices()
	if g.Speaker == nil {
		return len(voices) == 0
	}
	return slices.ContainsFunc(voices, func(id string) bool { return j.is(id, *g.Speaker) })
}

// letters returns the positions of the letters and digits that spans cover.
func letters(text []rune, spans []facts.Span) map[int]bool {
	positions := map[int]bool{}
	for _, s := range spans {
		for i := s[0]; i < min(s[1], len(text)); i++ {
			if unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) {
				positions[i] = true
			}
		}
	}
	return positions
}

func common(a, b map[int]bool) (n int) {
	for i := range a {
		if b[i] {
			n++
		}
	}
	return n
}
