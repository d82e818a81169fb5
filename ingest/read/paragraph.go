package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// paragraphs divides body at empty lines, and at line ends where a sentence
// ends before or a paragraph clearly begins after: a text may be wrapped, or
// have a paragraph on each line.
func paragraphs(text string, body article.Span) []article.Span {
	var spans []article.Span
	start, short := body.Start, shortLine(text[body.Start:body.End])
	for start < body.End {
		end := paragraphEnd(text[:body.End], start, short)
		if s := trim(text, article.Span{Start: start, End: end}); s.Len() > 0 {
			spans = append(spans, s)
		}
		start = end
	}
	return spans
}

// widest is the length of a line, in bytes, from which on it is no longer certain that
// a text is wrapped.
const widest = 80

// shortLine returns how long a line is at most, with the word after it, that ends
// though the word would have had room: three fifths of the longest line.
func shortLine(text string) int {
	longest := 0
	for line := range strings.Lines(text) {
		longest = max(longest, len(strings.TrimSpace(line)))
	}
	return 3 * min(longest, widest) / 5
}

// broken says whether a line ends before its width, and the next line begins with a
// capital: those of an address, a heading and what stands below it.
func broken(line, rest string, short int) bool {
	next := rest[:max(0, strings.IndexFunc(rest+" ", unicode.IsSpace))]
	first, _ := utf8.DecodeRuneInString(next)
	return len(line)+1+len(next) <= short && unicode.IsUpper(first)
}

// paragraphEnd returns the offset after the paragraph that begins at start.
func paragraphEnd(text string, start, short int) int {
	for at := start; ; {
		n := strings.IndexAny(text[at:], "\n\u2029")
		if n < 0 {
			return len(text)
		}
		line := strings.TrimRightFunc(text[at:at+n], unicode.IsSpace)
		at += n + 1
		if line == "" || closed(line) || broken(line, text[at:], short) || alone.MatchString(line) || begins.MatchString(text[at:min(len(text), at+longestLabel)]) {
			return at
		}
	}
}

// closed says whether a line ends as a paragraph may.
func closed(line string) bool {
	return strings.ContainsAny(line[len(line)-1:], ".!?:\"'") || strings.HasSuffix(line, "”") || strings.HasSuffix(line, "’") || strings.HasSuffix(line, "»")
}

// longestLabel is how far a label is looked for, in bytes.
const longestLabel = 80

var (
	// alone are lines that are no wrapped text, as the times of a live blog or
	// the account above a post.
	alone = regexp.MustCompile(`(?i)^\s*(?:\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?|\d{1,2} ?[ap]\.?m\.?(?: [a-z]{2,4})?|[^@.]{3,40} \(?@\w+\)?(?: ?[·•|-] ?[^.]{1,20})?)$`)

	// begins are beginnings of lines that are of another paragraph: a bullet, a
	// dash of dialogue, the time of a live blog, or who speaks in a transcript.
	begins = regexp.MustCompile(`^[ \t]*(?:[•·▪‣◦»*–—-] |[12]?\d[:.][0-5]\d(?: ?[ap]m|:| [-–—]|\s*\n)|(?:Q|A|\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){0,4})(?: \([^)\n]*\))?:\s)`)
)

// trim returns s without white space at its ends.
func trim(text string, s article.Span) article.Span {
	body := text[s.Start:s.End]
	s.Start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(body))
	return s
}
