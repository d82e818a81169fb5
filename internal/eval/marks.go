package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// marks is an article with all that a careful reader takes from it: a line of
// JSON. Spans are code points of its text. People, bodies and places stand by
// name, countries by ISO 3166-1 alpha-2 code; null is nobody whom a graph could
// name, and reads as "".
type marks struct {
	ID, Half, Published, Text string
	People                    []markedName
	Organizations             []markedName
	Statements                []markedStatement
	Meetings                  []markedMeeting
}

type markedName struct {
	Name             string
	As, AlsoAccepted []string
	Positions        []struct{ Title, Of string }
}

type markedStatement struct {
	Content                      []facts.Span
	Speaker, Act, Date, Polarity string
	Addressees, Targets          []string
	At                           *int // the number of the meeting at which it was made, from 0
}

type markedMeeting struct {
	Triggers            []facts.Span
	Participants        []string
	Place, Date, Status string
}

// Facts measures the facts of articles, read the whole way, against marks of
// all that a graph is made of. It returns a report for each of the halves of
// the marks that are named, each read by itself; one of all where none is.
func Facts(ctx context.Context, r io.Reader, halves []string, opt ingest.Options) ([]*Report, error) {
	of := map[string][]*marks{}
	for line, err := range lines(r) {
		m := &marks{}
		if err == nil {
			if err = m.parse(line.value); err != nil {
				err = line.fault(err)
			}
		}
		if err != nil {
			return nil, err
		}
		of[m.Half] = append(of[m.Half], m)
		of[""] = append(of[""], m)
	}
	if len(halves) == 0 {
		halves = []string{""}
	}
	var reports []*Report
	for _, half := range halves {
		report, err := measureMarks(ctx, half, of[half], opt)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	return reports, nil
}

// parse reads a line, and refuses a span that lies outside the text.
func (m *marks) parse(line string) error {
	if err := json.Unmarshal([]byte(line), m); err != nil {
		return err
	}
	var spans []facts.Span
	for _, s := range m.Statements {
		spans = append(spans, s.Content...)
	}
	for _, x := range m.Meetings {
		spans = append(spans, x.Triggers...)
	}
	size := utf8.RuneCountInString(m.Text)
	for _, s := range spans {
		if s[0] < 0 || s[0] > s[1] || s[1] > size {
			return fmt.Errorf("a span of %s, %d to %d, lies outside its text", m.ID, s[0], s[1])
		}
	}
	return nil
}

// anyLength bounds no text: marks are as long as they are.
const anyLength = 1 << 40

func measureMarks(ctx context.Context, half string, all []*marks, opt ingest.Options) (*Report, error) {
	if len(all) == 0 {
		return nil, fmt.Errorf("has no articles of the half %q", half)
	}
	var sources []source.Source
	for _, m := range all {
		sources = append(sources, source.Text(m.ID, m.input()))
	}
	report := newReport(half)
	var faults []error
	_, err := ingest.RunSettled(ctx, source.All(ctx, sources, source.Options{Limits: source.Limits{Bytes: anyLength}}), opt, nil, func(f *facts.Article) error {
		if len(faults) > 0 { // the facts that follow are no longer those of the marks in order
			return nil
		}
		m := all[report.Articles]
		report.Articles++
		return report.judge(m, f)
	}, func(err error) { faults = append(faults, err) })
	return report, errors.Join(append(faults, err)...)
}

// input is the article as newsgraph reads it.
func (m *marks) input() string {
	if m.Published == "" {
		return m.Text
	}
	return "---\ndate: " + m.Published + "\n---\n" + m.Text
}

// shift returns by how many code points the marks' text is shifted within the
// text of the facts.
func (m *marks) shift(f *facts.Article) (int, error) {
	trimmed := strings.TrimSpace(m.Text)
	at := strings.Index(f.Text, trimmed)
	if at < 0 {
		return 0, fmt.Errorf("the facts of %s are of another text", m.ID)
	}
	return utf8.RuneCountInString(f.Text[:at]) - utf8.RuneCountInString(m.Text[:strings.Index(m.Text, trimmed)]), nil
}

func shifted(spans []facts.Span, by int) (moved []facts.Span) {
	for _, s := range spans {
		moved = append(moved, facts.Span{s[0] + by, s[1] + by})
	}
	return moved
}

// names says which names mean an entity of the facts.
type names struct {
	of   map[string]map[string]bool // by the entity's id, folded
	also map[string][]string        // by the name in the marks
}

func namesIn(m *marks, f *facts.Article) names {
	n := names{map[string]map[string]bool{}, map[string][]string{}}
	for _, e := range f.Entities() {
		all := map[string]bool{fold(e.ID): true, fold(e.Name): true, fold(e.Code()): e.Code() != ""}
		for _, alias := range e.Aliases {
			all[fold(alias)] = true
		}
		n.of[e.ID] = all
	}
	for _, list := range [][]markedName{m.People, m.Organizations} {
		for _, x := range list {
			n.also[x.Name] = append(append([]string{x.Name}, x.As...), x.AlsoAccepted...)
		}
	}
	return n
}

var folder = cases.Fold()

// fold makes spellings of a name alike.
func fold(name string) string {
	name = strings.NewReplacer("’", "'", ".", "").Replace(folder.String(name))
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "the ", "")), " ")
}

// same says whether an entity of the facts is who the marks say.
func (n names) same(id, who string) bool {
	if n.of[id][fold(who)] {
		return true
	}
	for _, name := range n.also[who] {
		if n.of[id][fold(name)] {
			return true
		}
	}
	return false
}

// sameTitle says whether all words of one title are in the other, or half of
// those of the longer.
func sameTitle(a, b string) bool {
	x, y := titleWords(a), titleWords(b)
	both := 0
	for w := range x {
		both += one(y[w])
	}
	return len(x) > 0 && len(y) > 0 && (both == len(x) || both == len(y) || 2*both >= max(len(x), len(y)))
}

func titleWords(title string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(strings.ReplaceAll(fold(title), "-", " ")) {
		if !lexicon.BesideTitles.Has(w) {
			set[w] = true
		}
	}
	return set
}
