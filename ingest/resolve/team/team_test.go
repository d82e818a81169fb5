package team

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// read makes a document of lines of words, each a paragraph. Names stand in
// brackets, those of countries without a kind: “[Norway] beat [PER Jane Doe] .”
// What hangs from what is written as in “the|4:det”.
func read(t *testing.T, text string) (*document.Document, []Named) {
	t.Helper()
	out := strings.Builder{}
	out.WriteString("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# newdoc id = test\n")
	for line := range strings.SplitSeq(text, "\n") {
		out.WriteString("# newpar\n" + sentence(line) + "\n")
	}
	d, err := document.Parse(out.String())
	if err != nil {
		t.Fatal(err)
	}
	var countries []Named
	for _, n := range d.Names {
		if text := d.Text(n.Range); n.Kind == document.LOC && slices.Contains([]string{"Norway", "NORWAY", "Chad", "Peru"}, text) {
			countries = append(countries, Named{n.Range, strings.ToLower(text)})
		}
	}
	return d, countries
}

func sentence(line string) string {
	var out strings.Builder
	kind, begins := "", false
	for w := range strings.FieldsSeq(line) {
		w, tree, _ := strings.Cut(w, "|")
		head, relation, hangs := strings.Cut(tree, ":")
		if !hangs {
			head, relation = "_", "_"
		}
		switch {
		case w == "[PER", w == "[ORG", w == "[TOWN":
			kind, begins = strings.Replace(w[1:], "TOWN", "LOC", 1), true
			continue
		case strings.HasPrefix(w, "["):
			w, kind, begins = w[1:], "LOC", true
		}
		w, ends := strings.CutSuffix(w, "]")
		tag, misc := "X", "_"
		switch {
		case kind != "" && begins:
			tag, misc = "PROPN", "Name=B-"+kind
		case kind != "":
			tag, misc = "PROPN", "Name=I-"+kind
		case w[0] >= '0' && w[0] <= '9':
			tag = "NUM"
		case strings.ContainsAny(w[:1], ".,:;()-"):
			tag = "PUNCT"
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%s\t%s\n", w, strings.ToLower(w), tag, head, relation, misc)
		if begins = false; ends {
			kind = ""
		}
	}
	return out.String()
}

// found returns the rules of the names of countries, “-” for those that mean no team.
func found(t *testing.T, text string) string {
	t.Helper()
	d, countries := read(t, text)
	teams := Of(d, countries)
	var all []string
	for _, n := range countries {
		if by, ok := teams.At(n.Range); ok {
			all = append(all, by.Name)
		} else {
			all = append(all, "-")
		}
	}
	return strings.Join(all, ", ")
}

// sportsPage makes an article one of sport.
const sportsPage = "\nThe goalkeeper and the midfielder played a friendly ."

func TestEveryRule(t *testing.T) {
	examples := map[string]string{
		"against":         "They came against [Norway] .",
		"plays":           "[Norway] beat [Chad] .",
		"score":           "[Norway] 2 [Chad] 1",
		"line-up":         "[Norway] : [PER Jane Doe]",
		"what a team has": "The [Norway] goalkeeper left .",
		"again":           "[Norway] beat [Chad] .\n[Norway] were lucky .",
		"called a team":   "",
	}
	for _, r := range Rules() {
		text, ok := examples[r.Name]
		if !ok {
			t.Errorf("%s has no example", r.Name)
		} else if got := found(t, text+sportsPage); text != "" && !strings.HasSuffix(got, r.Name) && !strings.HasPrefix(got, r.Name) {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

func TestTeamOrCountry(t *testing.T) {
	for text, want := range map[string]string{
		"[NORWAY] V [Chad] in the cup":                                              "against, against",
		"The match|0:root between [Norway]|2:nmod and [Chad]|4:conj .":              "against, against",
		"[Norway] beat [Chad] in [Peru] .":                                          "plays, plays, -",
		"[Norway] beat [Chad] .\n[TOWN Lima] , [Peru] 1996-08-31":                   "plays, plays, -",
		"[PER Jane Doe] ( [Norway] ) beat [PER Ann Roe] ( [Chad] ) 6 - 4":           "-, -",
		"[PER Jane Doe] of [Norway] beat [PER Ann Roe] of [Chad] .":                 "-, -",
		"[PER Jane Doe] , [Norway] , beat [PER Ann Roe] .":                          "-",
		"1 . [PER Jane Doe] [Norway] 20":                                            "-",
		"The tour of [Norway] was lost .":                                           "-",
		"The captain of [Norway] left .":                                            "-",
		"They fly|0:root to [Norway]|2:obl .":                                       "-",
		"[Norway]|4:nmod:poss 's midfielder|4:x [PER Jane|2:flat Doe] hit|0:root .": "-",
		"[Norway]|3:nmod:poss 's defence|0:root held .":                             "what a team has",
		"[Norway]|2:nsubj win|0:root the toss|2:obj .":                              "plays",
		"[Norway]|2:nsubj keep|0:root respect|2:obj .":                              "-",
		"[Norway] beat [Chad] .\nA [Norway]|3:compound citizen|0:root left .":       "plays, plays, -",
		"[Norway] 3 1 4\n[ORG Rovers] 2 2 2\n[ORG United] 1 0 0\n[ORG City] 4 4 4":  "-",
	} {
		if got := found(t, text+sportsPage); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// Of what is no sport no name is a team, whoever beats whom.
func TestSport(t *testing.T) {
	for text, want := range map[string]string{
		"[Norway] beat [Chad] in the race for the bank , the ministers said .": "-, -",
		"[Norway] beat [Chad] in a match .":                                    "-, -",
		"[Norway] beat [Chad] in a soccer match by two goals .":                "plays, plays",
		"The team played and won a game by two runs . [Norway] beat [Chad] .":  "plays, plays",
	} {
		if got := found(t, text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestName(t *testing.T) {
	for text, want := range map[string]string{
		"[Norway] beat [Chad] , the goalkeeper and striker said after the match .":  "Norway national football team",
		"[Norway] beat [Chad] by two wickets , after an innings of the batsmen .":   "Norway national cricket team",
		"[Norway] beat [Chad] in the tournament ; the semifinals are on Saturday .": "Norway national team",
	} {
		teams := Of(read(t, text))
		if got := teams.Name("Norway"); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestAre(t *testing.T) {
	teams, none := Of(read(t, "[Norway] beat [Chad]"+sportsPage)), Teams{}
	for phrase, want := range map[string]bool{"squad": true, "football team": true, "national side": true, "cricket team": false, "youth team": false, "national": false, "": false} {
		words := strings.Fields(phrase)
		if teams.Are(words) != want || none.Are(words) {
			t.Errorf("%q: got %v, want %v", phrase, teams.Are(words), want)
		}
	}
}
