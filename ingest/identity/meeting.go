package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// Group returns what tellings of one meeting have in common, who met; "" of a
// meeting of nobody who could be named, which is its article's alone.
func (s *Settled) Group(t Telling) string { return strings.Join(s.Telling(t).Participants, " ") }

// Telling returns a telling by the ids that are settled.
func (s *Settled) Telling(t Telling) Telling {
	var who []string
	for _, p := range t.Participants {
		who = append(who, s.ID(t.Article, p))
	}
	slices.Sort(who)
	t.Participants, t.Place = slices.Compact(who), s.ID(t.Article, t.Place)
	return t
}

// Met says which meeting a telling is of.
type Met struct {
	Article string `json:"article"`
	From    string `json:"from"` // as the article alone gives it
	To      string `json:"to"`
}

// Meet decides which of the tellings of a group, by settled ids, are of one
// meeting: day and place agree or one is silent. The most that is known of it
// makes its id.
func Meet(tellings []Telling) (met []Met) {
	tellings = slices.Clone(tellings)
	slices.SortFunc(tellings, func(a, b Telling) int { // what says most comes first
		return cmp.Or(len(b.Date)-len(a.Date), len(b.Place)-len(a.Place), cmp.Compare(a.Date, b.Date), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Article, b.Article), cmp.Compare(a.ID, b.ID))
	})
	var whole []Telling
	of := make([]int, len(tellings)) // which of whole each is
	for n, t := range tellings {
		var fits []int
		for i, w := range whole {
			if agree(t.Date, w.Date) && (t.Place == "" || w.Place == "" || t.Place == w.Place) {
				fits = append(fits, i)
			}
		}
		same := slices.IndexFunc(whole, func(w Telling) bool { return w.Date == t.Date && w.Place == t.Place })
		switch {
		case same >= 0:
			of[n] = same
		case len(fits) == 1: // of several it is unknown which
			of[n] = fits[0]
			whole[of[n]].Place = cmp.Or(whole[of[n]].Place, t.Place)
		default:
			of[n], whole = len(whole), append(whole, t)
		}
	}
	for n, t := range tellings {
		w := whole[of[n]]
		met = append(met, Met{Article: t.Article, From: t.ID, To: graph.MeetingID(t.Article, t.Participants, w.Place, w.Date)})
	}
	return met
}

// agree says whether two dates may be one: equal, or one is less precise or unknown.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }
