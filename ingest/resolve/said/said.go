// Package said turns the frames of statements into statements: who said what,
// to whom, of whom, when and where, and which act that was.
//
//	statements := said.Find(said.Scene{Document: document, Cast: cast, Whom: resolver, Dates: dates, Meetings: meetings})
//
// The words and the act are the network's; who is meant is package whom's.
package said

import (
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/known"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// Scene is what an article is known to tell when its statements are made.
type Scene struct {
	*document.Document
	Cast     *who.Cast
	Whom     *whom.Resolver
	Dates    []dates.Date
	Meetings []facts.Meeting
	Holders  known.Holders
}

// said is a statement while it is made.
type said struct {
	facts.Statement
	frame    document.Frame
	cue      tree.Cursor // the word that says what the cue means
	content  []document.Range
	source   []document.Range
	speakers []*who.Entity
	words    []document.Range // for each of the speakers
	heard    []*who.Entity    // the addressees
	sentence int              // of the cue
	before   discourse        // what was said up to it

	candidates map[document.Role][]candidate // for addressees and targets
}

// maker makes the statements of one article.
type maker struct {
	Scene
	points   *article.CodePoints
	frames   frames
	triggers triggers
	all      discourse
}

func newMaker(s Scene) *maker {
	points := article.NewCodePoints(s.Article.Text)
	return &maker{Scene: s, points: points, frames: framesOf(s.Document), triggers: triggersIn(s, points)}
}

// Find makes the statements of an article, in the order of their cues.
func Find(s Scene) []facts.Statement {
	m := newMaker(s)
	m.makeAll()
	m.number()
	m.nest()
	m.respond()
	m.passOn()
	statements := []facts.Statement{}
	for _, st := range m.all {
		statements = append(statements, st.Statement)
	}
	return statements
}

// makeAll makes the statements, each by itself.
func (m *maker) makeAll() {
	for _, f := range m.distinct() {
		m.all = append(m.all, m.make(f, m.all))
	}
	m.nameHeralded()
}

// make makes a statement of a frame, after those before it.
func (m *maker) make(f document.Frame, before discourse) *said {
	st := &said{
		frame: f, content: m.trimmed(f), source: m.sources(f), sentence: m.SentenceAt(m.Words[f.Anchor].Start), before: before,
		candidates: map[document.Role][]candidate{},
	}
	m.setCue(st)
	m.setContent(st)
	m.setSpeakers(st)
	m.setAct(st)
	m.setHearers(st)
	m.setMeeting(st)
	m.setDate(st)
	m.setSpans(st)
	st.Confidence = m.confidence(st)
	return st
}

// decide notes by which rule an attribute was found, and how probable it is, in
// hundredths: by a model, else by the rule's share.
func (st *said) decide(by rule.Rule, p ...float64) {
	confidence := by.Share()
	if len(p) > 0 {
		confidence = p[0]
	}
	st.Decisions = append(st.Decisions, facts.Decision{What: by.Decides, Rule: by.Name, Confidence: hundredths(confidence)})
}

// decideOf notes a decision on one of several values.
func (st *said) decideOf(e *who.Entity, by rule.Rule, p float64) {
	st.decide(by, p)
	st.Decisions[len(st.Decisions)-1].Of = e.ID
}

// decideAnew puts a decision in the place of the one before.
func (st *said) decideAnew(by rule.Rule) {
	i := slices.IndexFunc(st.Decisions, func(d facts.Decision) bool { return d.What == by.Decides })
	st.Decisions[i] = facts.Decision{What: by.Decides, Rule: by.Name, Confidence: by.Share()}
}

func hundredths(x float64) float64 { return float64(int(x*100+0.5)) / 100 }

// number gives each statement its id: article and span, and a number from the
// second of one span on.
func (m *maker) number() {
	ids := map[string]int{}
	for _, st := range m.all {
		first, last := st.Spans.Content[0], st.Spans.Content[len(st.Spans.Content)-1]
		st.ID = fmt.Sprintf("%s#char=%d,%d", m.Article.ID, first[0], last[1])
		ids[st.ID]++
		if n := ids[st.ID]; n > 1 {
			st.ID += fmt.Sprintf(";%d", n)
		}
	}
}

func (m *maker) setSpans(st *said) {
	st.Spans = facts.StatementSpans{
		Speaker: m.spans(st.source), Cue: m.spans(m.cues(st)), Content: m.spans(st.content),
		Addressee: m.spans(joined(m.Document, st.frame.Parts(document.Addressee))),
		Target:    m.spans(joined(m.Document, st.frame.Parts(document.Target))),
	}
	if len(st.words) > 1 {
		for _, words := range st.words {
			st.Spans.Speakers = append(st.Spans.Speakers, m.spans([]document.Range{words}))
		}
	}
}

// cues returns the words of the cue, the anchor at least.
func (m *maker) cues(st *said) []document.Range {
	if parts := st.frame.Parts(document.Cue); len(parts) > 0 {
		return joined(m.Document, parts)
	}
	return []document.Range{{First: st.frame.Anchor, Last: st.frame.Anchor + 1}}
}

// spans converts words to code points.
func (m *maker) spans(words []document.Range) []facts.Span {
	spans := []facts.Span{}
	for _, r := range words {
		s := m.SpanOf(r)
		spans = append(spans, facts.Span{m.points.At(s.Start), m.points.At(s.End)})
	}
	return spans
}

func ids(entities []*who.Entity) []string {
	all := []string{}
	for _, e := range entities {
		if !slices.Contains(all, e.ID) {
			all = append(all, e.ID)
		}
	}
	return all
}
