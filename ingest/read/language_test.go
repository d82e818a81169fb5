package read

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
)

func TestEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"The minister said on Friday that the talks with her French counterpart had been useful, and that they would go on in the spring. ": true,
		"Die Ministerin sagte am Freitag, die Gespräche mit ihrem französischen Kollegen seien nützlich gewesen und gingen weiter. ":        false,
		"La ministre a déclaré vendredi que les entretiens avec son homologue allemand avaient été utiles et continueraient. ":              false,
		"12.5 1,000 Oslo 3.4 2,200 Bergen 7.7 ": false,
		"日本の外相は金曜日に協議は有益だったと述べた。 ":              false,
	} {
		text = strings.Repeat(text, 20)
		d := Divide(&article.Article{Text: text, Body: article.Span{End: len(text)}})
		if got := English(d); got != want {
			t.Errorf("%.40s: %v, want %v", text, got, want)
		}
	}
	if d := Divide(&article.Article{Text: "Ja.", Body: article.Span{End: 3}}); !English(d) {
		t.Error("of a short text nothing can be told")
	}
}
