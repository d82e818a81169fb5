package graph

// Acts are what a speaker does by saying something.
var Acts = []string{
	"ASSERT", "ANNOUNCE", "CONFIRM", "DENY", "ACCUSE", "CRITICIZE", "PRAISE", "SUPPORT", "AGREE", "REJECT",
	"REQUEST", "ORDER", "ASK", "ANSWER", "PROMISE", "OFFER", "THREATEN", "WARN", "PREDICT", "SUGGEST",
	"BELIEVE", "APOLOGIZE", "THANK", "INVITE", "OTHER",
}

// SourceKinds are the kinds of sources that the graph cannot name. A source is
// one of whom the words tell only that (“a source close to the talks”).
var SourceKinds = []string{
	"official", "spokesperson", "politician", "police", "military", "lawyer", "analyst", "witness",
	"critic", "public", "media", "report", "poll", "source",
}

// Responses are the ways in which a statement responds to another.
var Responses = []string{"denies", "rejects", "confirms", "answers"}

// Statuses are those of meetings.
var Statuses = []string{"past", "planned", "postponed", "cancelled", "hypothetical", "denied"}

// Modes are those of meetings.
var Modes = []string{"in person", "phone", "video", "visit", "multilateral"}

// ParticipantRoles are what somebody is at a meeting; a speaker speaks at a
// press conference.
var ParticipantRoles = []string{"participant", "host", "visitor", "mediator", "speaker"}

// nodeWords and edgeWords list the properties whose values are words of a
// closed vocabulary.
var (
	nodeWords = map[Label]map[string][]string{
		Statement: {
			"act": Acts, "sourceKind": SourceKinds, "quoteType": {"direct", "mixed", "indirect"}, "polarity": {"positive", "negative"},
			"modality":      {"asserted", "possible", "necessary", "conditional", "desired"},
			"datePrecision": {"day", "week", "month", "year", "published"},
		},
		Meeting: {"datePrecision": {"day", "week", "month", "year"}},
	}
	edgeWords = map[Type]map[string][]string{
		ReportedIn:     {"mode": Modes, "status": Statuses},
		About:          {"role": {"target", "topic"}},
		RespondsTo:     {"how": Responses},
		ParticipatedIn: {"role": ParticipantRoles},
		SaidTo:         {"act": Acts},
	}
)
