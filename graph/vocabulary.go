package graph

import "slices"

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

// QuoteTypes say how much of a statement's content stands in quotation marks.
var QuoteTypes = []string{"direct", "mixed", "indirect"}

// Polarities and Modalities are those of what is said.
var (
	Polarities = []string{"positive", "negative"}
	Modalities = []string{"asserted", "possible", "necessary", "conditional", "desired"}
)

// Precisions are those of dates. Published is that of a statement of which it is
// known only that it was made by the day of publication.
var (
	Precisions = []string{"day", "week", "month", "year"}
	Published  = "published"
)

// AboutRoles are what somebody is of whom a statement tells.
var AboutRoles = []string{"target", "topic"}

// nodeWords and edgeWords list the properties whose values are words of a
// closed vocabulary.
var (
	nodeWords = map[Label]map[string][]string{
		Statement: {
			"act": Acts, "sourceKind": SourceKinds, "quoteType": QuoteTypes, "polarity": Polarities, "modality": Modalities,
			"datePrecision": append(slices.Clone(Precisions), Published),
		},
		Meeting: {"datePrecision": Precisions},
	}
	edgeWords = map[Type]map[string][]string{
		ReportedIn:     {"mode": Modes, "status": Statuses},
		About:          {"role": AboutRoles},
		RespondsTo:     {"how": Responses},
		ParticipatedIn: {"role": ParticipantRoles},
		SaidTo:         {"act": Acts},
	}
)
