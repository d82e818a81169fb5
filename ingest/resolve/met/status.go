package met

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// byVerb are constructions that tell the status of a meeting, in the order in which
// they are asked.
var byVerb = []rule.By[*telling, string]{
	{Rule: statusBy("asked to be called off", "He urged Doe to cancel the [meeting]."), Apply: askedOff},
	{Rule: calledOff, Apply: stopped("cancelled", cancels, callsOff)},
	{Rule: putOff, Apply: stopped("postponed", postpones, putsOff)},
	{Rule: statusBy("somebody denies it", "Doe denied that he [met] Roe."), Apply: disputed},
	{Rule: statusBy("its verb is negated", "Doe did not [meet] Roe."), Apply: negated},
	{Rule: statusBy("what did not take place", "The [talks] did not take place."), Apply: notHeld},
}

// What befell a meeting in the end, whatever else is told of it.
var (
	calledOff = statusBy("it was called off", "The [talks] were cancelled.")
	putOff    = statusBy("it was put off", "The [talks] were postponed.")
)

// last are the rules whose status a meeting has, whatever else is told of it.
var last = []rule.Rule{calledOff, putOff, byDay}

// byDay is how a meeting that was taken for past is planned.
var byDay = statusBy("its day is still to come", "Doe [meets] Roe on Friday.")

func statusBy(name, example string) rule.Rule {
	return rule.Rule{Decides: "status", Name: name, Example: example}
}

// Patterns of what happens to a meeting.
var (
	meets     = tree.MustCompile(`:VERB [!>advmod "again"|"only"|"just"|"yet"] [!>advcl|obl]`, nil)
	held      = tree.MustCompile(`<nsubj|nsubj:pass @held =verb`, words)
	cancels   = tree.MustCompile(`<obj|nsubj:pass @cancel =verb`, words)
	callsOff  = tree.MustCompile(`<obj|nsubj:pass call [>compound:prt "off"] =verb`, nil)
	postpones = tree.MustCompile(`<obj|nsubj:pass @postpone =verb`, words)
	putsOff   = tree.MustCompile(`<obj|nsubj:pass put [>compound:prt|advmod "off"|"back"] =verb`, nil)
	asked     = tree.MustCompile(`<xcomp|acl|ccomp @ask`, words)
	denies    = tree.MustCompile(`<ccomp|xcomp|obj deny =verb`, nil)
)

// askedOff says of a meeting that somebody wants called off that it is planned still.
func askedOff(t *telling) (string, bool) {
	for _, p := range []*tree.Pattern{cancels, callsOff, postpones, putsOff} {
		if verb := p.Match(t.head).At("verb"); verb.OK() && (verb.Feature("Mood=Imp") || verb.Infinitive() && asked.Matches(verb)) {
			return "planned", t.unlike("cancelled", "postponed")
		}
	}
	return "", false
}

// stopped returns a rule for what patterns tell to have been done to a meeting: in a
// finite clause, and not before something else that is told, as “had been” has it.
func stopped(status string, patterns ...*tree.Pattern) func(*telling) (string, bool) {
	return func(t *telling) (string, bool) {
		return status, slices.ContainsFunc(patterns, func(p *tree.Pattern) bool {
			verb := p.Match(t.head).At("verb")
			return verb.OK() && !verb.Negated() && !verb.Infinitive() && !verb.Has("aux", "had", "would", "could", "might", "may") &&
				slices.Contains([]when.Tense{when.Past, when.Present}, verb.Tense())
		})
	}
}

// unlike says whether the network takes the status for one of those given.
func (t *telling) unlike(statuses ...string) bool {
	return slices.Contains(statuses, t.frame.Status)
}

// supposed says whether the network takes the meeting for past or planned.
func (t *telling) supposed() bool { return t.unlike("past", "planned") }

func disputed(t *telling) (string, bool) {
	verb := denies.Match(t.head).At("verb")
	return "denied", t.supposed() && verb.OK() && !verb.Negated()
}

func negated(t *telling) (string, bool) {
	return "denied", t.supposed() && t.head.Negated() && meets.Matches(t.head)
}

func notHeld(t *telling) (string, bool) {
	verb := held.Match(t.head).At("verb")
	return "denied", t.supposed() && verb.OK() && verb.Negated()
}

// setStatus sets the status of a telling by what the words around tell.
func (m *maker) setStatus(t *telling) {
	if told, by, ok := rule.First(byVerb, t); ok {
		t.frame.Status, t.frame.Sure, t.statusBy = told, by.Share(), by
	}
}

// setAgreement makes status and day agree: what has a day to come by its own clause
// is planned; any other day that doesn't fit is of something else.
func (m *maker) setAgreement(t *telling) {
	if t.date == nil || dates.Fits(m.dateFor(*t.date, t.frame.Status), t.frame.Status, m.Article) {
		return
	}
	words := document.Range{First: m.WordAt(t.date.Start), Last: m.WordAt(t.date.End-1) + 1}
	if t.frame.Status == "past" && m.distance(t, words) < hanging && tree.TenseOf(m.Document, words) == when.Future {
		t.frame.Status, t.frame.Sure, t.statusBy = "planned", byDay.Share(), byDay
		return
	}
	t.date = nil
}
