package identity

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"# nothing\n\n":                "",
		"same person:a person:b # yes": "",
		"same person:a person:b\nsame person:b person:c\n":            "",
		"same person:a person:b\nsame person:a person:b":              "",
		"equal person:a person:b":                                     "f:1: \"equal\" is no decision; there are same, different, name and wikidata",
		"\nsame person:a":                                             "f:2: same needs two ids",
		"same person:a Jane":                                          "f:1: \"Jane\" is no id; ids look like person:jane-doe",
		"same person:a place:b":                                       "f:1: person:a is a person, place:b a place",
		"same person:a person:b person:c":                             "f:1: same takes two ids, not 3",
		"same person:a person:b\nsame person:b person:a":              "f:2: person:b and person:a already stand for one another by line 1",
		"same person:a person:c\nsame person:b person:c":              "f:2: person:c is already person:a by line 1",
		"same person:a person:b\ndifferent person:b person:a":         "f:2: person:b and person:a are different here, but the same by line 1",
		"different person:a person:a":                                 "f:1: person:a cannot be different from itself",
		"different person:a person:b on u":                            "f:1: after the two ids stands nothing, or in and the ids of articles",
		"different person:a person:b in":                              "f:1: after the two ids stands nothing, or in and the ids of articles",
		"wikidata person:a 42":                                        "f:1: \"42\" is no Wikidata id; they look like Q42",
		"name person:a":                                               "f:1: name needs an id and a value",
		"name person:a Jane Doe\nwikidata person:a Q42\nsame x y\nno": "f:3: \"x\" is no id; ids look like person:jane-doe\nf:4: \"no\" is no decision; there are same, different, name and wikidata",
	} {
		_, err := Parse(strings.NewReader(text), "f")
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("same person:a person:b\ndifferent person:a person:c in u")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(strings.NewReader(text), "f")
		if err == nil {
			d.stands("person:a")
			d.Unknown(nil)
		}
	})
}

// person makes an article with a person who holds an office of a country, none
// where that is empty.
func person(article, id, office string, countries ...string) *facts.Article {
	f := &facts.Article{ID: article, Text: "Michael Brown spoke.", People: []facts.Person{{Entity: facts.Entity{ID: id, Name: "Michael Brown", Mentions: []facts.Span{{0, 13}}}}}}
	for _, c := range countries {
		f.Countries = append(f.Countries, facts.Country{Entity: facts.Entity{ID: c, Name: c}})
	}
	if office != "" {
		f.People[0].Positions = []facts.Position{{Title: "Minister", Of: office}}
	}
	speaker := id
	f.Statements = []facts.Statement{{Speaker: &speaker}}
	return f
}

func settle(t *testing.T, decisions string, articles ...*facts.Article) *Settled {
	t.Helper()
	d, err := Parse(strings.NewReader(decisions), "f")
	if err != nil {
		t.Fatal(err)
	}
	r := New(d)
	for _, f := range articles {
		r.Add(f)
	}
	s := r.Settle()
	for _, f := range articles {
		s.Apply(f)
	}
	return s
}

func speakers(articles []*facts.Article) (ids []string) {
	for _, f := range articles {
		if *f.Statements[0].Speaker != f.People[0].ID {
			return []string{"the speaker is not the person"}
		}
		ids = append(ids, strings.TrimPrefix(f.People[0].ID, "person:"))
	}
	return ids
}

