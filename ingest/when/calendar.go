package when

import "time"

// fullDates are dates that mean the same on every day of publication.
var fullDates = []form{
	{`year hyphen num hyphen num`, isoDate},
	{`dotted`, dottedDate},
	{`num slash num slash (num|year)`, slashDate},
	{`(weekday comma?)? (MONTH DAYNUM comma? year|DAYNUM of? MONTH comma? year)`, date},
	{`(EARLY|a|the)? MONTH (comma|of)? year`, func(r *reading) (Expression, bool) {
		return inMonth(begin(r.value("year"), time.Month(r.value("month", "may")))), true
	}},
	{`EARLY? the? season of? year`, func(r *reading) (Expression, bool) {
		return inPart("%04d-%s", r.value("year"), seasons[r.value("season")]), true
	}},
	{`EARLY? (the unit)? fiscal? unit? year`, func(r *reading) (Expression, bool) {
		return inYear(r.value("year")), !r.has("unit") || r.unit() == years
	}},
	{`EARLY? the? early? decade|the early? tens`, func(r *reading) (Expression, bool) { return inDecade(r.value("decade", "tens")), true }},
	{`EARLY? the? (ord|nth) hyphen? unit`, func(r *reading) (Expression, bool) {
		return inPart("%02d", r.value("ord", "nth")-1), r.unit() == centuries && r.value("ord", "nth") > 0
	}},
	{`QUARTER of? fiscal? year|the? year QUARTER`, func(r *reading) (Expression, bool) {
		t, ok := r.quarterOf(r.value("year"))
		return ofYear(inQuarter(t), t.Year()), ok
	}},
	{`the? ORD half of? year`, func(r *reading) (Expression, bool) {
		half := r.value("ord", "nth", "second")
		return ofYear(inPart("%04d-H%d", r.value("year"), half), r.value("year")), half == 1 || half == 2
	}},
}

// calendar are dates whose year is that of the publication, or the next one on
// the side of the tense.
var calendar = []form{
	{`DAY`, dayNamed},
	{`(a|the) MONTH (nth|num)`, dayNamed}, // “a May 10 meeting” is not in “a May”
	{`holiday unit?`, holiday},
	{`on the nth`, func(r *reading) (Expression, bool) {
		return r.inMonthOf(r.Published, r.value("nth"))
	}},
	{`EARLY? MONTH`, func(r *reading) (Expression, bool) {
		return inMonth(r.nearest(begin(r.Published.Year(), r.monthNamed()))), r.has("month") || len(r.items) > 1
	}},
	{`(in|of|a|the) may`, func(r *reading) (Expression, bool) {
		return inMonth(r.nearest(begin(r.Published.Year(), r.monthNamed()))), true
	}},
	{`EARLY? (last|this|next|the? prior|the? past|the? following) MONTH`, monthOf},
	{`EARLY? MONTH of? (this|last|next) unit`, func(r *reading) (Expression, bool) {
		return inMonth(begin(r.Published.Year()+r.steps(), r.monthNamed())), r.unit() == years
	}},
	{`EARLY? (the|this|current|last|next|the? prior|the? past|the? following) early? season`, season},
	{`QUARTER`, func(r *reading) (Expression, bool) {
		t, ok := r.quarterOf(r.Published.Year())
		return inQuarter(r.nearestQuarter(t)), ok
	}},
	{`QUARTER of? (this|last|next) unit|(this|last|next) unit s QUARTER`, func(r *reading) (Expression, bool) {
		t, ok := r.quarterOf(r.Published.Year() + r.steps())
		return inQuarter(t), ok
	}},
	{`the? unit hyphen (ago|bound) QUARTER`, func(r *reading) (Expression, bool) {
		t, ok := r.quarterOf(r.Published.Year())
		return inQuarter(r.nearestQuarter(t).AddDate(-1, 0, 0)), ok
	}},
}

func dayNamed(r *reading) (Expression, bool) {
	t, ok := r.dayMeant()
	if !ok && r.value("num", "ord", "nth", "second") <= 31 {
		return Expression{}, true // 31 February is no month either
	}
	return onDay(t), ok
}

func isoDate(r *reading) (Expression, bool) {
	nums := r.values("num")
	return dayOf(r.value("year"), nums[0], nums[1])
}

// dottedDate reads day.month.year, the only order that is written with dots.
func dottedDate(r *reading) (Expression, bool) {
	value := r.value("dotted")
	return dayOf(value/10000, value/100%100, value%100)
}

// slashDate reads month/day/year or day/month/year. Where both can be and are
// not the same day, only the year is told.
func slashDate(r *reading) (Expression, bool) {
	nums := r.values("num")
	y := r.value("year")
	if len(nums) == 3 {
		if y = 1900 + nums[2]; nums[2] < 50 {
			y += 100
		}
	}
	american, ok := dayOf(y, nums[0], nums[1])
	european, either := dayOf(y, nums[1], nums[0])
	switch {
	case ok && either && nums[0] != nums[1]:
		return inYear(y), true
	case ok:
		return american, true
	}
	return european, either
}

// dayOf is a day of the calendar, if there is such.
func dayOf(year, month, day int) (Expression, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return onDay(t), t.Day() == day && t.Month() == time.Month(month)
}

