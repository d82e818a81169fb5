package when

import (
	"strings"
	"time"
)

// deictic are dates that are counted from the day of publication or from the
// day last spoken of.
var deictic = []form{
	{`EARLY? (this past?|current|last|next|the (this|current|last|next|past|latest)) fiscal? (unit|weekend)`, func(r *reading) (Expression, bool) {
		// “this past week” is of no one week of the calendar.
		e, ok := r.from(Expression{}, r.value("last", "past", "next", "latest"))
		return e, ok && !(r.has("this") && r.has("past") && r.unit() == weeks)
	}},
	{`EARLY? the? (prior|following|next) (unit|weekend)`, func(r *reading) (Expression, bool) {
		return r.from(r.last, r.steps())
	}},
	{`bound? (that|the same|that same|this same) (unit|weekend)`, func(r *reading) (Expression, bool) { return r.from(r.last, 0) }},
	{`the unit (before|bound) (comma|point)`, func(r *reading) (Expression, bool) { return r.from(r.last, r.value("before", "bound")) }},
	{`EARLY? the (full? fiscal? unit|weekend)`, func(r *reading) (Expression, bool) {
		switch u := r.unit(); {
		case u == quarters && r.quarter.TIMEX != "":
			return r.quarter, true
		case u == quarters, u == 0 && r.tense() != Future && r.midweek():
			return r.from(Expression{}, -1)
		case u == weeks || u == years || u == 0:
			return r.from(Expression{}, 0)
		}
		return Expression{}, false
	}},
	{`the latest period`, func(r *reading) (Expression, bool) { return r.quarter, r.quarter.TIMEX != "" }},
	{`AMOUNT ago`, ago},
	{`the? unit hyphen (ago|bound) (period|unit)?`, ago},
	{`AMOUNT from now`, func(r *reading) (Expression, bool) { return r.count(Expression{}, 1) }},
	{`AMOUNT bound`, func(r *reading) (Expression, bool) {
		if r.unit() == years && r.quarter.TIMEX != "" {
			return r.count(r.quarter, r.value("bound"))
		}
		return r.count(r.last, r.value("bound"))
	}},
	{`the? unit hyphen? edge`, func(r *reading) (Expression, bool) {
		return inYear(r.Published.Year()), r.unit() == years && r.value("edge") == 1
	}},
}

func (r *reading) midweek() bool {
	return r.Published.Weekday() != time.Sunday && r.Published.Weekday() != time.Saturday
}

// from returns the unit that lies some steps from the date, or from the day of
// publication where the date is none.
func (r *reading) from(e Expression, steps int) (Expression, bool) {
	t := e.Day
	if t.IsZero() {
		t = r.Published
	}
	if r.has("weekend") {
		return inWeekend(t.AddDate(0, 0, 7*steps)), true
	}
	if r.unit() == days {
		return onDay(r.day.AddDate(0, 0, steps)), !r.day.IsZero() && !r.has("this", "current", "latest")
	}
	return around(t, steps, r.unit())
}

// ago counts back from the day of publication. In a report on a quarter, “a
// year ago” is its quarter.
func ago(r *reading) (Expression, bool) {
	if r.unit() == years {
		return r.count(r.quarter, -1)
	}
	return r.count(Expression{}, -1)
}

// count goes as many units as the words say, to either side of a date.
func (r *reading) count(e Expression, side int) (Expression, bool) {
	r.aside = r.unit() == years
	n, known := r.amount()
	if !known {
		return reference(map[int]Tense{-1: Past, 1: Future}[side]), true
	}
	if y, q, ok := strings.Cut(e.TIMEX, "-Q"); ok && r.unit() == years {
		return inPart("%04d-Q%s", atoi(y)+side*n, q), true
	}
	t := e.Day
	if t.IsZero() {
		t = r.Published
	}
	return around(t, side*n, r.unit())
}
