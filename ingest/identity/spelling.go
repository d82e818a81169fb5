package identity

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

// misspelt returns the pairs of people, by ids without double, whose family names
// may be one, spelt otherwise: those that differ by a letter, of people of one
// first name, and transliterations of one name. They have other blocks, so nobody
// joins them.
func misspelt(ids []string) (pairs [][2]string) {
	buckets := map[string][]spelled{}
	for _, id := range slices.Sorted(slices.Values(ids)) {
		s := spell(id)
		for _, key := range s.keys() {
			buckets[key] = append(buckets[key], s)
		}
	}
	found := map[[2]string]bool{}
	for _, alike := range buckets {
		for i, a := range alike {
			for _, b := range alike[i+1:] {
				if a.like(b) {
					found[[2]string{a.id, b.id}] = true
				}
			}
		}
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
}

// spelled is a person's name, by the id, and how it sounds.
type spelled struct {
	id string
	name
	first, last string
}

func spell(id string) spelled {
	s := spelled{id: id, name: nameOf(id)}
	if !s.alone() {
		s.first, s.last = sound(s.given[0]), sound(s.family)
	}
	return s
}

// like says whether the family names may be one: differ by a letter, or are
// transliterations of one, where the first names are alike too.
func (a spelled) like(b spelled) bool {
	if a.family == b.family || a.suffix != b.suffix {
		return false
	}
	return a.last == b.last && (a.first == b.first || offByOne(a.first, b.first)) || a.given[0] == b.given[0] && offByOne(a.family, b.family)
}

// keys returns keys of which two whose names may be one share one: how the family
// name sounds, and the first name with what a wrong letter leaves of the family
// name, at one of its ends.
func (a spelled) keys() []string {
	if label(a.id) != "person" || a.alone() || a.initial() || utf8.RuneCountInString(a.family) < shortest {
		return nil
	}
	letters := []rune(a.family)
	return []string{
		"sound " + a.last,
		"begins " + a.given[0] + " " + string(letters[:2]),
		"ends " + a.given[0] + " " + string(letters[len(letters)-2:]),
	}
}

// shortest is how many letters a family name has of which one may be wrong: Lee and Lie are two.
const shortest = 5

// offByOne says whether two words differ by one letter: another one, one more, or two turned round.
func offByOne(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < shortest || len(y)-len(x) > 1 {
		return false
	}
	for len(x) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(y) == 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// transliterations are what transliterations write for one sound, the longest first.
var transliterations = strings.NewReplacer("tsch", "c", "tch", "c", "sch", "s", "sh", "s", "ch", "c", "kh", "k", "gh", "g", "dh", "d", "zh", "z", "ck", "k", "ou", "u", "oe", "e", "w", "v", "y", "i", "j", "i", "q", "k", "ph", "f")

// sound returns a family name as it sounds in many transliterations: that of Gaddafi,
// Qaddafi and Kadhafi, or Netanyahu and Netanyahou, is one.
func sound(family string) string {
	plain := transliterations.Replace(family)
	if strings.HasPrefix(plain, "g") {
		plain = "k" + plain[1:]
	}
	plain = strings.TrimSuffix(strings.Replace(plain, "ff", "v", 1), "h")
	var heard []rune
	for _, r := range plain {
		if len(heard) == 0 || heard[len(heard)-1] != r {
			heard = append(heard, r)
		}
	}
	return string(heard)
}

// Misspellings returns the doubts about people, by ids without double, whose names
// may be one; seen is what was seen of one of them.
func Misspellings(ids []string, seen func(id string) ([]Sighting, error)) (doubts []Doubt, err error) {
	for _, pair := range misspelt(ids) {
		var both [2]*individual
		for i, id := range pair {
			sightings, err := seen(id)
			if err != nil || len(sightings) == 0 {
				return nil, err
			}
			both[i] = sighted(id, sightings)
		}
		if d, ok := spelt(both[0], both[1]); ok {
			doubts = append(doubts, d)
		}
	}
	return doubts, nil
}

// sighted returns who was seen, in an order that depends on the articles alone.
func sighted(id string, seen []Sighting) *individual {
	seen = slices.SortedFunc(slices.Values(seen), func(a, b Sighting) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Name, b.Name))
	})
	return &individual{id: id, name: nameOf(id), once: true, seen: seen, traits: traitsOf(seen)}
}

// spelt returns the doubt about two people whose names may be one; false where
// nothing speaks for that, or something against it. For those of two first names an
// office must speak, for others no more than a country that was in the news with
// both within a month.
func spelt(x, y *individual) (d Doubt, ok bool) {
	m := match{y, y.traits, x}
	what, by, ok := rule.First(signs, m)
	office, country := by.Name == signs[0].Name, by.Name == signs[len(signs)-1].Name
	if !ok || m.against() || x.name.given[0] != y.name.given[0] && !office || country && !m.near() {
		return d, false
	}
	return Doubt{A: x.seen[0].side(x.id), B: y.seen[0].side(y.id), Why: fmt.Sprintf("family names that are spelt alike, and %s (%s)", by.Name, what), Kept: "different"}, true
}
