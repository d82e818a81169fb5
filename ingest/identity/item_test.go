package identity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// knownAs makes an article that names somebody who may be known by an item.
func knownAs(article, id, item string) *facts.Article {
	f := person(article, id, "")
	f.People[0].WikidataID = item
	return f
}

// inLand lets an article name a country.
func inLand(f *facts.Article, country string) *facts.Article {
	f.Countries = append(f.Countries, facts.Country{Entity: facts.Entity{ID: country, Name: country}})
	return f
}

func TestOneItemIsOnePerson(t *testing.T) {
	for name, c := range map[string]struct {
		decisions string
		articles  []*facts.Article
		want      string
	}{
		"two spellings":          {"", []*facts.Article{knownAs("a", "person:jo-zelenska", "Q1"), knownAs("b", "person:jo-zelenskaya", "Q1")}, "jo-zelenska jo-zelenska"},
		"one article knows":      {"", []*facts.Article{knownAs("a", "person:jo-zelenska", "Q1"), knownAs("b", "person:jo-zelenskaya", "Q1"), knownAs("c", "person:jo-zelenska", "")}, "jo-zelenska jo-zelenska jo-zelenska"},
		"one family":             {"", []*facts.Article{knownAs("a", "person:joe-roe", "Q1"), knownAs("b", "person:joseph-roe", "Q1")}, "joseph-roe joseph-roe"},
		"two items, one name":    {"", []*facts.Article{knownAs("a", "person:jo-roe", "Q1"), knownAs("b", "person:jo-roe", "Q1"), knownAs("c", "person:jo-roe", "Q2")}, "jo-roe jo-roe jo-roe-q2"},
		"two items, a nickname":  {"", []*facts.Article{knownAs("a", "person:joe-roe", "Q1"), knownAs("b", "person:joseph-roe", "Q2")}, "joe-roe joseph-roe"},
		"namesakes elsewhere":    {"", []*facts.Article{knownAs("a", "person:jo-roe", "Q1"), knownAs("b", "person:jo-roe", "Q2"), knownAs("c", "person:jo-roeh", "Q2")}, "jo-roe jo-roeh jo-roeh"},
		"an office elsewhere":    {"", []*facts.Article{inLand(knownAs("a", "person:michael-brown", "Q1"), "country:us"), person("b", "person:michael-brown", "country:ca", "country:ca")}, "michael-brown michael-brown-ca"},
		"an office at home":      {"", []*facts.Article{inLand(knownAs("a", "person:michael-brown", "Q1"), "country:us"), person("b", "person:michael-brown", "country:ca", "country:ca", "country:us")}, "michael-brown michael-brown"},
		"a person parts them":    {"different person:a-zelenska person:a-zelenskaya", []*facts.Article{knownAs("a", "person:a-zelenska", "Q1"), knownAs("b", "person:a-zelenskaya", "Q1")}, "a-zelenska a-zelenskaya"},
		"a person joins them":    {"same person:x-roe person:y-doe", []*facts.Article{knownAs("a", "person:x-roe", "Q1"), knownAs("b", "person:y-doe", "Q2")}, "x-roe x-roe"},
		"a person knows another": {"wikidata person:jo-roeh Q3", []*facts.Article{knownAs("a", "person:jo-roe", "Q1"), knownAs("b", "person:jo-roeh", "Q1")}, "jo-roe jo-roeh"},
		"a person knows the one": {"wikidata person:jo-roeh Q1", []*facts.Article{knownAs("a", "person:jo-roe", "Q1"), knownAs("b", "person:jo-roeh", "")}, "jo-roe jo-roe"},
	} {
		settle(t, c.decisions, c.articles...)
		if got := strings.Join(speakers(c.articles), " "); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestShortNamesFollowTheItem(t *testing.T) {
	d := Decide(family("roe"), knownIn(seen("joe-roe a in=us", "joseph-roe b in=fr", "roe c in=us"), "Q1", "joe-roe", "joseph-roe"), nil)
	var got []string
	for _, j := range d.Joins {
		got = append(got, fmt.Sprintf("%s: %s %s, %s", j.Article, strings.TrimPrefix(j.From, "person:"), strings.TrimPrefix(j.To, "person:"), j.Rule))
	}
	if want := ": joe-roe joseph-roe, one Wikidata id; c: roe joseph-roe, family name alone: one country"; strings.Join(got, "; ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "; "), want)
	}
	if len(d.Stands) != 1 || !slices.Equal(d.Stands[0].Forms, []string{"person:joe-roe", "person:joseph-roe", "person:roe"}) {
		t.Errorf("who stands is %+v", d.Stands)
	}
}

// knownIn gives the sightings of some ids an item.
func knownIn(all []Sighting, item string, ids ...string) []Sighting {
	for i := range all {
		if slices.Contains(ids, strings.TrimPrefix(all[i].ID, "person:")) {
			all[i].Item = item
		}
	}
	return all
}

func TestWhoIsUnitedIsListed(t *testing.T) {
	s := settle(t, "", knownAs("a", "person:jo-zelenska", "Q1"), knownAs("b", "person:jo-zelenskaya", "Q1"))
	doubts := s.Doubts()
	if len(doubts) != 1 || !doubts[0].Same() || doubts[0].Evidence != "Wikidata: Q1" || doubts[0].A.ID != "person:jo-zelenska" {
		t.Errorf("got %+v", doubts)
	}
}
