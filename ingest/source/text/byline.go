package text

import (
	"strings"
	"unicode/utf8"
)

const (
	// aName is a name in a byline, as Jane Q. van den Doe-Roe or JANE DOE.
	aName = `\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|del|den|der|di|la|le|van|von|bin|al|el|da|dos|ten|ter)){0,5}`

	writtenBy = `(?:[Bb]y|BY|(?:Written|Words|Story|Posted|Published|Report|Text|Analysis|Opinion|Commentary) by|Authors?)`
)

var (
	// byline is a line that names who wrote the article.
	byline = compiled(`^` + writtenBy + `(?: |: ?)(\p{Lu}[\p{L}\p{N} .,'’&|/()@-]{1,160})$`)

	onlyBy = compiled(`^` + writtenBy + `:?$`)

	author = compiled(`^` + aName + `$`)

	// authors divides a byline.
	authors = compiled(` and | AND | & |, and |, | \| | with |/| \(|\)`)

	// elsewhere is where or for whom an author writes.
	elsewhere = compiled(` (?:in|for|of|at|from) (?:the |The )?\p{Lu}.*$`)

	// post is a line's part that tells what an author is rather than who.
	post = compiled(`(?i)\b(?:reporters?|editors?|correspondents?|writers?|columnists?|contributors?|staff|bureau|chief|senior|special|associated press|reuters|afp|ap|bbc|cnn|news|times|post|agency|desk|team|journalists?|analyst|producer)\b|@`)

	// postLine is a line after a byline of which one part is a post.
	postLine = compiled(`^[\p{L}@(][\p{L}\p{N} ,'’&|/()@_.-]{1,60}$`)

	// placedBy is a byline without the word: Jane Doe in Brussels
	placedBy = compiled(`^` + aName + `(?:(?:, | and )` + aName + `)* in \p{Lu}[\p{L} ,.'’-]{2,60}$`)
)

var (
	// dated ends a byline that says when, too.
	dated = compiled(`(?i)(?:[ ,;|·•—–-]+(?:on )?(?:` + told + `)?| ` + told + `)` + toldDate + `$`)

	// datedBefore begins one.
	datedBefore = compiled(`(?i)^(?:` + told + `)?` + toldDate + `[ ,;|·•—–-]+`)
)

// takeByline takes the line that names the authors, or those who worked on the
// article.
func (a header) takeByline() bool {
	a.skipSpace()
	line := a.line()
	if strings.Contains(a.rest(), "\n") && len(line) <= longestCredits && credits().MatchString(line) {
		a.takeLine()
		return true
	}
	if divided := a.ahead(2); len(divided) == 2 && onlyBy().MatchString(line) && bylineOf("By "+divided[1].text) != nil {
		a.takeLine()
		a.skipSpace()
		line = "By " + a.line()
	}
	if !IsHeader(line) {
		return false
	}
	date, names := datedByline(apart(line))
	if names == nil {
		return false
	}
	if len(a.Authors) == 0 {
		a.Authors = names
	}
	a.readDates(date)
	a.takeLine()
	a.takePost()
	return true
}

// takePost takes the line below a byline that tells what the authors are.
func (a header) takePost() {
	start := a.Body.Start
	a.skipSpace()
	line := a.line()
	_, after, _ := strings.Cut(a.rest(), "\n")
	_, dateline := datelineOf(a.rest())
	if dateline || !postLine().MatchString(line) || !post().MatchString(line) || len(strings.Fields(line)) > 7 || strings.HasSuffix(line, ".") || strings.TrimSpace(after) == "" {
		a.Body.Start = start
		return
	}
	a.takeLine()
}

// Names returns the names in a byline, By A, B and C, City bureau; none where it
// is none.
func Names(byline string) []string { return bylineOf(strings.TrimSpace(byline)) }

// datedByline returns the names in a byline, and what it says of when the
// article was published; no names where the line is none.
func datedByline(line string) (date string, names []string) {
	if !hasYear(line) || len(line) > 2*longestDated {
		return "", bylineOf(line)
	}
	date = dated().FindString(line)
	if names = bylineOf(strings.TrimSuffix(line, date)); names != nil {
		return date, names
	}
	date = datedBefore().FindString(line)
	return date, bylineOf(strings.TrimPrefix(line, date))
}

// bylineOf returns the names in a byline as they are written, without what
// they are, where their paper is named and what they cover; nil where the line
// is no byline.
func bylineOf(line string) (names []string) {
	m := byline().FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	told := false // what they are
	for _, part := range authors().Split(m[1], -1) {
		if part = strings.TrimSpace(part); !post().MatchString(part) {
			part = elsewhere().ReplaceAllString(part, "")
		}
		switch {
		case part == "":
		case post().MatchString(part):
			told = true
		case !author().MatchString(part):
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

// placedNames returns the names in a line that says who wrote from where.
func placedNames(line string) []string {
	if !placedBy().MatchString(line) || utf8.RuneCountInString(line) > longestHeadline {
		return nil
	}
	return bylineOf("By " + line)
}
