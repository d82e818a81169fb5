package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
)

// typesetter writes words as a text again. Corpora of words do not say where a
// space stood: it goes by the usual rules of punctuation.
type typesetter struct {
	text     strings.Builder
	length   int // in code points
	previous string
	hyphen   bool            // previous is a hyphen, no dash
	open     map[string]bool // the straight quotation marks that are open
}

// typeset joins the words of sentences, "\n" ending a paragraph, and returns
// the text with the span of each word.
func typeset(sentences [][]string) (string, [][]facts.Span) {
	t := typesetter{open: map[string]bool{}}
	spans := make([][]facts.Span, len(sentences))
	for i, words := range sentences {
		for j, w := range words {
			next := ""
			if j+1 < len(words) {
				next = words[j+1]
			}
			spans[i] = append(spans[i], t.add(w, next))
		}
	}
	return t.text.String(), spans
}

func (t *typesetter) add(w, next string) facts.Span {
	if strings.TrimSpace(w) == "" {
		t.write("\n\n")
		t.previous, t.open = "", map[string]bool{}
		return facts.Span{t.length, t.length}
	}
	if straight(w) {
		t.open[w] = !t.closes(w, next)
	}
	if t.previous != "" && !t.closeTo(w, next) {
		t.write(" ")
	}
	start := t.length
	t.write(w)
	if t.previous = w; t.open[w] {
		t.previous = "(" // as an opening mark
	}
	return facts.Span{start, t.length}
}

// closes says whether the straight mark w ends a quotation, or is the
// apostrophe of a plural. A mark that is missing does not turn all others round.
func (t *typesetter) closes(w, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case t.previous == ":", t.previous == "":
		return false
	case w == `"` && strings.Contains(", . ? !", t.previous) && unicode.IsLower(first):
		return true
	}
	return t.open[w] || w == "'" && strings.HasSuffix(t.previous, "s")
}

func (t *typesetter) write(s string) {
	t.text.WriteString(s)
	t.length += utf8.RuneCountInString(s)
}

func straight(w string) bool { return w == `"` || w == "'" }

// closeTo says whether no space stands between the last word and w. A hyphen
// between two words that say something belongs to them, else it is a dash.
func (t *typesetter) closeTo(w, next string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case strings.Contains("( [ “ ‘ $ € £ # /", t.previous):
		return true
	case straight(w):
		return !t.open[w]
	case strings.Contains(", . ; : ? ! ) ] ” % … /", w), strings.HasSuffix(w, "n't"), strings.HasSuffix(w, "n’t"):
		return true
	case first == '\'' || first == '’':
		return true
	case w == "-":
		t.hyphen = telling(t.previous) && telling(next)
		return t.hyphen
	}
	return t.previous == "-" && t.hyphen
}

// telling says whether w is a word or number that says something.
func telling(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return (unicode.IsLetter(first) || unicode.IsNumber(first)) && !lexicon.Empty.Has(strings.ToLower(w)) && w != "but"
}
