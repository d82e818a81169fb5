package text

import (
	"regexp"
	"strconv"
	"time"
)

const (
	monthName = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	day       = `(\d{1,2})(?:st|nd|rd|th)?`
	weekday   = `(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?),? )?`
	zone      = `(?:Z|GMT|UTC|BST|IST|MSK|SGT|HKT|JST|KST|PKT|WAT|EAT|SAST|WIB|[ECMPA][SD]?T|[CE]ES?T|AE[SD]?T|ADT|NZ[SD]T|[+-]\d{2}:?\d{2})`
)

// The forms of a date. Of one in numbers the order is certain where one of them
// is no month, or both are one.
var (
	isoDate  = regexp.MustCompile(`(?i)\b(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?`)
	dayMonth = regexp.MustCompile(`(?i)\b` + day + `(?: of)? (` + monthName + `),? (\d{4})\b`)
	monthDay = regexp.MustCompile(`(?i)(` + monthName + `) ` + day + `,? (\d{4})\b`)
	numbers  = regexp.MustCompile(`\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b`)

	fullDate = weekday + `(?:` + isoDate.String() + `|` + dayMonth.String() + `|` + monthDay.String() + `|` + numbers.String() + `)`
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
	if m := numbers.FindStringSubmatch(s); m != nil {
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
