package pdf

import (
	"cmp"
	"slices"
)

// order returns the lines of a page in the order of reading. Nearly all
// programs draw them in that order, which knows better than their places which
// boxes belong together; where a page is drawn row by row across its columns,
// their places decide.
func order(lines []line) []line {
	if acrossColumns(lines) {
		return byPlace(slices.Clone(lines))
	}
	return withWideSpaces(lines)
}

// crowded is more lines than a page for people has.
const crowded = 2000

// acrossColumns says whether a page is drawn row by row, across columns: many
// steps from one line to the next cross the same gap.
func acrossColumns(lines []line) bool {
	var gaps []box
	for i := 1; i < len(lines); i++ {
		if before, now := lines[i-1].box, lines[i].box; before.beside(now) && before.right < now.left {
			gaps = append(gaps, box{left: before.right, right: now.left})
		}
	}
	if len(gaps) > crowded {
		return false
	}
	most := 0
	for _, g := range gaps {
		middle, count := (g.left+g.right)/2, 0
		for _, other := range gaps {
			if other.left < middle && middle < other.right {
				count++
			}
		}
		most = max(most, count)
	}
	return most > 4 && float64(most) > 0.25*float64(len(lines))
}

// widest is the widest space in a line, in sizes of the font, such as a narrow
// column has whose lines are filled.
const widest = 5

// withWideSpaces joins the parts of lines that have wide spaces.
func withWideSpaces(lines []line) (joined []line) {
	for _, l := range lines {
		if last := len(joined) - 1; last >= 0 {
			before := &joined[last]
			if gap := l.box.left - before.box.right; before.box.beside(l.box) && gap > 0 && gap < widest*l.size {
				before.text, before.box = before.text+" "+l.text, before.box.join(l.box)
				continue
			}
		}
		joined = append(joined, l)
	}
	return joined
}

// byPlace cuts a page at its widest gaps, between rows or columns, until
// nothing is left to cut, and reads what is above or left of a cut first.
func byPlace(lines []line) []line {
	if len(lines) < 2 {
		return lines
	}
	size := lines[0].size
	rows, rowGap := cut(lines, func(b box) (float64, float64) { return -b.top, -b.bottom })
	columns, columnGap := cut(lines, func(b box) (float64, float64) { return b.left, b.right })
	switch {
	case columns > 0 && columnGap > gutter/2*size:
		sortBy(lines, func(l line) float64 { return l.box.left })
		return append(byPlace(lines[:columns:columns]), byPlace(lines[columns:])...)
	case rows > 0 && rowGap > 0:
		sortBy(lines, func(l line) float64 { return -l.box.top })
		return append(byPlace(lines[:rows:rows]), byPlace(lines[rows:])...)
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		if a.box.beside(b.box) {
			return cmp.Compare(a.box.left, b.box.left)
		}
		return cmp.Compare(b.box.top, a.box.top)
	})
	return lines
}

func sortBy(lines []line, key func(line) float64) {
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(key(a), key(b)) })
}

// cut returns how many lines stand before the widest gap of an axis, 0 where
// there is none, and how wide it is.
func cut(lines []line, axis func(box) (from, to float64)) (before int, width float64) {
	sorted := slices.Clone(lines)
	sortBy(sorted, func(l line) float64 { from, _ := axis(l.box); return from })
	_, reach := axis(sorted[0].box)
	for i, l := range sorted[1:] {
		from, to := axis(l.box)
		if gap := from - reach; gap > width {
			before, width = i+1, gap
		}
		reach = max(reach, to)
	}
	return before, width
}
