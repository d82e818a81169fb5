package when

import (
	"fmt"
	"strconv"
	"time"
)

// clocks are times of a day.
var clocks = []form{
	{`CLOCK comma? on? DAY|DAY comma? (at|in)? CLOCK`, clockTime},
	{`CLOCK`, clockTime},
	{`DAY early? hyphen? (part|overnight)|EARLY? part (of|on)? DAY|EARLY? hyphen? (this|last) part`, partTime},
	{`tonight|overnight`, partTime},
	{`(the|that|the same|that same) part|EARLY part`, partTime},
}

var partsOfDay = [...]string{"MO", "AF", "EV", "NI"}

// partOfDay is TMO for a morning; “tonight” and “overnight” are nights.
func (r *reading) partOfDay() string {
	it, found := r.find("part", "parts")
	switch {
	case found:
		return "T" + partsOfDay[it.value]
	case r.has("tonight", "overnight"):
		return "TNI"
	}
	return ""
}

func partTime(r *reading) (Expression, bool) {
	t, dated := r.dayMeant()
	if !dated {
		t = r.lastDay()
	}
	e := at(t, r.partOfDay()[1:])
	e.Assumed = !dated
	return e, true
}

// lastDay is the day last spoken of, or that of publication.
func (r *reading) lastDay() time.Time {
	if r.day.IsZero() {
		return r.Published
	}
	return r.day
}

func clockTime(r *reading) (Expression, bool) {
	minutes, rest, ok := r.clock()
	if !ok {
		return Expression{}, false
	}
	t, dated := rest.dayMeant()
	if !dated {
		t = r.lastDay()
	}
	e := at(t, fmt.Sprintf("%02d:%02d", minutes/60, minutes%60))
	e.Assumed = !dated
	return e, true
}

// clock returns the minutes since midnight and the words that are not of it.
func (r *reading) clock() (minutes int, rest *reading, ok bool) {
	for i, it := range r.items {
		from, half := i, 0
		switch it.class {
		case classes["noon"], classes["clock"]:
			minutes = it.value * map[bool]int{true: 60, false: 1}[it.class == classes["noon"]]
		case classes["num"]:
			minutes = 60 * it.value
		default:
			continue
		}
		if i+1 < len(r.items) && (r.items[i+1].class == classes["ampm"] || r.items[i+1].class == classes["oclock"]) {
			half = r.items[i+1].value
			i++
			if minutes >= 13*60 {
				return 0, nil, false
			}
			minutes = minutes%(12*60) + 60*half
		} else if it.class == classes["num"] {
			continue
		}
		others := append(append([]item{}, r.items[:from]...), r.items[i+1:]...)
		return minutes, &reading{Context: r.Context, items: others}, minutes < 24*60
	}
	return 0, nil, false
}

func weekly(weekday int) string { return "XXXX-WXX-" + strconv.Itoa((weekday+6)%7+1) }

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
