package holds

import (
	_ "embed"
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
	{"country of a member of its parliament", "Sen. Jane Doe", 0.6, (*finder).member},
	{"country that the article names most", "President Doe", 0.8, (*finder).mostNamed},
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
	if kindOf(o.Title) != "national" {
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

// member returns the country of a member of a parliament, where the article
// names one more than all others.
func (f *finder) member(o *office) *who.Entity {
	if kindOf(o.Title) != "member" {
		return nil
	}
	return f.home(half)
}

// The least share of all names of countries that the most named must have.
const (
	half   = 0.5
	enough = 0.6
)

func (f *finder) mostNamed(o *office) *who.Entity {
	if kindOf(o.Title) != "national" {
		return nil
	}
	return f.home(enough)
}

// home returns the country that an article names most, by itself and by its
// bodies and places, where its share of all such names is large enough.
func (f *finder) home(share float64) *who.Entity {
	all, best, counts := 0.0, "", map[string]float64{}
	for _, e := range f.cast.Entities {
		if e.Code == "" || e.Label == graph.Person {
			continue
		}
		weight := 0.5
		if e.Label == graph.Country {
			weight = 1
		}
		n := weight * float64(len(e.Mentions))
		all += n
		counts[e.Code] += n
		if c := counts[e.Code]; c > counts[best] || c == counts[best] && e.Code < best {
			best = e.Code
		}
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
