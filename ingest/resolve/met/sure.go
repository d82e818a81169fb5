package met

import (
	_ "embed"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

//go:embed data/meetings.tsv
var meetingsTSV string

// aMeeting tells whether what was found is a meeting.
var aMeeting = loadSigns(meetingsTSV)

// given is how probable it must be that something is a meeting.
const given = 0.45

// sureness returns how probable it is that what several tellings say is a
// meeting.
func (m *maker) sureness(group []*telling, people []participant, f facts.Meeting) float64 {
	word := m.noun(group[0])
	anchor, agreeing := 0.0, 0.0
	for _, t := range group {
		anchor = max(anchor, t.frame.P)
		agreeing += count(t.frame.Status == f.Status)
	}
	v := values{
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
		v["people"] += p.probability()
		v["surest of the people"] = max(v["surest of the people"], p.probability())
	}
	return aMeeting.probability(v)
}
