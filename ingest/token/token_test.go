package token

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Don't say it's over.":                                 "Do|n't|say|it|'s|over|.",
		"the U.S. and the U.K.’s":                              "the|U.S.|and|the|U.K.|’s",
		"MS. ROE and SEN. DOE met.":                            "MS.|ROE|and|SEN.|DOE|met|.",
		"Mr. Smith, J. R. Ewing":                               "Mr.|Smith|,|J.|R.|Ewing",
		"US-UK talks at 10:30, $1,000.50":                      "US|-|UK|talks|at|10:30|,|$1,000.50",
		"“Yes,” he said… ‘No’":                                 "“|Yes|,|”|he|said|…|‘|No|’",
		"Côte d’Ivoire's 1990s 5%":                             "Côte|d’Ivoire|'s|1990s|5%",
		"See https://t.co/aB1, www.a.org/x. pic.twitter.com/a": "See|https://t.co/aB1|,|www.a.org/x|.|pic.twitter.com/a",
		"wait... -- what?!":                                    "wait|...|--|what|?|!",
		"\ufeffa\u00a0b":                                       "a|b",
		"OPEC+ 習近平 👍🏽":                                         "OPEC+|習近平|👍|🏽",
	} {
		var got []string
		for _, tok := range Words(text) {
			if text[tok.Start:tok.End] != tok.Text {
				t.Errorf("%q: token %q has the wrong place", text, tok.Text)
			}
			got = append(got, tok.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"He came. She went.", []string{"He came.", "She went."}},
		{"Mr. Smith met Gen. Jones on Jan. 5 in the U.S. capital.", []string{"Mr. Smith met Gen. Jones on Jan. 5 in the U.S. capital."}},
		{"It is in the U.S. He said so.", []string{"It is in the U.S.", "He said so."}},
		{"“Is it over?” he asked. “Yes.” They left.", []string{"“Is it over?” he asked.", "“Yes.”", "They left."}},
		{"It cost 3.5 million. No one paid!", []string{"It cost 3.5 million.", "No one paid!"}},
		{"No end", []string{"No end"}},
		{"She works for Dietz Inc. The firm is new.", []string{"She works for Dietz Inc.", "The firm is new."}},
		{"Gov. Lena B. Falk met Rep. Tom Q. Wu and Sen. Ono (R-Ohio) at 5 p.m. Friday in St. Paul, Minn., on Sept. 3.", []string{"Gov. Lena B. Falk met Rep. Tom Q. Wu and Sen. Ono (R-Ohio) at 5 p.m. Friday in St. Paul, Minn., on Sept. 3."}},
		{"Ada Moss Jr. and Lt. Gen. K. Ode left at 9 a.m. They met Dr. Ed F. Cole.", []string{"Ada Moss Jr. and Lt. Gen. K. Ode left at 9 a.m.", "They met Dr. Ed F. Cole."}},
		{"No. We left at No. 5.", []string{"No.", "We left at No. 5."}},
		{`She said : " Go home . " He stayed . " Why ? " he asked .`, []string{`She said : " Go home . "`, `He stayed .`, `" Why ? " he asked .`}},
		{"« We wait. » He left.", []string{"« We wait. »", "He left."}},
		{`It needs a 12" valve. "We have one," she said.`, []string{`It needs a 12" valve.`, `"We have one," she said.`}},
		{"» Rain fell. » Snow fell.", []string{"» Rain fell.", "» Snow fell."}},
	} {
		tokens := Words(c.text)
		start := 0
		var got []string
		for _, end := range Sentences(tokens) {
			got = append(got, c.text[tokens[start].Start:tokens[end-1].End])
			start = end
		}
		if strings.Join(got, " | ") != strings.Join(c.want, " | ") {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "a.b", "'s", "n't", "…", "\xff", "U.S.", "don’t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens, last := Words(text), 0
		for _, tok := range tokens {
			if tok.Start < last || tok.Len() <= 0 || tok.End > len(text) || utf8.ValidString(text) && !utf8.ValidString(tok.Text) {
				t.Fatalf("%q: %+v", text, tok)
			}
			last = tok.End
		}
		ends, before := Sentences(tokens), 0
		for _, end := range ends {
			if end <= before {
				t.Fatalf("%q: sentences end at %v", text, ends)
			}
			before = end
		}
		if before != len(tokens) {
			t.Fatalf("%q: %d tokens, the last sentence ends at %d", text, len(tokens), before)
		}
	})
}

// TestLists divides lists after a comma.
func TestLists(t *testing.T) {
	tokens := Words(strings.Repeat("Ada Moss, ", 200) + "left.")
	ends := Sentences(tokens)
	for i, end := range ends[:len(ends)-1] {
		if tokens[end-1].Text != "," || i > 0 && end-ends[i-1] > longestSentence {
			t.Errorf("sentences end at %v", ends)
		}
	}
}
