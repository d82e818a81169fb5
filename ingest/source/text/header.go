package text

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// header is an article whose beginning is being taken from its body.
type header struct{ *article.Article }

// longestHeadline is in code points.
const longestHeadline = 140

var sentenceEnd = regexp.MustCompile(`[.!?:;,…][”"’')\]]*$|^[-–—=*_#\s]*$`)

// takeHeadline takes a short first line that does not end like a sentence and
// has an empty line after it.
func (a header) takeHeadline() {
	a.skipSpace()
	line, after, _ := strings.Cut(a.rest(), "\n")
	line = strings.TrimSpace(line)
	next, _, more := strings.Cut(after, "\n")
	if !more || strings.TrimSpace(next) != "" || utf8.RuneCountInString(line) > longestHeadline ||
		sentenceEnd.MatchString(line) || bylineOf(line) != nil || dateLine.MatchString(line) || placeLine.MatchString(line) || credits.MatchString(line) {
		return
	}
	if a.Headline == "" {
		a.Headline = strings.TrimPrefix(line, "# ")
	}
	a.Head = article.Span{Start: a.Body.Start, End: a.Body.Start + len(line)}
	a.takeLine()
}

// takeLine moves the body's start past its first line.
func (a header) takeLine() {
	line, _, found := strings.Cut(a.rest(), "\n")
	a.Body.Start += len(line)
	if found {
		a.Body.Start++
	}
}

func (a header) rest() string { return a.Text[a.Body.Start:] }

// space is white space and the byte order mark.
const space = " \t\r\n\u00a0\ufeff\u2028\u2029"

// skipSpace moves the body's start past white space and a byte order mark.
func (a header) skipSpace() { a.Body.Start = len(a.Text) - len(strings.TrimLeft(a.rest(), space)) }

// setPublished keeps the first date that is found.
func (a header) setPublished(day time.Time) {
	if a.Published.Precision == article.Unknown {
		a.Published = article.OnDay(day)
	}
}
