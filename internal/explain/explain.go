// Package explain shows an article with its facts in the margin: for each, the
// words, the rule or head of the network that decided, and the confidence.
//
//	err := explain.Text(w, facts, colour)
//	err := explain.HTML(w, facts)
package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// kind is the kind of a fact.
type kind string

const (
	person       kind = "person"
	country      kind = "country"
	organization kind = "organization"
	place        kind = "place"
	statement    kind = "statement"
	meeting      kind = "meeting"
)

// note is a fact in the margin.
type note struct {
	Number int
	Kind   kind
	ID     string
	Title  string
	Lines  []line
	at     int // the code point of the text beside which it stands
}

// line is one of the things that a fact says.
type line struct {
	What, Value string
	Words       []string // of the article
	Rule        string
	Confidence  float64
}

// notes returns the facts of an article in the order in which they stand in it.
func notes(f *facts.Article) []note {
	e := &explainer{Article: f, text: []rune(f.Text), names: map[string]string{}}
	e.entities()
	for _, m := range f.Meetings {
		e.meeting(m)
	}
	for _, s := range f.Statements {
		e.statement(s)
	}
	slices.SortStableFunc(e.notes, func(a, b note) int { return cmp.Compare(a.at, b.at) })
	for i := range e.notes {
		e.notes[i].Number = i + 1
	}
	return e.notes
}

type explainer struct {
	*facts.Article
	text  []rune
	names map[string]string // of entities and meetings, by id
	notes []note
}

// words returns the words that spans cover, each once.
func (e *explainer) words(spans []facts.Span) (words []string) {
	for _, s := range spans {
		if w := oneLine(string(e.text[s[0]:s[1]])); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}

// oneLine joins the lines of a text and takes control characters away.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r <= ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 }), " ")
}

// quoted puts a text into quotation marks, unless it has its own.
func quoted(text string) string {
	if strings.HasPrefix(text, "“") || strings.HasPrefix(text, "\"") || strings.HasPrefix(text, "‘") {
		return text
	}
	return "“" + text + "”"
}

// beginning returns where the article begins behind its front matter.
func beginning(text []rune) int {
	const fence = "---\n"
	if s := string(text); strings.HasPrefix(s, fence) {
		if _, rest, found := strings.Cut(s[len(fence):], "\n"+fence); found {
			return len(text) - len([]rune(rest))
		}
	}
	return 0
}

func (e *explainer) entities() {
	for _, c := range e.Countries {
		e.entity(country, c.Entity)
	}
	for _, o := range e.Organizations {
		e.entity(organization, o.Entity)
	}
	for _, p := range e.Places {
		e.entity(place, p.Entity)
	}
	for _, p := range e.People {
		e.entity(person, p.Entity)
		last := &e.notes[len(e.notes)-1]
		for _, q := range p.Positions {
			last.Lines = append(last.Lines, line{"office", q.Title + " of " + e.names[q.Of], e.words(q.Spans), q.Rule, q.Confidence})
		}
	}
}

func (e *explainer) entity(k kind, x facts.Entity) {
	e.names[x.ID] = x.Name
	n := note{Kind: k, ID: x.ID, Title: x.Name, at: -1}
	if len(x.Mentions) > 0 {
		n.at = x.Mentions[0][0]
	}
	n.Lines = []line{{string(k), "", e.words(x.Mentions), x.Rule, x.Confidence}}
	e.notes = append(e.notes, n)
}

func (e *explainer) list(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, e.names[id])
	}
	return strings.Join(names, ", ")
}

func (e *explainer) meeting(m facts.Meeting) {
	e.names[m.ID] = m.Name
	n := note{Kind: meeting, ID: m.ID, Title: m.Name, at: m.Spans.Trigger[0][0]}
	n.Lines = append(n.Lines, line{m.Status + ", " + m.Mode, "", e.words(m.Spans.Trigger), rule(m.Decisions, "meeting"), confidence(m.Decisions, "meeting")})
	who := slices.DeleteFunc(slices.Clone(m.Decisions), func(d facts.Decision) bool { return d.What != "participant" })
	for i, p := range m.Participants {
		l := line{What: p.Role, Value: e.names[p.ID]}
		if i < len(who) {
			l.Rule, l.Confidence = who[i].Rule, who[i].Confidence
		}
		n.Lines = append(n.Lines, l)
	}
	if m.Place != "" {
		n.Lines = append(n.Lines, line{What: "place", Value: e.names[m.Place]})
	}
	if m.Venue != "" {
		n.Lines = append(n.Lines, line{What: "venue", Value: m.Venue})
	}
	if m.Date != "" {
		n.Lines = append(n.Lines, line{What: "date", Value: m.Date + " (" + m.DatePrecision + ")", Words: []string{m.DateText}})
	}
	e.notes = append(e.notes, n)
}

func (e *explainer) statement(s facts.Statement) {
	n := note{Kind: statement, ID: s.ID, at: s.Spans.Cue[0][0], Title: s.Act + ": " + quoted(oneLine(s.Text))}
	speaker := "nobody whom the graph can name"
	if s.Speaker != nil {
		speaker = e.names[*s.Speaker]
	}
	add := func(what, value, by string, words []string) {
		n.Lines = append(n.Lines, line{what, value, words, rule(s.Decisions, by), confidence(s.Decisions, by)})
	}
	add("speaker", speaker, "speaker", e.words(s.Spans.Speaker))
	add("act", s.Act, "act", e.words(s.Spans.Cue))
	if len(s.Addressees) > 0 {
		add("addressee", e.list(s.Addressees), "addressee", e.words(s.Spans.Addressee))
	}
	if len(s.Targets) > 0 {
		add("target", e.list(s.Targets), "", nil)
	}
	if s.Date != "" {
		add("date", s.Date+" ("+s.DatePrecision+")", "date", some(s.DateText))
	}
	if s.Meeting != "" {
		add("made at", e.names[s.Meeting], "meeting", nil)
	}
	add("content", strings.Join(slices.DeleteFunc([]string{s.QuoteType, s.Polarity, s.Modality, negated(s)}, func(t string) bool { return t == "" }), ", "), "", nil)
	e.notes = append(e.notes, n)
}

func negated(s facts.Statement) string {
	if s.AttributionNegated {
		return "not said"
	}
	return ""
}

func some(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// rule returns the rule of the first decision on an attribute.
func rule(decisions []facts.Decision, what string) string {
	for _, d := range decisions {
		if d.What == what {
			return d.Rule
		}
	}
	return ""
}

func confidence(decisions []facts.Decision, what string) float64 {
	for _, d := range decisions {
		if d.What == what {
			return d.Confidence
		}
	}
	return 0
}

// String returns a line as it stands in the margin.
func (l line) String() string {
	text := l.What
	if l.Value != "" {
		text += ": " + l.Value
	}
	if len(l.Words) > 0 {
		text += " “" + strings.Join(l.Words, "”, “") + "”"
	}
	if l.Rule != "" {
		text += fmt.Sprintf(" — %s, %.2f", l.Rule, l.Confidence)
	}
	return text
}
