package gazetteer

import (
	_ "embed"
	"sync"
)

//go:embed data/states.tsv
var statesTSV string

// State returns the state of the United States that the press abbreviates so,
// “Arizona” for “Ariz.”; "" where it does none.
func State(abbreviation string) string { return states()[abbreviation] }

var states = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range columns(statesTSV, 2) {
		for _, abbreviation := range row[1] {
			table[abbreviation] = row[0][0]
		}
	}
	return table
})
