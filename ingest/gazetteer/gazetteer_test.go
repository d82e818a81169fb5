package gazetteer

import (
	"slices"
	"testing"
)

func TestMatch(t *testing.T) {
	for name, want := range map[string]Entry{
		"United States": {Country, "US", "United States"}, "the States": {Country, "US", "United States"}, "U.S.": {Country, "US", "United States"},
		"Britain": {Country, "GB", "United Kingdom"}, "Côte d’Ivoire": {Country, "CI", "Ivory Coast"}, "SOUTH KOREA": {Country, "KR", "South Korea"}, "UNITED STATES OF AMERICA": {Country, "US", "United States"}, "Burkina-Faso": {Country, "BF", "Burkina Faso"},
		"Guinea-Bissau": {Country, "GW", "Guinea-Bissau"},
		"Bosnian":       {Demonym, "BA", "Bosnia and Herzegovina"}, "Bosnian Serb": {Demonym, "BA", "Bosnia and Herzegovina"}, "Slovenian": {Demonym, "SI", "Slovenia"}, "Nepali": {Demonym, "NP", "Nepal"},
		"American": {Demonym, "US", "United States"}, "Ukrainians": {Demonym, "UA", "Ukraine"}, "North Korean": {Demonym, "KP", "North Korea"},
		"Moscow": {Capital, "RU", "Moscow"}, "Washington": {Capital, "US", "Washington"}, "Kyiv": {Capital, "UA", "Kyiv"},
		"Kremlin": {Seat, "RU", "Russia"}, "Downing Street": {Seat, "GB", "United Kingdom"}, "Geneva": {City, "CH", "Geneva"},
		"North Atlantic Treaty Organization": {Organization, "", "NATO"}, "EU": {Organization, "", "European Union"},
	} {
		words := Words(name)
		if got, n := Match(append(words, "said")); got != want || n != len(words) {
			t.Errorf("Match(%q) = %v, %d words; want %v", name, got, n, want)
		}
	}
	for _, word := range []string{"us", "it", "Nobody", "turkey", ""} {
		if got, n := Match(Words(word)); n != 0 {
			t.Errorf("Match(%q) = %v", word, got)
		}
	}
}

func TestEveryCountryHasNameAndCode(t *testing.T) {
	var codes []string
	for _, row := range columns(countriesTSV, 5) {
		codes = append(codes, row[0][0])
		if len(row[0][0]) != 2 || CountryName(row[0][0]) == "" {
			t.Errorf("row %v", row)
		}
		if entry, _ := Match(Words(row[1][0])); entry.Code != row[0][0] {
			t.Errorf("%s is found as %v", row[1][0], entry)
		}
	}
	if len(codes) < 249 || !slices.IsSorted(codes) {
		t.Errorf("%d countries, sorted: %v", len(codes), slices.IsSorted(codes))
	}
	for _, table := range []string{pressTSV, citiesTSV} {
		for _, row := range columns(table, 5) {
			if !slices.Contains(codes, row[0][0]) {
				t.Errorf("%s is no country of the table", row[0][0])
			}
		}
	}
}

func TestTitle(t *testing.T) {
	for text, want := range map[string]string{
		"foreign minister of": "Foreign Minister", "SECRETARY of State Jane": "Secretary of State", "President Jane": "President", "minister": "Minister", "Jane": "",
	} {
		if got, _ := Title(Words(text)); got != want {
			t.Errorf("Title(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestVerbLemma(t *testing.T) {
	for form, want := range map[string]string{
		"said": "say", "says": "say", "denied": "deny", "denies": "deny", "denying": "deny", "written": "write", "met": "meet",
		"admitted": "admit", "offered": "offer", "agreeing": "agree", "tell": "tell", "presses": "press", "ruled out": "rule out", "table": "",
	} {
		if got, known := VerbLemma(form); got != want || known != (want != "") {
			t.Errorf("VerbLemma(%q) = %q, %v; want %q", form, got, known, want)
		}
	}
}

func TestTold(t *testing.T) {
	for word, want := range map[string]bool{"told": true, "Tells": true, "said": false, "Jane": false} {
		if Told(word) != want {
			t.Errorf("Told(%q): want %v", word, want)
		}
	}
}
