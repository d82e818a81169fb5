package read

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

func reading(t *testing.T, text string) *document.Document {
	t.Helper()
	return Read(&article.Article{Text: text, Body: article.Span{End: len(text)}})
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"US SECRETARY of State Antony Blinken met Sergei Lavrov in Geneva.", "US/LOC Antony Blinken/PER Sergei Lavrov/PER Geneva/LOC"},
		{"The Russian foreign ministry and the US Treasury Department agreed.", "Russian/MISC US Treasury Department/ORG"},
		{"Mr. Smith and spokeswoman Maria Zakharova left Moscow.", "Smith/PER Maria Zakharova/PER Moscow/LOC"},
		{"Xi Jinping left. Xi said so.", "Xi Jinping/PER Xi/PER"},
		{"On Monday the World Health Organization said so.", "World Health Organization/ORG"},
		{"Ursula von der Leyen spoke near the Baltic Sea.", "Ursula von der Leyen/PER Baltic Sea/LOC"},
		{"Former President Jane Doe left.", "Jane Doe/PER"},
		{"Britain called on Putin to stop.", "Britain/LOC Putin/PER"},
		{"The Ministry of Defence denied it.", "Ministry of Defence/ORG"},
		{"June Carling said so.", "June Carling/PER"},
	} {
		d := reading(t, c.text)
		var got []string
		for _, n := range d.Names {
			got = append(got, d.Article.Slice(n.Span)+"/"+string(n.Kind))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for text, want := range map[string]string{
		"One line\nwrapped here.\nAnother one.\n\nA third":    "One line\nwrapped here.|Another one.|A third",
		"» Rain fell\n» Snow fell\n• Ice":                     "» Rain fell|» Snow fell|• Ice",
		"10:45 GMT\nRain fell\n11:30 Snow fell":               "10:45 GMT|Rain fell\n11:30 Snow fell",
		"Rain fell\n11:30 - Snow fell\n4.05pm Ice":            "Rain fell|11:30 - Snow fell|4.05pm Ice",
		"MOSS: Rain fell\nDR. ODE (on camera): Snow\nQ: Ice":  "MOSS: Rain fell|DR. ODE (on camera): Snow|Q: Ice",
		"Rain fell at\n7.30 in the\nmorning of\nMay 3: a day": "Rain fell at\n7.30 in the\nmorning of\nMay 3: a day",
		"«Rain»\nSnow": "«Rain»|Snow",
		"Jane Doe\nOslo\nand rain\nRain fell on the harbour of the town of Moss and on all its boats": "Jane Doe|Oslo\nand rain|Rain fell on the harbour of the town of Moss and on all its boats",
	} {
		var got []string
		for _, p := range paragraphs(text, article.Span{End: len(text)}) {
			got = append(got, text[p.Start:p.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
		}
	}
}

func TestMonthsInNames(t *testing.T) {
	for _, c := range []struct{ text, names, want string }{ // names: their first words' places
		{"June Doe left.", "Doe", "June Doe"},
		{"In June Doe left.", "Doe", "Doe"},
		{"Jane May left. May was late.", "Jane|May was", "Jane May|May"},
		{"Jane May 5", "Jane", "Jane"},
	} {
		d := Divide(&article.Article{Text: c.text, Body: article.Span{End: len(c.text)}})
		d.Words[0].UPOS = map[bool]string{true: "ADP", false: "PROPN"}[d.Words[0].Text == "In"]
		for _, name := range strings.Split(c.names, "|") {
			at := d.WordAt(strings.Index(c.text, name))
			d.Names = append(d.Names, d.Named(document.Range{First: at, Last: at + 1}, document.PER))
		}
		withMonths(d)
		var got []string
		for _, n := range d.Names {
			got = append(got, d.Text(n.Range))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}
