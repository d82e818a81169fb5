package resolve

import (
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// meeting is a meeting of at least two.
type meeting struct {
	participants []*entity
	place        *entity
	date         dated
	mode, status string
	triggers     []article.Span
	sentences    []article.Span
}

// trigger matches the words that tell of a meeting.
var trigger = regexp.MustCompile(`(?i)\b(?:(?:met|meets?|meeting|to meet)(?: with)?|(?:held|holds?|holding|hosted|had|have)(?: \w+){0,3} (?:talks|meetings?|summit|call|negotiations|discussions)|` +
	`(?:talks|meeting|summit|call|conversation|negotiations) (?:between|with)|spoke(?: \w+)? (?:by|on the|over the) (?:tele)?phone|spoke (?:with|to)|visit(?:s|ed)?|hosts?|hosted|received|welcomed)\b`)

// modes and statuses are told by the words of the sentence; the first that
// matches wins.
var (
	modes = []pattern{
		{regexp.MustCompile(`(?i)\b(?:video ?(?:call|conference|link)|virtual)`), "video"},
		{regexp.MustCompile(`(?i)\b(?:(?:tele)?phone|by phone|call(?:ed)? (?:between|with))\b`), "phone"},
		{regexp.MustCompile(`(?i)\b(?:summit|G7|G20)\b`), "multilateral"},
		{regexp.MustCompile(`(?i)\bvisit`), "visit"},
		{regexp.MustCompile(``), "in person"},
	}
	statuses = []pattern{
		{regexp.MustCompile(`(?i)\b(?:cancel|call(?:ed|s|ing)? off|scrapp|postpon|abandon)`), "cancelled"},
		{regexp.MustCompile(`(?i)\b(?:den(?:y|ied|ies)|did not meet|not met|no (?:such )?meeting|never met)\b`), "denied"},
		{regexp.MustCompile(`(?i)\b(?:if|would|could|might|offer(?:ed|s)? to|propos\w+|willing|ready|possible|refus\w+)\b[^.]*\b(?:meet|talks|summit|call)`), "hypothetical"},
		{regexp.MustCompile(`(?i)\b(?:will|plan(?:s|ned)?|scheduled|due|set|expected|agreed|is|are) (?:\w+ )?(?:to )?(?:meet|hold|visit|host|speak|receive)|\bupcoming\b|\bnext (?:week|month)\b[^.]*\b(?:meet|talks|summit)`), "planned"},
		{regexp.MustCompile(``), "past"},
	}
)

type pattern struct {
	form *regexp.Regexp
	name string
}

func first(patterns []pattern, text string) string {
	i := slices.IndexFunc(patterns, func(p pattern) bool { return p.form.MatchString(text) })
	return patterns[i].name
}

// findMeetings finds the meetings, each once however often it is told.
func (r *resolver) findMeetings() []*meeting {
	var found []*meeting
	for _, s := range r.Sentences {
		text := r.Article.Slice(s.Span)
		for _, at := range trigger.FindAllStringIndex(text, -1) {
			span := article.Span{Start: s.Start + at[0], End: s.Start + at[1]}
			if m := r.meetingAt(s, span); m != nil {
				found = merge(found, m)
			}
		}
	}
	return found
}

// meetingAt returns the meeting that the words at trigger tell of, nil where
// fewer than two take part by name.
func (r *resolver) meetingAt(s read.Sentence, at article.Span) *meeting {
	if overlapsAny(at, r.quotesIn(s.Span)) {
		return nil
	}
	participants := r.group(s, at, graph.Person)
	if len(participants) < 2 {
		participants = r.group(s, at, "")
	}
	if len(participants) < 2 {
		return nil
	}
	text := r.Article.Slice(s.Span)
	m := &meeting{
		participants: participants, mode: first(modes, text), status: first(statuses, text),
		triggers: []article.Span{at}, sentences: []article.Span{s.Span},
	}
	m.place = r.meetingPlace(article.Span{Start: at.End, End: s.End}, participants)
	if d, ok := r.dateIn(s.Span, nil); ok {
		m.date = d
	}
	return m
}

// group returns who takes part: those who stand last before the trigger and
// next behind it, joined by nothing but titles, commas and “and”. The label ""
// stands for people, countries and organizations alike.
func (r *resolver) group(s read.Sentence, at article.Span, label graph.Label) []*entity {
	fits := func(m mention) bool {
		return label == "" && m.entity.label != graph.Place || m.entity.label == label
	}
	var group []*entity
	edge := at.Start
	for _, m := range slices.Backward(r.mentionsIn(article.Span{Start: s.Start, End: at.Start})) {
		if !fits(m) || m.End > edge { // a country's name inside a body's is no other participant
			continue
		}
		if between := r.Article.Text[m.End:edge]; !joins(between, edge == at.Start) {
			break
		}
		group, edge = append(group, m.entity), m.Start
	}
	slices.Reverse(group)
	edge = at.End
	for _, m := range r.mentionsIn(article.Span{Start: at.End, End: s.End}) {
		if !fits(m) || m.Start < edge {
			continue
		}
		if between := r.Article.Text[edge:m.Start]; !joins(between, edge == at.End) || strings.Contains(between, " in ") {
			break
		}
		group, edge = append(group, m.entity), m.End
	}
	return unique(group)
}

// furthest is how many words may stand between two who meet.
const furthest = 9

// joins says whether the words between two mentions, or between a mention and
// the trigger, let both belong to one meeting.
func joins(between string, toTrigger bool) bool {
	words := strings.Fields(between)
	if len(words) > furthest || strings.ContainsAny(between, ".;:“”") {
		return false
	}
	return toTrigger || len(words) == 0 || strings.Contains(between, ",") || slices.Contains(words, "and") || slices.Contains(words, "with") ||
		slices.Contains(words, "between")
}

func unique(entities []*entity) []*entity {
	var kept []*entity
	for _, e := range entities {
		if !slices.Contains(kept, e) {
			kept = append(kept, e)
		}
	}
	return kept
}

// meetingPlace returns the place that stands behind “in” or “at” in the span.
func (r *resolver) meetingPlace(s article.Span, participants []*entity) *entity {
	for _, m := range r.mentionsIn(s) {
		located := m.entity.label == graph.Place || m.entity.label == graph.Country && !slices.Contains(participants, m.entity)
		if located && slices.Contains([]string{"in", "at", "near"}, strings.ToLower(r.before(m.Start))) {
			return m.entity
		}
	}
	return nil
}

// merge adds m to the meetings, or to the one of them that it tells of again:
// the same who, and nothing known of the one that the other denies.
func merge(meetings []*meeting, m *meeting) []*meeting {
	for _, old := range meetings {
		if !sameSet(old.participants, m.participants) || old.status != m.status ||
			old.date.value != "" && m.date.value != "" && old.date.value != m.date.value ||
			old.place != nil && m.place != nil && old.place != m.place {
			continue
		}
		old.triggers, old.sentences = append(old.triggers, m.triggers...), append(old.sentences, m.sentences...)
		if old.place == nil {
			old.place = m.place
		}
		if old.date.value == "" {
			old.date = m.date
		}
		return meetings
	}
	return append(meetings, m)
}

func sameSet(a, b []*entity) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(e *entity) bool { return !slices.Contains(b, e) })
}

