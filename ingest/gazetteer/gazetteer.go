// Package gazetteer knows names that need no context: countries with their
// demonyms, capitals and seats of government, international bodies, titles of
// office, first names, who led countries, and the forms of the verbs that news is
// full of. All of it is data. Words that only belong to a set, such as kin or
// verbs of motion, are package lexicon's.
//
//	entry, words := gazetteer.Match(tokens)
//
// The table of countries is made from open data (see internal/gen and
// data/LICENSE-countries.txt); press.tsv and the other lists are the project's.
package gazetteer

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/token"
)

//go:generate go run ./internal/gen

// Kind says how a name stands for what it names.
type Kind int

// The kinds of names. A Capital may stand for its country's government or for
// the city; a Seat, such as the Kremlin, always speaks for the government.
const (
	Country Kind = iota
	Demonym
	Capital
	Seat
	City
	Organization
)

// Entry is what a name means.
type Entry struct {
	Kind Kind
	Code string // of the country, ISO 3166-1 alpha-2
	Name string // the usual name of the country or organization, or the city itself
}

var (
	//go:embed data/countries.tsv
	countriesTSV string
	//go:embed data/former.tsv
	formerTSV string
	//go:embed data/press.tsv
	pressTSV string
	//go:embed data/cities.tsv
	citiesTSV string
	//go:embed data/lands.tsv
	landsTSV string
	//go:embed data/organizations.tsv
	organizationsTSV string
	//go:embed data/homonyms.tsv
	homonymsTSV string
	//go:embed data/titles.txt
	titlesTXT string
	//go:embed data/honorifics.txt
	honorificsTXT string
	//go:embed data/firstnames.tsv
	firstNamesTSV string
	//go:embed data/firstnames-press.tsv
	pressFirstNamesTSV string
)

// term is a name in words, and what it means.
type term[T any] struct {
	words []string
	value T
}

// lexicon finds terms by their first word; the longest come first.
type lexicon[T any] map[string][]term[T]

func (l lexicon[T]) add(name string, value T) {
	l.addWords(Words(name), value)
}

func (l lexicon[T]) addWords(words []string, value T) {
	if len(words) == 0 || slices.ContainsFunc(l[words[0]], func(t term[T]) bool { return slices.Equal(t.words, words) }) {
		return // what was added first wins
	}
	l[words[0]] = append(l[words[0]], term[T]{words, value})
	slices.SortStableFunc(l[words[0]], func(a, b term[T]) int { return len(b.words) - len(a.words) })
}

// match returns the longest term at the beginning of words, and its length.
func (l lexicon[T]) match(words []string) (value T, n int) {
	if len(words) == 0 {
		return value, 0
	}
	for _, t := range l[words[0]] {
		if len(t.words) <= len(words) && slices.Equal(t.words, words[:len(t.words)]) {
			return t.value, len(t.words)
		}
	}
	return value, 0
}

var (
	countryNames = map[string]string{}
	names        = loadNames()
	titles       = loadTitles()
	honorifics   = lines(honorificsTXT)
	genders      = loadGenders()
	homonyms     = loadHomonyms()
	lands        = loadLands()
)

// lines returns the lines of a data file without comments.
func lines(data string) (kept []string) {
	for line := range strings.Lines(data) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			kept = append(kept, line)
		}
	}
	return kept
}

