package gazetteer

import (
	_ "embed"
	"sync"
)

var (
	//go:embed data/wikidata-countries.tsv
	wikidataCountriesTSV string
	//go:embed data/wikidata-bodies.tsv
	wikidataBodiesTSV string
)

// WikidataOfCountry returns the Wikidata id of a country by its code, "" where
// none is known.
func WikidataOfCountry(code string) string { return wikidataCountries()[code] }

// WikidataOfBody returns the Wikidata id of one of the best known bodies by its
// usual name, "" where none is known.
func WikidataOfBody(name string) string { return wikidataBodies()[name] }

var (
	wikidataCountries = sync.OnceValue(func() map[string]string { return pairs(wikidataCountriesTSV) })
	wikidataBodies    = sync.OnceValue(func() map[string]string { return pairs(wikidataBodiesTSV) })
)

// pairs returns the second column of a table by the first.
func pairs(data string) map[string]string {
	table := map[string]string{}
	for _, row := range columns(data, 2) {
		table[row[0][0]] = row[1][0]
	}
	return table
}