// id returns the meeting's id, the same in every article that tells of it.
func (m *meeting) id() string {
	var ids []string
	for _, p := range m.participants {
		ids = append(ids, p.id)
	}
	place := ""
	if m.place != nil {
		place = m.place.id
	}
	return graph.MeetingID(ids, place, m.date.value)
}

func (r *resolver) meetingFacts(m *meeting) facts.Meeting {
	f := facts.Meeting{
		ID: m.id(), Name: m.name(), Date: m.date.value, DatePrecision: m.date.precision,
		Mode: m.mode, Status: m.status, Confidence: meetingConfidence,
		Spans: facts.MeetingSpans{Trigger: r.spans(m.triggers), Sentence: r.spans(m.sentences)},
	}
	if m.date.value != "" {
		f.DateText = r.Article.Slice(m.date.Span)
	}
	if m.place != nil {
		f.Place = m.place.id
	}
	for _, p := range m.participants {
		f.Participants = append(f.Participants, facts.Participant{ID: p.id, Role: "participant"})
	}
	return f
}

// name names the meeting for a reader: “Antony Blinken and Sergei Lavrov, Geneva”.
func (m *meeting) name() string {
	var names []string
	for _, p := range m.participants {
		names = append(names, p.name)
	}
	name := strings.Join(names, ", ")
	if n := len(names); n > 1 {
		name = strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	if m.place != nil {
		name += ", " + m.place.name
	}
	return name
}
