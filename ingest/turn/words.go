package turn

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

//go:embed labels.txt
var labelsTXT string

// labelWords are the words of labels by what they are: thing, title.
var labelWords = lexicon.Parse(labelsTXT)

// is says whether a word of a label is of the kind, whatever its case.
func is(kind, word string) bool {
	return labelWords[kind].Has(strings.TrimSuffix(strings.ToLower(word), "."))
}

var year = regexp.MustCompile(`^(?:19|20)\d\d$`)

func isMark(text string) bool {
	return strings.ContainsAny(text, "“”\"‘’'«»„") && len(text) <= 3
}

// endsSentence says whether a mark ends a sentence.
func endsSentence(text string) bool {
	switch text {
	case ".", "!", "?", "…", "...":
		return true
	}
	return false
}

func isDash(text string) bool {
	return text != "" && strings.Trim(text, "-–—―~") == ""
}

// capitals says whether a word is written in capitals, as McCALL may be.
func capitals(word string) bool {
	upper, lower := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 0 && upper > lower
}

// nameLike says whether all words could be a name's.
func nameLike(words []document.Word) bool {
	for i, w := range words {
		if w.IsWord() && !w.Upper() && (i == 0 || !lexicon.WithinNames.Has(w.Text)) {
			return false
		}
	}
	return len(words) > 0 && words[0].Upper()
}
