package pdf

import (
	"regexp"
	"strings"
)

// pageNumber matches lines that do nothing but count pages, or name the file
// that was printed.
var pageNumber = regexp.MustCompile(`(?i)^(?:[-–—\s|]*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s|]*|(?:file|https?)://\S+(?:\s+\d+\s*/\s*\d+)?|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d.*)$`)

// withoutMargins returns the pages without running heads and feet: lines at the
// top or bottom of a page that stand on another as well, but for numbers, and
// page numbers.
func withoutMargins(pages [][]line) [][]line {
	count := map[string]int{}
	for _, page := range pages {
		seen := map[string]bool{}
		for _, l := range page {
			if key := running(l.text); inMargin(page, l) && !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	var kept [][]line
	for _, page := range pages {
		var lines []line
		for _, l := range page {
			if !inMargin(page, l) || count[running(l.text)] < 2 && !pageNumber.MatchString(l.text) {
				lines = append(lines, l)
			}
		}
		kept = append(kept, lines)
	}
	return kept
}

var digits = regexp.MustCompile(`\d+`)

func running(text string) string { return digits.ReplaceAllString(strings.ToLower(text), "0") }

// inMargin says whether a line stands among the first or last of its page.
func inMargin(page []line, l line) bool {
	over, under := 0, 0
	for _, other := range page {
		if other.box.bottom > l.box.top {
			over++
		}
		if other.box.top < l.box.bottom {
			under++
		}
	}
	const few = 4
	return over < few || under < few
}
