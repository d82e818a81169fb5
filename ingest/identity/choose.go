package identity

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

// candidate is somebody for whom a name may be short, and by which rule.
type candidate struct {
	*individual
	by rule.Rule
}

// candidates returns whom a name may be short for.
func (p *decider) candidates(x *individual) (all []candidate) {
	for _, y := range p.known {
		for _, full := range y.forms {
			if by, ok := p.shortFor(x, full); ok {
				all = append(all, candidate{y, by})
				break
			}
		}
	}
	return all
}

// traits are what was seen of a person that tells one from another.
type traits struct {
	articles, countries, offices, positions map[string]bool
	with                                    map[string]bool // people with a first name
	genders                                 map[string]bool
	items                                   map[string]bool // of Wikidata, one at most
	first, last                             string          // days of publication, "" where unknown
}

func (t *traits) add(seen []Sighting) {
	if t.articles == nil {
		for _, set := range []*map[string]bool{&t.articles, &t.countries, &t.offices, &t.positions, &t.with, &t.genders, &t.items} {
			*set = map[string]bool{}
		}
	}
	for _, s := range seen {
		t.articles[s.Article] = true
		for set, values := range map[*map[string]bool][]string{&t.countries: s.Countries, &t.offices: s.Offices, &t.positions: s.Positions} {
			for _, v := range values {
				(*set)[v] = true
			}
		}
		for _, id := range s.With {
			if label(id) == "person" && !nameOf(id).alone() {
				t.with[id] = true
			}
		}
		if s.Gender != "" {
			t.genders[s.Gender] = true
		}
		if s.Item != "" {
			t.items[s.Item] = true
		}
		if s.Published != "" {
			if t.first == "" || s.Published < t.first {
				t.first = s.Published
			}
			t.last = max(t.last, s.Published)
		}
	}
}

// match is what was seen of a name, and somebody whom it may mean.
type match struct {
	by    *individual // who has the name
	of    traits
	known *individual
}

// against says that something speaks against a match: an article names both,
// years lie between, they are of two genders or two items of Wikidata, hold
// offices of countries that the articles of the other do not name, or are bodies
// of a country that is not named.
func (m match) against() bool {
	return common(m.of.articles, m.known.articles) != "" || m.apart() || m.genders() || m.items() || m.offices() || m.abroad()
}

func (m match) items() bool {
	return len(m.of.items) > 0 && len(m.known.items) > 0 && common(m.of.items, m.known.items) == ""
}

// abroad says whether a name is short for that of a body of a country that the
// article does not name.
func (m match) abroad() bool {
	country := m.known.body.country
	return country != "" && m.by.body.country == "" && !m.of.countries["country:"+country]
}

// years is how long after or before its last article somebody is still taken for
// the one whom a shorter name means.
const years = 10

func (m match) apart() bool {
	return m.of.first != "" && m.known.first != "" && (year(m.of.first) > year(m.known.last)+years || year(m.of.last) < year(m.known.first)-years)
}

// year returns the year of a day.
func year(day string) int {
	text, _, _ := strings.Cut(day, "-")
	y, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return y
}

func (m match) genders() bool {
	a, b := gender(m.by.name, m.of), gender(m.known.name, m.known.traits)
	return a != "" && b != "" && a != b
}

// gender returns the gender that forms of address tell, else the first name.
func gender(n name, t traits) string {
	if len(t.genders) == 1 {
		for g := range t.genders {
			return g
		}
	}
	return n.gender()
}

func (m match) offices() bool {
	return len(m.of.offices) > 0 && len(m.known.offices) > 0 && common(m.of.offices, m.known.countries) == "" && common(m.known.offices, m.of.countries) == ""
}

// common returns the first that two sets have in common, in order; "" for none.
func common(a, b map[string]bool) (least string) {
	if len(a) > len(b) {
		a, b = b, a
	}
	for x := range a {
		if b[x] && (least == "" || x < least) {
			least = x
		}
	}
	return least
}

