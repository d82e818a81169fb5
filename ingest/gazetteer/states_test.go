package gazetteer

import "testing"

// Each is in the gazetteer by its name.
func TestState(t *testing.T) {
	for abbreviation, want := range map[string]string{"Ariz.": "Arizona", "N.Y.": "New York", "Pa.": "Pennsylvania", "Arizona": "", "Ariz": "", "Lt.": ""} {
		if got := State(abbreviation); got != want {
			t.Errorf("State(%q) = %q, want %q", abbreviation, got, want)
		}
	}
	for _, state := range states() {
		if e, _ := Match(Words(state)); e.Code != "US" {
			t.Errorf("the gazetteer has %q in %q", state, e.Code)
		}
	}
}
