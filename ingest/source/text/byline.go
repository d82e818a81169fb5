package text

import (
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

var (
	// byline is a line that names who wrote the article.
	byline = regexp.MustCompile(`^(?:[Bb]y|BY|Written by|Words by|Story by)(?: |: )(\p{Lu}[\p{L}\p{N} .,'’&|/()@-]{1,160})$`)

	// author is a name in a byline, as Jane Q. van den Doe-Roe or JANE DOE.
	author = regexp.MustCompile(`^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|del|den|der|di|la|le|van|von|bin|al|el|da|dos|ten|ter)){0,5}$`)

	// authors divides a byline, and tells what divides.
	authors = regexp.MustCompile(` and | AND | & |, and |, | \| | with | in (?:\p{Lu}[\p{L}-]+)|/| \(|\)`)

	// post is a line's part that tells what an author is rather than who.
	post = regexp.MustCompile(`(?i)\b(?:reporters?|editors?|correspondents?|writers?|columnists?|contributors?|staff|bureau|chief|senior|special|associated press|reuters|afp|news|times|post|agency|desk|team|journalists?|analyst|producer)\b|@`)
)

// dated ends a byline that says when, too.
var dated = regexp.MustCompile(`(?i)[ ,;|·•—–-]+(?:` + told + `)?` + toldDate + `$`)

// takeByline takes the line that names the authors, or those who worked on the
// article.
func (a header) takeByline() bool {
	a.skipSpace()
	line, _, more := strings.Cut(a.rest(), "\n")
	line = strings.TrimSpace(line)
	if more && len(line) <= longestCredits && credits.MatchString(line) {
		a.takeLine()
		return true
	}
	date := dated.FindString(line)
	names := bylineOf(strings.TrimSuffix(line, date))
	if names == nil {
		return false
	}
	if len(a.Authors) == 0 {
		a.Authors = names
	}
	a.readDates(date)
	a.takeLine()
	return true
}

// bylineOf returns the names in a byline as they are written, without what
// they are, where their paper is named and what they cover; nil where the line
// is no byline.
func bylineOf(line string) (names []string) {
	m := byline.FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	told := false // what they are
	for _, part := range authors.Split(m[1], -1) {
		switch part = strings.TrimSpace(part); {
		case part == "":
		case post.MatchString(part):
			told = true
		case !author.MatchString(part):
			return nil
		case !told && (len(names) == 0 || strings.Contains(part, " ")): // one word more is a place
			names = append(names, part)
		}
	}
	if len(names) == 0 {
		return []string{m[1]} // “By Staff”
	}
	return names
}

// credits is a last paragraph that names who worked on the article, or to whom
// it belongs: (Reporting by Jane Doe; editing by Joe Roe).
var credits = regexp.MustCompile(`^[([—–-]*\s*(?:(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]dit(?:ing|ed)|[Tt]ranslat(?:ion|ed)|[Cc]ompiled|[Gg]raphics?)(?:,? and [a-z]+)?(?: in [\p{L} ,]+)?(?: by|:) )|` +
	`(?:Copyright |©|\(c\) ?\d{4})|The Associated Press contributed|(?:\p{Lu}[\p{L}'’.-]+ ){2,6}contributed (?:reporting )?(?:to|from))`)

// endCredits end a last paragraph, in brackets.
var endCredits = regexp.MustCompile(`\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and [a-z]+)?(?: in [\p{L} ,]+)? by [^()\n]{3,600}\)$`)

const (
	longestCredits = 600 // bytes
	mostCredits    = 20  // lines
)

// dropCredits ends the body before the credits at its end.
func (a header) dropCredits() {
	for range mostCredits {
		body := strings.TrimRight(a.rest()[:a.Body.Len()], " \t\r\n\u00a0")
		last := max(len(body)-2*longestCredits, 0) // a rune cut in two is no bracket
		if at := endCredits.FindStringIndex(body[last:]); at != nil && last+at[0] > 0 {
			a.Body.End = a.Body.Start + last + at[0]
			continue
		}
		line := body[strings.LastIndexByte(body, '\n')+1:]
		if len(line) > longestCredits || len(line) == len(body) || !credits.MatchString(strings.TrimSpace(line)) {
			return
		}
		a.Body.End = a.Body.Start + len(body) - len(line)
	}
}

var copyrightYear = regexp.MustCompile(`(?:Copyright|©|\([cC]\))[^\d\n]{0,30}((?:19|20)\d\d)\b`)

// copyright returns the year in which the credits claim the copyright.
func (a header) copyright() article.Time {
	m := copyrightYear.FindStringSubmatch(a.Text[a.Body.End:])
	if m == nil {
		return article.Time{}
	}
	year, _ := article.ParseTime(m[1])
	return year
}
