package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/regions.tsv
var regionsTSV string

// Region is a part of a country with a president, a premier or ministers of its
// own, or a land that wants to be a country.
type Region struct {
	Names     []string // the usual one first
	Codes     []string // of the country, of several that claim it or have a part of the name
	Ambiguous bool     // by an adjective that has other meanings, “Kurdish”
}

// RegionOf returns the region that words name, by name or adjective, and nothing
// else: “Catalonia”, “Catalan”.
func RegionOf(words []string) (Region, bool) {
	r, n := regions().match(words)
	if n < len(words) {
		return Region{}, false
	}
	return r, n > 0
}

var regions = sync.OnceValue(func() lexicon[Region] {
	l := lexicon[Region]{}
	for _, row := range columns(regionsTSV, 4) {
		region := Region{Names: row[1], Codes: row[0]}
		for _, name := range append(row[1], row[2]...) {
			l.add(name, region)
			l.add(strings.ReplaceAll(name, " ", "-"), region)
		}
		region.Ambiguous = true
		for _, name := range row[3] {
			l.add(name, region)
		}
	}
	return l
})
