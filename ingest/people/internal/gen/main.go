// Command gen packs a table of office holders, whose columns are those of
// people.Columns, for the package:
//
//	go run ./ingest/people/internal/gen officeholders.tsv officeholders-noid.tsv
//
// It leaves out what asks to be shared alike (source wlc; of a row from elsewhere
// whose end is from there, the end), and the Wikidata ids of
// those of whom nothing but memory (source curated) tells.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/people"
)

// aliasesTSV has spellings that the table lacks.
//
//go:embed aliases.tsv
var aliasesTSV string

func main() {
	log.SetFlags(0)
	out := flag.String("o", "ingest/people/data/people.gz", "file to write")
	flag.Parse()
	if err := run(flag.Args(), *out); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(files []string, out string) error {
	var all []*people.Person
	for _, name := range files {
		read, err := readFile(name)
		if err != nil {
			return err
		}
		all = append(all, read...)
	}
	for _, p := range all {
		for line := range strings.Lines(aliasesTSV) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); f[0] == p.WikidataID && f[1] == p.Name {
				p.Aliases = append(p.Aliases, f[2])
			}
		}
		if !slices.ContainsFunc(p.Terms, func(t people.Term) bool { return !t.Memory }) {
			p.WikidataID = ""
		}
	}
	slices.SortStableFunc(all, func(a, b *people.Person) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.WikidataID, b.WikidataID))
	})
	return os.WriteFile(out, pack(all), 0o644)
}

func readFile(name string) ([]*people.Person, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var kept []string
	for line := range strings.Lines(string(data)) {
		switch fields := strings.Split(strings.TrimRight(line, "\n"), "\t"); {
		case strings.HasPrefix(fields[source], "wlc"):
		case strings.HasSuffix(fields[source], "+wlc"):
			fields[end], fields[asof] = "", cmp.Or(days[strings.TrimSuffix(fields[source], "+wlc")], fields[start])
			kept = append(kept, strings.Join(fields, "\t")+"\n")
		default:
			kept = append(kept, line)
		}
	}
	return people.ReadPeople(strings.NewReader(strings.Join(kept, "")))
}

// Columns of the table, and the day of a source whose rows have none.
const start, end, source, asof = 7, 8, 9, 10

var days = map[string]string{"ifg": "2026-06-19"}

// pack writes people as the package unpacks them.
func pack(all []*people.Person) []byte {
	count := map[string]int{}
	for _, p := range all {
		for _, t := range p.Terms {
			count[t.Position]++
		}
	}
	positions := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	number := map[string]int{}
	for i, position := range positions {
		number[position] = i
	}
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	fmt.Fprintf(w, "%s\n\n", strings.Join(positions, "\n"))
	for _, p := range all {
		var terms []string
		for _, t := range p.Terms {
			memory := ""
			if t.Memory {
				memory = "m"
			}
			terms = append(terms, strings.Join([]string{t.Country, strconv.Itoa(number[t.Position]), strconv.Itoa(slices.Index(people.Kinds, t.Kind)), t.Start, t.End, t.AsOf, memory}, ","))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", strings.TrimPrefix(p.WikidataID, "Q"), p.Name, strings.Join(p.Aliases, "|"), p.Gender, strings.Join(terms, ";"))
	}
	w.Close()
	return b.Bytes()
}
