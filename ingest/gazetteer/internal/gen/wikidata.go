package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// The Wikidata ids of countries are those in which two packages agree.
const (
	borderSource = "@rapideditor/country-coder@5.6.1"
	flagSource   = "name-suggestion-index@8.0.20260918"
)

// feature matches the properties of a country in the one, tag the parts of them.
var (
	feature = regexp.MustCompile(`properties: \{([^}]*)\}`)
	tag     = regexp.MustCompile(`(iso1A2|country|wikidata): "(\w+)"`)
)

// writeWikidata writes the table of Wikidata ids of countries.
func writeWikidata(dir string) error {
	borders, err1 := fetch("npm", "pack", borderSource, "--pack-destination")
	flags, err2 := fetch("npm", "pack", flagSource, "--pack-destination")
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	known := map[string]bool{} // code and id
	for _, m := range feature.FindAllStringSubmatch(string(borders["package/dist/country-coder.mjs"]), -1) {
		if strings.Contains(m[1], `isoStatus: "excRes"`) {
			continue // a code that ISO 3166-1 keeps for what is no country
		}
		tags := map[string]string{}
		for _, t := range tag.FindAllStringSubmatch(m[1], -1) {
			tags[t[1]] = t[2]
		}
		known[tags["iso1A2"]+"\t"+tags["wikidata"]] = true
		known[tags["country"]+"\t"+tags["wikidata"]] = true
	}
	rows, err := flagsOf(flags["package/dist/json/nsi.min.json"])
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(row string) bool { return !known[row] })
	slices.Sort(rows)
	head := "# Made by internal/gen: the Wikidata ids of countries in which " + borderSource + " and " + flagSource + " agree. code, id"
	return os.WriteFile(filepath.Join(dir, "wikidata-countries.tsv"), []byte(strings.Join(append([]string{head}, slices.Compact(rows)...), "\n")+"\n"), 0o644)
}

// flagsOf returns code and id of the countries that have a flag.
func flagsOf(data []byte) (rows []string, err error) {
	var index struct {
		NSI map[string]struct {
			Items []struct {
				DisplayName string
				Tags        map[string]string
			}
		}
	}
	if err := json.Unmarshal(data, &index); err != nil {
		return nil, fmt.Errorf("read flags: %w", err)
	}
	for _, item := range index.NSI["flags/man_made/flagpole"].Items {
		if code := item.Tags["country"]; strings.HasPrefix(item.DisplayName, code+" - ") && code != "" {
			rows = append(rows, code+"\t"+item.Tags["subject:wikidata"])
		}
	}
	return rows, nil
}
