package paper

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed names.txt
var programNames string

// persons returns the names that may be those of people.
func persons(names []string) (persons []string) {
	for _, name := range names {
		name = strings.Join(strings.Fields(name), " ")
		if name != "" && !slices.Contains(strings.Split(programNames, "\n"), strings.ToLower(name)) {
			persons = append(persons, name)
		}
	}
	return persons
}
