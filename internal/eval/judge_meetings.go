package eval

import (
	"fmt"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// meetings judges meetings: one is found where a trigger is the same or, where
// none is marked, half of those who can be named took part.
func (j *judgement) meetings() {
	gold, given, pairs := j.m.Meetings, j.f.Meetings, j.meetingPairs()
	j.add("meetings", len(pairs), len(gold), len(given))
	j.add("whole", 0, 0, len(given))
	for i, g := range gold {
		if k, found := pairs[i]; found {
			j.meeting(g, given[k])
			j.meetingRules(g, given[k])
		} else {
			j.add("participants", 0, len(named(g.Participants)), 0)
			j.add("whole", 0, 1, 0)
			j.differ(j.m, "-", "meeting", "%s", g)
		}
	}
	for k, f := range given {
		j.sure["meetings"].add(f.Confidence, isGiven(pairs, k))
		j.decided(f.Decisions, "meeting", "", isGiven(pairs, k))
		if !isGiven(pairs, k) {
			j.differ(j.m, "+", "meeting", "%s", ofFacts(f))
		}
	}
}

// meetingPairs pairs marked meetings with those of the facts.
func (j *judgement) meetingPairs() map[int]int {
	var matches []match
	for i, g := range j.m.Meetings {
		for k, f := range j.f.Meetings {
			if score := j.sameMeeting(g, f); score > 0 {
				matches = append(matches, match{score, i, k})
			}
		}
	}
	return bestPairs(matches)
}

// sameMeeting returns how well a meeting is the marked one, 0 where it is not.
func (j *judgement) sameMeeting(g markedMeeting, f facts.Meeting) float64 {
	want := named(g.Participants)
	hit, _, _ := j.parties(want, attendants(f))
	state := 0.25*float64(one(f.Status == g.Status)) + 0.1*float64(one(g.Date == "" || f.Date == g.Date))
	there := float64(len(hit)) / float64(max(1, len(want)))
	switch {
	case len(g.Triggers) > 0 && touch(shifted(g.Triggers, j.shift), f.Spans.Trigger):
		return 1 + there + state
	case len(g.Triggers) == 0 && len(want) > 0 && there >= 0.5:
		return there + state
	}
	return 0
}

// meeting judges a meeting that was found.
func (j *judgement) meeting(g markedMeeting, f facts.Meeting) {
	want := named(g.Participants)
	hit, missed, extra := j.parties(want, attendants(f))
	j.add("participants", len(hit), len(want), len(hit)+len(extra))
	status := f.Status == g.Status
	place := g.Place == "" || j.names.same(f.Place, g.Place)
	day := g.Date == "" || f.Date == g.Date
	j.share("status", status)
	if g.Place != "" {
		j.share("place", place)
	}
	if g.Date != "" {
		j.share("day", day)
	}
	whole := len(missed) == 0 && status && place && day
	j.add("whole", one(whole), 1, 0)
	if !whole {
		j.differ(j.m, "~", "meeting", "%s got %s", g, ofFacts(f))
	}
}

// attendants returns the ids of those who took part.
func attendants(f facts.Meeting) (ids []string) {
	for _, p := range f.Participants {
		ids = append(ids, p.ID)
	}
	return ids
}

func (g markedMeeting) String() string {
	return fmt.Sprintf("%q %s %s %s", named(g.Participants), g.Status, nobody(g.Place), nobody(g.Date))
}

// ofFacts is a meeting of the facts in the form of the marks.
func ofFacts(f facts.Meeting) markedMeeting {
	return markedMeeting{nil, attendants(f), f.Place, f.Date, f.Status}
}
