// Package when reads English expressions of date in prose, as “on Thursday”,
// “earlier this week” or “12 April”, against the day of publication and the
// tense of the sentence.
//
//	for _, e := range when.Find(sentence, when.Context{Published: day}) { … }
//
// A date is never more precise than the text: the precision says how much of
// Day is known. Values follow TIMEX3 (ISO-TimeML).
package when

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Context is what an expression is read against.
type Context struct {
	Published time.Time // zero where unknown: then only full dates are found
	Future    bool      // the sentence speaks of what is to come
	Last      time.Time // the day last spoken of, for “the same day”; may be zero
}

// Precision says how much of a date is known.
type Precision string

// The precisions. A week is known by its Monday.
const (
	Day   Precision = "day"
	Week  Precision = "week"
	Month Precision = "month"
	Year  Precision = "year"
)

// Expression is an expression of date, text[Start:End], and what it means.
type Expression struct {
	Start, End int
	Day        time.Time // the first day of the time meant
	Precision  Precision
}

// Value returns the date as YYYY-MM-DD (of a week its Monday), YYYY-MM or YYYY.
func (e Expression) Value() string {
	switch e.Precision {
	case Year:
		return e.Day.Format("2006")
	case Month:
		return e.Day.Format("2006-01")
	}
	return e.Day.Format(time.DateOnly)
}

const (
	month   = `(Jan|January|Feb|February|Mar|March|Apr|April|May|June?|July?|Aug|August|Sept?|September|Oct|October|Nov|November|Dec|December)`
	weekday = `(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)`
	count   = `(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several)`
)

// rule is a form of expression. Its resolve function is given what the
// pattern's groups matched, and says false where the day can't be known.
type rule struct {
	pattern *regexp.Regexp
	resolve func(c Context, groups []string) (time.Time, Precision, bool)
}

