package read

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/decode"
)

func reading(t *testing.T, text string) *Document {
	t.Helper()
	return Read(&article.Article{Text: text, Body: article.Span{End: len(text)}})
}

func pieces(d *Document, spans []article.Span) string {
	var texts []string
	for _, s := range spans {
		texts = append(texts, d.Article.Slice(s))
	}
	return strings.Join(texts, " … ")
}

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
		d := reading(t, c.text)
		var got []string
		for _, q := range d.Quotes {
			got = append(got, d.Article.Slice(q))
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, " | "), c.want)
		}
	}
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

func TestAttributions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Doe said that all was well.", "Jane Doe {said} that all was well"},
		{"“All is well,” Jane Doe said.", "Jane Doe {said} “All is well,”"},
		{"“All is well,” said Jane Doe.", "Jane Doe {said} “All is well,”"},
		{"“All is well,” said Jane Doe on Friday.", "Jane Doe {said} “All is well,”"},
		{"“All is well,” said a diplomat who would not be named.", "a diplomat {said} “All is well,”"},
		{"“All is well,” he said, “and good.”", "he {said} “All is well,” … “and good.”"},
		{"All was well, Jane Doe said.", "Jane Doe {said} All was well"},
		{"All was well, the ministry said on Sunday.", "the ministry {said} All was well"},
		{"Jane Doe, the foreign minister, said all was well.", "Jane Doe, the foreign minister, {said} all was well"},
		{"He denied the charge, but warned Moscow of a response.", "he {denied} the charge | he {warned} of a response"},
		{"Paris warned Moscow that it would act.", "Paris {warned} that it would act"},
		{"Paris accused Moscow of lying about it.", "Paris {accused} Moscow of lying about it"},
		{"Jane Doe called on Putin to leave at once.", "Jane Doe {called on} Putin to leave at once"},
		{"She told the leaders of Europe that all was well.", "She {told} that all was well"},
		{"The minister did not say who would go.", "The minister {did not say} who would go"},
		{"It is demanding that troops leave.", "It {is demanding} that troops leave"},
		{"All was well, according to Jane Doe.", "Jane Doe {according to} All was well"},
		{"According to Jane Doe, all was well.", "Jane Doe {According to} all was well"},
		{"The bridge was built by engineers of the ministry.", ""},
		{"“It was a hard day for all of us.”\n― Ana Díaz", "Ana Díaz {―} “It was a hard day for all of us.”"},
		{"“All is well,” he said. “It was hard.”", "he {said} “All is well,” … “It was hard.”"},
	} {
		d := reading(t, c.text)
		var got []string
		for _, a := range d.Attributions {
			got = append(got, pieces(d, a.Source)+" {"+pieces(d, a.Cue)+"} "+pieces(d, a.Content))
		}
		if shown := strings.Join(got, " | "); !strings.EqualFold(shown, c.want) {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, shown, c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	text := "One line\nwrapped here.\nAnother one.\n\nA third"
	var got []string
	for _, p := range paragraphs(text, article.Span{End: len(text)}) {
		got = append(got, text[p.Start:p.End])
	}
	if want := "One line\nwrapped here.|Another one.|A third"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

// TestPlaces has names that a network took for people.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		text, name, lemma string // the word before “in”
		want              NameKind
	}{
		{"They held talks in Ohrid on Saturday.", "Ohrid", "talk", LOC},
		{"They saw it in Roe's eyes.", "Roe", "it", PER},
		{"They lost confidence in Roe.", "Roe", "confidence", PER},
		{"They saw much in Mary.", "Mary", "much", PER},
	} {
		d := Divide(&article.Article{Text: c.text, Body: article.Span{End: len(c.text)}})
		d.Syntax = make([]decode.Word, len(d.Tokens))
		at := strings.Index(c.text, c.name)
		d.Syntax[d.TokenAt(strings.Index(c.text, " in "))-1].Lemma = c.lemma
		d.Names = []Name{{article.Span{Start: at, End: at + len(c.name)}, PER}}
		if d.places(); d.Names[0].Kind != c.want {
			t.Errorf("%s: %s is %s, want %s", c.text, c.name, d.Names[0].Kind, c.want)
		}
	}
}
