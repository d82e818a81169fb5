package identity

import (
	"fmt"
	"strings"
	"testing"
)

func TestBodyShortFor(t *testing.T) {
	for _, c := range [][3]string{
		{"acme", "acme-inc", "form of a company"},
		{"acme-ltd", "acme-inc", ""},
		{"acme-holdings", "acme-holdings-plc", "form of a company"},
		{"acme", "acme-holdings", "first words of a body"},
		{"acme", "acme-group-inc", "first words of a body"},
		{"acme", "acme-steel", ""},
		{"national", "national-group", ""},
		{"treasury-department", "treasury-department-us", "body of a country"},
		{"peasant-party", "swiss-peasant-party", "body of a country"},
		{"university", "swiss-university", ""},
		{"united-nations", "united-nations-us", ""},
		{"treasury-us", "treasury-gb", ""},
		{"awf", "acme-workers-front", "abbreviation"},
		{"af", "acme-front", ""},
		{"commission", "european-commission", ""},
		{"nations", "united-nations", ""},
		{"norway-national-team", "norway-national-football-team", "team of a nation"},
		{"england-national-team", "scotland-national-football-team", ""},
		{"england-national-football-team", "scotland-national-football-team", ""},
		{"norway-national-team", "norway-national-youth-choir", ""},
	} {
		by, _ := bodyShortFor(bodyOf("organization:"+c[0]), bodyOf("organization:"+c[1]))
		if by.Name != c[2] {
			t.Errorf("%s for %s: got %q, want %q", c[0], c[1], by.Name, c[2])
		}
	}
}

func TestBodies(t *testing.T) {
	in := func(id, article string, countries ...string) Sighting {
		s := Sighting{ID: "organization:" + id, Article: article, Name: id, Published: "2022-01-22"}
		for _, c := range countries {
			if who, ok := strings.CutPrefix(c, "with:"); ok {
				s.With = append(s.With, "person:"+who)
				continue
			}
			s.Countries = append(s.Countries, "country:"+c)
		}
		return s
	}
	for name, c := range map[string]struct {
		block string
		seen  []Sighting
		want  string
	}{
		"its country is named":    {"treasury", []Sighting{in("treasury-us", "a", "us"), in("treasury", "b", "us", "de")}, "[b: treasury-us]"},
		"its country is not":      {"treasury", []Sighting{in("treasury-us", "a", "us"), in("treasury", "b", "gb")}, "[]"},
		"two countries":           {"treasury", []Sighting{in("treasury-us", "a", "us"), in("treasury-gb", "b", "gb"), in("treasury", "c", "gb", "us")}, "[]"},
		"two, one is not named":   {"treasury", []Sighting{in("treasury-us", "a", "us"), in("treasury-gb", "b", "gb"), in("treasury", "c", "us")}, "[c: treasury-us]"},
		"letters":                 {"awf", []Sighting{in("acme-workers-front", "a", "us"), in("awf", "b", "us")}, "[b: acme-workers-front]"},
		"team of one sport":       {"national-team", []Sighting{in("norway-national-football-team", "a", "no"), in("norway-national-team", "b", "no")}, "[b: norway-national-football-team]"},
		"teams of two sports":     {"national-team", []Sighting{in("norway-national-football-team", "a", "no"), in("norway-national-chess-team", "c", "no"), in("norway-national-team", "b", "no")}, "[]"},
		"letters of two":          {"awf", []Sighting{in("acme-workers-front", "a", "us"), in("army-women-forum", "c", "us"), in("awf", "b", "us")}, "[]"},
		"letters, of one company": {"awf", []Sighting{in("acme-workers-front", "a", "us"), in("acme-workers-front-inc", "c", "us"), in("awf", "b", "us")}, "[b: acme-workers-front-inc]"},
	} {
		got := []string{}
		for _, j := range Decide(bodies+c.block, c.seen, nil).Joins {
			got = append(got, fmt.Sprintf("%s: %s", j.Article, j.To[len("organization:"):]))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: got %v, want %s", name, got, c.want)
		}
	}
}
