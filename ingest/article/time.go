package article

import "time"

// Precision says how much of a Time is known.
type Precision int

// The precisions, from the least.
const (
	Unknown Precision = iota
	Year
	Month
	Day
	Minute
	Second
)

// Time is a time of publication or change, as far as it is known; the zero
// Time is unknown.
type Time struct {
	At        time.Time // in the zone in which the source gives it, UTC where it gives none
	Precision Precision
}

// OnDay returns a Time of which the day is known.
func OnDay(day time.Time) Time { return Time{day, Day} }

// Day returns the day in the zone in which it was given, as midnight in UTC. It
// is the zero time where the day is not known.
func (t Time) Day() time.Time {
	if t.Precision < Day {
		return time.Time{}
	}
	year, month, day := t.At.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// Date returns YYYY-MM-DD, or YYYY-MM or YYYY where no more is known; "" where
// nothing is.
func (t Time) Date() string {
	return t.At.Format([]string{"", "2006", "2006-01", time.DateOnly}[min(t.Precision, Day)])
}
