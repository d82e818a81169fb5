package records

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/internal/hint"
)

//go:embed fields.tsv
var fieldsData string

// usual maps our fields to the names that others have for them.
var usual = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for line := range strings.Lines(fieldsData) {
		if ours, theirs, found := strings.Cut(strings.TrimSpace(line), "\t"); found && !strings.HasPrefix(ours, "#") {
			theirs, _, _ = strings.Cut(theirs, "\t")
			names[ours] = append(names[ours], plain(theirs))
		}
	}
	return names
})

// list is the field of an object around records that holds them.
const list = "list"

// Fields lists the fields of an article, sorted.
func Fields() (names []string) {
	for name := range usual() {
		if name != list {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// ParseFields reads what a person calls the fields, each as OURS=THEIRS, for
// kind.Input.Fields. An error says which is wrong.
func ParseFields(assignments []string) (map[string]string, error) {
	fields := map[string]string{}
	for _, a := range assignments {
		ours, theirs, _ := strings.Cut(a, "=")
		ours, theirs = strings.TrimSpace(ours), strings.TrimSpace(theirs)
		if theirs == "" || !slices.Contains(Fields(), ours) {
			return nil, hint.Add(fmt.Errorf("fields: %q is not understood", a), "it is text=NAME, where text is one of %s, and NAME what the records call it", hint.Choice(Fields()))
		}
		fields[theirs] = ours
	}
	return fields, nil
}

// mapping says which names hold each of our fields, in the order in which they
// are looked for.
type mapping map[string][]string

// mappingOf returns the usual names after those that a person gave.
func mappingOf(fields map[string]string) mapping {
	if len(fields) == 0 {
		return usual()
	}
	given := mapping{}
	for theirs, ours := range fields {
		given[ours] = append(given[ours], plain(theirs))
	}
	for ours, names := range usual() {
		slices.Sort(given[ours])
		given[ours] = append(given[ours], names...)
	}
	return given
}

// has says whether one of the names holds a field of ours.
func (m mapping) has(ours string, names []string) bool {
	return slices.ContainsFunc(m[ours], func(name string) bool { return slices.Contains(names, name) })
}

// plain returns a name without what people write in different ways.
func plain(name string) string { return separators.Replace(strings.ToLower(strings.TrimSpace(name))) }

var separators = strings.NewReplacer("_", "", "-", "", " ", "")