func TestPeopleOfOneName(t *testing.T) {
	const id, gb, us = "person:michael-brown", "country:gb", "country:us"
	for name, c := range map[string]struct {
		decisions string
		articles  []*facts.Article
		want      string
	}{
		"one country":     {"", []*facts.Article{person("a", id, gb, gb), person("b", id, gb, gb)}, "michael-brown michael-brown"},
		"two countries":   {"", []*facts.Article{person("a", id, gb, gb), person("b", id, us, us), person("c", id, us, us)}, "michael-brown-gb michael-brown michael-brown"},
		"both are named":  {"", []*facts.Article{person("a", id, gb, gb, us), person("b", id, us, us)}, "michael-brown michael-brown"},
		"no office":       {"", []*facts.Article{person("a", id, gb, gb), person("b", id, us, us), person("c", id, us, us), person("d", id, "", gb), person("e", id, "")}, "michael-brown-gb michael-brown michael-brown michael-brown-gb michael-brown"},
		"decided the one": {"same person:michael-brown person:michael-brown-us", []*facts.Article{person("a", id, gb, gb), person("b", id, us, us)}, "michael-brown michael-brown"},
		"decided two":     {"different person:michael-brown person:mike in b", []*facts.Article{person("a", id, gb, gb), person("b", id, gb, gb)}, "michael-brown mike"},
	} {
		settle(t, c.decisions, c.articles...)
		if got := strings.Join(speakers(c.articles), " "); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestNamesAndWikidata(t *testing.T) {
	f := person("a", "person:m-brown", "", "country:gb")
	s := settle(t, "same person:mike person:m-brown\nname person:mike Mike Brown\nwikidata person:mike Q42\nname person:nobody X", f)
	p := f.People[0]
	if p.ID != "person:mike" || p.Name != "Mike Brown" || p.WikidataID != "Q42" || !slices.Equal(p.Aliases, []string{"Michael Brown"}) {
		t.Errorf("got %+v", p)
	}
	if got := strings.Join(s.Unknown(), "; "); got != "line 1: person:mike; line 4: person:nobody" {
		t.Errorf("unknown: %s", got)
	}
}

// met makes an article of a meeting of two people.
func met(article, place, date string) *facts.Article {
	f := &facts.Article{ID: article, Meetings: []facts.Meeting{{Place: place, Date: date, Participants: []facts.Participant{{ID: "person:a"}, {ID: "person:b"}}}}}
	f.Meetings[0].ID = graph.MeetingID(article, []string{"person:a", "person:b"}, place, date)
	f.Statements = []facts.Statement{{Meeting: f.Meetings[0].ID}}
	return f
}

func TestMeetings(t *testing.T) {
	for name, c := range map[string]struct {
		tellings []*facts.Article
		want     int
	}{
		"same":                  {[]*facts.Article{met("a", "place:rome", "2022-01-21"), met("b", "place:rome", "2022-01-21")}, 1},
		"one is silent":         {[]*facts.Article{met("a", "place:rome", "2022-01-21"), met("b", "", ""), met("c", "place:rome", "2022-01")}, 1},
		"place and day apart":   {[]*facts.Article{met("a", "place:rome", ""), met("b", "", "2022-01-21")}, 1},
		"other days":            {[]*facts.Article{met("a", "place:rome", "2022-01-21"), met("b", "place:rome", "2022-01-22")}, 2},
		"silent, of which":      {[]*facts.Article{met("a", "place:rome", "2022-01-21"), met("b", "place:rome", "2022-01-22"), met("c", "", "")}, 3},
		"one day, other places": {[]*facts.Article{met("a", "place:rome", "2022-01-21"), met("b", "place:oslo", "2022-01-21")}, 2},
	} {
		settle(t, "", c.tellings...)
		ids := map[string]bool{}
		for _, f := range c.tellings {
			ids[f.Meetings[0].ID] = true
			if f.Statements[0].Meeting != f.Meetings[0].ID {
				t.Errorf("%s: the statement of %s was made elsewhere", name, f.ID)
			}
		}
		if len(ids) != c.want {
			t.Errorf("%s: %d meetings, want %d", name, len(ids), c.want)
		}
	}
}

func TestVagueMeetingsAreTheirArticles(t *testing.T) {
	alone := func(article string) *facts.Article {
		f := met(article, "", "")
		f.Meetings[0].Participants = f.Meetings[0].Participants[:1]
		f.Meetings[0].ID = graph.MeetingID(article, []string{"person:a"}, "", "")
		return f
	}
	nobody := func(article string) *facts.Article {
		f := met(article, "", "")
		f.Meetings[0].Participants, f.Meetings[0].ID = nil, "meeting:"+article
		return f
	}
	for _, pair := range [][2]*facts.Article{{alone("a"), alone("b")}, {nobody("a"), nobody("b")}} {
		before := pair[0].Meetings[0].ID
		settle(t, "", pair[0], pair[1])
		if pair[0].Meetings[0].ID != before || pair[1].Meetings[0].ID == before {
			t.Errorf("%s became %s and %s", before, pair[0].Meetings[0].ID, pair[1].Meetings[0].ID)
		}
	}
}

func TestReview(t *testing.T) {
	articles := []*facts.Article{person("a", "person:michael-brown", "country:gb", "country:gb"), person("b", "person:brown", ""), person("c", "person:m-brown", ""), person("d", "person:green", "")}
	s := settle(t, "different person:michael-brown person:m-brown", articles...)
	var out bytes.Buffer
	if err := Write(&out, s.Doubts()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a family name alone; they are kept different", "# same person:michael-brown person:brown\n", "Minister of country:gb", "… Michael Brown spoke. …"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "m-brown\n") && strings.Contains(out.String(), "same person:michael-brown person:m-brown") {
		t.Errorf("what was decided is asked again:\n%s", out.String())
	}
	if _, err := Parse(&out, "f"); err != nil {
		t.Errorf("what review writes can't be read: %v", err)
	}
}
