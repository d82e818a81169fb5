package known

import (
	"slices"
	"strconv"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// strength is how much speaks for somebody.
type strength int

const (
	nothing strength = iota
	rival            // nobody else may be meant by the name and the country alone
	country          // the article names the country or body, where an office was held at the time
	office           // it tells of the office
)

// evidence is what speaks for one of those whom a name may name.
type evidence struct {
	*people.Person
	fit people.Fit
	strength
	term people.Term // the office that speaks most for it
}

func (v evidence) text() string {
	t := v.term
	text := t.Position + " (" + t.Country + "), from " + t.Start
	if t.End != "" {
		text += " to " + t.End
	}
	return text
}

func (v evidence) rule() rule.Rule { return rules[v.fit][v.strength] }

// weigh returns what speaks for a person of the table.
func (f *finder) weigh(e *who.Entity, m people.Match) evidence {
	best := evidence{Person: m.Person, fit: m.Fit}
	if f.contradicts(e, m) {
		return best
	}
	for _, t := range m.Terms {
		s := nothing
		switch {
		case f.holds(e, m, t):
			s = office
		default:
			s = f.fits(e, m, t)
		}
		if s > best.strength || s == best.strength && s != nothing && t.Covers(f.date) && !best.term.Covers(f.date) {
			best.strength, best.term = s, t
		}
	}
	return best
}

// contradicts says whether the article tells of somebody else: of another gender,
// or of who holds an office where the person has none.
func (f *finder) contradicts(e *who.Entity, m people.Match) bool {
	if m.Fit == people.Family && e.Gender != gazetteer.Unknown && m.Gender != "" && string(e.Gender) != m.Gender {
		return true
	}
	return slices.ContainsFunc(e.Offices, func(o who.Office) bool {
		return explicit(o) && owner(o) != "" && !slices.ContainsFunc(m.Terms, func(t people.Term) bool { return owner(o) == home(t) })
	})
}

// holds says whether the article tells that somebody holds, or held, what a term
// is of.
func (f *finder) holds(e *who.Entity, m people.Match, t people.Term) bool {
	return slices.ContainsFunc(e.Offices, func(o who.Office) bool {
		return f.owned(o, t) && f.timely(o, m, t) && trusted(m, t) && suits(o.Title, t)
	})
}

// owned says whether an office may be of the country or body of a term.
func (f *finder) owned(o who.Office, t people.Term) bool {
	switch {
	case owner(o) == home(t):
		return true
	case explicit(o):
		return false
	}
	return f.named[home(t)] || heads(t) && (o.Of == nil || o.Of.Label == graph.Country)
}

// timely says whether an office may be a term by the dates: one that is held has
// not ended long ago, one held formerly has begun.
func (f *finder) timely(o who.Office, m people.Match, t people.Term) bool {
	switch {
	case f.date == "":
		return m.Fit == people.Full
	case o.Former || m.Fit == people.Full && explicit(o):
		return t.Start[:4] <= f.date[:4]
	}
	return t.Covers(f.date) || t.Start[:4] <= f.date[:4] && t.End != "" && year(f.date)-year(t.End) <= 1
}

// fits says how much speaks for a person where the article names the country or
// body of an office and no more.
func (f *finder) fits(e *who.Entity, m people.Match, t people.Term) strength {
	switch {
	case !f.named[home(t)] || !trusted(m, t):
		return nothing
	case m.Fit == people.Part:
		return nothing
	case m.Fit == people.Family:
		return f.fitsFamily(t)
	case f.date == "" && heads(t), f.about(t, before, after), f.about(t, longBefore, longAfter) && public(e, t):
		return country
	}
	return nothing
}

// How many years before or after an office whom the press names in full may be
// called without it, and one of whom the article tells another office in that country.
const (
	before, after         = 1, 10
	longBefore, longAfter = 15, 15
)

// about says whether an office of the government was held within some years of
// the article.
func (f *finder) about(t people.Term, before, after int) bool {
	return f.date != "" && t.Kind != people.Legislator && t.Kind != people.Other && year(t.Start)-year(f.date) <= before && (t.End == "" || year(f.date)-year(t.End) <= after)
}

// public says whether the article tells that somebody has an office in the
// country of a term.
func public(e *who.Entity, t people.Term) bool {
	return slices.ContainsFunc(e.Offices, func(o who.Office) bool { return owner(o) == home(t) && kindsOf(o.Title) != nil })
}

// fitsFamily says how much speaks for who has the family name that the article
// has alone: he is in a great office, or, so that nobody is taken for another, in
// one that the press might call by it, too.
func (f *finder) fitsFamily(t people.Term) strength {
	if f.date == "" || t.End == "" && t.AsOf != "" && year(f.date)-year(t.AsOf) > weary {
		return nothing
	}
	switch current := t.Covers(f.date); {
	case great(t) && current:
		return country
	case slices.Contains([]people.Kind{people.Legislator, people.Other, people.OtherMinister}, t.Kind):
		return nothing
	case current || t.Start < f.date && t.End != "" && year(f.date)-year(t.End) <= remembered(t):
		return rival
	}
	return nothing
}

// remembered returns how many years after an office its holder may be called by
// the family name alone.
func remembered(t people.Term) int {
	if heads(t) {
		return 15
	}
	return 5
}

// weary is how many years after the day of its source an open term tells no more.
const weary = 3

// trusted says whether a term may decide: one from memory only for a person of
// whom the name in full and other offices in that country tell.
func trusted(m people.Match, t people.Term) bool {
	return !t.Memory || m.Fit == people.Full && slices.ContainsFunc(m.Terms, func(other people.Term) bool { return !other.Memory && other.Country == t.Country })
}

func year(date string) int {
	n, _ := strconv.Atoi(date[:min(len(date), 4)])
	return n
}
