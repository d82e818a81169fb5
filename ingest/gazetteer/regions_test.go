package gazetteer

import "testing"

// TestRegionOf: names and adjectives of regions, and nothing beside them.
func TestRegionOf(t *testing.T) {
	for words, want := range map[string]string{
		"Catalonia": "Catalonia", "Catalan": "Catalonia", "Turkish-Cypriot": "Northern Cyprus", "Kurdish": "Kurdistan",
		"Catalan police": "", "Spain": "", "": "",
	} {
		got := ""
		if r, found := RegionOf(Words(words)); found {
			got = r.Names[0]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
	for _, terms := range regions() {
		for _, term := range terms {
			for _, code := range term.value.Codes {
				if CountryName(code) == "" {
					t.Errorf("%s: there is no country %q", term.value.Names[0], code)
				}
			}
		}
	}
}
