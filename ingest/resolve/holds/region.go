package holds

import (
	"cmp"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// region returns the part of a country, or the city, that has an office, and the
// rule that says so: by the words for whose it is, or those of another office of
// the holder, where none stand beside this one. The president of Chechnya is not
// the Russian one.
func (f *finder) region(o *office) (*who.Entity, rule.Rule) {
	switch {
	case o.region != nil:
		return o.region, signs[0].Rule
	case o.holder != nil && isOfRegion(o.Title) && (o.worded == nil || national(o.Title) && o.worded.Label == graph.Organization):
		return f.regions[o.holder], another
	}
	return nil, rule.Rule{}
}

// regionOf returns the region, or of a mayor or bishop the city, that the words for
// whose an office is name, or that the title itself does: “chief Chechen negotiator”.
func (f *finder) regionOf(o *office) *who.Entity {
	parts, find := f.ownerParts(o), f.regionIn
	switch {
	case lexicon.OfCities.Has(headOf(o.Title)):
		find = f.capitalIn
	case len(parts) == 0 && kindOf(o.Title) == "" && o.Words.Len() > 2:
		parts = []document.Range{{First: o.Words.First + 1, Last: o.Words.First + 2}}
	case !isOfRegion(o.Title):
		return nil
	}
	for _, part := range parts {
		if e := find(part); e != nil {
			return e
		}
	}
	return nil
}

// isOfRegion says whether an office may be one of a region's government. The
// Scottish Secretary is in the British one.
func isOfRegion(title string) bool {
	words := strings.Fields(strings.ToLower(title))
	switch words[len(words)-1] {
	case "president", "premier", "governor", "president-elect":
		return true
	case "leader":
		return len(words) == 1
	case "minister", "secretary":
		return len(words) > 1 && words[0] != "press"
	}
	return false
}

// regionIn returns the region that words name and nothing else. An adjective that
// has other meanings tells it only where the article names it.
func (f *finder) regionIn(part document.Range) *who.Entity {
	part = f.name(part)
	region, found := gazetteer.RegionOf(f.wordsOf(part))
	if !found {
		return nil
	}
	for _, name := range region.Names {
		if e := f.placeOrBody(name); e != nil {
			return e
		}
	}
	if region.Ambiguous {
		return nil
	}
	code := ""
	if len(region.Codes) == 1 {
		code = region.Codes[0]
	}
	return f.newPlace(region.Names[0], code, part)
}

// wordsOf returns words as the gazetteer compares them.
func (f *finder) wordsOf(r document.Range) []string {
	if r.Len() == 0 {
		return nil
	}
	return gazetteer.Words(f.Text(r))
}

// capitalIn returns the city of the capital that words name, which is else its
// country's government: “| London | mayor Jane Doe”.
func (f *finder) capitalIn(part document.Range) *who.Entity {
	part = f.name(part)
	words := f.wordsOf(part)
	entry, n := gazetteer.Match(words)
	if n == 0 || n < len(words) || entry.Kind != gazetteer.Capital {
		return nil
	}
	if e := f.placeOrBody(entry.Name); e != nil {
		return e
	}
	return f.newPlace(entry.Name, entry.Code, part)
}

// placeOrBody returns the place or body of the article that has a name, nil for none.
func (f *finder) placeOrBody(name string) *who.Entity {
	return cmp.Or(f.cast.Named(graph.EntityID(graph.Place, name)), f.cast.Named(graph.EntityID(graph.Organization, name)))
}

// newPlace returns a place that the article does not name by itself.
func (f *finder) newPlace(name, code string, words document.Range) *who.Entity {
	if f.added[name] == nil {
		f.added[name] = &who.Entity{Name: name, Label: graph.Place, Code: code, Mentions: []document.Range{words}}
	}
	return f.added[name]
}

// isRegional says whether an office of which no words say whose it is may be a
// region's of a country: by “regional” or “the state's” before it or in it, since
// the office before is one of a region, or the article names regions of the
// country more often than the country.
func (f *finder) isRegional(o *office, country *who.Entity) bool {
	local := func(w int) bool { return lexicon.Regional.Has(f.at(w)) }
	if local(o.Words.First) || local(o.Words.First-1) || f.at(o.Words.First-1) == "'s" && local(o.Words.First-2) {
		return true
	}
	if last := f.lastWorded(o.Words.First); last != nil && last.region != nil && last.region.Code == country.Code {
		return true
	}
	return f.regional[country.Code] > len(country.Mentions)
}

// countRegions counts how often the article names regions of each country.
func (f *finder) countRegions() {
	f.regional = map[string]int{}
	for _, n := range f.Names {
		if region, found := gazetteer.RegionOf(f.wordsOf(n.Range)); found && !region.Ambiguous {
			for _, code := range region.Codes {
				f.regional[code]++
			}
		}
	}
}
