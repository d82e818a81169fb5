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
	A, B  Side
	Why   string
	Kept  string // what stands as long as nobody decides: same or different
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

// doubtsAmong finds people of a block that may be one: a family name alone and a
// full name with it, an initial and a first name, spellings that differ by a
// letter. Each is shown by what an article says in which that person is meant.
func doubtsAmong(bearers []bearer) (found []Doubt) {
	for _, x := range bearers {
		for _, other := range bearers {
			why := alike(other.id, x.id)
			if why == "" {
				continue
			}
			for _, a := range other.selves() {
				for _, b := range x.selves() {
					found = append(found, Doubt{A: a, B: b, Why: why, Kept: "different"})
				}
			}
		}
	}
	return found
}

// selves returns the people who bear the name, each by the first sighting.
func (b bearer) selves() (all []Side) {
	now := map[string]string{} // by article
	for _, j := range b.joins {
		now[j.Article] = j.To
	}
	seen := map[string]bool{}
	for _, x := range b.sightings {
		if id := cmp.Or(now[x.Article], b.id); !seen[id] {
			seen[id] = true
			all = append(all, x.side(id))
		}
	}
	return all
}

func parts(id string) []string { return strings.Split(strings.TrimPrefix(id, "person:"), "-") }

func familyOf(id string) string {
	words := parts(id)
	return words[len(words)-1]
}

// alike says why the second id, the shorter name, may be the person of the first.
func alike(a, b string) string {
	x, y := parts(a), parts(b)
	switch {
	case a == b || len(x) < 2:
		return ""
	case len(y) == 1:
		return "a family name alone"
	case len(y[0]) == 1 && len(x[0]) > 1 && strings.HasPrefix(x[0], y[0]):
		return "an initial"
	case len(x) > len(y) && x[0] == y[0]:
		return "a middle name"
	case len(x) == len(y) && x[0] != y[0] && (strings.HasPrefix(x[0], y[0]) || near(x[0], y[0]) && a < b):
		return "first names that are alike"
	}
	return ""
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
