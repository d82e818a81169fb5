// Command gen makes the gazetteer's table of countries from the npm package
// world-countries, with the package's licence beside it, its table of first
// names from the counts of the US Census of 1990 in the PyPI package names, and
// the Wikidata ids of countries from two npm packages that agree:
//
//	go generate ./ingest/gazetteer
//
// It needs npm and pip.
package main

import (
	"archive/tar"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const (
	source     = "world-countries@5.1.0"
	nameSource = "names==0.3.0"
)

// country is what the table takes from a record of the package.
type country struct {
	Code string `json:"cca2"`
	Name struct {
		Common, Official string
	}
	Spellings []string `json:"altSpellings"`
	Capital   []string
	Demonyms  map[string]struct{ F, M string }
}

func main() {
	log.SetFlags(0)
	dir := flag.String("o", "data", "folder to write to")
	flag.Parse()
	if err := run(*dir); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(dir string) error {
	if err := errors.Join(writeFirstNames(dir), writeWikidata(dir)); err != nil {
		return err
	}
	files, err := fetch("npm", "pack", source, "--pack-destination")
	if err != nil {
		return err
	}
	var countries []country
	if err := json.Unmarshal(files["package/countries.json"], &countries); err != nil {
		return fmt.Errorf("read countries: %w", err)
	}
	slices.SortFunc(countries, func(a, b country) int { return cmp.Compare(a.Code, b.Code) })
	table := []string{"# Made by internal/gen from " + source + " (ODbL 1.0, LICENSE-countries.txt). code, name, aliases, demonyms, capitals"}
	for _, c := range countries {
		table = append(table, strings.Join(c.row(), "\t"))
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "countries.tsv"), []byte(strings.Join(table, "\n")+"\n"), 0o644),
		os.WriteFile(filepath.Join(dir, "LICENSE-countries.txt"), files["package/LICENSE"], 0o644))
}

// row returns the columns of the table; several names stand with a bar between.
func (c country) row() []string {
	aliases := []string{c.Name.Official}
	for _, s := range c.Spellings {
		if len(s) > 3 && s != c.Name.Common { // the short ones are codes, such as IN and BE
			aliases = append(aliases, s)
		}
	}
	var demonyms []string
	if d := c.Demonyms["eng"]; d.M != "" {
		demonyms = []string{d.M, d.F}
	}
	return []string{c.Code, c.Name.Common, list(aliases), list(demonyms), list(c.Capital)}
}

func list(names []string) string {
	names = slices.Clone(names)
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "|")
}

// fetch returns the files of the package that a command gets by name. The
// command's last argument is the folder that it puts the package in.
func fetch(command ...string) (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "gen")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if out, err := exec.Command(command[0], append(command[1:], dir)...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
	}
	packed, err := filepath.Glob(filepath.Join(dir, "*gz"))
	if err != nil || len(packed) != 1 {
		return nil, fmt.Errorf("%s: no package in %s", strings.Join(command, " "), dir)
	}
	f, err := os.Open(packed[0])
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return unpack(f)
}

func unpack(r io.Reader) (map[string][]byte, error) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if files[h.Name], err = io.ReadAll(tr); err != nil {
			return nil, err
		}
	}
}
