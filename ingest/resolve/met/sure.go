package met

import "github.com/newsgraph/newsgraph/ingest/facts"

// given is the least probability with which something is a meeting.
const given = 0.45

// sureness returns how probable it is that what several tellings say is a
// meeting.
func (m *maker) sureness(group []*telling, people []participant, f facts.Meeting) float64 {
	return m.model.Meeting.Probability(m.meetingSigns(group, people, f))
}

func (m *maker) meetingSigns(group []*telling, people []participant, f facts.Meeting) Values {
	word := m.noun(group[0])
	anchor, agreeing := 0.0, 0.0
	for _, t := range group {
		anchor = max(anchor, t.frame.P)
		agreeing += count(t.frame.Status == f.Status)
	}
	v := Values{
		"people":                  0,
		"surest of the people":    0,
		"anchor from 0.95 on":     count(anchor > 0.95),
		"anchor from 0.99 on":     count(anchor > 0.99),
		"planned":                 count(f.Status == "planned"),
		"hypothetical":            count(f.Status == "hypothetical"),
		"visit":                   count(f.Mode == "visit"),
		"multilateral":            count(f.Mode == "multilateral"),
		"dated":                   count(f.Date != ""),
		"share of its status":     agreeing / float64(len(group)),
		"meet":                    count(word.Lemma() == "meet"),
		"usual word":              count(stands("usual", word)),
		"article before the word": count(word.Has("det", "a", "an", "the")),
	}
	for _, p := range people {
		v["people"] += p.likely
		v["surest of the people"] = max(v["surest of the people"], p.likely)
	}
	return v
}
