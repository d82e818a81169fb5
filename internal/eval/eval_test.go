package eval

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// example is two articles with predictions, right, half right and wrong. The
// offsets are those of the words in brackets.
func example(t *testing.T) (text string, gold, predicted []attribution) {
	t.Helper()
	text = `“All is well,” Ana Díaz said. She added that “it” was hard. Some say he left. Ana Díaz denied the claim.`
	at := func(part string) [][2]int {
		i := strings.Index(text, part)
		if i < 0 {
			t.Fatalf("%q is not in the text", part)
		}
		start := len([]rune(text[:i]))
		return [][2]int{{start, start + len([]rune(part))}}
	}
	gold = []attribution{
		{at("Ana Díaz"), at("“All is well,”")},
		{at("She"), at("that “it” was hard")},
		{at("Some"), at("he left")},
		{nil, at("the claim")},
	}
	predicted = []attribution{
		{at("Díaz"), at("“All is well,”")},
		{at("She"), at("it” was hard. Some")},
		{nil, at("he left")},
		{at("Ana"), at("denied")},
	}
	return text, gold, predicted
}

func TestStatementsAreCounted(t *testing.T) {
	text, gold, predicted := example(t)
	var all tally
	all.add([]rune(text), gold, predicted)
	if all.content.hit != 3 || all.statement.hit != 2 || all.exact.hit != 0 {
		t.Errorf("content %d, statement %d, exact %d, want 3, 2, 0", all.content.hit, all.statement.hit, all.exact.hit)
	}
	if all.kind[direct] != (count{hit: 1, gold: 1}) || all.kind[mixed] != (count{hit: 1, gold: 1}) || all.kind[indirect] != (count{gold: 2}) {
		t.Errorf("kinds %+v", all.kind)
	}
}

// TestStatementsAsTheInstrument compares with the scorer that stands beside the
// project, on this machine or none.
func TestStatementsAsTheInstrument(t *testing.T) {
	scorer := filepath.Join("..", "..", "..", "shared", "eval", "score.py")
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("the scorer is not here: ", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not here")
	}
	text, gold, predicted := example(t)
	write := func(name string, value map[string]any) string {
		line, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, append(line, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	form := func(all []attribution) (out []map[string]any) {
		for _, a := range all {
			speaker := a.Speaker
			if speaker == nil {
				speaker = [][2]int{}
			}
			out = append(out, map[string]any{"speaker": speaker, "content": a.Content})
		}
		return out
	}
	out, err := exec.Command("python3", scorer, "--json",
		write("gold.jsonl", map[string]any{"id": "a", "text": text, "statements": form(gold)}),
		write("predicted.jsonl", map[string]any{"id": "a", "statements": form(predicted)})).Output()
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ Content, Statement, Exact struct{ F1 float64 } }
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	var all tally
	all.add([]rune(text), gold, predicted)
	if all.content.f1() != want.Content.F1 || all.statement.f1() != want.Statement.F1 || all.exact.f1() != want.Exact.F1 {
		t.Errorf("content %v, statement %v, exact %v; the scorer says %+v", all.content.f1(), all.statement.f1(), all.exact.f1(), want)
	}
}

// run reads a text and returns the error only.
func run(measure measuring) func(text string) error {
	return func(text string) error {
		_, err := measure(context.Background(), strings.NewReader(text), 2)
		return err
	}
}

func TestBrokenInputHasItsLine(t *testing.T) {
	for name, c := range map[string]struct {
		measure func(text string) error
		text    string
		want    string
	}{
		"statements":       {run(Statements), "{}\n", "line 1: has no text"},
		"statements, JSON": {run(Statements), "\n{\n", "line 2: unexpected end"},
		"names":            {run(Names), "a O\nb\n", "line 2: has no tag"},
		"names, tag":       {run(Names), "a X\n", `line 1: unknown tag "X"`},
		"syntax":           {run(Syntax), "1\ta\n", "line 1: has 2 columns"},
		"syntax, head":     {run(Syntax), "1\ta\ta\tX\tX\t_\t_\tdep\t_\t_\n", "line 1: has no head"},
		"dates":            {run(Dates), "no archive", "unexpected EOF"},
		"pronouns":         {run(Pronouns), "ID\tText\n1\ta\n", "line 2: column Pronoun-offset"},
		"relations":        {run(Relations), "{}", "is no JSON list: begins with {"},
		"relations, pos":   {run(Relations), `[{}, {"sents": [["a"]], "vertexSet": [[{"name": "b", "pos": [0, 2]}]]}]`, `record 2: mention "b" lies outside`},
		"relations, label": {run(Relations), `[{"labels": [{"r": "met", "h": 0, "t": 1}]}]`, "record 1: a label is of no entity"},
		"events":           {run(Events), "\n{\n", "line 2: unexpected end"},
		"events, words":    {run(Events), `{"sentences": [[1]]}`, "line 1: a sentence has 1 parts"},
		"events, trigger":  {run(Events), `{"event_mentions": [{"event_type": "X", "trigger": {"start": 0, "end": 1}}]}`, "line 1: a trigger of X lies outside"},
		"acts":             {run(Acts), `[{"event": 1}]`, "record 1: json"},
	} {
		if err := c.measure(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}
