package identity

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Doubt is a pair of whom newsgraph can't be sure that they are one, or two.
type Doubt struct {
	A, B Side
	Why  string
	Kept string // what stands as long as nobody decides: same or different

	Confidence float64 // of the join where the same is kept

	order int
}

// Side is what the articles say of one of a pair.
type Side struct {
	ID, Name  string
	Positions []string
	Article   string // one that has it
	Evidence  string // its words
}

func (x Sighting) side(id string) Side {
	return Side{id, x.Name, slices.Compact(slices.Sorted(slices.Values(x.Positions))), x.Article, x.Evidence}
}

// Doubts returns the pairs to review, those that nobody has decided, in order.
func (s *Settled) Doubts() []Doubt {
	open := slices.DeleteFunc(slices.Clone(s.doubts), s.decisions.Decides)
	slices.SortStableFunc(open, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID), a.order-b.order)
	})
	return open
}

// alike says whether two have one family name and first names of which one
// begins with the other, or that differ by a letter.
func alike(a, b name) bool {
	if a.family != b.family || a.alone() || b.alone() {
		return false
	}
	x, y := a.given[0], b.given[0]
	return x != y && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x) || near(x, y))
}

// near says whether two words of four letters or more differ by one letter.
func near(a, b string) bool {
	if len(a) != len(b) || len(a) < 4 {
		return false
	}
	wrong := 0
	for i := range a {
		if a[i] != b[i] {
			wrong++
		}
	}
	return wrong == 1
}

// Show writes a doubt with the evidence of both sides.
func Show(w io.Writer, d Doubt) error {
	_, err := fmt.Fprintf(w, "\n%s; they are kept %s.\n%s%s", d.Why, d.Kept, d.A.text(), d.B.text())
	return err
}

// Write writes doubts as decisions to be made: what Show writes as comments, and
// below it the line that holds if its # is taken away.
func Write(w io.Writer, doubts []Doubt) error {
	for _, d := range doubts {
		var shown strings.Builder
		_ = Show(&shown, d) // a builder takes everything
		text := strings.ReplaceAll(strings.TrimSpace(shown.String()), "\n", "\n# ")
		if _, err := fmt.Fprintf(w, "\n# %s\n# same %s %s\n# different %s %s\n", text, d.A.ID, d.B.ID, d.A.ID, d.B.ID); err != nil {
			return err
		}
	}
	return nil
}

func (s Side) text() string {
	about := s.Name
	if len(s.Positions) > 0 {
		about += ", " + strings.Join(s.Positions, ", ")
	}
	return fmt.Sprintf("  %s: %s (%s)\n    … %s …\n", s.ID, about, s.Article, s.Evidence)
}
