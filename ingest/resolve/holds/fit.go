package holds

import (
	_ "embed"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

//go:embed bodies.tsv
var bodiesTSV string

// bodies are the nouns in the names of bodies that have an office, by the last
// words of its title.
var bodies = func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(bodiesTSV) {
		titles, nouns, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found || line[0] == '#' {
			continue
		}
		for _, title := range strings.Split(titles, "|") {
			table[title] = strings.Split(nouns, "|")
		}
	}
	return table
}()

// fitting returns the only body of the article that has such an office: the
// Supreme Court for “Justice Jane Doe”, where no words tell and nobody is likely
// (of 11 in the marked articles 9 are right, and two whom they call “justices”).
// It is nil where none or several have it.
func (f *finder) fitting(o *office) (found *who.Entity) {
	for _, noun := range nounsFor(o.Title) {
		for _, e := range f.byNoun[noun] {
			if len(e.Mentions) == 0 || e == found {
				continue
			}
			if found != nil {
				return nil
			}
			found = e
		}
	}
	return found
}

// nounsFor returns the nouns in the names of bodies that have an office.
func nounsFor(title string) []string {
	words := strings.Fields(strings.ToLower(title))
	for i := range words {
		if nouns := bodies[strings.Join(words[i:], " ")]; nouns != nil {
			return nouns
		}
	}
	return nil
}
