package main

import (
	"fmt"
	"hash/maphash"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// summary counts what was found. What articles share is counted once, a
// statement in copies of a story too.
type summary struct {
	articles, copies, statements               int
	people, countries, organizations, meetings int
	seen                                       map[uint64]bool // what is counted
	found                                      source.Found
}

var seed = maphash.MakeSeed()

func (s *summary) add(f *facts.Article) {
	s.articles++
	s.addStatements(f)
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

func (s *summary) addStatements(f *facts.Article) {
	story := f.ID
	if f.CopyOf != nil {
		s.copies++
		story = f.CopyOf.ID
	}
	times := map[string]int{} // of a text in this article
	for _, st := range f.Statements {
		said := fmt.Sprint(st.Voices(), st.Text)
		times[said]++
		s.count(&s.statements, fmt.Sprint(story, said, times[said]))
	}
}

func (s *summary) count(n *int, id string) {
	key := maphash.String(seed, id)
	if s.seen == nil {
		s.seen = map[uint64]bool{}
	}
	if !s.seen[key] {
		s.seen[key] = true
		*n++
	}
}

func (s *summary) print(w io.Writer, place string, failed int) {
	fmt.Fprintf(w, "articles       %d\npeople         %d\ncountries      %d\norganizations  %d\nmeetings       %d\nstatements     %d\n",
		s.articles, s.people, s.countries, s.organizations, s.meetings, s.statements)
	if s.copies > 0 {
		fmt.Fprintf(w, "copies         %d of the articles, their statements counted once\n", s.copies)
	}
	printPassed(w, s.found)
	if failed > 0 {
		fmt.Fprintf(w, "not read       %d, see below\n", failed)
	}
	fmt.Fprintf(w, "written to     %s\n", place)
}

// printNone says that what was read, such as a feed that is empty today, has no
// article.
func printNone(w io.Writer, found source.Found) {
	fmt.Fprintln(w, "articles       0: nothing is written")
	printPassed(w, found)
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
