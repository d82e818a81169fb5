package identity

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

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
	if got := strings.Join(s.Unused(), "; "); got != "line 4 (name person:nobody)" {
		t.Errorf("unused: %s", got)
	}
}

func TestTheEvidenceIsThatOfTheOneWhoIsMeant(t *testing.T) {
	const id, gb, us = "person:michael-brown", "country:gb", "country:us"
	articles := []*facts.Article{person("a", id, gb, gb), person("b", id, us, us), person("c", id, us, us), person("d", "person:brown", "")}
	articles[0].Text = "Michael Brown of Britain."
	s := settle(t, "", articles...)
	for _, d := range s.Doubts() {
		for _, side := range []Side{d.A, d.B} {
			if british := strings.Contains(side.Evidence, "Britain"); british != (side.ID == id+"-gb") {
				t.Errorf("%s has the evidence %q of %s", side.ID, side.Evidence, side.Article)
			}
		}
	}
	if n := len(s.Doubts()); n != 3 {
		t.Errorf("%d doubts, want those between two Browns and one of whom no first name is known", n)
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

func TestANameDecidedOfOneWhoIsJoinedHolds(t *testing.T) {
	d := parsed(t, "name person:clinton Bill C.\nwikidata person:clinton Q1124")
	s := NewSettled(d, []Join{{From: "person:clinton", To: "person:bill-clinton"}, {From: "person:bill-clinton", To: "person:william-clinton", Name: "William Clinton"}})
	f := &facts.Article{ID: "a", People: []facts.Person{{Entity: facts.Entity{ID: "person:bill-clinton", Name: "Bill Clinton"}}}}
	if !s.Changes(f) {
		t.Error("it changes nothing")
	}
	s.Apply(f)
	if p := f.People[0]; p.ID != "person:william-clinton" || p.Name != "Bill C." || p.WikidataID != "Q1124" {
		t.Errorf("got %+v", p)
	}
}
