package when

import (
	"fmt"
	"time"
)

// The functions below make what an expression means.

func onDay(t time.Time) Expression {
	return Expression{Type: Date, TIMEX: t.Format(time.DateOnly), Day: t, Precision: Day}
}

func inWeek(t time.Time) Expression {
	year, week := t.ISOWeek()
	return Expression{Type: Date, TIMEX: fmt.Sprintf("%04d-W%02d", year, week), Day: monday(t), Precision: Week}
}

func inWeekend(t time.Time) Expression {
	e := inWeek(t)
	e.TIMEX += "-WE"
	return e
}

func inMonth(t time.Time) Expression {
	return Expression{Type: Date, TIMEX: t.Format("2006-01"), Day: begin(t.Year(), t.Month()), Precision: Month}
}

func inYear(year int) Expression {
	return Expression{Type: Date, TIMEX: fmt.Sprintf("%04d", year), Day: begin(year, time.January), Precision: Year}
}

// inPart is of a date that no calendar day stands for, as a quarter or decade.
func inPart(format string, values ...any) Expression {
	return Expression{Type: Date, TIMEX: fmt.Sprintf(format, values...)}
}

// ofYear is a part of a year that is named, of which the year is known as a date.
func ofYear(part Expression, year int) Expression {
	part.Day, part.Precision = begin(year, time.January), Year
	return part
}

// at is a time of a day.
func at(day time.Time, clock string) Expression {
	return Expression{Type: Time, TIMEX: day.Format(time.DateOnly) + "T" + clock, Day: day, Precision: Day}
}

// reference is PAST_REF, PRESENT_REF or FUTURE_REF.
func reference(tense Tense) Expression {
	return Expression{Type: Date, TIMEX: [...]string{NoTense: "PAST_REF", Past: "PAST_REF", Present: "PRESENT_REF", Future: "FUTURE_REF"}[tense]}
}

// unit is a unit of time, as the lexicon numbers them.
type unit int

const (
	seconds unit = iota + 1
	minutes
	hours
	days
	weeks
	months
	quarters
	years
	decades
	centuries
)

// lasting is how TIMEX3 writes a length: before the number, after it, and how
// many of the unit after it are in one.
var lasting = map[unit]struct {
	before, after string
	factor        int
}{
	seconds: {"PT", "S", 1}, minutes: {"PT", "M", 1}, hours: {"PT", "H", 1}, days: {"P", "D", 1}, weeks: {"P", "W", 1},
	months: {"P", "M", 1}, quarters: {"P", "M", 3}, years: {"P", "Y", 1}, decades: {"P", "Y", 10}, centuries: {"P", "Y", 100},
}

// length is a duration; n is 0 where the text does not say how many.
func length(n int, u unit) Expression {
	l := lasting[u]
	if n == 0 {
		return Expression{Type: Duration, TIMEX: l.before + "X" + l.after}
	}
	return Expression{Type: Duration, TIMEX: fmt.Sprintf("%s%d%s", l.before, n*l.factor, l.after)}
}

// every is a set.
func every(e Expression) Expression { return Expression{Type: Set, TIMEX: e.TIMEX} }

// around returns the unit of the calendar that is n units from t.
func around(t time.Time, n int, u unit) (Expression, bool) {
	switch u {
	case days:
		return onDay(t.AddDate(0, 0, n)), true
	case weeks:
		return inWeek(t.AddDate(0, 0, 7*n)), true
	case months:
		return inMonth(begin(t.Year(), t.Month()+time.Month(n))), true
	case quarters:
		return inQuarter(begin(t.Year(), t.Month()+3*time.Month(n))), true
	case years:
		return inYear(t.Year() + n), true
	case decades:
		return inDecade(t.Year() + 10*n), true
	case centuries:
		return inPart("%02d", t.Year()/100+n), true
	}
	return Expression{}, false
}

func inQuarter(t time.Time) Expression {
	return inPart("%04d-Q%d", t.Year(), (t.Month()+2)/3)
}

func inDecade(year int) Expression { return inPart("%03dX", year/10) }

var seasons = [...]string{"SP", "SU", "FA", "WI"}

// seasonBegins is the month that a season begins in.
func seasonBegins(season int) time.Month { return time.Month(3 * (season + 1)) }

func begin(year int, month time.Month) time.Time {
	return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
}

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }
