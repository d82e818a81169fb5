// Package when reads English expressions of time in prose, as “on Thursday”,
// “earlier this week”, “12 April” or “every two years”, against the day of
// publication, the tense of their verb and the day last spoken of.
//
//	c := &when.Context{Published: day, Tense: tense}
//	for _, e := range when.Find(sentence, c) { … }
//
// A date is never more precise than the text: the precision says how much of
// Day is known. Types and values are those of TIMEX3 (ISO-TimeML).
package when

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Context is what the expressions of one article are read against. Find moves
// it on, since “the following day” is that of the day last spoken of.
type Context struct {
	Published time.Time                  // zero where unknown: then only full dates are found
	Tense     func(start, end int) Tense // of the verb that governs text[start:end]; may be nil
	Named     func(start, end int) bool  // whether text[start:end] is of a name, as in “June Carter”; may be nil

	last    Expression // the date last spoken of
	day     time.Time  // the day last spoken of
	quarter Expression // the quarter spoken of, while no other year is
}

// Tense is the tense of a verb.
type Tense int

// The tenses. Plans are Future, as in “is to meet”.
const (
	NoTense Tense = iota
	Past
	Present
	Future
)

// Type is the type of an expression, as TIMEX3 has them.
type Type string

// The types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME" // of a day
	Duration Type = "DURATION"
	Set      Type = "SET" // “every week”
)

// Precision says how much of a date is known.
type Precision string

// The precisions. A week is known by its Monday.
const (
	Day   Precision = "day"
	Week  Precision = "week"
	Month Precision = "month"
	Year  Precision = "year"
)

// Expression is an expression of time, text[Start:End], and what it means.
type Expression struct {
	Start, End int
	Type       Type
	TIMEX      string    // the value as TIMEX3 has it: 2022-01-21T15:00, P2Y, PAST_REF
	Day        time.Time // the first day of the calendar date meant; zero where there is none
	Precision  Precision // of Day
	Assumed    bool      // Day is the one last spoken of: the words give only the time
}

// Value returns the date as YYYY-MM-DD (of a week its Monday), YYYY-MM or YYYY;
// "" where the expression is no calendar date.
func (e Expression) Value() string {
	switch e.Precision {
	case "":
		return ""
	case Year:
		return e.Day.Format("2006")
	case Month:
		return e.Day.Format("2006-01")
	}
	return e.Day.Format(time.DateOnly)
}

// candidate is a place that a rule matches.
type candidate struct {
	first, last int // among the items
	rule        int
}

// Find returns the expressions of text in order; those that the context does
// not suffice to read are left out. Where rules compete, the one that matches
// first in the text and longest wins. The time is linear in the length of text.
func Find(text string, c *Context) []Expression {
	items := classify(text)
	var found []Expression
	done := 0
	for _, m := range candidates(items) {
		if m.first < done {
			continue
		}
		r := reading{Context: c, items: items[m.first:m.last]}
		if rules[m.rule].relative && !r.known() || c.named(r.items) {
			continue
		}
		e, ok := rules[m.rule].read(&r)
		if !ok || !e.plausible() {
			continue
		}
		done = m.last
		if e.Type == "" {
			continue
		}
		e.Start, e.End = items[m.first].start, items[m.last-1].end
		found = append(found, e)
		if !r.aside {
			c.remember(e)
		}
	}
	return found
}

// candidates returns what the rules match, in the order of their preference.
func candidates(items []item) []candidate {
	var all []candidate
	classes := make([]byte, len(items))
	for i, it := range items {
		classes[i] = it.class
	}
	for first := 0; first < len(items); first++ {
		last := first
		for last < len(items) && classes[last] != other {
			last++
		}
		all = match(all, classes[first:last], first)
		first = last
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(a.first-b.first, b.last-a.last, a.rule-b.rule)
	})
	return all
}

func (c *Context) known() bool { return !c.Published.IsZero() }

func (c *Context) named(items []item) bool {
	return c.Named != nil && c.Named(items[0].start, items[len(items)-1].end)
}

// remember keeps what later expressions may mean.
func (c *Context) remember(e Expression) {
	if e.Type == Date && e.TIMEX[0] < 'A' {
		c.last = e
		switch {
		case strings.Contains(e.TIMEX, "-Q"):
			c.quarter = e
		case e.Precision == Year:
			c.quarter = Expression{}
		}
	}
	if e.Precision == Day {
		c.day = e.Day
		if e.Type == Time && !e.Assumed {
			c.last, _ = dayOf(e.Day.Year(), int(e.Day.Month()), e.Day.Day()) // “a day earlier” than Tuesday evening
		}
	}
}

// plausible says whether the year, decade or century is one that people write
// of.
func (e Expression) plausible() bool {
	if e.Type == "" || e.Type == Duration || e.Type == Set || e.TIMEX[0] >= 'A' {
		return true
	}
	digits := len(e.TIMEX) - len(strings.TrimLeft(e.TIMEX, "0123456789"))
	number := atoi(e.TIMEX[:digits])
	switch digits {
	case 2:
		return true
	case 3:
		return number >= firstYear/10 && number <= lastYear/10
	}
	return digits == 4 && number >= firstYear && number <= lastYear
}
