package text

import (
	"regexp"
	"strings"
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

// takeByline takes the line that names the authors.
func (a header) takeByline() bool {
	a.skipSpace()
	line, _, _ := strings.Cut(a.rest(), "\n")
	names := bylineOf(strings.TrimSpace(line))
	if names == "" {
		return false
	}
	if len(a.Authors) == 0 {
		a.Authors = []string{names}
	}
	a.takeLine()
	return true
}

// bylineOf returns the names in a byline as they are written, without what
// they are, where their paper is named and what they cover; "" where the line
// is no byline.
func bylineOf(line string) string {
	m := byline.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	end, at := 0, 0
	for at < len(m[1]) {
		next, after := len(m[1]), len(m[1])
		if s := authors.FindStringIndex(m[1][at:]); s != nil {
			next, after = at+s[0], at+s[1]
		}
		switch part := strings.TrimSpace(m[1][at:next]); {
		case post.MatchString(part) || part == "":
		case !author.MatchString(part):
			return ""
		case end == 0 || !post.MatchString(m[1][:at]):
			end = next
		}
		at = after
	}
	if end == 0 {
		return m[1] // “By Staff”
	}
	return m[1][:end]
}

// credits is a last paragraph that names who worked on the article, or to whom
// it belongs: (Reporting by Jane Doe; editing by Joe Roe).
var credits = regexp.MustCompile(`^[([—–-]*\s*(?:(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslat(?:ion|ed)|[Cc]ompiled|[Gg]raphics?)(?:,? and [a-z]+)?(?: in [\p{L} ,]+)?(?: by|:) )|` +
	`(?:Copyright |©|\(c\) ?\d{4})|The Associated Press contributed|(?:\p{Lu}[\p{L}'’.-]+ ){2,6}contributed (?:reporting )?(?:to|from))`)

// longestCredits is in bytes.
const longestCredits = 600

// dropCredits ends the body before the paragraphs at its end that are credits.
func (a header) dropCredits() {
	for {
		body := strings.TrimRight(a.rest()[:a.Body.Len()], " \t\r\n\u00a0")
		line := body[strings.LastIndexByte(body, '\n')+1:]
		if len(line) > longestCredits || len(line) == len(body) || !credits.MatchString(strings.TrimSpace(line)) {
			return
		}
		a.Body.End = a.Body.Start + len(body) - len(line)
	}
}
