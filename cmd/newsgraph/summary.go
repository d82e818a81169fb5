package main

import (
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// summary counts what was found. What articles share is counted once.
type summary struct {
	articles, statements, passed               int
	people, countries, organizations, meetings int
	entities                                   map[string]bool
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
	if s.passed > 0 {
		fmt.Fprintf(w, "passed over    %d files of other formats\n", s.passed)
	}
	if failed > 0 {
		fmt.Fprintf(w, "not read       %d, see below\n", failed)
	}
	fmt.Fprintf(w, "written to     %s\n", place)
}
