package who

import (
	"slices"
	"strings"
	"testing"
)

func TestLocate(t *testing.T) {
	for text, want := range map[string]string{
		"[LOC PARIS] 2022 [LOC France] waited .":              "place:paris Paris (PARIS), country:fr France",
		"[LOC PARIS] ( [ORG Acme] ) [LOC Paris] waited":       "place:paris Paris (PARIS), organization:acme Acme, country:fr France",
		"The match ( at Acme Park , [LOC London] ) is over .": "place:london London",
		"The match ( [LOC London] ) is over .":                "place:london London",
		"[LOC England] and [LOC SCOTLAND] waited .":           "place:england England, place:scotland Scotland (SCOTLAND)",
		"[LOC Moscow] warned [LOC Paris] .":                   "country:ru Russia, country:fr France",
	} {
		c := Find(named(t, text))
		c.Locate()
		if got := strings.Join(shown(c), ", "); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestCapitalsBeforeNouns(t *testing.T) {
	lines := func(noun, relation string) string {
		return strings.Join([]string{"The\tDET\t3\tdet\t_", "Paris\tPROPN\t3\t" + relation + "\tName=B-LOC", noun + "\tNOUN\t4\tnsubj\t_", "waited\tVERB\t0\troot\t_"}, "\n")
	}
	for noun, want := range map[string]string{"church": "place:paris", "government": "country:fr"} {
		c := Find(parsed(t, lines(noun, "compound")))
		c.Locate()
		if !slices.ContainsFunc(c.Mentions, func(m Mention) bool { return m.Entity.ID == want }) {
			t.Errorf("the Paris %s: got %s", noun, shown(c))
		}
	}
}

// The West Bank is no bank, and the army of a people no state's.
func TestBodiesOfPeoples(t *testing.T) {
	army := strings.Join([]string{"The\tDET\t3\tdet\t_", "Kurdish\tADJ\t3\tamod\tName=B-MISC", "army\tNOUN\t4\tnsubj\t_", "left\tVERB\t0\troot\t_", "Israel\tPROPN\t4\tobj\tName=B-LOC"}, "\n")
	bank := strings.Join([]string{"The\tDET\t3\tdet\t_", "West\tPROPN\t3\tcompound\tName=B-LOC", "Bank\tPROPN\t4\tnsubj\tName=I-LOC", "waited\tVERB\t0\troot\t_"}, "\n")
	for lines, want := range map[string]string{army: "organization:kurdish-army", bank: "place:west-bank"} {
		c := Find(parsed(t, lines))
		c.Locate()
		var ids []string
		for _, e := range c.Entities {
			if len(e.Mentions) > 0 {
				ids = append(ids, e.ID)
			}
		}
		if !slices.Contains(ids, want) || slices.ContainsFunc(ids, func(id string) bool { return strings.Contains(id, "bank") && id != want }) {
			t.Errorf("got %s, want %s", ids, want)
		}
	}
}
