package eval

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// judgement holds the facts of one article against its marks.
type judgement struct {
	*Report
	m     *marks
	f     *facts.Article
	names names
	shift int // of the marks' spans in the facts' text
}

func (r *Report) judge(m *marks, f *facts.Article) error {
	shift, err := m.shift(f)
	if err != nil {
		return err
	}
	j := &judgement{r, m, f, namesIn(m, f), shift}
	j.statements()
	j.positions()
	j.people()
	j.meetings()
	j.entityRules()
	return nil
}

// match is how well a gold fact and a given one go together.
type match struct {
	score       float64
	gold, given int
}

// bestPairs pairs gold facts with given ones, best first, each at most once:
// the given one by the gold one.
func bestPairs(matches []match) map[int]int {
	matches = slices.SortedFunc(slices.Values(matches), func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.gold-b.gold, a.given-b.given)
	})
	pairs, taken := map[int]int{}, map[int]bool{}
	for _, m := range matches {
		if _, found := pairs[m.gold]; !found && !taken[m.given] {
			pairs[m.gold], taken[m.given] = m.given, true
		}
	}
	return pairs
}

// pairsWhere pairs those that are the same.
func pairsWhere(gold, given int, same func(gold, given int) bool) map[int]int {
	var matches []match
	for i := range gold {
		for k := range given {
			if same(i, k) {
				matches = append(matches, match{1, i, k})
			}
		}
	}
	return bestPairs(matches)
}

// found counts what was paired of one kind and lists what was not.
func (j *judgement) found(key, what string, pairs map[int]int, gold, given []string) {
	j.add(key, len(pairs), len(gold), len(given))
	for i, text := range gold {
		if _, found := pairs[i]; !found {
			j.differ(j.m, "-", what, "%s", text)
		}
	}
	for k, text := range given {
		if !isGiven(pairs, k) {
			j.differ(j.m, "+", what, "%s", text)
		}
	}
}

// isGiven says whether a given fact is in a pair.
func isGiven(pairs map[int]int, given int) bool {
	for _, k := range pairs {
		if k == given {
			return true
		}
	}
	return false
}

// held is an office of somebody.
type held struct {
	who, title, of, rule string
	confidence           float64
}

func (h held) String() string { return h.who + ", " + h.title + " of " + h.of }

// positions judges offices: one is found where the holder and whose office it is
// are right and the titles share their words.
func (j *judgement) positions() {
	var gold, given []held
	for _, p := range j.m.People {
		for _, q := range p.Positions {
			if q.Of != "" {
				gold = append(gold, held{who: p.Name, title: q.Title, of: q.Of})
			}
		}
	}
	for _, p := range j.f.People {
		for _, q := range p.Positions {
			given = append(given, held{p.ID, q.Title, q.Of, q.Rule, q.Confidence})
		}
	}
	pairs := pairsWhere(len(gold), len(given), func(i, k int) bool {
		g, f := gold[i], given[k]
		return j.names.same(f.who, g.who) && j.names.same(f.of, g.of) && sameTitle(g.title, f.title)
	})
	for k, f := range given {
		j.sure["positions"].add(f.confidence, isGiven(pairs, k))
		j.ruled("office", f.rule, isGiven(pairs, k))
	}
	j.found("positions", "position", pairs, texts(gold), texts(given))
}

func texts[T interface{ String() string }](all []T) (list []string) {
	for _, x := range all {
		list = append(list, x.String())
	}
	return list
}

func (j *judgement) people() {
	var gold, given []string
	for _, p := range j.m.People {
		gold = append(gold, p.Name)
	}
	people := slices.DeleteFunc(slices.Clone(j.f.People), func(p facts.Person) bool { return p.Known != nil && len(p.Mentions) == 0 }) // who is looked up by an office
	for _, p := range people {
		given = append(given, p.Name)
	}
	pairs := pairsWhere(len(gold), len(given), func(i, k int) bool { return j.names.same(people[k].ID, gold[i]) })
	for k, p := range people {
		j.ruled("person", p.Rule, isGiven(pairs, k))
	}
	j.found("people", "person", pairs, gold, given)
}

// named returns those who are somebody.
func named(who []string) []string {
	return slices.DeleteFunc(slices.Clone(who), func(w string) bool { return w == "" })
}

// parties compares who is given with who is wanted: those found, those missed,
// and those given that are wanted by nobody.
func (j *judgement) parties(want, have []string) (hit, missed, extra []string) {
	for _, w := range want {
		if slices.ContainsFunc(have, func(id string) bool { return j.names.same(id, w) }) {
			hit = append(hit, w)
		} else {
			missed = append(missed, w)
		}
	}
	for _, id := range have {
		if !j.isWanted(id, want) {
			extra = append(extra, id)
		}
	}
	return hit, missed, extra
}

func (j *judgement) isWanted(id string, want []string) bool {
	return slices.ContainsFunc(want, func(w string) bool { return j.names.same(id, w) })
}
