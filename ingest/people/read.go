package people

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Columns are those of a table of people, one term of office a row, tab-separated,
// with this header. wikidata, aliases (with | between), gender, end and asof may be
// empty; source tells where a row is from, and is not read but for “curated”, what
// was written down from memory.
var Columns = []string{"wikidata", "name", "aliases", "gender", "country", "position", "kind", "start", "end", "source", "asof"}

// Read reads a table of people. Its errors name the line and the column.
func Read(r io.Reader) (*Table, error) {
	all, err := ReadPeople(r)
	if err != nil {
		return nil, err
	}
	return &Table{sync.OnceValue(func() *index { return newIndex(all) })}, nil
}

// ReadPeople returns the people of a table, each once, with their terms.
func ReadPeople(r io.Reader) (all []*Person, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	at := map[string]*Person{}
	number := 0
	for lines.Scan() {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if number++; number == 1 {
			if err := checkHeader(line); err != nil {
				return nil, err
			}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		p, err := parseRow(line)
		if err != nil {
			return nil, hint.Add(fmt.Errorf("read people: line %d: %w", number, err), "%s", hint.Of(err))
		}
		key := p.WikidataID + "\t" + p.Name
		if old := at[key]; old != nil {
			old.Terms = append(old.Terms, p.Terms...)
			continue
		}
		at[key], all = p, append(all, p)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read people: line %d: %w", number+1, err)
	}
	if number == 0 {
		return nil, checkHeader("")
	}
	return all, nil
}

func checkHeader(line string) error {
	if got := strings.Split(strings.TrimPrefix(line, "\ufeff"), "\t"); !slices.Equal(got, Columns) {
		return hint.Add(fmt.Errorf("read people: line 1: the columns are %q", got), "the first line must be, with tabs between: %s", strings.Join(Columns, " "))
	}
	return nil
}

var wikidataID = regexp.MustCompile(`^Q[1-9][0-9]*$`)

// parseRow reads a term with whose it is.
func parseRow(line string) (*Person, error) {
	f := strings.Split(line, "\t")
	if len(f) != len(Columns) {
		return nil, hint.Add(fmt.Errorf("%d columns", len(f)), "a line has %d columns with tabs between, empty ones included", len(Columns))
	}
	term := Term{f[4], f[5], Kind(f[6]), f[7], f[8], f[10], f[9] == "curated"}
	p := &Person{WikidataID: f[0], Name: f[1], Gender: f[3], Terms: []Term{term}}
	if f[2] != "" {
		p.Aliases = strings.Split(f[2], "|")
	}
	return p, p.check()
}

// check refuses what a row may not have.
func (p *Person) check() error {
	t := p.Terms[0]
	switch {
	case p.WikidataID != "" && !wikidataID.MatchString(p.WikidataID):
		return hint.Add(fmt.Errorf("wikidata is %q", p.WikidataID), "an id is like Q42, or empty")
	case p.Name == "":
		return hint.Add(fmt.Errorf("name is empty"), "a row needs name, country, kind and start")
	case !slices.Contains([]string{"m", "f", ""}, p.Gender):
		return hint.Add(fmt.Errorf("gender is %q", p.Gender), "it is m, f or empty")
	case t.Country == "":
		return hint.Add(fmt.Errorf("country is empty"), "it is a code such as FR, or the name of a body such as UN")
	case !slices.Contains(Kinds, t.Kind):
		return hint.Add(fmt.Errorf("kind is %q", t.Kind), "it is %s", hint.Choice(texts(Kinds)))
	}
	for _, d := range []struct{ column, date string }{{"start", t.Start}, {"end", t.End}, {"asof", t.AsOf}} {
		if _, _, err := graph.ParseDate(d.date); err != nil && (d.date != "" || d.column == "start") {
			return hint.Add(fmt.Errorf("%s is %q", d.column, d.date), "a date is YYYY, YYYY-MM or YYYY-MM-DD; end and asof may be empty")
		}
	}
	if t.End != "" && compare(t.Start, t.End) > 0 {
		return hint.Add(fmt.Errorf("ends %s before it starts %s", t.End, t.Start), "are start and end exchanged?")
	}
	return nil
}

func texts(kinds []Kind) (all []string) {
	for _, k := range kinds {
		all = append(all, string(k))
	}
	return all
}
