package text

import (
	"strconv"
	"strings"
	"time"
)

const (
	monthName = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	day       = `(\d{1,2})(?:st|nd|rd|th)?`
	weekday   = `(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?),? )?`
	zone      = `(?:Z|(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|BST|IST|MSK|SGT|HKT|JST|KST|PKT|WAT|EAT|SAST|WIB|[ECMPA][SD]?T|[CE]ES?T|AE[SD]?T|ADT|NZ[SD]T|[+-]\d{2}:?\d{2})`
)

// The forms of a date. Of one in numbers the order is certain where the year is
// first, one of the others is no month, or both are one.
const (
	isoDateForm  = `(?i)\b(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?`
	dayMonthForm = `(?i)\b` + day + `(?: of | |-|\. )(` + monthName + `)(?:,? |-)(\d{4})\b`
	monthDayForm = `(?i)(` + monthName + `) ` + day + `,? (\d{4})\b`
	numbersForm  = `\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b`

	fullDate = weekday + `(?:` + isoDateForm + `|` + dayMonthForm + `|` + monthDayForm + `|` + numbersForm + `)`
)

var (
	isoDate  = compiled(isoDateForm)
	dayMonth = compiled(dayMonthForm)
	monthDay = compiled(monthDayForm)
	numbers  = compiled(numbersForm)
)

// findDate finds the first full date in s.
func findDate(s string) (time.Time, bool) {
	if m := isoDate().FindStringSubmatch(s); m != nil {
		t, err := time.Parse("2006 01 02", m[1]+" "+m[2]+" "+m[3])
		return t, err == nil
	}
	if m := dayMonth().FindStringSubmatch(s); m != nil {
		return dateOf(m[1], m[2], m[3])
	}
	if m := monthDay().FindStringSubmatch(s); m != nil {
		return dateOf(m[2], m[1], m[3])
	}
	if m := numbers().FindStringSubmatch(s); m != nil {
		return dateInNumbers(m[1], m[2], m[3])
	}
	return time.Time{}, false
}

func dateOf(day, month, year string) (time.Time, bool) {
	t, err := time.Parse("2 Jan 2006", day+" "+month[:3]+" "+year) // whatever the month's case
	return t, err == nil
}

// dateInNumbers reads a day and a month whose order is certain.
func dateInNumbers(one, other, year string) (time.Time, bool) {
	first, err := strconv.Atoi(one)
	second, err2 := strconv.Atoi(other)
	layout := "2 1 2006"
	switch {
	case err != nil || err2 != nil || first <= 12 && second <= 12 && first != second:
		return time.Time{}, false
	case second > 12:
		layout = "1 2 2006"
	}
	t, err := time.Parse(layout, one+" "+other+" "+year)
	return t, err == nil
}

// hasYear says whether a line has four digits in sequence, as every full date has.
func hasYear(line string) bool {
	digits := 0
	for i := range len(line) {
		if digits++; line[i] < '0' || line[i] > '9' {
			digits = 0
		}
		if digits == 4 {
			return true
		}
	}
	return false
}

// glued are places where the words of a page's header run into one another as
// they are copied: March 14, 20239:12 AM GMT+1Updated 2 hours ago.
var glued = []pattern{
	compiled(`([ /.-](?:19|20)\d{2})(\d{1,2}[:.]\d{2})`),
	compiled(`(\d{4})(` + monthName + ` \d)`),
	compiled(`((?:\d|[AaPp]\.?[Mm]\.?|[A-Z]))((?:Last )?(?:Updated|Published|Modified|Posted)\b)`),
}

// apart returns a line with spaces where its words run into one another, and
// without the marks of emphasis about it.
func apart(line string) string {
	if line = strings.Trim(line, "*_ "); !hasYear(line) {
		return line
	}
	for _, form := range glued {
		line = form().ReplaceAllString(line, "$1 $2")
	}
	return line
}
