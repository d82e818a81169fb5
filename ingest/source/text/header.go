package text

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// header is an article whose beginning is being taken from its body.
type header struct{ *article.Article }

// take takes what stands before the first sentence: headline, standfirst,
// byline, dates and a dateline.
func (a header) take() {
	release := a.takeIf(label)
	for a.takeDateLine() || release && a.takeIf(contact) {
	}
	headed := a.takeHeadline()
	for headed && a.takeBetween() || a.takeByline() || a.takeDateLine() || headed && (a.takeDated() || a.takeButton()) {
	}
	a.takeDateline()
	a.skipSpace()
}

const (
	longestHeadline   = 140 // code points
	longestStandfirst = 300
	longestOther      = 80 // of a line that is none of these
	mostBetween       = 5  // lines
)

var (
	sentenceEnd = compiled(`[.!?:;,…][”"’')\]]*$|^[-–—=*_#\s]*$`)
	question    = compiled(`[?!…][”"’')\]]*$`)

	rule = compiled(`^[-–—=*_#\s]+$`)

	// button is what stands about the text on pages, and comes along as it is copied.
	button = compiled(`(?i)^(?:share(?: this.{0,20})?|save|print|e-?mail|copy link|listen|comments?(?: \(\d+\))?|advertisement|published|updated|(?:\d+ )?min(?:ute)?s? read|\d+ min(?:ute)?s? read|(?:source|editor|credit): .{1,60})$`)

	// label is what press releases begin with.
	label = compiled(`^(?i:(?:for immediate release|(?:press|news|media) (?:release|statement|advisory))[ :.*–—-]*)$`)
)

// contact matches a line of a press release that says whom to ask.
var contact = compiled(`(?i)^(?:(?:media|press|news) )?(?:contacts?|inquir(?:y|ies)|enquiries)(?: info(?:rmation)?)?:|^(?:tel|phone|e-?mail|mobile)\b|^\S+@\S+\.\w+$`)

// takeIf takes a line of a form where others follow, and says whether there is one.
func (a header) takeIf(form pattern) bool {
	a.skipSpace()
	ahead := a.ahead(2)
	found := len(ahead) > 1 && form().MatchString(ahead[0].text)
	if found {
		a.takeLine()
	}
	return found
}

// takeHeadline takes a short first line that does not end like a sentence and
// has an empty line after it, or is known by what follows; then it may ask a
// question. It says whether it has taken one.
func (a header) takeHeadline() bool {
	a.skipSpace()
	line := a.line()
	if utf8.RuneCountInString(line) > longestHeadline || IsHeader(line) || credits().MatchString(line) {
		return false
	}
	_, after, _ := strings.Cut(a.rest(), "\n")
	below, _, more := strings.Cut(after, "\n")
	alone := more && strings.TrimSpace(below) == ""
	_, follows := a.between(1)
	if !alone && !follows || sentenceEnd().MatchString(line) && !(follows && question().MatchString(line)) {
		return false
	}
	if a.Headline == "" {
		a.Headline = strings.TrimPrefix(line, "# ")
	}
	a.Head = article.Span{Start: a.Body.Start, End: a.Body.Start + len(line)}
	a.takeLine()
	return true
}

// A gap is what stands between a headline and the line that says who wrote the
// article, or when.
type gap struct {
	standfirst string
	authors    []string
	end        int // in the rest
}

// between returns the gap after the first lines of the rest that are not blank: a
// standfirst, and lines without a sentence, such as the name of a section. It is
// none where it would be more than what is left.
func (a header) between(lines int) (g gap, is bool) {
	ahead := a.ahead(lines + mostBetween + 1)
	ahead = ahead[min(lines, len(ahead)):]
	if long := slices.IndexFunc(ahead, func(l line) bool { return len(l.text) > 2*longestStandfirst }); long >= 0 {
		ahead = ahead[:long] // there the article has begun
	}
	at := slices.IndexFunc(ahead, func(l line) bool { return IsHeader(l.text) || hasDate(l.text) || onlyBy().MatchString(l.text) })
	if at < 0 || at > 0 && (ahead[at].end > len(a.rest())-ahead[at].end || a.isCalendar(ahead[at].text)) {
		return gap{}, false
	}
	for _, l := range ahead[:at] {
		switch n := utf8.RuneCountInString(l.text); {
		case rule().MatchString(l.text):
		case n <= longestOther && !sentenceEnd().MatchString(l.text):
			g.authors = placedNames(l.text)
		case n <= longestStandfirst && g.standfirst == "":
			g.standfirst = l.text
		default:
			return gap{}, false
		}
	}
	if last := ahead[at].text; g.standfirst != "" && !IsHeader(last) && !published().MatchString(last) {
		return gap{}, false // a day in a list of results
	}
	g.end = ahead[at].start
	return g, true
}

// takeBetween takes such a gap, if there is one.
func (a header) takeBetween() bool {
	g, is := a.between(0)
	if !is || len(a.ahead(1)) > 0 && g.end == a.ahead(1)[0].start {
		return false
	}
	a.Standfirst = cmp.Or(a.Standfirst, g.standfirst)
	if len(a.Authors) == 0 {
		a.Authors = g.authors
	}
	a.Body.Start += g.end
	return true
}

// takeButton takes a line that is no text, but what pages have about it.
func (a header) takeButton() bool {
	a.skipSpace()
	if !button().MatchString(a.line()) {
		return false
	}
	a.takeLine()
	return true
}

// isCalendar says whether a line is a date like others below: the heading of a
// day in a chronology.
func (a header) isCalendar(line string) bool {
	if says().MatchString(line) || !isDateLine(line) && !hasDate(line) {
		return false
	}
	dates := 0
	for other := range strings.Lines(a.rest()) {
		if other = strings.TrimSpace(other); len(other) < longestOther && (isDateLine(other) || hasDate(other)) && !says().MatchString(other) {
			dates++
		}
	}
	return dates > 1
}

// IsHeader says whether a line is a byline, or says when an article was published
// and nothing else.
func IsHeader(line string) bool {
	if len(line) > 2*longestStandfirst {
		return false
	}
	_, names := datedByline(apart(line))
	return names != nil || isDateLine(line) || hasYear(line) && placeLine().MatchString(line)
}

// A line is one that is not blank, and where it begins and ends in the rest.
type line struct {
	text       string
	start, end int
}

// ahead returns the first lines of the rest that are not blank.
func (a header) ahead(most int) (lines []line) {
	at := 0
	for text := range strings.Lines(a.rest()) {
		start := at
		at += len(text)
		if text = strings.Trim(text, space); text != "" {
			lines = append(lines, line{text, start, at})
		}
		if len(lines) == most {
			break
		}
	}
	return lines
}

// line returns the first line of the rest.
func (a header) line() string {
	line, _, _ := strings.Cut(a.rest(), "\n")
	return strings.TrimSpace(line)
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
