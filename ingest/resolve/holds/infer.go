package holds

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// rule finds whose an office is where no word beside it tells. The share is how
// many of its answers are right on the marked articles.
type rule struct {
	name, example string
	share         float64
	find          func(f *finder, o *office) *who.Entity
}

// rules are tried in order; the first that answers counts.
var rules = []rule{
	{"the same office with its owner elsewhere", "French President Jane Doe … President Doe", 0.95, (*finder).sameOffice},
	{"table of those who led countries", "President Fidel Castro", 0.97, (*finder).leader},
	{"another office of the holder", "French Foreign Minister Jane Doe … the former finance minister", 0.9, (*finder).otherOffice},
	{"title of the United States", "Secretary of State Jane Doe", 0.95, (*finder).american},
	{"country of a member of Congress", "Sen. Jane Doe", 0.56, (*finder).member},
	{"country that the article names nearly alone", "President Doe", 0.87, (*finder).mostNamed},
	{"country that the article names most", "President Doe", 0.7, (*finder).oftenNamed},
}

// infer finds whose an office is where no word beside it tells.
func (f *finder) infer(o *office) {
	for _, r := range rules {
		if o.holder == nil {
			return
		}
		if e := r.find(f, o); e != nil {
			o.Of, o.Rule, o.Confidence = e, r.name, r.share
			return
		}
	}
}

// sameOffice returns whose the holder's office of the same title is where words
// tell it.
func (f *finder) sameOffice(o *office) *who.Entity {
	for _, other := range f.found {
		if other.holder == o.holder && other.Of != nil && strings.EqualFold(other.Title, o.Title) && other.Rule == byTheWords {
			return other.Of
		}
	}
	return nil
}

// otherOffice returns the country of another office of the holder.
func (f *finder) otherOffice(o *office) *who.Entity {
	if kindOf(o.Title) != "national" {
		return nil
	}
	for _, other := range f.found {
		if other.holder == o.holder && other.Of != nil && other.Rule == byTheWords && other.Of.Label == graph.Country {
			return other.Of
		}
	}
	return nil
}

// leader returns the country that the holder leads or led, or whose ministry:
// by the full name, or by that of the family for who heads it at the time.
func (f *finder) leader(o *office) *who.Entity {
	if o.holder == nil || !national(o.Title) {
		return nil
	}
	code := ""
	year := f.Article.Published.Year()
	for _, l := range gazetteer.Leaders(o.holder.Name) {
		if len(o.holder.Words) < 2 && !l.Head(year) {
			continue
		}
		if code != "" && code != l.Code {
			return nil
		}
		code = l.Code
	}
	if code == "" {
		return nil
	}
	return f.cast.Country(code)
}

// american returns the United States for an office that the press in English
// names so of them alone, where the article names them or a body of theirs.
func (f *finder) american(o *office) *who.Entity {
	if kindOf(o.Title) != "american" {
		return nil
	}
	return f.unitedStates()
}

func (f *finder) unitedStates() *who.Entity {
	if slices.ContainsFunc(f.cast.Entities, func(e *who.Entity) bool { return e.Code == "US" }) {
		return f.cast.Country("US")
	}
	return nil
}

// member returns the United States for a member of Congress: where the article
// is about them or gives the party and state (“R-Ariz.”).
func (f *finder) member(o *office) *who.Entity {
	us := f.unitedStates()
	if kindOf(o.Title) != "member" || us == nil || f.home(half) != us && !partyAndState.MatchString(f.Article.Text) {
		return nil
	}
	return us
}

// partyAndState matches how the American press gives a politician's.
var partyAndState = regexp.MustCompile(`\b[RD]-\pL`)

// The least share of all names of countries that the most named must have.
const (
	half = 0.5
	most = 0.8
)

func (f *finder) mostNamed(o *office) *who.Entity {
	if !national(o.Title) {
		return nil
	}
	return f.home(most)
}

func (f *finder) oftenNamed(o *office) *who.Entity {
	if !national(o.Title) {
		return nil
	}
	return f.home(half)
}

// foremost is how many names it is worth to be the country named first.
const foremost = 3

// home returns the country that an article names most, by itself and, half as
// much, by its bodies and places, where its share of all such names is large
// enough.
func (f *finder) home(share float64) *who.Entity {
	counts := map[string]float64{}
	first, all, best := len(f.Words), 0.0, ""
	add := func(code string, n float64) {
		all += n
		counts[code] += n
		if c := counts[code]; c > counts[best] || c == counts[best] && code < best {
			best = code
		}
	}
	opening := ""
	for _, e := range f.cast.Entities {
		if e.Code == "" || e.Label == graph.Person || len(e.Mentions) == 0 {
			continue
		}
		weight := 0.5
		if e.Label == graph.Country {
			weight = 1
		}
		add(e.Code, weight*float64(len(e.Mentions)))
		if at := e.Mentions[0].First; at < first {
			first, opening = at, e.Code
		}
	}
	if country := who.Dateline(f.Document); country != "" {
		opening = country
	}
	if opening != "" {
		add(opening, foremost)
	}
	if best == "" || counts[best] < share*all {
		return nil
	}
	return f.cast.Country(best)
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

// kindOf returns the kind of an office, by as many of the last words of its
// title as tell one.
func kindOf(title string) string {
	words := strings.Fields(strings.ToLower(title))
	for i := range words {
		if kind := kinds[strings.Join(words[i:], " ")]; kind != "" {
			return kind
		}
	}
	return ""
}
