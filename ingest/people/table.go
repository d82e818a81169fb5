package people

import (
	"cmp"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"strings"
	"sync"
)

//go:embed data/people.gz
var packed string

// Table is a table of people, unpacked when it is first asked. It may be asked
// from several goroutines.
type Table struct{ load func() *index }

// index finds people.
type index struct {
	people   []*Person
	byWord   map[string][]*Person // of their names
	byOffice map[office][]*Person
	byID     map[string]*Person
}

type office struct {
	kind    Kind
	country string
}

var known = &Table{sync.OnceValue(func() *index { return newIndex(unpack(packed)) })}

// Known returns the table that the program brings along.
func Known() *Table { return known }

// None returns a table of nobody.
func None() *Table { return &Table{sync.OnceValue(func() *index { return newIndex(nil) })} }

// With returns a table that has the people of both. Of one whom both have by the
// Wikidata id, the other's terms are added.
func (t *Table) With(other *Table) *Table {
	return &Table{sync.OnceValue(func() *index {
		a, b := t.load(), other.load()
		all := slices.Clone(a.people)
		at := map[string]int{}
		for i, p := range all {
			at[p.WikidataID] = i
		}
		for _, p := range b.people {
			i, both := at[p.WikidataID]
			if !both || p.WikidataID == "" {
				all = append(all, p)
				continue
			}
			all[i] = joined(all[i], p)
		}
		return newIndex(all)
	})}
}

// joined returns a person with what another table has of the same.
func joined(a, b *Person) *Person {
	both := *a
	both.words = nil // it has other names now
	both.Gender = cmp.Or(a.Gender, b.Gender)
	both.Aliases = slices.Concat(a.Aliases, []string{b.Name}, b.Aliases)
	both.Terms = slices.Clone(a.Terms)
	for _, t := range b.Terms {
		both.Terms = slices.DeleteFunc(both.Terms, func(old Term) bool {
			return old.Country == t.Country && old.Kind == t.Kind && compare(old.Start, t.Start) == 0
		})
		both.Terms = append(both.Terms, t)
	}
	return &both
}

// ByID returns the person of a Wikidata id, nil where the table has none.
func (t *Table) ByID(wikidataID string) *Person { return t.load().byID[wikidataID] }

func newIndex(all []*Person) *index {
	x := &index{people: all, byWord: make(map[string][]*Person, 2*len(all)), byOffice: map[office][]*Person{}, byID: make(map[string]*Person, len(all))}
	for _, p := range all {
		x.add(p)
	}
	return x
}

func (x *index) add(p *Person) {
	if p.words == nil { // who is in another table too has them, and may be asked there meanwhile
		p.words = [][]string{Words(p.Name)}
		for _, alias := range p.Aliases {
			p.words = append(p.words, Words(alias))
		}
	}
	for _, name := range p.words {
		for _, w := range name {
			if all := x.byWord[w]; len(all) == 0 || all[len(all)-1] != p {
				x.byWord[w] = append(all, p)
			}
		}
	}
	for _, t := range p.Terms {
		key := office{t.Kind, t.Country}
		if all := x.byOffice[key]; len(all) == 0 || all[len(all)-1] != p {
			x.byOffice[key] = append(all, p)
		}
	}
	if p.WikidataID != "" {
		x.byID[p.WikidataID] = p
	}
}

// unpack reads the packed table: first the positions, one a line, then after an
// empty line the people, by name. Their columns are the Wikidata id without Q, the
// name, the aliases with | between, the gender, and the terms with ; between:
// country, number of the position, number of the kind, start, end, day of the
// source, and m where it was written from memory.
func unpack(packed string) (all []*Person) {
	in, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		panic("people: " + err.Error())
	}
	data, err := io.ReadAll(in)
	if err != nil {
		panic("people: " + err.Error())
	}
	head, body, _ := strings.Cut(string(data), "\n\n")
	positions := strings.Split(head, "\n")
	for line := range strings.Lines(body) {
		all = append(all, parse(strings.TrimSuffix(line, "\n"), positions))
	}
	return all
}

func parse(line string, positions []string) *Person {
	fields := strings.Split(line, "\t")
	p := &Person{Name: fields[1], Gender: fields[3]}
	if fields[0] != "" {
		p.WikidataID = "Q" + fields[0]
	}
	if fields[2] != "" {
		p.Aliases = strings.Split(fields[2], "|")
	}
	for text := range strings.SplitSeq(fields[4], ";") {
		f := strings.Split(text, ",")
		p.Terms = append(p.Terms, Term{f[0], positions[number(f[1])], Kinds[number(f[2])], f[3], f[4], f[5], f[6] == "m"})
	}
	return p
}

// number reads a number of the packed table, which has no others.
func number(digits string) (n int) {
	for _, c := range digits {
		n = 10*n + int(c-'0')
	}
	return n
}
