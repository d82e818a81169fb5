package met

import _ "embed"

// Model holds what was learned (training/meetings): whether two tellings are of
// one meeting, whether somebody who is meant takes part, and whether what was
// found is a meeting.
type Model struct{ Same, Part, Meeting Signs }

//go:embed data/same.tsv
var sameTSV string

//go:embed data/participants.tsv
var participantsTSV string

//go:embed data/meetings.tsv
var meetingsTSV string

var learned = Model{load(sameTSV), load(participantsTSV), load(meetingsTSV)}

// Learned returns the model that was learned.
func Learned() Model { return learned }
