package explain

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/show"
)

// The columns of a page of text, in code points.
const (
	column = 56 // the article
	margin = 60
)

// The colours of a terminal (ECMA-48) for each kind of fact.
var colours = map[kind]string{person: "32", country: "33", organization: "34", place: "35", statement: "31", meeting: "36"}

// Text writes what was understood of the header; below it the article on the
// left, its facts on the right, numbered where they stand.
func Text(w io.Writer, header []show.Line, f *facts.Article, colour bool) error {
	var out strings.Builder
	for _, l := range header {
		out.WriteString(l.Name + ": " + oneLine(l.Value) + "\n")
	}
	out.WriteString("\n")
	text, all := []rune(f.Text), notes(f)
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if left, right := paragraph(text, start, end, &all); len(left)+len(right) > 0 {
			side(&out, left, right, colour)
		}
		start = end + 1
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// row is a line of the margin, and the kind of fact that it is of; the first
// line of a fact has its colour.
type row struct {
	text string
	kind kind
}

// paragraph returns the lines of text[start:end], with the numbers of the facts
// that stand in it, and the lines of those facts, which it takes from all.
func paragraph(text []rune, start, end int, all *[]note) (left []string, right []row) {
	var marked strings.Builder
	at := start
	for len(*all) > 0 && ((*all)[0].at < end || end == len(text)) {
		n := (*all)[0]
		*all = (*all)[1:]
		if n.at >= at {
			marked.WriteString(string(text[at:n.at]))
			at = n.at
		}
		fmt.Fprintf(&marked, "[%d]", n.Number)
		for i, l := range wrap(fmt.Sprintf("[%d] %s", n.Number, n.Title), margin) {
			if i == 0 {
				right = append(right, row{l, n.Kind})
			} else {
				right = append(right, row{text: l})
			}
		}
		for _, l := range n.Lines {
			for i, piece := range wrap(l.String(), margin-6) {
				right = append(right, row{text: []string{"    ", "      "}[min(i, 1)] + piece})
			}
		}
	}
	marked.WriteString(string(text[at:end]))
	return wrap(oneLine(marked.String()), column), right
}

// side writes two columns side by side.
func side(out *strings.Builder, left []string, right []row, colour bool) {
	for i := range max(len(left), len(right)) {
		var l string
		var r row
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		line := l + strings.Repeat(" ", max(0, column-utf8.RuneCountInString(l))) + " │ "
		if colour && r.kind != "" {
			line += "\x1b[" + colours[r.kind] + "m" + r.text + "\x1b[0m"
		} else {
			line += r.text
		}
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	out.WriteString(strings.Repeat(" ", column) + " │\n")
}

// wrap breaks a text into lines of at most width code points, between words; a
// longer word is broken.
func wrap(text string, width int) (lines []string) {
	line := []rune{}
	for _, word := range strings.Fields(text) {
		next := []rune(word)
		if len(line) > 0 && len(line)+1+len(next) > width {
			lines, line = append(lines, string(line)), nil
		}
		if len(line) > 0 {
			line = append(line, ' ')
		}
		for line = append(line, next...); len(line) > width; line = line[width:] {
			lines = append(lines, string(line[:width]))
		}
	}
	if len(line) > 0 {
		lines = append(lines, string(line))
	}
	return lines
}
