package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// summary counts what was found. What articles share is counted once.
type summary struct {
	articles, statements                       int
	people, countries, organizations, meetings int
	entities                                   map[string]bool
	found                                      source.Found
}

func (s *summary) add(f *facts.Article) {
	s.articles++
	s.statements += len(f.Statements)
	for _, p := range f.People {
		s.count(&s.people, p.ID)
	}
	for _, c := range f.Countries {
		s.count(&s.countries, c.ID)
	}
	for _, o := range f.Organizations {
		s.count(&s.organizations, o.ID)
	}
	for _, m := range f.Meetings {
		s.count(&s.meetings, m.ID)
	}
}

func (s *summary) count(n *int, id string) {
	if !s.entities[id] {
		s.entities[id] = true
		*n++
	}
}

func (s *summary) print(w io.Writer, place string, failed int) {
	fmt.Fprintf(w, "articles       %d\npeople         %d\ncountries      %d\norganizations  %d\nmeetings       %d\nstatements     %d\n",
		s.articles, s.people, s.countries, s.organizations, s.meetings, s.statements)
	printPassed(w, s.found)
	if failed > 0 {
		fmt.Fprintf(w, "not read       %d, see below\n", failed)
	}
	fmt.Fprintf(w, "written to     %s\n", place)
}

// printPassed says what was named or found and is not read.
func printPassed(w io.Writer, found source.Found) {
	if found.Twice > 0 {
		fmt.Fprintf(w, "named again    %d, read once\n", found.Twice)
	}
	if len(found.Passed) > 0 {
		fmt.Fprintf(w, "passed over    %s\n", counts(found.Passed))
	}
}

// counts lists what there is how many of: 3 .png, 1 hidden.
func counts(of map[string]int) string {
	var all []string
	for _, what := range slices.Sorted(maps.Keys(of)) {
		all = append(all, fmt.Sprintf("%d %s", of[what], what))
	}
	return strings.Join(all, ", ")
}
