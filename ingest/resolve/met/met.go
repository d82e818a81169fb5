// Package met turns the frames of meetings into meetings: who met, where, when
// and how, and whether they met at all. Several tellings of one meeting make one
// meeting. It is a meeting, too, where the text names nobody who took part.
//
//	meetings := met.Find(met.Scene{Document: document, Cast: cast, Whom: resolver, Dates: dates})
package met

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// Scene is what an article is known to tell when its meetings are made.
type Scene struct {
	*document.Document
	Cast  *who.Cast
	Whom  *whom.Resolver
	Dates []dates.Date
}

// telling is what one frame tells of a meeting.
type telling struct {
	frame        document.Frame
	head         tree.Cursor // of the trigger
	statusBy     rule.Rule
	words        []int // of the trigger, less those for who takes part
	participants []participant
	place        *who.Entity
	placeBy      rule.Rule
	venue        string
	date         *dates.Date
	dateBy       rule.Rule
	mode         string
	before       []*telling // what was told up to it
}

// maker makes the meetings of one article.
type maker struct {
	Scene
	model  Model
	points *article.CodePoints
	told   []*telling
}

// Find makes the meetings of an article, in the order of the text.
func Find(s Scene) []facts.Meeting {
	m := newMaker(s, learned)
	meetings := []facts.Meeting{}
	for _, group := range m.groups() {
		if meeting, ok := m.meeting(group); ok {
			meetings = add(meetings, meeting)
		}
	}
	return meetings
}

// newMaker reads what the frames of an article tell.
func newMaker(s Scene, model Model) *maker {
	m := &maker{Scene: s, model: model, points: article.NewCodePoints(s.Article.Text)}
	for _, f := range s.Frames {
		if f.Kind == document.Meeting {
			m.told = append(m.told, m.tell(f, m.told))
		}
	}
	return m
}

// add adds a meeting. One with the same people, place and day is the same, told
// again.
func add(meetings []facts.Meeting, f facts.Meeting) []facts.Meeting {
	i := slices.IndexFunc(meetings, func(m facts.Meeting) bool { return m.ID == f.ID })
	if i < 0 {
		return append(meetings, f)
	}
	known := &meetings[i].Spans
	known.Trigger, known.Sentence = united(known.Trigger, f.Spans.Trigger), united(known.Sentence, f.Spans.Sentence)
	return meetings
}

// united returns both in the order of the text, without duplicates.
func united(a, b []facts.Span) []facts.Span {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(a, b facts.Span) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	return slices.Compact(all)
}

// tell reads a frame, after those before it.
func (m *maker) tell(f document.Frame, before []*telling) *telling {
	t := &telling{frame: f, statusBy: status, mode: m.modeOf(f), before: before}
	t.head = tree.At(m.Document, f.Anchor)
	m.setStatus(t)
	t.words = m.triggerOnly(t)
	m.addParticipants(t)
	m.setPlace(t)
	m.setDate(t)
	m.setAgreement(t)
	return t
}

// meeting makes a meeting of what several tellings say of it: the first that
// says where or when counts, and everybody who takes part in any. It is none
// where too little speaks for it.
func (m *maker) meeting(group []*telling) (facts.Meeting, bool) {
	f := facts.Meeting{Participants: []facts.Participant{}, Decisions: []facts.Decision{}}
	people := m.together(group)
	told := setting(group)
	for _, t := range group {
		f.Venue, f.Mode = cmp.Or(f.Venue, t.venue), stronger(f.Mode, t.mode)
		m.addSpans(&f, t)
	}
	surest := statusOf(group)
	f.Status = surest.frame.Status
	f.Mode = cmp.Or(f.Mode, "in person")
	m.settle(&f, told)
	for _, p := range people {
		f.Participants = append(f.Participants, facts.Participant{ID: p.ID, Role: p.roleAt(told.place), Rule: p.rule, Confidence: hundredths(p.likely)})
	}
	f.ID, f.Name = m.id(group[0], people, told.place, f.Date), m.name(group[0], people, told.place)
	sureness := m.sureness(group, people, f)
	f.Confidence = hundredths(sureness)
	f.Decisions = append([]facts.Decision{decision(byFrame, f.Confidence), decision(surest.statusBy, surest.frame.Sure)}, f.Decisions...)
	return f, sureness >= given
}

// decision notes by which rule something was found, and how probable it is.
func decision(by rule.Rule, p float64) facts.Decision {
	return facts.Decision{What: by.Decides, Rule: by.Name, Confidence: hundredths(p)}
}

