package who

import (
	"slices"
	"strings"
	"testing"
)

// A team is a body of its country, whose name alone is none of its names; what
// stands for it after the country's name is.
func TestTeams(t *testing.T) {
	const match = " in a soccer match , the goalkeeper and a midfielder said ."
	for text, want := range map[string][]string{
		"[LOC Norway] beat [LOC Chad]" + match:                   {"organization:norway-national-football-team Norway national football team", "organization:chad-national-football-team Chad national football team"},
		"[LOC Scotland] beat [LOC ENGLAND]" + match:              {"organization:scotland-national-football-team Scotland national football team", "organization:england-national-football-team England national football team"},
		"[LOC Norway] beat [LOC Chad] in the race , they said .": {"country:no Norway", "country:td Chad"},
	} {
		cast := Find(named(t, text))
		if got := shown(cast); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
		for _, e := range cast.Entities {
			if e.isTeam() && cast.Named("country:"+map[string]string{"NO": "no", "TD": "td", "GB": "gb"}[e.Code]) == nil {
				t.Errorf("%s: %s has no country", text, e.ID)
			}
		}
	}
}

func TestSquads(t *testing.T) {
	const team = "organization:norway-national-football-team Norway national football team "
	for text, want := range map[string]string{
		"Norway PROPN 3 compound Name=B-LOC\nfootball NOUN 3 compound _\nsquad NOUN 0 root _\n": team + "(Norway football squad)",
		"Norwegian ADJ 3 amod Name=B-MISC\nfootball NOUN 3 compound _\nsquad NOUN 0 root _\n":   team + "(Norwegian football squad)",
		"Scottish ADJ 3 amod Name=B-MISC\nfootball NOUN 3 compound _\nsquad NOUN 0 root _\n":    "", // Scotland's, or Britain's
		"Norwegian ADJ 3 amod Name=B-MISC\nyouth NOUN 3 compound _\nsquad NOUN 0 root _\n":      "",
	} {
		cast := Find(parsed(t, text+"goalkeeper NOUN 3 dep _\nstriker NOUN 3 dep _\nmidfielder NOUN 3 dep _\n"))
		cast.Entities = slices.DeleteFunc(cast.Entities, func(e *Entity) bool { return !e.isTeam() })
		if got := strings.Join(shown(cast), " "); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
