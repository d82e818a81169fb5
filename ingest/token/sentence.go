package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// longestSentence is in tokens. What is longer is no prose but a list; it is
// divided, so that work which grows with a sentence's length stays bounded.
const longestSentence = 150

// Sentences returns the index after the last token of each sentence. The
// tokens are those of one paragraph.
func Sentences(tokens []Token) (ends []int) {
	start := 0
	var open marks
	for i := 0; i < len(tokens); i++ {
		open.pass(tokens, i)
		if i-start == longestSentence {
			start = divide(tokens, start, i)
			ends = append(ends, start)
		}
		if !endsSentence(tokens, i) {
			continue
		}
		for i+1 < len(tokens) && (tokens[i+1].Ends() || open.closedBy(tokens, i+1)) {
			i++
			open.pass(tokens, i)
		}
		if i+1 < len(tokens) && !opensSentence(tokens[i+1]) {
			continue
		}
		ends, start = append(ends, i+1), i+1
	}
	if n := len(tokens); n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
		ends = append(ends, n)
	}
	return ends
}

// divide returns where to divide a list that is too long: after the last comma
// or the like.
func divide(tokens []Token, start, end int) int {
	for i := end; i > start+longestSentence/2; i-- {
		if strings.Contains(",;:", tokens[i-1].Text) {
			return i
		}
	}
	return end
}

// marks says which quotations are open, by the mark that closes them.
type marks struct{ straight, guillemet bool }

// pass goes past a token. A straight mark opens where it touches the next token
// alone and closes where it touches the one before alone.
func (m *marks) pass(tokens []Token, i int) {
	switch before, after := beside(tokens, i); {
	case tokens[i].Text == "«" || tokens[i].Text == "»":
		m.guillemet = tokens[i].Text == "«"
	case tokens[i].Text != `"`:
	case before == after:
		m.straight = !m.straight
	default:
		m.straight = after
	}
}

// beside says whether token i touches the one before it, the one after it.
func beside(tokens []Token, i int) (before, after bool) {
	return i > 0 && tokens[i-1].End == tokens[i].Start, i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start
}

// closedBy says whether token i closes what the sentence before it opened:
// right after it, or with white space on both sides where such a mark is open.
func (m *marks) closedBy(tokens []Token, i int) bool {
	before, after := beside(tokens, i)
	switch t := tokens[i]; {
	case !t.Closing():
		return false
	case before || after:
		return before
	default:
		return t.Text == `"` && m.straight || t.Text == "»" && m.guillemet || t.Text == "”"
	}
}

// endsSentence says whether a sentence may end with token i. An abbreviation
// such as “U.S.” or “Inc.” ends one where a new sentence clearly begins after
// it.
func endsSentence(tokens []Token, i int) bool {
	t := tokens[i]
	if i+1 < len(tokens) && (initials.MatchString(t.Text) || abbreviations[t.Text]) {
		return lexicon.SentenceStarters.Has(tokens[i+1].Text)
	}
	return t.Ends()
}

func opensSentence(t Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)]", r)
}
