package explain

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

func (e *explainer) statement(s facts.Statement) {
	n := note{Kind: statement, ID: s.ID, at: s.Spans.Cue[0][0], Title: s.Act + ": " + quoted(oneLine(s.Text))}
	e.speakers(&n, s)
	n.decided(line{What: "act", Value: s.Act, Words: e.words(s.Spans.Cue)}, s.Decisions, "act", "")
	for _, id := range s.Addressees {
		n.decided(line{What: "addressee", Value: e.names[id], Words: e.words(s.Spans.Addressee)}, s.Decisions, "addressee", id)
	}
	for _, id := range s.Targets {
		n.decided(line{What: "target", Value: e.names[id], Words: e.words(s.Spans.Target)}, s.Decisions, "target", id)
	}
	if s.Date != "" {
		n.decided(line{What: "date", Value: s.Date + " (" + s.DatePrecision + ")", Words: told(s.DateText)}, s.Decisions, "date", "")
	}
	if s.Meeting != "" {
		n.decided(line{What: "made at", Value: e.names[s.Meeting], to: s.Meeting}, s.Decisions, "meeting", "")
	}
	if s.Within != "" {
		n.Lines = append(n.Lines, line{What: "within the words of", to: s.Within})
	}
	if s.RespondsTo != "" {
		n.decided(line{What: "responds to", Value: s.How, to: s.RespondsTo}, s.Decisions, "respondsTo", "")
	}
	content := told(s.QuoteType, s.Polarity, s.Modality)
	if s.AttributionNegated {
		content = append(content, "not said")
	}
	n.Lines = append(n.Lines, line{What: "content", Value: strings.Join(content, ", ")})
	e.notes = append(e.notes, n)
}

// speakers tells who made a statement and who passed it on.
func (e *explainer) speakers(n *note, s facts.Statement) {
	voices := s.Voices()
	for i, id := range voices {
		words := s.Spans.Speaker
		if i < len(s.Spans.Speakers) {
			words = s.Spans.Speakers[i]
		}
		n.decided(line{What: "speaker", Value: e.names[id], Words: e.words(words)}, s.Decisions, "speaker", "")
	}
	if len(voices) == 0 {
		n.decided(line{What: "speaker", Value: "nobody whom the graph can name", Words: e.words(s.Spans.Speaker)}, s.Decisions, "speaker", "")
	}
	if s.Unnamed != nil && s.Unnamed.Kind != "" {
		n.Lines = append(n.Lines, line{What: "kind of source", Value: s.Unnamed.Kind})
	}
	if s.ReportedBy != "" {
		n.decided(line{What: "passed on by", Value: e.names[s.ReportedBy], Words: e.words(s.Spans.ReportedBy)}, s.Decisions, "reportedBy", "")
	}
}
