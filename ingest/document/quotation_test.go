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
