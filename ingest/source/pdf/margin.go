package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// pageNumber matches lines that do nothing but count pages, or name the file
// that was printed.
var pageNumber = regexp.MustCompile(`(?i)^(?:[-–—\s|]*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s|]*|(?:file|https?)://\S+(?:\s+\d+\s*/\s*\d+)?|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d.*)$`)

// withoutMargins returns the pages without running heads and feet: lines at the
// top or bottom of a page that stand on another as well, and page numbers. Where
// their numbers differ they stand apart from the body, whose lines may be alike.
func withoutMargins(pages [][]line) [][]line {
	same, alike := map[string]int{}, map[string]int{} // on how many pages
	for _, page := range pages {
		seen, edges := map[string]bool{}, edgesOf(page)
		for _, l := range page {
			if !edges.holds(l) {
				continue
			}
			if key := l.text; !seen[key] {
				seen[key] = true
				same[key]++
			}
			if key := running(l.text); !seen["0"+key] {
				seen["0"+key] = true
				alike[key]++
			}
		}
	}
	var kept [][]line
	for _, page := range pages {
		var lines []line
		edges := edgesOf(page)
		for _, l := range page {
			again := same[l.text] > 1 || alike[running(l.text)] > 1 && standsApart(l, page)
			if !edges.holds(l) || !again && !pageNumber.MatchString(l.text) {
				lines = append(lines, l)
			}
		}
		kept = append(kept, lines)
	}
	return kept
}

var digits = regexp.MustCompile(`\d+`)

func running(text string) string { return digits.ReplaceAllString(strings.ToLower(text), "0") }

// leading is the widest gap between the lines of a paragraph, in sizes of the font.
const leading = 0.9

// standsApart says whether a line has more space above and below than the lines
// of a paragraph have.
func standsApart(l line, page []line) bool {
	for _, other := range page {
		gap := max(other.box.bottom-l.box.top, l.box.bottom-other.box.top)
		if other != l && other.box.above(l.box) && !other.box.beside(l.box) && gap < leading*l.size {
			return false
		}
	}
	return true
}

// edges are the heights between which the body of a page stands.
type edges struct{ under, over float64 }

// edgesOf returns the edges of a page: a few lines above and below it may be
// heads and feet.
func edgesOf(page []line) edges {
	const few = 4
	if len(page) <= 2*few {
		return edges{math.Inf(1), math.Inf(-1)}
	}
	var tops, bottoms []float64
	for _, l := range page {
		tops, bottoms = append(tops, l.box.top), append(bottoms, l.box.bottom)
	}
	slices.Sort(tops)
	slices.Sort(bottoms)
	return edges{under: tops[few-1], over: bottoms[len(bottoms)-few]}
}

// holds says whether a line stands at the edge of its page.
func (e edges) holds(l line) bool { return l.box.bottom <= e.under || l.box.top >= e.over }
