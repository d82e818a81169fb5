package eval

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// markedArticle is what a careful reader marked in an article: a line of marks. An
// attribute that is not given is not judged; a speaker of null is nobody whom
// the graph could name. Countries stand as their ISO 3166-1 alpha-2 codes.
type markedArticle struct {
	ID, SHA256, Half, Published string
	Statements                  []markedStatement
	Meetings                    []markedMeeting
}

type markedStatement struct {
	Content       [][2]int // code points
	Speaker       *json.RawMessage
	Act, Date     string
	Addressees    []string
	DatePrecision string
}

type markedMeeting struct {
	Participants        []string
	Place, Date, Status string
	Optional            bool // a reader may or may not call it a meeting
}

// marksTally is what is counted of one half of the marks.
type marksTally struct {
	articles           int
	found              count
	speaker, act, date count // of statements that were found
	addressee, meeting count
	missed             []string
}

// Marks measures facts against marks of statements and meetings, whose texts
// are found by their hashes. A statement is found where its content's letters
// overlap the marked ones by an F1 of a half; its attributes are judged on
// found statements. It returns the figures of each half, and what was missed.
func Marks(r io.Reader, texts map[string]string) (figures []Figure, missed []string, err error) {
	halves := map[string]*marksTally{"develop": {}, "measure": {}}
	err = lines(r, func(line string) error {
		var m markedArticle
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			return err
		}
		text, known := texts[m.SHA256]
		if !known {
			return fmt.Errorf("no text has the hash of %s", m.ID)
		}
		half := halves[m.Half]
		if half == nil {
			return fmt.Errorf("half %q is neither develop nor measure", m.Half)
		}
		f, err := wholeWay(text, m.Published)
		if err != nil {
			return err
		}
		half.articles++
		half.add(&m, f.Article)
		return nil
	})
	for _, name := range []string{"develop", "measure"} {
		figures = append(figures, halves[name].figures(name)...)
		missed = append(missed, halves[name].missed...)
	}
	return figures, missed, err
}

// Hash returns the hash by which marks name a text.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func (t *marksTally) add(m *markedArticle, f *facts.Article) {
	text, names := []rune(f.Text), entityNames(f)
	var gold, predicted []attribution
	for _, s := range m.Statements {
		gold = append(gold, attribution{Content: s.Content})
	}
	for _, s := range f.Statements {
		predicted = append(predicted, attribution{Content: pairsOf(s.Spans.Content)})
	}
	t.found.gold += len(gold)
	for _, p := range pairs(text, gold, predicted) {
		if p.overlap >= 0.5 {
			t.found.hit++
			t.statement(m, m.Statements[p.gold], f.Statements[p.predicted], names)
		}
	}
	t.meetings(m, f, names)
}

func pairsOf(spans []facts.Span) (converted [][2]int) {
	for _, s := range spans {
		converted = append(converted, s)
	}
	return converted
}

// statement judges the attributes of a statement that was found.
func (t *marksTally) statement(m *markedArticle, g markedStatement, s facts.Statement, names entities) {
	title := fmt.Sprintf("%s: “%.60s”", m.ID, s.Text)
	if g.Speaker != nil {
		want, given := g.speakers(), ""
		if s.Speaker != nil {
			given = *s.Speaker
		}
		right := given == "" && len(want) == 0 || slices.ContainsFunc(want, func(w string) bool { return names.is(given, w) })
		t.judge(&t.speaker, right, "%s speaker %q, not %q%s", title, names.name(given), want, ruleOf(s, "speaker"))
	}
	if g.Act != "" {
		t.judge(&t.act, g.Act == s.Act, "%s %q act %s, not %s", title, s.Verb, s.Act, g.Act)
	}
	if g.Date != "" {
		t.judge(&t.date, g.Date == s.Date && g.DatePrecision == s.DatePrecision, "%s date %s %s, not %s %s", title, s.Date, s.DatePrecision, g.Date, g.DatePrecision)
	}
	t.addressees(title, g, s, names)
}

// ruleOf tells how an attribute of a statement was found.
func ruleOf(s facts.Statement, what string) string {
	for _, d := range s.Decisions {
		if d.What == what {
			return fmt.Sprintf(" (%s, %.2f)", d.Rule, d.Confidence)
		}
	}
	return ""
}

