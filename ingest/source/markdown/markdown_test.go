package markdown

import (
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

func TestRead(t *testing.T) {
	river, err := os.ReadFile("testdata/river.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, source, about, text string }{
		{
			"front matter", string(river), "Two countries agree on the river | Jane Doe | 2023-03-14 | OSLO | https://example.org/river",
			"OSLO – Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n\nWhat comes next\n\nThe talks go on in May.\n",
		},
		{"TOML", "+++\ntitle = \"Rain\"\ndate = 2024-05-03\ndraft = false\n+++\n\nRain *fell*.", "Rain |  | 2024-05-03 |  | ", "Rain fell.\n"},
		{
			"a title and a byline", "# Rain\n\nBy Jane Doe\n\n- It\n  fell &amp; fell.\n- Then snow.\n\n> So she [said](https://example.org \"x\").\n\n```\ncode\n```\n", "Rain | Jane Doe |  |  | ",
			"Rain\n\nBy Jane Doe\n\nIt fell & fell.\n\nThen snow.\n\nSo she said.\n",
		},
		{"Windows-1252", "She said: \x93Rain fell in the caf\xe9.\x94", " |  |  |  | ", "She said: “Rain fell in the café.”\n"},
		{"HTML", "Rain <b>fell</b>.<script>x</script>", " |  |  |  | ", "Rain fell.x\n"},
	} {
		a, err := read(kind.Input{Reader: strings.NewReader(c.source), Limits: kind.Limits{Bytes: 1000}})
		if err != nil {
			t.Fatal(err)
		}
		about := strings.Join([]string{a.Headline, strings.Join(a.Authors, ","), a.Published.Date(), a.Place, a.URL}, " | ")
		if about != c.about || a.Text != c.text {
			t.Errorf("%s: got %q, %q\nwant %q, %q", c.name, about, a.Text, c.about, c.text)
		}
	}
	for _, source := range []string{"", "\x01\xff", "```\ncode\n```\n", "---\ndate: some day\n---\nx"} {
		if a, err := read(kind.Input{Reader: strings.NewReader(source), Limits: kind.Limits{Bytes: 1000}}); err == nil {
			t.Errorf("%q is read: %q", source, a.Text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("---\na: b\n---\n# A\n\n* b\n\n[^1]: c")
	f.Add("+++\na = 1\n+++\n| a | b |\n|---|---|\n| c | d |")
	f.Add(strings.Repeat("> ", 400) + "a")
	f.Fuzz(func(t *testing.T, source string) {
		_, _ = read(kind.Input{Reader: strings.NewReader(source), Limits: kind.Limits{Bytes: 1 << 16}})
	})
}
