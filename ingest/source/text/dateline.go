package text

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

const (
	clock  = `(?:at )?\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?(?: ?[ap]\.?m\.?)?(?: ?\(?` + zone + `\)?)?`
	before = `(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ` + zone + `)?,? (?:on )?)?`
	told   = `(?:first |last )?(?:published|updated|posted|modified|date|created|issued|released)(?: on| at)?:?\s+`

	placeName = `\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|de|del|la|el|al|of|and|the)){0,4}(?:, \p{Lu}[\p{L}. ]+?)?`
)

var (
	toldDate = before + fullDate + `(?:[, /|]* ?` + clock + `)?`

	// dateLine is a line, or the beginning of one after the word “date”, that
	// says when the article was published, and when it was changed, and nothing
	// else.
	dateLine   = regexp.MustCompile(`(?i)^(?:` + told + `)?` + toldDate + `(?:[ ,;|·•—–-]*` + told + toldDate + `)*$`)
	datePrefix = regexp.MustCompile(`(?i)^date:?\s+(\d{4}-\d{2}-\d{2})\s+`)

	// oneDate is one of the dates of a dateLine, changed the word for a change.
	oneDate = regexp.MustCompile(`(?i)(?:` + told + `)?` + before + fullDate)
	changed = regexp.MustCompile(`(?i)^(?:last )?(?:updated|modified)`)

	// placeLine is a dateline on a line of its own: London, 10 January 2023
	placeLine = regexp.MustCompile(`^(` + placeName + `)(?:,| \||:) (` + weekday + `(?:` + monthName + ` ` + day + `,? \d{4}|` + day + ` ` + monthName + `,? \d{4}|\d{4}-\d{2}-\d{2}))` +
		`(?: \([^)\n]{2,40}\))?[ .–—:|-]*$`)

	// dateline is the press form: GENEVA, Jan 21 (Agency) –
	dateline = regexp.MustCompile(`^(\p{Lu}[\p{Lu}.'’ -]+(?:/\p{Lu}[\p{Lu} ]+)?(?:, \p{Lu}[\p{L}. ]+?)?)` +
		`(?:,? (` + monthName + ` ` + day + `(?:,? \d{4})?|` + day + ` ` + monthName + `(?:,? \d{4})?))?` +
		`( \([^)\n]{2,40}\))? ?(?:[–—]|--?)+\s+`)

	// datedPlace is a dateline whose full date tells it from prose, whatever
	// its case and what stands after it: Nairobi, 13 February 2020:
	datedPlace = regexp.MustCompile(`^(` + placeName + `)(?:,| \||:)? (` + weekday + `(?:` + monthName + ` ` + day + `,? \d{4}|` + day + ` ` + monthName + `,? \d{4}|\d{4}-\d{2}-\d{2}))` +
		`( \([^)\n]{2,40}\))? ?(?:[–—:|]|--?)+\s+`)

	aWeekday = regexp.MustCompile(`, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$`)

	// agencyOnly is a dateline without a place: (Agency) – or Jan 21 (Agency) –
	agencyOnly = regexp.MustCompile(`^()(` + monthName + ` ` + day + `(?:,? \d{4})? )?(\(\p{Lu}[^)\n]{1,40}\)) ?(?:[–—]|--?)+\s+`)
)

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
		return a.takePlaceLine(line)
	}
	a.readDates(line)
	a.takeLine()
	return true
}

// readDates reads what a line says of publication and change.
func (a header) readDates(line string) {
	var published, last time.Time
	for _, told := range oneDate.FindAllString(line, -1) {
		switch on, certain := findDate(told); {
		case !certain:
			a.Notes = append(a.Notes, fmt.Sprintf("the date in “%s” is not understood, or has two meanings", told))
		case changed.MatchString(told):
			last = on
		case published.IsZero():
			published = on
		}
	}
	if !last.IsZero() && a.Changed.Precision == article.Unknown {
		a.Changed = article.OnDay(last)
	}
	if !published.IsZero() {
		a.setPublished(published)
	}
}

// takePlaceLine takes a dateline that stands on a line of its own.
func (a header) takePlaceLine(line string) bool {
	m := placeLine.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	published, ok := findDate(m[2])
	if !ok {
		return false
	}
	a.Place = strings.TrimSpace(m[1])
	a.setPublished(published)
	a.takeLine()
	return true
}

// takeDateline takes the dateline of the press. A day without a year says no
// date of publication by itself.
func (a header) takeDateline() {
	a.skipSpace()
	m := a.datelineOf()
	if m == nil {
		return
	}
	a.Place = strings.TrimSpace(aWeekday.ReplaceAllString(m[1], ""))
	if published, ok := findDate(m[2]); ok {
		a.setPublished(published)
	} else if day, ok := findDate(strings.TrimSpace(m[2]) + leapYear); ok {
		a.Yearless = day.AddDate(-leap, 0, 0)
	}
	a.Body.Start += len(m[0])
}

// A day without a year is read as one of a year that has all days, as the year 0
// has.
const (
	leap     = 2000
	leapYear = " 2000"
)

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
