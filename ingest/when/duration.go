package when

import "slices"

// lengths are durations.
var lengths = []form{
	{`AMOUNT`, duration},
	{`(the|a)? AMOUNT hyphen? old`, func(*reading) (Expression, bool) { return Expression{}, true }}, // an age
	{`num? num slash num hyphen? UNIT`, fraction},
	{`ABOUT? year units`, func(r *reading) (Expression, bool) { return length(r.value("year"), r.unit()), true }},
	{`for units|units to units|the (ORD|early)? units`, func(r *reading) (Expression, bool) { return length(0, r.unit()), true }},
	{`the full? unit ended`, func(r *reading) (Expression, bool) { return length(1, r.unit()), r.unit() == years }},
	{`EARLY? the? (last|past|next|latest|ORD|following|prior) COUNT more? hyphen? UNIT`, duration},
	{`COUNT to COUNT hyphen? UNIT`, duration},
	{`(that|these|a) COUNT hyphen? UNIT`, duration},
	{`a more unit`, duration},
	{`half a? unit`, func(r *reading) (Expression, bool) {
		return length(30, minutes), r.unit() == hours
	}},
	{`(recent|past|next|prior|the past|the last|the next|the recent) units`, func(r *reading) (Expression, bool) { return length(0, r.unit()), true }},
	{`units ahead|units hyphen long`, func(r *reading) (Expression, bool) { return length(0, r.unit()), true }},
	{`the past unit`, func(r *reading) (Expression, bool) { return length(1, r.unit()), true }},
}

// sets are times that come again.
var sets = []form{
	{`each (num|ORD)? UNIT`, func(r *reading) (Expression, bool) {
		n := r.value("num", "ord", "nth")
		return every(length(max(n, 1), r.unit())), true
	}},
	{`often`, func(r *reading) (Expression, bool) { return every(length(1, unit(r.value("often")))), true }},
	{`once (a|per) unit`, func(r *reading) (Expression, bool) { return every(length(1, r.unit())), true }},
	{`num units (a|per) unit`, func(*reading) (Expression, bool) { return Expression{}, true }}, // a rate
	{`each weekday part?|weekdays parts?|weekday parts`, func(r *reading) (Expression, bool) {
		return Expression{Type: Set, TIMEX: weekly(r.value("weekday", "weekdays")) + r.partOfDay()}, true
	}},
}

// references are vague.
var references = []form{
	{`now|present|the? current|these units`, func(*reading) (Expression, bool) { return reference(Present), true }},
	{`recently|the past`, func(*reading) (Expression, bool) { return reference(Past), true }},
	{`(the|in) near? future|the near period`, func(*reading) (Expression, bool) { return reference(Future), true }},
}

// fraction reads “2 1/2 years”.
func fraction(r *reading) (Expression, bool) {
	nums := r.values("num")
	last := len(nums) - 1
	if r.unit() != years || nums[last] == 0 || 12*nums[last-1]%nums[last] != 0 {
		return Expression{}, false
	}
	e := length(12*nums[last-1]/nums[last], months)
	if last == 2 {
		e.TIMEX = length(nums[0], years).TIMEX + e.TIMEX[1:]
	}
	return e, true
}

func duration(r *reading) (Expression, bool) {
	n, _ := r.amount()
	share := r.unit() == quarters && (n == 1 || r.has("units") && r.has("hyphen")) // “a quarter”, “three-quarters”
	return length(n, r.unit()), !share
}

// amount returns how many units; false where the words leave it open.
func (r *reading) amount() (int, bool) {
	if it, found := r.find("num"); found {
		return it.value, it.value > 0
	}
	if it, found := r.find("few"); found {
		return it.value, it.value > 0
	}
	return 1, true
}

// hasUnit says whether one of the words is of that unit.
func (r *reading) hasUnit(u unit) bool {
	for _, name := range []string{"unit", "units"} {
		if slices.Contains(r.values(name), int(u)) {
			return true
		}
	}
	return false
}

func (r *reading) unit() unit { return unit(r.value("unit", "units")) }
