package html

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	shortLine  = 100 // bytes of a line that may stand above an article's prose
	shortAfter = 60  // and below it
)

// trim drops what pages put right above and below the prose of an article: lines
// of the place in the site, of dates, names and buttons, and headings of what
// followed. Where prose is not most of the text, it drops headings at the end
// alone.
func trim(blocks []block) []block {
	first := slices.IndexFunc(blocks, isProse)
	if first < 0 || 2*prose(blocks) < lengthOf(blocks) {
		return trimEnd(blocks, isHeading)
	}
	kept := slices.DeleteFunc(slices.Clone(blocks[:first]), func(b block) bool { return isLine(b, shortLine) })
	return append(kept, trimEnd(blocks[first:], func(b block) bool { return isHeading(b) || isLine(b, shortAfter) })...)
}

// trimEnd drops the last blocks that are of a form.
func trimEnd(blocks []block, form func(block) bool) []block {
	for len(blocks) > 0 && form(blocks[len(blocks)-1]) {
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

// isLine says whether a block is shorter than a paragraph and no sentence. An item
// of a list, a cell and a heading may be that in an article too.
func isLine(b block, most int) bool {
	last, _ := utf8.DecodeLastRuneInString(b.text)
	return len(b.text) < most && b.tag() != "li" && !isCell(b) && !isHeading(b) && !credit.MatchString(b.text) && !endsSentence(last)
}

// credit begins a line that says who made the article.
var credit = regexp.MustCompile(`^(?:\(|—|–|-|(?i:reporting|editing|written|compiled|additional)\b)`)

var (
	// stampWord is what lines with the time of publication are made of.
	stampWord = patternOf(`(?i)`, "stamp", "")

	// stampTime is a day or a time of day.
	stampTime = regexp.MustCompile(`(?i)\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\bago\b|\d min(?:ute)?s?\b`)
)

// isStamp says whether a block is a line with the time of publication and nothing
// else.
func isStamp(b block) bool {
	return len(b.text) < shortLine && !isCell(b) && !isHeading(b) && stampTime.MatchString(b.text) &&
		!strings.ContainsFunc(stampWord.ReplaceAllString(b.text, ""), isWord)
}

func lengthOf(blocks []block) (size int) {
	for _, b := range blocks {
		size += len(b.text)
	}
	return size
}