// setting returns where and when several tellings have a meeting.
func setting(group []*telling) (told telling) {
	for _, t := range group {
		if place := narrower(told.place, t.place); place != told.place {
			told.place, told.placeBy = place, t.placeBy
		}
		if date := nearer(told.date, t.date); date != told.date {
			told.date, told.dateBy = date, t.dateBy
		}
	}
	return told
}

// settle sets the place and the day of a meeting: what is still to come is ahead.
func (m *maker) settle(f *facts.Meeting, told telling) {
	if told.place != nil {
		f.Place = told.place.ID
		f.Decisions = append(f.Decisions, decision(told.placeBy, told.placeBy.Share()))
	}
	if told.date == nil {
		return
	}
	date := m.dateFor(*told.date, f.Status)
	if !dates.Fits(date, f.Status, m.Article) {
		return
	}
	f.Date, f.DatePrecision, f.DateText = date.Value, string(date.Precision), m.Article.Slice(date.Span)
	f.Decisions = append(f.Decisions, decision(told.dateBy, told.dateBy.Share()))
}

// dateFor returns a date as that of a meeting of the status.
func (m *maker) dateFor(d dates.Date, status string) dates.Date {
	if status == "planned" || status == "hypothetical" {
		return dates.Ahead(d, m.Article)
	}
	return d
}

// narrower returns the first place, or the second where that lies in it.
func narrower(a, b *who.Entity) *who.Entity {
	if a == nil || b != nil && a.Label == graph.Country && b.Label == graph.Place && b.Code == a.Code {
		return b
	}
	return a
}

// nearer returns the first date, or the second where only that is a day.
func nearer(a, b *dates.Date) *dates.Date {
	if a == nil || b != nil && a.Precision != when.Day && b.Precision == when.Day {
		return b
	}
	return a
}

func hundredths(x float64) float64 { return float64(int(x*100+0.5)) / 100 }

// statusOf returns the telling whose status is that of a meeting told several
// times: one that tells that it was called or put off or has its day to come, else the
// surest of the status for which all tellings together speak most.
func statusOf(group []*telling) *telling {
	if i := slices.IndexFunc(group, func(t *telling) bool { return slices.Contains(last, t.statusBy) }); i >= 0 {
		return group[i]
	}
	votes := map[string]float64{}
	for _, t := range group {
		votes[t.frame.Status] += t.frame.Sure * t.frame.P
	}
	return slices.MaxFunc(group, func(a, b *telling) int {
		return cmp.Or(cmp.Compare(votes[a.frame.Status], votes[b.frame.Status]), cmp.Compare(a.frame.Sure*a.frame.P, b.frame.Sure*b.frame.P))
	})
}

// addSpans adds where a telling stands in the text.
func (m *maker) addSpans(f *facts.Meeting, t *telling) {
	var triggers []facts.Span
	for _, r := range t.triggers() {
		triggers = append(triggers, m.span(m.SpanOf(r)))
	}
	f.Spans.Trigger = united(f.Spans.Trigger, triggers)
	f.Spans.Sentence = united(f.Spans.Sentence, []facts.Span{m.span(m.SentenceOf(t.frame.Anchor).Span)})
}

// triggers returns the words that tell of the meeting, the anchor at least.
func (t *telling) triggers() []document.Range {
	if parts := t.frame.Parts(document.Trigger); len(parts) > 0 {
		return parts
	}
	return []document.Range{{First: t.frame.Anchor, Last: t.frame.Anchor + 1}}
}

func (m *maker) span(s article.Span) facts.Span {
	return facts.Span{m.points.At(s.Start), m.points.At(s.End)}
}

// id returns a meeting's id, the same in every article that tells of it; one of
// nobody who could be named is its article's alone.
func (m *maker) id(first *telling, people []participant, place *who.Entity, date string) string {
	var ids []string
	for _, p := range people {
		ids = append(ids, p.ID)
	}
	if len(ids) == 0 {
		ids = []string{m.Article.ID, strconv.Itoa(m.points.At(m.Words[first.frame.Anchor].Start))}
	}
	where := ""
	if place != nil {
		where = place.ID
	}
	return graph.MeetingID(m.Article.ID, ids, where, date)
}

// name names a meeting for a reader: “Antony Blinken and Sergei Lavrov, Geneva”,
// or by the words for it where nobody could be named: “peace talks, Geneva”.
func (m *maker) name(first *telling, people []participant, place *who.Entity) string {
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	name := strings.Join(names, ", ")
	switch n := len(names); {
	case n == 0:
		name = strings.Join(strings.Fields(m.Text(m.withoutArticle(first.triggers()[0]))), " ")
	case n > 1:
		name = strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	if place != nil {
		name += ", " + place.Name
	}
	return name
}
