package gazetteer

import (
	"regexp"
	"testing"
)

func TestWikidataIDs(t *testing.T) {
	for code, want := range map[string]string{"FR": "Q142", "DK": "Q35", "NL": "Q55", "VN": "Q881", "GB": "Q145", "NATO": "", "": ""} {
		if got := WikidataOfCountry(code); got != want {
			t.Errorf("%s is %q, want %q", code, got, want)
		}
	}
	for name, want := range map[string]string{"NATO": "Q7184", "United Nations": "Q1065", "African Union": "Q7159", "World Bank": "Q7164", "FR": "", "": ""} {
		if got := WikidataOfBody(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestWikidataTables(t *testing.T) {
	seen := map[string]string{}
	for _, table := range []map[string]string{wikidataCountries(), wikidataBodies()} {
		for name, id := range table {
			if !regexp.MustCompile(`^Q[1-9][0-9]*$`).MatchString(id) || seen[id] != "" {
				t.Errorf("%s and %q are %q", name, seen[id], id)
			}
			seen[id] = name
		}
	}
	for code := range wikidataCountries() {
		if countryNames[code] == "" {
			t.Errorf("%s is no country", code)
		}
	}
	for name := range wikidataBodies() {
		if entry, n := Match(Words(name)); n != len(Words(name)) || entry.Kind != Organization || entry.Name != name {
			t.Errorf("%s is the usual name of no body: %+v", name, entry)
		}
	}
	if len(seen) < 300 {
		t.Errorf("only %d ids", len(seen))
	}
}