// signs are what speaks for a match, the surest first, and what it is. Those
// before the last tell one of several from the others.
var signs = []rule.By[match, string]{
	{Rule: rule.Rule{Decides: "join", Name: "one office", Example: "President [Doe] of France was late. | Jane Doe, President of France, was late."}, Apply: func(m match) (string, bool) {
		office := common(m.of.positions, m.known.positions)
		return office, office != ""
	}},
	{Rule: rule.Rule{Decides: "join", Name: "offices of one country", Example: "French leader [Doe] was late. | French President Jane Doe was late."}, Apply: func(m match) (string, bool) {
		country := common(m.of.offices, m.known.offices)
		return country, country != ""
	}},
	{Rule: rule.Rule{Decides: "join", Name: "one company", Example: "[Doe] met Ann Lee of Acme. | Jane Doe met Ann Lee of Acme."}, Apply: func(m match) (string, bool) {
		with := common(m.of.with, m.known.with)
		return with, with != ""
	}},
	{Rule: rule.Rule{Decides: "join", Name: "one country", Example: "In France, [Doe] was late. | In France, Jane Doe was late."}, Apply: func(m match) (string, bool) {
		country := common(m.of.countries, m.known.countries)
		return country, country != "" && (m.by.once || len(m.known.articles) > 1 || m.near()) && !m.by.name.first()
	}},
}

// near says whether a name and somebody were in the news within one month.
func (m match) near() bool {
	return m.of.first == "" || m.known.first == "" || m.of.first <= after(m.known.last) && m.known.first <= after(m.of.last)
}

// after returns the day a month after a day.
func after(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 1, 0).Format(time.DateOnly)
}

// Rules returns the rules by which names are joined: how one is short for the
// other, and what speaks for it.
func Rules() []rule.Rule {
	return slices.Concat(rule.OfSigns(forms), rule.OfSigns(bodyForms), rule.Of(signs), []rule.Rule{oneItem})
}

// choice is how a match was made; sign is empty where an item of Wikidata says
// all.
type choice struct {
	by, sign rule.Rule
	evidence string
}

func (j choice) rule() string {
	if j.sign.Name == "" {
		return j.by.Name
	}
	return j.by.With(j.sign.Name)
}

// why is what the choice looks at, as a person reads it.
func (j choice) why() string {
	if j.sign.Name == "" {
		return j.by.Name
	}
	return why(j.by)
}

// share returns how sure a choice is, as sure as the weaker of the two rules.
func (j choice) share() float64 {
	if j.sign.Name == "" {
		return j.by.Share()
	}
	return min(j.by.Share(), j.sign.Share())
}

// choose returns who is known by the same item of Wikidata, or the one candidate
// whom nothing speaks against and something for, or the one for whom more than a
// country speaks; nil where there is none, or there are two.
func (p *decider) choose(x *individual, seen []Sighting, candidates []candidate) (to *individual, j choice) {
	var fit, strong int
	of := traitsOf(seen)
	if to, item := p.sameItem(x, of); to != nil {
		return to, choice{by: oneItem, evidence: itemEvidence(item)}
	}
	for _, c := range candidates {
		m := match{x, of, c.individual}
		if strong > 1 {
			return nil, choice{}
		}
		if m.against() || p.parted(x, c.individual) {
			continue
		}
		fit++
		what, sign, ok := rule.First(signs, m)
		if !ok {
			continue
		}
		surer := sign.Name != signs[len(signs)-1].Name
		if surer {
			strong++
		}
		if surer || to == nil {
			to, j = c.individual, choice{c.by, sign, fmt.Sprintf("%s: %s", sign.Name, what)}
		}
	}
	if fit > 1 && strong != 1 {
		return nil, choice{}
	}
	return to, j
}

// parted says whether a person decided that somebody is not another, or not one
// who is joined to that one.
func (p *decider) parted(x, from *individual) bool {
	return slices.ContainsFunc(from.forms, func(y *individual) bool { return p.decisions.apart(y.id, x.id) })
}

func traitsOf(seen []Sighting) (t traits) {
	t.add(seen)
	return t
}