// columns returns the n columns of a table's rows, each a list of names.
func columns(data string, n int) (rows [][][]string) {
	for _, line := range lines(data) {
		row := make([][]string, n)
		for i, field := range strings.SplitN(line, "\t", n) {
			if field != "" {
				row[i] = strings.Split(field, "|")
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func loadNames() lexicon[Entry] {
	l := lexicon[Entry]{}
	for _, row := range columns(organizationsTSV, 3) {
		entry := Entry{Organization, strings.Join(row[2], ""), row[0][0]}
		for _, name := range append(row[0], row[1]...) {
			l.add(name, entry)
		}
	}
	table := columns(countriesTSV, 5)
	for _, row := range table {
		countryNames[row[0][0]] = row[1][0]
		addCountry(l, row[0][0], row[1], nil)
	}
	for _, row := range columns(formerTSV, 3) {
		countryNames[row[0][0]] = row[1][0]
		addCountry(l, row[0][0], row[1], row[2])
	}
	for _, row := range columns(pressTSV, 5) {
		addCountry(l, row[0][0], row[1], row[2])
		addPlaces(l, row[0][0], row[3], row[4])
	}
	for _, row := range table {
		addCountry(l, row[0][0], nil, row[3]) // after the tables of the press: “American” is of the United States
	}
	for _, row := range columns(citiesTSV, 2) {
		for _, name := range row[1] {
			l.add(name, Entry{City, row[0][0], name})
		}
	}
	for _, row := range table {
		addCountry(l, row[0][0], row[2], nil)
		addPlaces(l, row[0][0], row[4], nil)
	}
	return l
}

func loadLands() map[string]string {
	all := map[string]string{}
	for _, row := range columns(landsTSV, 2) {
		for _, name := range row[1] {
			all[name] = row[0][0]
		}
	}
	return all
}

// Land says whether a name of a country is that of a land within it: Scotland.
func Land(name string) bool { return lands[name] != "" }

// HasLands says whether there are names of lands within a country.
func HasLands(code string) bool { return slices.Contains(slices.Collect(maps.Values(lands)), code) }

func addCountry(l lexicon[Entry], code string, names, demonyms []string) {
	for _, name := range names {
		l.add(name, Entry{Country, code, countryNames[code]})
		l.add(strings.ReplaceAll(name, " ", "-"), Entry{Country, code, countryNames[code]}) // Burkina-Faso
	}
	for _, name := range demonyms {
		l.add(name, Entry{Demonym, code, countryNames[code]})
	}
}

func addPlaces(l lexicon[Entry], code string, capitals, seats []string) {
	for _, name := range capitals {
		l.add(name, Entry{Capital, code, name})
	}
	for _, name := range seats {
		l.add(name, Entry{Seat, code, countryNames[code]})
	}
}

func loadTitles() lexicon[string] {
	l := lexicon[string]{}
	for _, title := range lines(titlesTXT) {
		words := Words(title) // before lower case, since “Sen.” is one word and “sen.” two
		for i, w := range words {
			words[i] = strings.ToLower(w)
		}
		l.addWords(words, title)
	}
	return l
}

// Match returns what the longest known name at the beginning of words means,
// and the number of words that it has; none is 0. Names in capitals are known,
// too: SOUTH KOREA.
func Match(words []string) (Entry, int) {
	entry, n := names.match(words)
	if n > 0 || len(words) == 0 || len(words[0]) < 4 || strings.ToUpper(words[0]) != words[0] {
		return entry, n
	}
	return names.match(lowered(words))
}

// lowered returns words in capitals with the first letter alone in capitals.
func lowered(words []string) []string {
	plain := slices.Clone(words[:min(len(words), 6)])
	for i, w := range plain {
		switch {
		case slices.Contains([]string{"OF", "AND", "THE"}, w):
			plain[i] = strings.ToLower(w)
		case len(w) > 3 && w[0] < utf8.RuneSelf && strings.ToUpper(w) == w:
			plain[i] = w[:1] + strings.ToLower(w[1:])
		}
	}
	return plain
}

// Title returns the title of office at the beginning of words, in its usual
// spelling, whatever the case of the words.
func Title(words []string) (string, int) {
	const longest = 4
	lower := make([]string, 0, longest)
	for _, w := range words[:min(len(words), longest)] {
		lower = append(lower, strings.ToLower(w))
	}
	return titles.match(lower)
}

// Honorific says whether word is a form of address such as “Mr.”.
func Honorific(word string) bool { return slices.Contains(honorifics, word) }

// CountryName returns the usual name of the country with the given code.
func CountryName(code string) string { return countryNames[code] }

// Words divides a name into the words by which it is found: its tokens, with
// straight apostrophes.
func Words(name string) []string {
	var words []string
	for _, t := range token.Words(name) {
		words = append(words, strings.ReplaceAll(t.Text, "’", "'"))
	}
	return words
}

// Gender is what a first name tells of who has it.
type Gender string

// The genders that names tell; Unknown is none.
const (
	Unknown Gender = ""
	Female  Gender = "f"
	Male    Gender = "m"

	both Gender = "-" // in the tables, of names that tell nothing
)

// GenderOf returns the gender of nearly all who have the first name.
func GenderOf(firstName string) Gender { return genders[firstName] }

func loadGenders() map[string]Gender {
	table := map[string]Gender{}
	for _, row := range append(columns(firstNamesTSV, 2), columns(pressFirstNamesTSV, 2)...) {
		for _, name := range row[1] {
			table[name] = Gender(row[0][0])
		}
	}
	for name, gender := range table {
		if gender == both {
			delete(table, name)
		}
	}
	return table
}

// Homonym is a place that has the name of a country: its own country, and the
// words of an article that speak for the place and for the country.
type Homonym struct {
	Code         string
	Place, Other []string
}

// HomonymOf returns the place that has a country's name.
func HomonymOf(name string) (Homonym, bool) {
	h, found := homonyms[name]
	return h, found
}

func loadHomonyms() map[string]Homonym {
	table := map[string]Homonym{}
	for _, row := range columns(homonymsTSV, 4) {
		table[row[0][0]] = Homonym{row[1][0], row[2], row[3]}
	}
	return table
}
