package read

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

func TestMendBorders(t *testing.T) {
	for _, c := range []struct {
		text, name string
		kind       document.NameKind
		want       string
	}{
		{"Sen. J.D. Roe left.", "Roe", document.PER, "J.D. Roe"},
		{"Jane Q. Doe left.", "Doe", document.PER, "Q. Doe"},
		{"The U.S. Roe left.", "Roe", document.PER, "Roe"},
		{"Jane Doe QC left.", "Jane Doe QC", document.PER, "Jane Doe"},
		{"Rep. Doe (R-Ohio) left.", "R", document.LOC, ""},
		{"X said so.", "X", document.PER, "X"},
	} {
		d := Divide(&article.Article{Text: c.text, Body: article.Span{End: len(c.text)}})
		at := strings.Index(c.text, c.name)
		if c.name == "R" {
			at = strings.Index(c.text, "R-")
		}
		d.Names = []document.Name{d.Named(document.Range{First: d.WordAt(at), Last: d.WordAt(at+len(c.name)-1) + 1}, c.kind)}
		mendBorders(d)
		got := ""
		if len(d.Names) > 0 {
			got = d.Text(d.Names[0].Range)
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}
