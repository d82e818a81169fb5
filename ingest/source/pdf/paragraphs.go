package pdf

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// layout is how the paragraphs of a document are set.
type layout struct {
	lines  []line
	size   float64 // of the font of the body
	pitch  float64 // the usual distance between the lines of a paragraph
	marked bool    // paragraphs begin with a space or an indent, so that no short line need tell
}

// paragraphs joins the lines of a document. What is set much larger than the
// body, at the beginning, is its title.
func paragraphs(pages [][]line) (paragraphs []paper.Paragraph) {
	l := layout{lines: slices.Concat(pages...)}
	if len(l.lines) == 0 {
		return nil
	}
	l.size = bodySize(l.lines)
	l.pitch = linePitch(l.lines, l.size)
	l.marked = l.marks()
	var now paper.Paragraph
	for i, line := range l.lines {
		if i > 0 && l.begins(i) {
			paragraphs = append(paragraphs, now)
			now = paper.Paragraph{}
		}
		now.Text = joined(now.Text, line.text)
		now.Title = line.size > large*l.size
	}
	return append(paragraphs, now)
}

// marks says whether a space or an indent stands before enough lines to be what
// paragraphs begin with.
func (l layout) marks() bool {
	count := 0
	for i := 1; i < len(l.lines); i++ {
		if !l.jumps(i) && (l.spaced(i) || l.indented(i)) {
			count++
		}
	}
	return count*15 > len(l.lines)
}

// large is the size of headlines, to that of the body.
const large = 1.3

// bodySize returns the size in which most of the text is set.
func bodySize(lines []line) float64 {
	sorted := slices.Clone(lines)
	sortBy(sorted, func(l line) float64 { return l.size })
	total := 0
	for _, l := range sorted {
		total += len(l.text)
	}
	before := 0
	for _, l := range sorted {
		if before += len(l.text); 2*before >= total {
			return l.size
		}
	}
	return 0
}

// linePitch returns the usual distance between the lines of a paragraph.
func linePitch(lines []line, body float64) float64 {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		if step := down(lines[i-1], lines[i]); step > 0.5*body && step < 3*body && lines[i].size < large*body {
			steps = append(steps, step)
		}
	}
	if len(steps) == 0 {
		return 1.2 * body
	}
	slices.Sort(steps)
	return steps[len(steps)/4]
}

// down returns how far a line stands below another. The middle of a line hangs
// on its letters, the place of its ascenders and descenders less.
func down(above, below line) float64 {
	return (above.box.top+above.box.bottom)/2 - (below.box.top+below.box.bottom)/2
}

var sentenceEnd = regexp.MustCompile(`[.!?:][”"’')\]]*$`)

// begins says whether a line begins a paragraph.
func (l layout) begins(i int) bool {
	before, now := l.lines[i-1], l.lines[i]
	ended := sentenceEnd.MatchString(before.text)
	switch {
	case text.IsHeader(before.text):
		return true
	case before.size > 1.15*now.size || now.size > 1.15*before.size:
		return true
	case l.jumps(i):
		return before.size > large*l.size || ended && !startsLower(now.text) && (!l.marked || l.short(i))
	case l.spaced(i), l.indented(i):
		return true
	}
	return ended && !l.marked && l.short(i)
}

// jumps says whether a line stands in another column or on another page than
// the one before.
func (l layout) jumps(i int) bool {
	before, now := l.lines[i-1], l.lines[i]
	step := down(before, now)
	return step < 0 || step > 8*l.pitch || !before.box.above(now.box)
}

// spaced says whether there is a space above a line.
func (l layout) spaced(i int) bool {
	pitch := l.pitch * max(1, l.lines[i].size/l.size)
	return down(l.lines[i-1], l.lines[i]) > 1.35*pitch+0.1*l.size
}

// indented says whether a line begins to the right of the one before and of
// the one after it.
func (l layout) indented(i int) bool {
	now, before := l.lines[i], l.lines[i-1]
	if now.size > large*l.size { // the lines of a headline may be centred
		return false
	}
	if shift := now.box.left - before.box.left; shift < 0.7*l.size || shift > 4*l.size {
		return false
	}
	return i+1 == len(l.lines) || l.jumps(i+1) || l.lines[i+1].box.left < now.box.left-0.5*l.size
}

// short says whether the line before a line leaves room in its column.
func (l layout) short(i int) bool {
	before := l.lines[i-1].box
	return before.right-before.left < 0.85*width(l.lines, i-1)
}

// width returns the width of the column in which a line stands, as the lines
// about it show.
func width(lines []line, i int) (widest float64) {
	for _, l := range lines[max(0, i-8):min(len(lines), i+8)] {
		if l.box.above(lines[i].box) {
			widest = max(widest, l.box.right-lines[i].box.left)
		}
	}
	return widest
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// joined returns a paragraph with its next line. A word that was divided at the
// line's end is made whole.
func joined(whole, line string) string {
	stem, divided := strings.CutSuffix(whole, "-")
	last, _ := utf8.DecodeLastRuneInString(stem)
	switch {
	case whole == "":
		return line
	case divided && unicode.IsLetter(last) && startsLower(line):
		return stem + line
	case divided && unicode.IsLetter(last):
		return whole + line
	}
	return whole + " " + line
}