func (t *marksTally) judge(c *count, right bool, format string, args ...any) {
	c.gold++
	c.predicted++
	if c.hit += one(right); !right {
		t.missed = append(t.missed, fmt.Sprintf(format, args...))
	}
}

// speakers returns the names of those who may count as the speaker.
func (s markedStatement) speakers() (names []string) {
	_ = json.Unmarshal(*s.Speaker, &names) // null is nobody
	return names
}

func (t *marksTally) addressees(title string, g markedStatement, s facts.Statement, names entities) {
	t.addressee.gold += len(g.Addressees)
	t.addressee.predicted += len(s.Addressees)
	for _, want := range g.Addressees {
		if slices.ContainsFunc(s.Addressees, func(id string) bool { return names.is(id, want) }) {
			t.addressee.hit++
		} else {
			t.missed = append(t.missed, fmt.Sprintf("%s addressee %q missed", title, want))
		}
	}
	for _, id := range s.Addressees {
		if !slices.ContainsFunc(g.Addressees, func(want string) bool { return names.is(id, want) }) {
			t.missed = append(t.missed, fmt.Sprintf("%s addressee %q is none", title, names.name(id)))
		}
	}
}

func (t *marksTally) meetings(m *markedArticle, f *facts.Article, names entities) {
	used := map[int]bool{}
	for _, g := range m.Meetings {
		i := slices.IndexFunc(f.Meetings, func(s facts.Meeting) bool { return meets(g, s, names) })
		if i >= 0 {
			used[i] = true
		}
		if g.Optional {
			continue
		}
		t.meeting.gold++
		if i < 0 {
			t.missed = append(t.missed, fmt.Sprintf("%s: meeting of %q missed", m.ID, g.Participants))
			continue
		}
		t.meeting.hit++
		t.meeting.predicted++
	}
	for i, s := range f.Meetings {
		if !used[i] {
			t.meeting.predicted++
			t.missed = append(t.missed, fmt.Sprintf("%s: meeting %q %s %s is none", m.ID, s.Name, s.Date, s.Status))
		}
	}
}

// meets says whether the facts' meeting is the marked one: all its participants
// were there or it was held at theirs, and what is known of date and status agrees.
func meets(g markedMeeting, s facts.Meeting, names entities) bool {
	for _, who := range g.Participants {
		if !names.is(s.Place, who) && !slices.ContainsFunc(s.Participants, func(p facts.Participant) bool { return names.is(p.ID, who) }) {
			return false
		}
	}
	agree := func(a, b string) bool {
		return a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	}
	return agree(g.Date, s.Date) && agree(g.Status, s.Status)
}

func (t *marksTally) figures(half string) []Figure {
	row := func(what string, value float64, of int) Figure {
		return Figure{half + ": " + what, value, fmt.Sprintf("%d in %d articles", of, t.articles)}
	}
	return []Figure{
		row("statements found", t.found.recall(), t.found.gold),
		row("speaker of a statement", t.speaker.recall(), t.speaker.gold),
		row("act", t.act.recall(), t.act.gold),
		row("date", t.date.recall(), t.date.gold),
		row("addressees, F1", t.addressee.f1(), t.addressee.gold),
		row("meetings, F1", t.meeting.f1(), t.meeting.gold),
	}
}

// entities are the names of each entity by its id, folded; the first is its usual one.
type entities map[string][]string

func entityNames(f *facts.Article) entities {
	names := entities{}
	for _, e := range f.Entities() {
		for _, name := range slices.Concat([]string{e.Name}, e.Aliases, []string{e.Code()}) {
			names[e.ID] = append(names[e.ID], foldName(name))
		}
	}
	return names
}

// foldName makes spellings of a name alike.
func foldName(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "’", "'"))
	return strings.TrimPrefix(strings.Join(strings.Fields(name), " "), "the ")
}

func (e entities) is(id, name string) bool { return slices.Contains(e[id], foldName(name)) }

func (e entities) name(id string) string {
	if len(e[id]) == 0 {
		return ""
	}
	return e[id][0]
}