// rules are tried in order; the first that matches at a place wins.
var rules = []rule{
	{re(`\b(\d{4})-(\d{2})-(\d{2})\b`), func(_ Context, g []string) (time.Time, Precision, bool) {
		t, err := time.Parse(time.DateOnly, g[0])
		return t, Day, err == nil
	}},
	{re(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ` + month + `\.?(?:,? (\d{4}))?\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		return c.date(g[1], g[2], g[3])
	}},
	{re(`\b` + month + `\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (\d{4})\b)?`), func(c Context, g []string) (time.Time, Precision, bool) {
		return c.date(g[2], g[1], g[3])
	}},
	{re(`\b` + month + `\.?,? (\d{4})\b`), func(_ Context, g []string) (time.Time, Precision, bool) {
		t, err := time.Parse("Jan 2006", g[1][:3]+" "+g[2])
		return t, Month, err == nil
	}},
	{re(`(?i)\b(the day before yesterday|yesterday|today|tonight|this (?:morning|afternoon|evening)|tomorrow|the day after tomorrow)\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		days := map[string]int{"the day before yesterday": -2, "yesterday": -1, "tomorrow": 1, "the day after tomorrow": 2}
		return c.Published.AddDate(0, 0, days[strings.ToLower(g[1])]), Day, c.known()
	}},
	{re(`(?i)\b(?:on )?(?:the|that) same day\b`), func(c Context, _ []string) (time.Time, Precision, bool) {
		return c.Last, Day, !c.Last.IsZero()
	}},
	{re(`(?i)\bthe (following|next|previous) day\b|\bthe day (after|before)\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		step := 1
		if strings.EqualFold(g[1], "previous") || strings.EqualFold(g[2], "before") {
			step = -1
		}
		return c.Last.AddDate(0, 0, step), Day, !c.Last.IsZero()
	}},
	{re(`\b(?:([Ll]ast|[Nn]ext|[Tt]his|[Cc]oming) )?` + weekday + `\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		return c.weekday(g[2], strings.ToLower(g[1])), Day, c.known()
	}},
	{re(`(?i)\b(?:(?:earlier|later) )?(this|last|next) (week|month|year)\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		step := map[string]int{"this": 0, "last": -1, "next": 1}[strings.ToLower(g[1])]
		t, p := c.shift(step, strings.ToLower(g[2]))
		return t, p, c.known()
	}},
	{re(`(?i)\b` + count + ` (day|week|month|year)s? (ago|earlier|later)\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		n, ok := number(g[1])
		if strings.EqualFold(g[3], "later") {
			return time.Time{}, Day, false
		}
		if strings.EqualFold(g[2], "day") {
			return c.Published.AddDate(0, 0, -n), Day, ok && c.known()
		}
		t, p := c.shift(-n, strings.ToLower(g[2]))
		return t, p, ok && c.known()
	}},
	{re(`\b[Ii]n ` + month + `\b`), func(c Context, g []string) (time.Time, Precision, bool) {
		return c.month(g[1]), Month, c.known()
	}},
	{re(`\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil) (?:early |late |mid-)?((?:19|20)\d{2})\b`), func(_ Context, g []string) (time.Time, Precision, bool) {
		year, _ := strconv.Atoi(g[1])
		return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), Year, true
	}},
}

func re(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// Find returns the expressions of text in order; those that the context does
// not suffice to read are left out.
func Find(text string, c Context) []Expression {
	var found []Expression
	for _, r := range rules {
		for _, m := range r.pattern.FindAllStringSubmatchIndex(text, -1) {
			if slices.ContainsFunc(found, func(e Expression) bool { return m[0] < e.End && e.Start < m[1] }) {
				continue
			}
			if day, precision, ok := r.resolve(c, groups(text, m)); ok {
				found = append(found, Expression{m[0], m[1], day, precision})
			}
		}
	}
	slices.SortFunc(found, func(a, b Expression) int { return a.Start - b.Start })
	return found
}

func groups(text string, m []int) []string {
	matched := make([]string, len(m)/2)
	for i := range matched {
		if m[2*i] >= 0 {
			matched[i] = text[m[2*i]:m[2*i+1]]
		}
	}
	return matched
}

func (c Context) known() bool { return !c.Published.IsZero() }

// date reads a day and month; without a year it is the one nearest to the day
// of publication on the side of the tense.
func (c Context) date(day, month, year string) (time.Time, Precision, bool) {
	if year != "" {
		t, err := time.Parse("2 Jan 2006", day+" "+month[:3]+" "+year)
		return t, Day, err == nil
	}
	if !c.known() {
		return time.Time{}, Day, false
	}
	t, err := time.Parse("2 Jan 2006", day+" "+month[:3]+" "+strconv.Itoa(c.Published.Year()))
	return c.nearest(t), Day, err == nil
}

// nearest moves a date by a year where its tense asks for it.
func (c Context) nearest(t time.Time) time.Time {
	const slack = 31 * 24 * time.Hour // a tense may be wrong, half a year rarely
	switch {
	case !c.Future && t.Sub(c.Published) > slack:
		return t.AddDate(-1, 0, 0)
	case c.Future && c.Published.Sub(t) > slack:
		return t.AddDate(1, 0, 0)
	}
	return t
}

func (c Context) month(name string) time.Time {
	t, _ := time.Parse("2 Jan 2006", "1 "+name[:3]+" "+strconv.Itoa(c.Published.Year()))
	return c.nearest(t)
}

// weekday returns the day of that name: in the past the last one, the day of
// publication included, as the press writes; in the future the next one.
func (c Context) weekday(name, which string) time.Time {
	index := slices.IndexFunc(weekdays, func(d time.Weekday) bool { return d.String() == name })
	back := (int(c.Published.Weekday()) - index + 7) % 7
	switch {
	case which == "last" && back == 0:
		back = 7
	case which == "next" || which == "coming" || c.Future && which != "last":
		if back -= 7; back == -7 && which == "" {
			back = 0
		}
	}
	return c.Published.AddDate(0, 0, -back)
}

var weekdays = []time.Weekday{time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday}

// shift returns the week, month or year that many steps from publication.
func (c Context) shift(steps int, unit string) (time.Time, Precision) {
	year, month, _ := c.Published.Date()
	switch unit {
	case "week":
		monday := c.Published.AddDate(0, 0, -(int(c.Published.Weekday())+6)%7)
		return monday.AddDate(0, 0, 7*steps), Week
	case "month":
		return time.Date(year, month+time.Month(steps), 1, 0, 0, 0, 0, time.UTC), Month
	}
	return time.Date(year+steps, 1, 1, 0, 0, 0, 0, time.UTC), Year
}

// number reads a small count; “several” is none.
func number(s string) (int, bool) {
	words := []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	s = strings.ToLower(s)
	if s == "a" || s == "an" {
		return 1, true
	}
	if i := slices.Index(words, s); i > 0 {
		return i, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n < 10000
}
