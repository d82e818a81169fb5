package met

import (
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// Example is something of which a model is asked, with its signs: a pair of
// tellings, somebody who may take part, or a meeting.
type Example struct {
	Triggers [][]facts.Span // of each telling
	Entity   *who.Entity    // who may take part
	Values   Values
}

// Examples returns all that the model is asked of an article: pairs of tellings,
// and of the meetings that the model makes of them, the people and these.
func Examples(s Scene, model Model) (pairs, people, meetings []Example) {
	m := newMaker(s, model)
	for i, b := range m.told {
		for _, a := range m.told[:i] {
			pairs = append(pairs, Example{Triggers: m.spansOf(a, b), Values: m.compare(a, b)})
		}
	}
	for _, group := range m.groups() {
		triggers := m.spansOf(group...)
		for _, p := range m.meantBy(group) {
			people = append(people, Example{triggers, p.Entity, p.signs})
		}
		f, _ := m.meeting(group)
		meetings = append(meetings, Example{Triggers: triggers, Values: m.meetingSigns(group, m.together(group), f)})
	}
	return pairs, people, meetings
}

// spansOf returns where the triggers of tellings stand.
func (m *maker) spansOf(tellings ...*telling) (all [][]facts.Span) {
	for _, t := range tellings {
		var spans []facts.Span
		for _, r := range t.triggers() {
			spans = append(spans, m.span(m.SpanOf(r)))
		}
		all = append(all, spans)
	}
	return all
}
