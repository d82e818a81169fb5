package read

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// paragraphs divides body at empty lines, and at line ends behind a sentence's
// end: a text may be wrapped, or have a paragraph on each line.
func paragraphs(text string, body article.Span) []article.Span {
	var spans []article.Span
	start := body.Start
	for start < body.End {
		end := paragraphEnd(text[:body.End], start)
		if s := trim(text, article.Span{Start: start, End: end}); s.Len() > 0 {
			spans = append(spans, s)
		}
		start = end
	}
	return spans
}

// paragraphEnd returns the offset behind the paragraph that begins at start.
func paragraphEnd(text string, start int) int {
	for at := start; ; {
		n := strings.IndexAny(text[at:], "\n\u2029")
		if n < 0 {
			return len(text)
		}
		line := strings.TrimRightFunc(text[at:at+n], unicode.IsSpace)
		at += n + 1
		if line == "" || strings.ContainsAny(line[len(line)-1:], ".!?:\"'") || strings.HasSuffix(line, "”") || strings.HasSuffix(line, "’") {
			return at
		}
	}
}

// trim returns s without white space at its ends.
func trim(text string, s article.Span) article.Span {
	body := text[s.Start:s.End]
	s.Start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(body))
	return s
}
