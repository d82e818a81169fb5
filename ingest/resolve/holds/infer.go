package holds

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// unitedStates returns their code where the article names them or a body of
// theirs and the office is one that the press in English names so of them alone.
func (f *finder) unitedStates(o *office) string {
	if kind := kindOf(o.Title); kind != "american" && kind != "member" || !f.american {
		return ""
	}
	return "US"
}

// partyAndState matches how the American press gives a politician's.
var partyAndState = regexp.MustCompile(`\b[RD]-\pL`)

// opening is how many names it is worth to be the country named first.
const opening = 3

// count counts how often the article names everybody, and countries, half as
// much, by their bodies and places.
func (f *finder) count() {
	f.mentions, f.main, f.countries = map[graph.Label]int{}, map[graph.Label]*who.Entity{}, map[string]float64{}
	first, all := who.Dateline(f.Document), 0.0
	add := func(code string, n float64) {
		all += n
		f.countries[code] += n
	}
	for _, e := range f.cast.Entities {
		f.mentions[e.Label] += len(e.Mentions)
		if main := f.main[e.Label]; main == nil || len(e.Mentions) > len(main.Mentions) {
			f.main[e.Label] = e
		}
		if e.Code == "" || e.Label == graph.Person || len(e.Mentions) == 0 {
			continue
		}
		first = cmp.Or(first, e.Code)
		weight := 0.5
		if e.Label == graph.Country {
			weight = 1
		}
		add(e.Code, weight*float64(len(e.Mentions)))
	}
	if first != "" {
		add(first, opening)
	}
	for code := range f.countries {
		f.countries[code] /= all
		if n := f.countries[code] - f.countries[f.homeCode]; n > 0 || n == 0 && code < f.homeCode {
			f.homeCode = code
		}
	}
	f.most = slices.SortedStableFunc(slices.Values(f.cast.Entities), func(a, b *who.Entity) int { return len(b.Mentions) - len(a.Mentions) })
	f.most = f.most[:min(len(f.most), foremost)]
}

//go:embed titles.tsv
var titlesTSV string

// kinds are kinds of offices by the last words of their titles.
var kinds = func() map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(titlesTSV) {
		if kind, titles, found := strings.Cut(strings.TrimSpace(line), "\t"); found && line[0] != '#' {
			for _, title := range strings.Split(titles, "|") {
				table[title] = kind
			}
		}
	}
	return table
}()

// national says whether a country has one of an office.
func national(title string) bool { return kindOf(title) == "national" || kindOf(title) == "american" }

// elect matches what follows the title of who will have the office: “Prime
// Minister-designate”.
var elect = regexp.MustCompile(` ?- ?(elect|designate|in-waiting)$`)

// kindOf returns the kind of an office, by as many of the last words of its
// title as tell one.
func kindOf(title string) string {
	words := strings.Fields(elect.ReplaceAllString(strings.ToLower(title), ""))
	if slices.Contains(words, "shadow") {
		return "" // of the opposition
	}
	if kind := kinds["="+strings.Join(words, " ")]; kind != "" {
		return kind
	}
	for i := range words {
		if kind := kinds[strings.Join(words[i:], " ")]; kind != "" {
			return kind
		}
	}
	return ""
}
