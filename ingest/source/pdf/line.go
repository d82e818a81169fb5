package pdf

import (
	"slices"
	"strings"
)

// box is a place on a page, in points from its lower left corner.
type box struct{ left, bottom, right, top float64 }

func (b box) join(c box) box {
	return box{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

// beside says whether two boxes stand in one row.
func (b box) beside(c box) bool {
	shared := min(b.top, c.top) - max(b.bottom, c.bottom)
	return shared > 0.3*min(b.top-b.bottom, c.top-c.bottom)
}

// above says whether two boxes stand in one column.
func (b box) above(c box) bool { return min(b.right, c.right) > max(b.left, c.left) }

// letter is a character on a page.
type letter struct {
	text string
	box  box
	size float64 // of its font
}

// line is a line of a column.
type line struct {
	text string
	box  box
	size float64
}

// gutter is the least gap between two columns, in sizes of the font.
const gutter = 1.4

// linesOf returns the lines of a page, in the order of its characters. A row
// that goes on in the next column is two.
func linesOf(letters []letter) (lines []line) {
	var now line
	var words strings.Builder
	var sizes []float64
	end := func() {
		now.text = strings.Join(strings.Fields(words.String()), " ")
		if now.text != "" && len(sizes) > 0 {
			slices.Sort(sizes)
			now.size = sizes[len(sizes)/2]
			lines = append(lines, now)
		}
		now, sizes = line{}, nil
		words.Reset()
	}
	for _, l := range letters {
		blank := strings.TrimSpace(l.text) == ""
		switch {
		case strings.ContainsAny(l.text, "\r\n"):
			end()
			continue
		case blank:
			words.WriteString(" ")
			continue
		case len(sizes) > 0 && apart(now.box, l):
			end()
		}
		if len(sizes) == 0 {
			now.box = l.box
		}
		now.box = now.box.join(l.box)
		sizes = append(sizes, l.size)
		words.WriteString(character(l.text))
	}
	end()
	return lines
}

// apart says whether a character begins another line than the one before it.
func apart(before box, l letter) bool {
	gap := l.box.left - before.right
	return gap > gutter*l.size || gap < -l.size && !before.beside(l.box) || l.box.right < before.left-l.size
}

// character returns what stands for a character in text: PDFium has signs of
// its own for a hyphen that ends a line.
func character(text string) string {
	switch text {
	case "\x02", "\ufffe", "\u00ad":
		return "-"
	case "\x00", "\ufffd":
		return ""
	}
	if text[0] < ' ' {
		return ""
	}
	return text
}
