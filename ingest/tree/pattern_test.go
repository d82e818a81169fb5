package tree

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const quoting = `
Doe Doe PROPN _ 3 nsubj:pass
was be AUX Tense=Past|VerbForm=Fin 3 aux:pass
quoted quote VERB Tense=Past|Voice=Pass 0 root
by by ADP _ 6 case
the the DET _ 6 det
agency agency NOUN _ 3 obl
as as SCONJ _ 8 mark
saying say VERB VerbForm=Ger 3 advcl
this this PRON _ 8 obj`

var lists = Lists{"citing": {"quote", "cite"}}

func TestPattern(t *testing.T) {
	for _, c := range []struct {
		pattern, from, want string // want: the words that x captures
	}{
		{`quote =x`, "quoted", "quoted"},
		{`say =x`, "quoted", ""},
		{`"quoted" =x`, "quoted", "quoted"},
		{`:VERB|AUX =x`, "was", "was"},
		{`> =x`, "quoted", "Doe was agency saying"},
		{`>obl =x`, "quoted", "agency"},
		{`>nsubj:pass|obl =x`, "quoted", "Doe agency"},
		{`>nsubj:outer =x`, "quoted", ""},
		{`>obl/by =x`, "quoted", "agency"},
		{`>obl/in|of =x`, "quoted", ""},
		{`>obl [>det "the"] =x`, "quoted", "agency"},
		{`>obl [!>det "the"] =x`, "quoted", ""},
		{`[>advcl >mark "as"] ~agent =x`, "quoted", "agency"},
		{`[>mark "as"] < @citing ~object =x`, "saying", "Doe"},
		{`[>mark "as"] <advcl @citing|say ~doer =x`, "saying", "agency"},
		{`<ccomp =x`, "saying", ""},
		{`~subject :PROPN =x`, "saying", "Doe"},
		{`> > =x`, "quoted", "by the as this"},
	} {
		d := parsed(quoting)
		from := slices.Index(strings.Fields(d.Article.Text), c.from)
		var found []string
		for m := range MustCompile(c.pattern, lists).All(At(d, from)) {
			found = append(found, d.Words[m.At("x").Word].Text)
		}
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%s from %s: %s, want %s", c.pattern, c.from, got, c.want)
		}
	}
}

func TestNoMatch(t *testing.T) {
	p := MustCompile("say =x", nil)
	m := p.Match(Nowhere)
	if m.OK() || m.At("x").OK() || m.At("x").Up().Subject().OK() {
		t.Error("nowhere is something")
	}
	defer func() {
		if recover() == nil {
			t.Error("a name that the pattern doesn't have is no fault")
		}
	}()
	m.At("y")
}

func TestCompileErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		`:VRB`:            `at 4: unknown part of speech "VRB"`,
		`say >object`:     `at 11: unknown relation "object"`,
		`say >obj|`:       `at 9: a name is missing`,
		`say ~owner`:      `at 10: unknown step ~owner`,
		`@verbs`:          `at 6: unknown list @verbs`,
		`Say`:             `at 3: "Say" is not in lower case`,
		`"say`:            `at 1: quotation marks hold a word in lower case`,
		`say [>obj`:       `at 9: a bracket is not closed`,
		`say ]`:           `at 4: unexpected "]"`,
		`say =a =b`:       `at 9: a word has two names, a and b`,
		`say =a >obj =a`:  `at 14: two words are named a`,
		`say [>obj =a]`:   `at 12: nothing in brackets is captured`,
		`say >obj = whom`: `at 10: a name is missing`,
	} {
		_, err := Compile(pattern, lists)
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", pattern, err, want)
		}
	}
}

// FuzzCompile holds that every text is a pattern or an error within it, and that
// what is compiled can be matched.
func FuzzCompile(f *testing.F) {
	for _, pattern := range []string{`quote|cite :VERB >obj/of =noun [>case "for"]`, `[!>mark "as"] < @citing ~doer`, `>`, `say [`, `"`, `:é`, ``} {
		f.Add(pattern)
	}
	d := parsed(quoting)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Compile(text, lists)
		if err != nil {
			return
		}
		if p.String() != text {
			t.Errorf("%q has become %q", text, p)
		}
		for i := range d.Words {
			p.Matches(At(d, i))
		}
	})
}

func ExamplePattern() {
	d := parsed(quoting) // Doe was quoted by the agency as saying this.
	by := MustCompile(`say [>mark "as"] < quote|cite ~agent =who`, nil)
	for i := range d.Words {
		if m := by.Match(At(d, i)); m.OK() {
			fmt.Println(d.Text(m.At("who").Phrase()))
		}
	}
	// Output: the agency
}