func date(r *reading) (Expression, bool) {
	return dayOf(r.value("year"), r.value("month", "may"), r.value("num", "ord", "nth", "second"))
}

func (r *reading) monthNamed() time.Month { return time.Month(r.value("month", "may")) }

// inMonthOf is the day of that number in the month of t.
func (r *reading) inMonthOf(t time.Time, number int) (Expression, bool) {
	return dayOf(t.Year(), int(t.Month()), number)
}

// dayMeant reads a weekday, “yesterday”, or a day and month.
func (r *reading) dayMeant() (time.Time, bool) {
	switch {
	case r.has("month", "may"):
		y := r.value("year")
		if y == 0 {
			// 29 February is looked for in a leap year.
			y = r.nearest(time.Date(r.Published.Year(), r.monthNamed(), r.value("num", "ord", "nth", "second"), 0, 0, 0, 0, time.UTC)).Year()
		}
		e, ok := dayOf(y, int(r.monthNamed()), r.value("num", "ord", "nth", "second"))
		return e.Day, ok
	case r.has("weekday"):
		return r.weekday(time.Weekday(r.value("weekday"))), true
	case r.has("last"): // “last night”
		return r.Published.AddDate(0, 0, -1), true
	}
	return r.Published.AddDate(0, 0, r.value("relative")), r.has("relative", "tonight", "this", "overnight")
}

// weekday returns the day of that name: in the past the last one, the day of
// publication included, as the press writes; in the future the next one.
func (r *reading) weekday(name time.Weekday) time.Time {
	from := r.Published
	if r.has("prior", "following") && !r.day.IsZero() {
		from = r.day
	}
	ahead := (int(name-from.Weekday()) + 7) % 7
	back := ahead - 7
	switch {
	case r.has("next", "following"):
		return from.AddDate(0, 0, ahead+7*one(ahead == 0))
	case r.has("last", "prior", "past"):
		return from.AddDate(0, 0, back)
	case r.has("this") || ahead == 0 || r.tense() == Future:
		return from.AddDate(0, 0, ahead)
	}
	return from.AddDate(0, 0, back)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

const (
	oneDay = 24 * time.Hour
	slack  = 31 * oneDay // a tense may be wrong, half a year rarely
)

// nearest moves a date by a year where its tense asks for it.
func (r *reading) nearest(t time.Time) time.Time { return r.within(slack, t) }

// within moves a date by a year where it is further on the side that its tense
// does not speak of.
func (r *reading) within(slack time.Duration, t time.Time) time.Time {
	ahead := t.Sub(r.Published)
	switch tense := r.tense(); {
	case tense != Future && ahead > slack:
		return t.AddDate(-1, 0, 0)
	case tense == Future && ahead < -slack:
		return t.AddDate(1, 0, 0)
	}
	return t
}

// nearestQuarter is wider, since results of a quarter are still to come when it
// is over.
func (r *reading) nearestQuarter(t time.Time) time.Time {
	if r.tense() == Future {
		return r.within(150*oneDay, t)
	}
	return r.nearest(t)
}

// holiday reads a feast; Thanksgiving is the fourth Thursday of November.
func holiday(r *reading) (Expression, bool) {
	feast := r.value("holiday")
	t := time.Date(r.Published.Year(), time.Month(feast/100), feast%100, 0, 0, 0, 0, time.UTC)
	t = r.nearest(t)
	if feast%100 == 0 {
		november := begin(t.AddDate(0, 0, 1).Year(), time.November)
		t = november.AddDate(0, 0, 21+(int(time.Thursday-november.Weekday())+7)%7)
	}
	return onDay(t), true
}

// monthOf reads “last May”: the last one before the month of publication.
func monthOf(r *reading) (Expression, bool) {
	t := begin(r.Published.Year(), r.monthNamed())
	month := begin(r.Published.Year(), r.Published.Month())
	switch {
	case r.steps() < 0 && !t.Before(month):
		t = t.AddDate(-1, 0, 0)
	case r.steps() > 0 && !t.After(month):
		t = t.AddDate(1, 0, 0)
	}
	return inMonth(t), true
}

// season reads “last fall”: the last one that is over.
func season(r *reading) (Expression, bool) {
	s := r.value("season")
	t := begin(r.Published.Year(), seasonBegins(s))
	switch {
	case r.steps() < 0 && t.AddDate(0, 3, 0).After(r.Published):
		t = t.AddDate(-1, 0, 0)
	case r.steps() > 0 && !t.After(r.Published):
		t = t.AddDate(1, 0, 0)
	case r.steps() == 0 && !r.has("this", "current"):
		t = r.nearest(t)
	}
	return inPart("%04d-%s", t.Year(), seasons[s]), true
}

// quarterOf returns the first day of a quarter in the year.
func (r *reading) quarterOf(year int) (time.Time, bool) {
	number := r.value("ord", "nth", "second")
	return begin(year, time.Month(3*number-2)), number > 0 && number < 5 && r.hasUnit(quarters)
}

// steps says how many units from now “last”, “this” and “next” are.
func (r *reading) steps() int { return r.value("last", "past", "prior", "next", "following") }
