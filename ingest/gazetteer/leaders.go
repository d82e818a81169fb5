package gazetteer

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
)

//go:embed data/leaders.tsv
var leadersTSV string

//go:embed data/leaders-earlier.tsv
var earlierTSV string

// Leader is somebody who led a country, or one of the great ministries of it,
// since 1990, or one of those whom the press still names from before.
type Leader struct {
	Name, Code string // of the country, ISO 3166-1 alpha-2
	Terms      []Term
}

// Term is a term of office. Of: state, government, foreign, defence, finance,
// interior, vice. To is 0 where it had not ended when the table was made.
type Term struct {
	Of       string
	From, To int // years
}

// Head says whether the leader was head of state or government in a year, or
// the one after, when the press still calls him so.
func (l Leader) Head(year int) bool {
	for _, t := range l.Terms {
		if (t.Of == "state" || t.Of == "government") && t.From <= year && (t.To == 0 || year <= t.To+1) {
			return true
		}
	}
	return false
}

// Holds says whether the leader was president or king, for which a country has one
// head of state, or prime minister in a year.
func (l Leader) Holds(rank string, year int) bool {
	of := map[string]string{"president": "state", "king": "state", "queen": "state", "prime minister": "government"}[rank]
	return slices.ContainsFunc(l.Terms, func(t Term) bool {
		return t.Of == of && t.From <= year && (t.To == 0 || year <= t.To)
	})
}

// Leaders returns those who have a name, full or of the family alone.
func Leaders(name string) []Leader { return leaders()[graph.EntityID(graph.Person, name)] }

var leaders = sync.OnceValue(func() map[string][]Leader {
	table := map[string][]Leader{}
	for _, row := range append(columns(leadersTSV, 4), columns(earlierTSV, 4)...) {
		l := Leader{Name: row[1][0], Code: row[0][0]}
		for _, text := range row[3] {
			l.Terms = append(l.Terms, parseTerm(text))
		}
		keys := map[string]bool{}
		for _, name := range append(row[1], row[2]...) {
			words := strings.Fields(name)
			keys[graph.EntityID(graph.Person, name)] = true
			keys[graph.EntityID(graph.Person, words[len(words)-1])] = true
		}
		for key := range keys {
			table[key] = append(table[key], l)
		}
	}
	return table
})

// parseTerm reads “state 1991-1999”.
func parseTerm(text string) (t Term) {
	of, years, _ := strings.Cut(text, " ")
	from, to, _ := strings.Cut(years, "-")
	t.Of = of
	t.From, _ = strconv.Atoi(from)
	t.To, _ = strconv.Atoi(to)
	return t
}
