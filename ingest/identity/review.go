package identity

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Doubt is a pair of whom newsgraph can't be sure that they are one, or two.
type Doubt struct {
	A, B Side
	Why  string
	Kept string // what stands as long as nobody decides: same or different

	// Of those kept the same: how sure that is, and what spoke for it.
	Confidence float64
	Evidence   string

	Articles int // in how many articles they are kept so, where they are the same

	order int
}

// Same says whether the two are taken for one as long as nobody decides.
func (d Doubt) Same() bool { return d.Kept == "same" }

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

// Doubts returns the pairs to review, as Review does.
func (s *Settled) Doubts() []Doubt {
	seen := map[string][]Sighting{}
	for _, sightings := range s.seen {
		for _, x := range sightings {
			if id := s.decisions.in(x.Article, x.ID); label(id) == "person" && s.stands(id) {
				seen[id] = append(seen[id], x)
			}
		}
	}
	alike, _ := Misspellings(slices.Collect(maps.Keys(seen)), func(id string) ([]Sighting, error) { return seen[id], nil }) // none fails
	return Review(append(slices.Clone(s.doubts), alike...), s.decisions)
}

// stands says whether no join leads on from an id in all articles.
func (s *Settled) stands(id string) bool {
	_, joined := s.joins[in{"", id}]
	return !joined
}

// Review returns those doubts of blocks that nobody has decided, the most doubtful
// first: those kept different, then those joined, the least sure first. Where two
// are the same in several articles, it is the doubt of the least sure.
func Review(doubts []Doubt, d *Decisions) (open []Doubt) {
	all := slices.DeleteFunc(slices.Clone(doubts), d.Decides)
	slices.SortStableFunc(all, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID), a.order-b.order, cmp.Compare(a.B.Article, b.B.Article))
	})
	at := map[[3]string]int{}
	for _, d := range all {
		key := [3]string{d.A.ID, d.B.ID, d.Kept}
		if _, known := at[key]; !known {
			at[key], open = len(open), append(open, d)
		}
		open[at[key]].Articles++
	}
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
	kept := "kept different"
	if d.Same() {
		kept = "taken for the same"
	}
	if d.Confidence > 0 {
		kept += fmt.Sprintf(" (%.2f sure that they are, by %s)", d.Confidence, d.Evidence)
	}
	if d.Articles > 1 {
		kept += fmt.Sprintf(", in %d articles", d.Articles)
	}
	_, err := fmt.Fprintf(w, "\n%s; they are %s.\n%s%s", d.Why, kept, d.A.text(), d.B.text())
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
