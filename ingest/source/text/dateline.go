package text

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	monthName = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	day       = `(\d{1,2})(?:st|nd|rd|th)?`
)

var (
	isoDate  = regexp.MustCompile(`(?i)\b(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?`)
	dayMonth = regexp.MustCompile(`(?i)\b` + day + ` (` + monthName + `),? (\d{4})\b`)
	monthDay = regexp.MustCompile(`(?i)(` + monthName + `) ` + day + `,? (\d{4})\b`)
	weekday  = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?`

	fullDate = weekday + `(?:` + isoDate.String() + `|` + dayMonth.String() + `|` + monthDay.String() + `)`
	clock    = `(?:[, /|]* ?(?:at )?\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?)?`
	told     = `(?:first |last )?(?:published|updated|posted|modified|date|created)(?: on| at)?:?\s+`

	// dateLine is a line, or the beginning of one after the word “date”, that
	// says when the article was published, and when it was changed, and nothing
	// else.
	dateLine   = regexp.MustCompile(`(?i)^(?:` + told + `)?` + fullDate + clock + `(?:[ ,;|·•—–-]*` + told + fullDate + clock + `)*$`)
	datePrefix = regexp.MustCompile(`(?i)^date:?\s+(\d{4}-\d{2}-\d{2})\s+`)

	// dateline is the press form: GENEVA, Jan 21 (Agency) –
	dateline = regexp.MustCompile(`^(\p{Lu}[\p{Lu}.'’ -]+(?:/\p{Lu}[\p{Lu} ]+)?(?:, \p{Lu}[\p{L}. ]+?)?)` +
		`(?:,? (` + monthName + ` ` + day + `(?:,? \d{4})?|` + day + ` ` + monthName + `(?:,? \d{4})?))?` +
		`( \([^)\n]{2,40}\))? ?(?:[–—]|--?)+\s+`)

	// datedPlace is a dateline whose full date tells it from prose, whatever
	// its case and what stands after it: Nairobi, 13 February 2020:
	datedPlace = regexp.MustCompile(`^(\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|de|del|la|el|al|of|and|the)){0,4}(?:, \p{Lu}[\p{L}. ]+?)?)` +
		`(?:,| \||:)? (` + weekday + `(?:` + monthName + ` ` + day + `,? \d{4}|` + day + ` ` + monthName + `,? \d{4}|\d{4}-\d{2}-\d{2}))` +
		`( \([^)\n]{2,40}\))? ?(?:[–—:|]|--?)+\s+`)

	aWeekday = regexp.MustCompile(`, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$`)

	// agencyOnly is a dateline without a place: (Agency) – or Jan 21 (Agency) –
	agencyOnly = regexp.MustCompile(`^()(` + monthName + ` ` + day + `(?:,? \d{4})? )?(\(\p{Lu}[^)\n]{1,40}\)) ?(?:[–—]|--?)+\s+`)
)

// findDate finds the first full date in s.
func findDate(s string) (time.Time, bool) {
	if m := isoDate.FindStringSubmatch(s); m != nil {
		t, err := time.Parse(time.DateOnly, m[1])
		return t, err == nil
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return dateOf(m[1], m[2], m[3])
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		return dateOf(m[2], m[1], m[3])
	}
	return time.Time{}, false
}

func dateOf(day, month, year string) (time.Time, bool) {
	t, err := time.Parse("2 Jan 2006", day+" "+month[:3]+" "+year) // whatever the month's case
	return t, err == nil
}

// takeDateLine takes a line that only says when the article was published, or
// a date that stands before the text on its first line.
func (a header) takeDateLine() bool {
	a.skipSpace()
	if m := datePrefix.FindStringSubmatch(a.rest()); m != nil {
		if published, ok := findDate(m[1]); ok {
			a.setPublished(published)
			a.Body.Start += len(m[0])
			return true
		}
	}
	line, _, _ := strings.Cut(a.rest(), "\n")
	if line = strings.TrimSpace(line); !dateLine.MatchString(line) {
		return false
	}
	if published, ok := findDate(line); ok {
		a.setPublished(published)
	}
	a.takeLine()
	return true
}

// takeDateline takes the dateline of the press. A day without a year says no
// date of publication.
func (a header) takeDateline() {
	a.skipSpace()
	m := a.datelineOf()
	if m == nil {
		return
	}
	a.Place = strings.TrimSpace(aWeekday.ReplaceAllString(m[1], ""))
	if published, ok := findDate(m[2]); ok {
		a.setPublished(published)
	}
	a.Body.Start += len(m[0])
}

// datelineOf returns the dateline that the body begins with, its place and its
// date; nil for none.
func (a header) datelineOf() []string {
	for _, form := range []*regexp.Regexp{datedPlace, agencyOnly} {
		if m := form.FindStringSubmatch(a.rest()); m != nil {
			return m
		}
	}
	m := dateline.FindStringSubmatch(a.rest())
	if m == nil || m[2] == "" && m[len(m)-1] == "" && !opensSentence(a.rest()[len(m[0]):]) {
		return nil
	}
	return m
}

// opensSentence says whether text begins as a sentence does. Without a day and
// an agency, capitals and a dash may be a name with an aside after it.
func opensSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.IsLower(r)
}
