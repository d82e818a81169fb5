package read

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

func TestCountries(t *testing.T) {
	for text, want := range map[string]string{
		"DR [Congo]/LOC shut the mine.": "DR Congo",
		"In [Congo]/LOC it rained.":     "Congo",
		"No [Niger]/LOC is like it.":    "Niger",
	} {
		d := given(text)
		if countries(d); d.Text(d.Names[0].Range) != want {
			t.Errorf("%s: %q", text, d.Text(d.Names[0].Range))
		}
	}
}

// TestAgencies makes a body of who quotes somebody, if by one name only.
func TestAgencies(t *testing.T) {
	d, err := document.Parse(layout + `Lusa Lusa PROPN 2 nsubj Name=B-PER
quoted quote VERB 0 root _
Doe Doe PROPN 2 obj Name=B-PER
as as SCONJ 5 mark _
saying say VERB 2 advcl _
no no INTJ 5 obj _
`)
	if err != nil {
		t.Fatal(err)
	}
	agencies(d)
	if d.Names[0].Kind != document.ORG || d.Names[1].Kind != document.PER {
		t.Errorf("got %+v", d.Names)
	}
}
