// Package explain shows an article with its facts in the margin: for each, the
// words, the rule or head of the network that decided, how probable that is, and
// which share of the rule's decisions on marked articles is right.
//
//	err := explain.Text(w, show.Header(article), facts, colour)
//	err := explain.HTML(w, show.Header(article), facts)
package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/rule"
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
	Share       string // that is right of the rule's decisions, "" where nobody measured it
	Note        int    // the number of the note that it refers to, 0 for none

	to string // the id of what that note is about
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
	e.number()
	return e.notes
}

// number numbers the notes and refers lines to them.
func (e *explainer) number() {
	numbers := map[string]int{}
	for i := range e.notes {
		e.notes[i].Number = i + 1
		numbers[e.notes[i].ID] = i + 1
	}
	for _, n := range e.notes {
		for i := range n.Lines {
			n.Lines[i].Note = numbers[n.Lines[i].to]
		}
	}
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
		if k := p.Known; k != nil {
			l := line{What: "known", Value: strings.Join(told(k.Name, p.WikidataID, k.Evidence), ", ")}
			last.add(l.by("known", k.Rule, k.Confidence))
		}
		for _, q := range p.Positions {
			what := "office"
			if q.Former {
				what = "former office"
			}
			l := line{What: what, Value: q.Title + " of " + e.names[q.Of], Words: e.words(q.Spans)}
			last.add(l.by("office", q.Rule, q.Confidence))
		}
	}
}

func (e *explainer) entity(k kind, x facts.Entity) {
	e.names[x.ID] = x.Name
	n := note{Kind: k, ID: x.ID, Title: x.Name, at: -1}
	if len(x.Mentions) > 0 {
		n.at = x.Mentions[0][0]
	}
	l := line{What: string(k), Words: e.words(x.Mentions)}
	n.add(l.by(decides(k, x.Rule), x.Rule, x.Confidence))
	e.notes = append(e.notes, n)
}

// decides returns what the rule decides by which an entity was found: national teams
// have rules of their own.
func decides(k kind, by string) string {
	if _, team := rule.Measured("team", by); team && k == organization {
		return "team"
	}
	return string(k)
}

// decided adds a line with the decision on an attribute, or on one of its values.
func (n *note) decided(l line, decisions []facts.Decision, what, of string) {
	d, _ := facts.Decided(decisions, what, of)
	n.add(l.by(what, d.Rule, d.Confidence))
}

func (n *note) add(l line) { n.Lines = append(n.Lines, l) }

// by adds the rules that decided, how probable that is, and which share of what
// each of them decides is right.
func (l line) by(decides, decision string, confidence float64) line {
	l.Rule, l.Confidence = decision, confidence
	var shares []string
	for _, name := range rule.Names(decision) {
		if m, ok := rule.Measured(decides, name); ok {
			shares = append(shares, m.String())
		}
	}
	l.Share = strings.Join(shares, " and ")
	return l
}

// told returns the texts that are not empty.
func told(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

func (e *explainer) meeting(m facts.Meeting) {
	e.names[m.ID] = m.Name
	n := note{Kind: meeting, ID: m.ID, Title: m.Name, at: m.Spans.Trigger[0][0]}
	n.decided(line{What: strings.Join(told(m.Status, m.Mode), ", "), Words: e.words(m.Spans.Trigger)}, m.Decisions, "meeting", "")
	for _, p := range m.Participants {
		n.add(line{What: p.Role, Value: e.names[p.ID]}.by("participant", p.Rule, p.Confidence))
	}
	if m.Place != "" {
		n.decided(line{What: "place", Value: e.names[m.Place]}, m.Decisions, "place", "")
	}
	if m.Venue != "" {
		n.decided(line{What: "venue", Value: m.Venue}, m.Decisions, "venue", "")
	}
	if m.Date != "" {
		n.decided(line{What: "date", Value: m.Date + " (" + m.DatePrecision + ")", Words: told(m.DateText)}, m.Decisions, "day", "")
	}
	e.notes = append(e.notes, n)
}

// String returns a line as it stands in the margin.
func (l line) String() string {
	text := l.What
	if l.Value != "" {
		text += ": " + l.Value
	}
	if l.Note > 0 {
		text += fmt.Sprintf(" [%d]", l.Note)
	}
	if len(l.Words) > 0 {
		text += " “" + strings.Join(l.Words, "”, “") + "”"
	}
	if l.Rule != "" {
		text += fmt.Sprintf(" — %s, %.2f", l.Rule, l.Confidence)
	}
	if l.Share != "" {
		text += " (right: " + l.Share + ")"
	}
	return text
}
