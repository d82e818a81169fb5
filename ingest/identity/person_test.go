package identity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// seen makes the sightings of a block, each of words: id, article, and what the
// article tells as key=value.
func seen(lines ...string) (all []Sighting) {
	for _, line := range lines {
		words := strings.Fields(line)
		s := Sighting{ID: "person:" + words[0], Article: words[1], Name: words[0]}
		for _, w := range words[2:] {
			key, value, _ := strings.Cut(w, "=")
			switch key {
			case "in":
				s.Countries = append(s.Countries, "country:"+value)
			case "office":
				s.Offices, s.Positions = append(s.Offices, "country:"+value), append(s.Positions, "Minister of "+value)
			case "with":
				s.With = append(s.With, "person:"+value)
			case "on":
				s.Published = value
			default:
				s.Gender = w
			}
		}
		all = append(all, s)
	}
	return all
}

func TestJoins(t *testing.T) {
	for name, c := range map[string]struct {
		seen []Sighting
		want string
	}{
		"an office":                      {seen("jane-doe a in=fr office=fr", "doe b in=fr office=fr"), "b: doe jane-doe, one office"},
		"an acquaintance":                {seen("jane-doe a with=ann-lee", "j-doe b with=ann-lee"), "b: j-doe jane-doe, one company"},
		"a country, in days":             {seen("jane-doe a in=fr on=2022-01-01", "doe b in=fr on=2022-01-20"), "b: doe jane-doe, one country"},
		"a country, in years":            {seen("jane-doe a in=fr on=2020-01-01", "doe b in=fr on=2022-01-20"), ""},
		"well known there":               {seen("jane-doe a in=fr on=2020-01-01", "jane-doe c in=fr on=2020-02-01", "doe b in=fr on=2022-01-20"), "b: doe jane-doe, one country"},
		"too late":                       {seen("jane-doe a in=fr office=fr on=2000-01-01", "doe b in=fr office=fr on=2022-01-01"), ""},
		"nothing in common":              {seen("jane-doe a in=fr", "doe b in=de"), ""},
		"a man":                          {seen("jane-doe a in=fr", "doe b in=fr male"), ""},
		"two":                            {seen("jane-doe a in=fr", "max-doe b in=fr", "doe c in=fr"), ""},
		"two, one is a man":              {seen("jane-doe a in=fr", "max-doe b in=fr", "doe c in=fr male"), "c: doe max-doe, one country"},
		"two, one in office":             {seen("jane-doe a in=fr office=fr", "max-doe b in=fr", "doe c in=fr office=fr"), "c: doe jane-doe, one office"},
		"one article has both":           {seen("jane-doe a in=fr", "doe a in=fr"), ""},
		"another country's":              {seen("jane-doe a in=fr office=fr", "doe b in=de office=de"), ""},
		"a nickname":                     {seen("robert-doe a in=us", "bob-doe b in=us", "doe c in=us"), ": bob-doe robert-doe, one country; c: doe robert-doe, one country"},
		"a name between, and an initial": {seen("jane-ann-doe a in=us", "jane-doe b in=us", "j-a-doe c in=us"), ": jane-doe jane-ann-doe, one country; c: j-a-doe jane-ann-doe, one country"},
		"a first name":                   {seen("philip-joseph a in=us", "joseph b in=us"), ""},
	} {
		d := Decide(family(nameOf(c.seen[0].ID).family), c.seen, nil)
		var got []string
		for _, j := range d.Joins {
			_, sign, _ := strings.Cut(j.Rule, ": ")
			got = append(got, fmt.Sprintf("%s: %s %s, %s", j.Article, strings.TrimPrefix(j.From, "person:"), strings.TrimPrefix(j.To, "person:"), sign))
			if j.Confidence < 0.5 || j.Evidence == "" || j.Name == "" {
				t.Errorf("%s: %+v lacks something", name, j)
			}
		}
		slices.Sort(got)
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// A name whose first word is no common first name is posted under that word.
func TestPosts(t *testing.T) {
	for id, want := range map[string]string{"person:zhao-min": "family:min [family:zhao]", "person:jane-doe": "family:doe []", "person:doe": "family:doe []", "country:us": " []"} {
		home, posts := Blocks(Sighting{ID: id}, nil)
		if got := fmt.Sprintf("%s %s", home, posts); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
	found := Decide("family:zhao", seen("zhao-min a in=cn", "zhao b in=cn"), nil)
	if len(found.Joins) != 1 || found.Joins[0].To != "person:zhao-min" {
		t.Errorf("got %+v", found.Joins)
	}
}

// TestMiddleInitial: an initial that only the articles have keeps two apart.
func TestMiddleInitial(t *testing.T) {
	full := func(id string) *individual { return &individual{name: nameOf(id)} }
	for name, want := range map[string][2]bool{ // for jane-k-l-doe, jane-marie-doe
		"Jane Doe": {true, true}, "Jane M. Doe": {false, true}, "Jane K. Doe": {true, false}, "Jane Marie Doe": {true, true},
	} {
		short := &individual{name: nameOf("jane-doe"), seen: []Sighting{{Name: name}}}
		for i, id := range []string{"jane-k-l-doe", "jane-marie-doe"} {
			if _, ok := shortOf(short, full(id)); ok != want[i] {
				t.Errorf("%s is short for %s: %v", name, id, ok)
			}
		}
	}
}
