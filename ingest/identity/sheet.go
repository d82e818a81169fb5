package identity

import (
	"regexp"
	"slices"
	"strings"
)

// Sheet is the text of a file of decisions, in which a person decides, or an
// answer is written down.
type Sheet struct{ Text string }

// lineOf returns the pattern of a line that decides on two, in any order, taken
// away or not; its first group is all that stands before the decision.
func lineOf(kind, a, b string) *regexp.Regexp {
	a, b = regexp.QuoteMeta(a), regexp.QuoteMeta(b)
	return regexp.MustCompile(`(?m)^(#? *)` + kind + ` +(?:` + a + ` +` + b + `|` + b + ` +` + a + `) *(?:#.*)?$`)
}

// Asks says whether the sheet has a doubt already.
func (s *Sheet) Asks(d Doubt) bool { return lineOf("same", d.A.ID, d.B.ID).MatchString(s.Text) }

// Add adds doubts that the sheet does not have, as Write writes them, and returns
// those.
func (s *Sheet) Add(doubts ...Doubt) []Doubt {
	added := slices.DeleteFunc(slices.Clone(doubts), s.Asks)
	var b strings.Builder
	_ = Write(&b, added) // a builder takes everything
	if s.Text != "" && !strings.HasSuffix(s.Text, "\n") {
		s.Text += "\n"
	}
	s.Text += b.String()
	return added
}

// Decide takes the # away from the line of a doubt that is right, which it adds
// where it is missing.
func (s *Sheet) Decide(d Doubt, same bool) {
	s.Add(d)
	kind := "different"
	if same {
		kind = "same"
	}
	line := lineOf(kind, d.A.ID, d.B.ID)
	if at := line.FindStringSubmatchIndex(s.Text); at != nil {
		s.Text = s.Text[:at[2]] + s.Text[at[3]:]
		return
	}
	s.Text += kind + " " + d.A.ID + " " + d.B.ID + "\n"
}
