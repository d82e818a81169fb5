package document

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said “yes” and "no".`, `“yes” | "no"`},
		{`«Oui», „Ja“.`, `«Oui» | „Ja“`},
		{`‘It’s the leaders’ fault,’ he said.`, `‘It’s the leaders’ fault,’`},
		{`It's Jane's dogs' food.`, ``},
		{`the ’90s and rock 'n' roll`, `'n'`},
		{`“He said ‘no’ to me,” she said.`, `“He said ‘no’ to me,”`},
		{`‘one’ and ‘two’`, `‘one’ | ‘two’`},
		{"“It goes on.\n\n“And ends,” she said.", `“It goes on. | “And ends,”`},
		{`5'10" tall`, ``},
		{`" We are late , " she said . " Very late . "`, `" We are late , " | " Very late . "`},
		{`The 48" main broke; a 20" valve is missing.`, ``},
		{`"We need a 20" valve by noon," she said.`, `"We need a 20" valve by noon,"`},
		{`"We had 40" she said. "We need 60."`, `"We had 40" | "We need 60."`},
		{`» Costs will rise, she said.`, ``},
		{`»Wir sind da«, he said. « We are here »`, `»Wir sind da« | « We are here »`},
		{"‘It goes on.\n\n‘And ends,’ she said.", `‘It goes on. | ‘And ends,’`},
		{"’Tis late.\n\n‘Very late,’ she said.", `‘Very late,’`},
		{`"`, ``},
		{`End of it. "`, ``},
	} {
		var got []string
		for start := 0; start < len(c.text); {
			end := start + len(c.text[start:])
			if n := strings.Index(c.text[start:], "\n\n"); n >= 0 {
				end = start + n + 2
			}
			for _, q := range Quotations(c.text, article.Span{Start: start, End: start + len(strings.TrimSpace(c.text[start:end]))}) {
				got = append(got, c.text[q.Start:q.End])
			}
			start = end
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, " | "), c.want)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	for _, text := range []string{`"a" b 12" c "`, `‘a’s b’`, `»a«`, `“a`, `"1" "1" "1`, "\xff\"", `''`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, q := range Quotations(text, article.Span{End: len(text)}) {
			if q.Start < last || q.End <= q.Start || q.End > len(text) {
				t.Fatalf("%q: %v", text, q)
			}
			last = q.End
		}
	})
}
