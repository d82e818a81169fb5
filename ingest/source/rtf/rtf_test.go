package rtf

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

func readText(source string) (*article.Article, error) {
	return read(kind.Input{Reader: strings.NewReader(source), Limits: kind.Limits{Bytes: 1 << 20}})
}

func TestRead(t *testing.T) {
	data, err := os.ReadFile("testdata/pandoc.rtf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, source, about, text string }{
		{
			"pandoc", string(data), "Two countries agree on the river |  | 2023-03-14",
			"Two countries agree on the river\n\nJane Doe\n\n2023-03-14\n\nOSLO – Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n\nWhat comes next\n\nThe talks go on in May.\n",
		},
		{
			"as Word writes it", `{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\info{\title Rain}{\author Jane Doe}{\creatim\yr2024\mo5\dy3\hr9\min5}}{\header\pard Page 1\par}` +
				"\n" + `\pard\plain It ra\'efned.\line So it did.{\*\bkmkstart x}{\v hidden}{\footnote A note.}\par{\pard\ldblquote Snow\rdblquote\~fell.\par}}` + "\x00",
			"Rain | Jane Doe | 2024-05-03", "It raïned.\nSo it did.\n\n“Snow” fell.\n",
		},
		{"surrogates, and what stands in for them", `{\rtf1\uc2 \u-10179??\u-8704??x\u233 ee y\par}`, " |  | ", "😀xé y\n"},
		{"Cyrillic", `{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0\par}`, " |  | ", "Москва\n"},
		{"a table and a picture", `{\rtf1\trowd Rain\cell Snow\cell\row{\pict\bin4 }}}}}}`, "Rain |  | ", "Rain\n\nSnow\n"},
		{"braces", `{\rtf1 \{a\}\\\par}`, " |  | ", "{a}\\\n"},
	} {
		a, err := readText(c.source)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if about := strings.Join([]string{a.Headline, strings.Join(a.Authors, ","), a.Published.Date()}, " | "); about != c.about || a.Text != c.text {
			t.Errorf("%s: got %q, %q\nwant %q, %q", c.name, about, a.Text, c.about, c.text)
		}
	}
	for _, source := range []string{`{\rtf1 a`, `{\rtf1}`, `{\rtf1 a}}`[8:], "{\\rtf1" + strings.Repeat("{", 2000)} {
		if a, err := readText(source); err == nil || hint.Of(err) == "" {
			t.Errorf("%q: got %v, %v", source, a, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi{\info{\title A}}\pard\u8220? \'93x\par{\*\x y}}`))
	f.Add([]byte(`{\rtf1\bin99999999999 x\uc9\u-1\'}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = read(kind.Input{Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 16}})
	})
}
