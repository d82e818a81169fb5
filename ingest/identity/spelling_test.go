package identity

import (
	"fmt"
	"strings"
	"testing"
)

func TestSound(t *testing.T) {
	for _, names := range []string{"gaddafi qaddafi kadhafi gadhafi khadafy", "netanyahu netanyahou", "yanukovych yanukovich", "romanov romanoff"} {
		all := strings.Fields(names)
		for _, other := range all[1:] {
			if sound(all[0]) != sound(other) {
				t.Errorf("%s sounds as %s, %s as %s", all[0], sound(all[0]), other, sound(other))
			}
		}
	}
	for _, pair := range []string{"miller mueller", "brown braun", "hansen jansen", "kaplan karlan"} {
		a, b, _ := strings.Cut(pair, " ")
		if sound(a) == sound(b) {
			t.Errorf("%s and %s both sound as %s", a, b, sound(a))
		}
	}
}

func TestOffByOne(t *testing.T) {
	for pair, want := range map[string]bool{
		"clinton clinon": true, "clinton clintom": true, "clinton cliton": true, "clinton cilnton": true, "clinton clinton": false,
		"clinton clintnos": false, "lee lie": false, "brown bronw": true, "brown browns": true, "brown browner": false, "müller mller": true,
	} {
		a, b, _ := strings.Cut(pair, " ")
		if offByOne(a, b) != want || offByOne(b, a) != want {
			t.Errorf("%s: want %v", pair, want)
		}
	}
}

func TestMisspellings(t *testing.T) {
	const us, gb = "country:us", "country:gb"
	saw := func(id, article, office string, countries ...string) Sighting {
		s := Sighting{ID: "person:" + id, Name: id, Article: article, Published: "2022-01-22", Countries: countries}
		if office != "" {
			s.Positions, s.Offices = []string{office}, countries
		}
		return s
	}
	for name, c := range map[string]struct {
		seen []Sighting
		want string
	}{
		"a letter, one country":          {[]Sighting{saw("bill-clinton", "a", "", us), saw("bill-clinon", "b", "", us)}, "bill-clinon bill-clinton: one country"},
		"a letter, one office":           {[]Sighting{saw("bill-clinton", "a", "President", us), saw("bill-clinon", "b", "President", us)}, "bill-clinon bill-clinton: one office"},
		"a letter, other countries":      {[]Sighting{saw("bill-clinton", "a", "", us), saw("bill-clinon", "b", "", gb)}, ""},
		"a letter, one article":          {[]Sighting{saw("bill-clinton", "a", "", us), saw("bill-clinon", "a", "", us)}, ""},
		"a letter, two genders":          {[]Sighting{saw("jane-clinton", "a", "", us), saw("john-clinon", "b", "", us)}, ""},
		"a letter, two first names":      {[]Sighting{saw("william-clinton", "a", "President", us), saw("bill-clinon", "b", "President", us)}, ""},
		"transliterated, one office":     {[]Sighting{saw("muammar-gaddafi", "a", "Leader", us), saw("moammar-kadhafi", "b", "Leader", us)}, "moammar-kadhafi muammar-gaddafi: one office"},
		"transliterated, one country":    {[]Sighting{saw("muammar-gaddafi", "a", "", us), saw("moammar-kadhafi", "b", "", us)}, ""},
		"transliterated, one first name": {[]Sighting{saw("viktor-yanukovych", "a", "", us), saw("viktor-yanukovich", "b", "", us)}, "viktor-yanukovich viktor-yanukovych: one country"},
		"the family name alone":          {[]Sighting{saw("clinton", "a", "", us), saw("clinon", "b", "", us)}, ""},
		"an initial":                     {[]Sighting{saw("b-clinton", "a", "", us), saw("b-clinon", "b", "", us)}, ""},
		"one who is joined to another":   {[]Sighting{saw("bob-clinton", "a", "", us), saw("robert-clinton", "c", "", us), saw("bob-clinon", "b", "", us)}, ""},
	} {
		r := New(nil)
		r.See(c.seen...)
		got := ""
		for _, d := range r.Settle().Doubts() {
			if strings.HasPrefix(d.Why, "family names") {
				_, why, _ := strings.Cut(d.Why, ", and ")
				why, _, _ = strings.Cut(why, " (")
				got += fmt.Sprintf("%s %s: %s", d.A.ID[len("person:"):], d.B.ID[len("person:"):], why)
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	if decided := settle(t, "different person:bill-clinton person:bill-clinon"); len(decided.Doubts()) > 0 {
		t.Error("what is decided is asked about")
	}
}
