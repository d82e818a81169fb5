package identity

import (
	"strings"
	"testing"
)

func TestSheet(t *testing.T) {
	doubt := func(a, b string) Doubt {
		return Doubt{A: Side{ID: "person:" + a}, B: Side{ID: "person:" + b}, Why: "a family name alone", Kept: "different"}
	}
	s := Sheet{Text: "# mine\nname person:x X"}
	if n := len(s.Add(doubt("jane-doe", "doe"), doubt("a-roe", "roe"))); n != 2 {
		t.Errorf("added %d doubts, want 2", n)
	}
	if n := len(s.Add(doubt("doe", "jane-doe"), doubt("a-roe", "roe"))); n != 0 {
		t.Errorf("added %d doubts again", n)
	}
	s.Decide(doubt("jane-doe", "doe"), true)
	s.Decide(doubt("a-roe", "roe"), false)
	s.Decide(doubt("b-roe", "roe"), false)
	d, err := Parse(strings.NewReader(s.Text), "f")
	if err != nil {
		t.Fatalf("%v in\n%s", err, s.Text)
	}
	if d.stands("person:doe") != "person:jane-doe" || !d.apart("person:roe", "person:a-roe") || !d.apart("person:roe", "person:b-roe") || d.names["person:x"].text != "X" {
		t.Errorf("not decided as answered:\n%s", s.Text)
	}
	if !strings.Contains(s.Text, "\n# same person:a-roe person:roe\n") {
		t.Errorf("the other line is gone:\n%s", s.Text)
	}
	if !s.Asks(doubt("jane-doe", "doe")) || s.Asks(doubt("jane-doe", "do")) {
		t.Error("what is decided is asked again, or another's decision taken for it")
	}
}
