package eval

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// readmeTable returns the cells of the README's table after a marker.
func readmeTable(t *testing.T, marker string) (table [][]string) {
	t.Helper()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(data), "<!-- "+marker+" -->\n")
	if !found {
		t.Fatalf("the README has no table %s", marker)
	}
	for line := range strings.Lines(after) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "|") {
			break
		}
		var cells []string
		for _, cell := range strings.Split(strings.Trim(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		table = append(table, cells)
	}
	if len(table) < 3 {
		t.Fatalf("table %s has %d lines", marker, len(table))
	}
	return slices.Delete(table, 1, 2) // the rule below the head
}

// checkLine checks the cells of a line: the first are given, the others of a form.
func checkLine(t *testing.T, line, first []string, others *regexp.Regexp) {
	t.Helper()
	if len(line) < len(first) || !slices.Equal(line[:len(first)], first) {
		t.Errorf("the README has %q, want %q", line, first)
		return
	}
	for _, cell := range line[len(first):] {
		if !others.MatchString(cell) {
			t.Errorf("the README has %q in the line %q", cell, line[0])
		}
	}
}

// TestReadmeHasTheRows holds the README's tables against what is measured: the
// rows, in their order, and the two readers.
func TestReadmeHasTheRows(t *testing.T) {
	figure := regexp.MustCompile(`^[01]\.\d{3}$`)
	table := readmeTable(t, "facts")
	if len(table) != 1+len(rows) {
		t.Fatalf("the README has %d rows of facts, want %d", len(table)-1, len(rows))
	}
	for i, row := range rows {
		line := table[1+i]
		last := len(line) - 1
		checkLine(t, line[:last], []string{row.name}, figure)
		checkLine(t, line[last:], []string{row.readers}, figure)
	}
}

func TestReadmeHasTheBands(t *testing.T) {
	of := regexp.MustCompile(`^([01]\.\d{3} of \d+|none)$`)
	table := readmeTable(t, "reliability")
	head := []string{reliabilityHead}
	for i := range bounds {
		head = append(head, band(i))
	}
	checkLine(t, table[0], head, of)
	names := map[string]string{}
	for _, row := range rows {
		names[row.name] = row.key
	}
	var keys []string
	for _, line := range table[1:] {
		keys = append(keys, names[line[0]])
		checkLine(t, line, []string{line[0]}, of)
	}
	slices.Sort(keys)
	if want := slices.Sorted(slices.Values(judgedBySureness)); !slices.Equal(keys, want) {
		t.Errorf("the README has rows of %q, want %q", keys, want)
	}
}
