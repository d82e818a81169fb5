package said

import (
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// occasions are the rules for the meeting at which a statement was made.
var occasions = []rule.By[made, string]{
	{Rule: rule.Rule{Decides: "meeting", Name: "the cue stands with it", Example: "Norway said at a meeting that it rained."}, Apply: made.atMeeting},
	{Rule: rule.Rule{Decides: "meeting", Name: "the speaker goes on", Example: "Norway said at a meeting that it rained. Norway added that it was late."}, Apply: made.onward},
	{Rule: rule.Rule{Decides: "meeting", Name: "words of its course", Example: "Norway met NATO. In opening remarks, Norway said that it rained."}, Apply: made.inCourse},
}

// setMeeting sets the meeting at which a statement was made.
func (m *maker) setMeeting(st *said) {
	if id, by, ok := rule.First(occasions, made{maker: m, st: st}); ok {
		st.Meeting = id
		st.decide(by)
	}
}

// atMeeting finds one that the sentence tells of beside the cue.
func (x made) atMeeting() (id string, ok bool) {
	for _, i := range x.triggers.in(x.SentenceOf(x.st.frame.Anchor).Range) {
		if met := x.Meetings[i]; x.attended(x.st, met) && x.beside(x.st, i) {
			return met.ID, true
		}
	}
	return "", false
}

// onward finds the one at which the speaker made the statement before, where that
// stands near and no time is told of this one.
func (x made) onward() (id string, ok bool) {
	last := x.st.before.by(x.st.speakers, x.st.sentence-onward)
	if last == nil || last.Meeting == "" || len(x.st.frame.Roles[document.When]) > 0 {
		return "", false
	}
	return last.Meeting, true
}

// inCourse finds the last one where words such as “opening remarks” tell that
// there was one.
func (x made) inCourse() (id string, ok bool) {
	if !occasion.MatchString(x.outside(x.st)) {
		return "", false
	}
	for _, met := range slices.Backward(x.Meetings) {
		if x.attended(x.st, met) && met.Spans.Trigger[0][0] < x.points.At(x.Words[x.st.frame.Anchor].Start) {
			return met.ID, true
		}
	}
	return "", false
}

// attended says whether a speaker took part in a meeting that was held.
func (m *maker) attended(st *said, met facts.Meeting) bool {
	return met.Status == "past" && slices.ContainsFunc(st.speakers, func(e *who.Entity) bool {
		return slices.ContainsFunc(met.Participants, func(p facts.Participant) bool { return p.ID == e.ID })
	})
}

// beside says whether the words for a meeting, by its index, stand beside the cue: “told a
// press conference”, “said at a meeting”.
func (m *maker) beside(st *said, meeting int) bool {
	s := m.SentenceOf(st.frame.Anchor)
	for w := s.First; w < s.Last; w++ {
		if covers(st.content, w) || !slices.Contains(m.triggers[w], meeting) {
			continue
		}
		t := tree.At(m.Document, w)
		if slices.Contains(st.frame.Roles[document.Addressee], w) || t.Up().Word == st.cue.Word && (t.Relation() == "obj" || lexicon.AtMeeting.Has(t.Preposition())) {
			return true
		}
		if up := t.Up(); lexicon.AtMeeting.Has(t.Preposition()) && up.Relation() == "advcl" && up.Up().Word == st.cue.Word {
			return true // “speaking at a meeting, she said”
		}
	}
	return false
}

// onward is how many sentences on somebody still speaks at the same meeting.
const onward = 2

// occasion matches words for what is said in the course of a meeting.
var occasion = regexp.MustCompile(`(?i)\b(?:opening|closing|concluding) (?:remarks|statement|speech|address)\b|\bacross the table\b|\bat the (?:meeting|talks|summit)\b`)

// outside returns the words of the cue's sentence that are not said.
func (m *maker) outside(st *said) string {
	var words []string
	s := m.SentenceOf(st.frame.Anchor)
	for w := s.First; w < s.Last; w++ {
		if !covers(st.content, w) {
			words = append(words, m.Words[w].Text)
		}
	}
	return strings.Join(words, " ")
}

// confidence returns the probability that a statement is one and its speaker
// is right.
func (m *maker) confidence(st *said) float64 {
	speaker, _ := facts.Decided(st.Decisions, "speaker", "")
	return hundredths(st.frame.P * speaker.Confidence)
}
