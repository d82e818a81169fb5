package holds

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// leads returns the code of the country that the holder leads or led, or whose
// ministry: by the full name, or by that of the family, for who heads it at the
// time rather than for who did before; "" where none or several are known.
func (f *finder) leads(o *office) string {
	if o.holder == nil || !national(o.Title) {
		return ""
	}
	year := f.Article.Published.At.Year()
	now, ever := map[string]bool{}, f.led(o.holder)
	for _, l := range leadersCalled(o.holder) {
		now[l.Code] = now[l.Code] || l.Head(year)
		ever[l.Code] = true
	}
	maps.DeleteFunc(now, func(_ string, heads bool) bool { return !heads })
	switch {
	case (len(o.holder.Words) < 2 || len(ever) > 1) && len(now) == 1:
		ever = now
	case lexicon.RoyalTitles.Has(o.Title) && ever[crown]:
		return crown
	}
	if len(ever) != 1 {
		return ""
	}
	return slices.Collect(maps.Keys(ever))[0]
}

// isOver says whether the holder of an office led the country that it is of, as the
// head of state or government that the title tells, and did so no more in the year of the
// article or the one before: “President Kennedy”.
func (f *finder) isOver(o *office) bool {
	year := f.Article.Published.At.Year()
	if f.Article.Published.Date() == "" || o.Of == nil || o.Of.Label != graph.Country || o.holder == nil || len(o.holder.Words) == 0 {
		return false
	}
	rank, over := who.Rank(o.Title), false
	for _, l := range leadersCalled(o.holder) {
		if l.Code != o.Of.Code {
			continue
		}
		for _, t := range l.Terms {
			if t.To == 0 || t.To+1 >= year {
				return false
			}
			over = over || l.Holds(rank, t.To)
		}
	}
	return over
}

// crown is the country of whose king or queen the press speaks who heads others too.
const crown = "GB"

// headsOthers says whether the holder of a national office is known by the full
// name as one who heads or headed countries, or a ministry, and not this one's, which no words
// beside the title name either.
func (f *finder) headsOthers(e *who.Entity, o *office) bool {
	if o.holder == nil || !national(o.Title) || slices.ContainsFunc(f.inParts(o), func(m who.Mention) bool { return m.Entity == e }) {
		return false
	}
	led := f.led(o.holder)
	return len(led) > 0 && !led[e.Code]
}

// led returns the codes of the countries that somebody led by the full name, or
// whose ministries.
func (f *finder) led(e *who.Entity) map[string]bool {
	codes := map[string]bool{}
	if len(e.Words) < 2 {
		return codes
	}
	for _, l := range leadersCalled(e) {
		codes[l.Code] = true
	}
	if len(codes) > 0 {
		return codes
	}
	for _, m := range f.table.Named(e.Name) {
		for _, t := range m.Terms {
			if m.Fit == people.Full && governs(t) && begun(t, f.Document) {
				codes[t.Country] = true
			}
		}
	}
	return codes
}

// governs says whether a term is one in the government of a country.
func governs(t people.Term) bool {
	switch t.Kind {
	case people.HeadOfState, people.HeadOfGovernment, people.Foreign, people.Defence, people.Finance, people.Interior, people.OtherMinister:
		return gazetteer.CountryName(t.Country) != "" && !t.Memory
	}
	return gazetteer.CountryName(t.Country) != "" && !t.Memory && t.Position == "Vice President"
}

// begun says whether a term had begun in the year of a document.
func begun(t people.Term, d *document.Document) bool {
	date := d.Article.Published.Date()
	return date == "" || t.Start[:4] <= date[:4]
}

// leadersCalled returns those who lead or led a country and have somebody's name,
// with a royal title or without.
func leadersCalled(e *who.Entity) []gazetteer.Leader {
	name := initial.ReplaceAllString(e.Name, " ")
	if title, rest, found := strings.Cut(name, " "); found && lexicon.RoyalTitles.Has(title) {
		name = rest
	}
	return gazetteer.Leaders(name)
}

// initial matches the initial within a name: “Donald J. Trump”.
var initial = regexp.MustCompile(` \p{Lu}\.? `)
