package eval

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
)

// measuring is what the measures of corpora are.
type measuring = func(context.Context, io.Reader, int) ([]Figure, error)

// check measures and compares the figures that are named.
func check(t *testing.T, measure measuring, in string, want map[string]float64) {
	t.Helper()
	figures, err := measure(t.Context(), strings.NewReader(in), 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		if w, ok := want[f.Name]; ok && (f.Value < w-0.001 || f.Value > w+0.001) {
			t.Errorf("%s: %.3f of %s, want %.3f", f.Name, f.Value, f.Of, w)
		}
		delete(want, f.Name)
	}
	for name := range want {
		t.Errorf("no figure %s", name)
	}
}

func TestTypeset(t *testing.T) {
	for want, words := range map[string]string{
		`He said: "All is well," and left.`:            `He said : " All is well , " and left .`,
		`The anti-war party's plan - a long one - ...`: `The anti - war party 's plan - a long one - ...`,
		"It (the UN) didn't pay $5/day.":               `It ( the UN ) did n't pay $ 5 / day .`,
		"The states' 'wise' men":                       `The states ' ' wise ' men`,
		`Gold," he said. "Yes" it is.`:                 `Gold , " he said . " Yes " it is .`,
		"Headline\n\n“One” more":                       "Headline \n “ One ” more",
	} {
		sentence := strings.Split(words, " ")
		text, places := typeset([][]string{sentence})
		if text != want {
			t.Errorf("%s: got %q", words, text)
		}
		for i, p := range places[0] {
			if got := string([]rune(text)[p[0]:p[1]]); got != strings.TrimSpace(sentence[i]) {
				t.Errorf("%s: word %d is %q", words, i, got)
			}
		}
	}
}

// dwieOf makes an article of words, with a cluster for each list of names and
// labels as "relation head tail".
func dwieOf(t *testing.T, words string, names [][]string, labels [][3]any) string {
	t.Helper()
	sentence := strings.Fields(words)
	var set [][]map[string]any
	for _, cluster := range names {
		var mentions []map[string]any
		for _, name := range cluster {
			before, _, ok := strings.Cut(words, name)
			if !ok {
				t.Fatalf("%q is not in the text", name)
			}
			first := len(strings.Fields(before))
			mentions = append(mentions, map[string]any{"name": name, "pos": []int{first, first + len(strings.Fields(name))}, "sent_id": 0, "type": "type::other"})
		}
		set = append(set, mentions)
	}
	var marked []map[string]any
	for _, l := range labels {
		marked = append(marked, map[string]any{"r": l[0], "h": l[1], "t": l[2]})
	}
	out, err := json.Marshal([]map[string]any{{"vertexSet": set, "labels": marked, "sents": [][]string{sentence}}})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestRelations(t *testing.T) {
	in := dwieOf(t, `French President Jean Dupont met Norwegian Prime Minister Kari Berg in Paris . Spanish Foreign Minister Juan Ruiz stayed away . Ole Lund lives in Norway .`,
		[][]string{{"Jean Dupont"}, {"French"}, {"Kari Berg"}, {"Norwegian"}, {"Norway"}, {"Ole Lund"}},
		[][3]any{
			{"head_of_state-x", 0, 1},
			{"citizen_of-x", 0, 1},
			{"head_of_gov", 2, 4},
			{"head_of_gov-x", 2, 3},
			{"citizen_of", 2, 4},
			{"citizen_of", 5, 4},
			{"is_meeting", 0, 2},
			{"is_meeting", 2, 0},
			{"lives_in", 5, 4},
		})
	check(t, Relations, in, map[string]float64{
		"relations between marked entities": 5.0 / 7, // nothing is marked of Ruiz
		"head_of_state, F1":                 1,
		"head_of_gov, F1":                   1, // Norwegian is Norway
		"minister_of, precision":            0,
		"citizen_of, precision":             1,
		"citizen_of, recall":                2.0 / 3,
		"is_meeting, F1":                    1,
	})
}

func TestTitlesMakeRelations(t *testing.T) {
	for title, want := range map[string]string{
		"President":             "citizen_of head_of_state",
		"Vice President":        "citizen_of",
		"Prime Minister":        "citizen_of head_of_gov",
		"Deputy Prime Minister": "citizen_of minister_of",
		"Minister of the Sea":   "citizen_of minister_of",
		"Spokeswoman":           "citizen_of spokesperson_of",
	} {
		if got := strings.Join(relationsOf(title, true), " "); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
	if got := relationsOf("President", false); len(got) > 0 {
		t.Errorf("the president of a body is %v", got)
	}
}

func TestEvents(t *testing.T) {
	in := strings.ReplaceAll(`{"sentences":
		[[[["Jean",0,4],["Dupont",5,11],["met",12,15],["Kari",16,20],["Berg",21,25],[".",25,26]],"Jean Dupont met Kari Berg."],
		 [[["Ana",27,30],["Diaz",31,35],["urged",36,41],["Norway",42,48],["to",49,51],["help",52,56],[".",56,57]],"Ana Diaz urged Norway to help."]],
		"entity_mentions": [{"id":"a","start":1,"end":2},{"id":"b","start":3,"end":5},{"id":"c","start":7,"end":8},{"id":"d","start":9,"end":10}],
		"event_mentions": [
		{"event_type":"Contact.Contact.Meet","trigger":{"start":2,"end":3},"arguments":[{"entity_id":"a","role":"Participant"},{"entity_id":"b","role":"Participant"},{"entity_id":"c","role":"Topic"}]},
		{"event_type":"Contact.RequestCommand.Unspecified","trigger":{"start":8,"end":9},"arguments":[{"entity_id":"c","role":"Communicator"},{"entity_id":"d","role":"Recipient"}]},
		{"event_type":"Contact.RequestCommand.Meet","trigger":{"start":11,"end":12},"arguments":[]},
		{"event_type":"Life.Die.Unspecified","trigger":{"start":0,"end":1},"arguments":[]}]}`, "\n", " ")
	check(t, Events, in, map[string]float64{
		"meetings, F1":                   1,
		"meetings, arguments, F1":        1,
		"demands, precision":             1,
		"demands, recall":                0.5, // one of two in the sentence
		"demands, arguments, recall":     1,
		"meetings, arguments, recall":    1,
		"demands, arguments, F1":         1,
		"meetings, arguments, precision": 1,
	})
}

func TestActs(t *testing.T) {
	in := `[{"event": "DOCUMENT", "eventText": "no text"},
		{"event": "DEMAND", "text": "{Ana Diaz urged Norway to help.}", "source": [{"actorText": "Ana  Diaz"}], "target": [{"actorText": "Norway"}]},
		{"event": "DISAPPROVE", "text": "Norway accused Sweden of waste.", "source": [{"actorText": "Oslo"}], "target": "none"},
		{"event": "CONSULT", "text": "Jean Dupont met Kari Berg.", "source": [{"actorText": "Dupont"}, {"actorText": "Kari ... Berg"}]},
		{"event": "REJECT", "text": "Norway slept.", "source": [{"actorText": "Norway"}], "target": []}]`
	check(t, Acts, in, map[string]float64{
		"acts, right":                         0.75,
		"acts, right and source too":          2.0 / 3, // Oslo does not stand in the text
		"acts, right and recipient too":       1,
		"acts, right and source an entity":    2.0 / 3,
		"DEMAND, right and recipient too":     1,
		"DISAPPROVE, right":                   1,
		"CONSULT, right and recipient too":    1,
		"REJECT, right":                       0,
		"DISAPPROVE, right and recipient too": 0, // of none
	})
}
