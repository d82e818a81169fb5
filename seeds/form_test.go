package seeds_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/internal/gold"
	"github.com/newsgraph/newsgraph/seeds"
)

// form is a gold file with every key that one may have.
type form struct {
	Published     string
	People        []named
	Countries     []string
	Organizations []named
	Places        []struct{ Name, Country string }
	Meetings      []struct {
		Participants                 []string
		Place, Country, Date, Status string
	}
	Statements []struct {
		Speaker                                    *string
		Verb, Text, QuoteType, Act, Polarity, Date string
		Addressees, Targets                        []string
	}
}

type named struct {
	Name         string
	AlsoAccepted []string
	Positions    []gold.Position
}

// The words that an attribute of a gold statement or meeting may have; an
// attribute that is not judged is empty.
var (
	acts       = append([]string{""}, graph.Acts...)
	quoteTypes = []string{"", "direct", "indirect", "mixed"}
	polarities = []string{"", "positive", "negative"}
	statuses   = append([]string{""}, graph.Statuses...)
	day        = regexp.MustCompile(`^$|^\d{4}(-\d\d(-\d\d)?)?$`)
	codeLike   = regexp.MustCompile(`^[A-Z]{2}$`)
)

// TestGoldForm holds every gold file against its form: a misspelt key or word
// would otherwise be something that is never judged, or never found.
func TestGoldForm(t *testing.T) {
	names, err := fs.Glob(seeds.FS, "*.gold.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d gold files, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			data, err := fs.ReadFile(seeds.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			text, err := fs.ReadFile(seeds.FS, strings.TrimSuffix(name, ".gold.json")+".txt")
			if err != nil {
				t.Fatal(err)
			}
			var g form
			decoder := json.NewDecoder(bytes.NewReader(data))
			decoder.DisallowUnknownFields()
			if err := decoder.Decode(&g); err != nil {
				t.Fatal(err)
			}
			g.checkNames(t)
			g.checkMeetings(t)
			g.checkStatements(t, string(text))
		})
	}
}

// oneOf checks that word is a word of the list.
func oneOf(t *testing.T, what, word string, list []string) {
	t.Helper()
	if !slices.Contains(list, word) {
		t.Errorf("%s %q is none of %q", what, word, list)
	}
}

// code checks that what looks like the code of a country is one.
func code(t *testing.T, name string) {
	t.Helper()
	if codeLike.MatchString(name) && gazetteer.CountryName(name) == "" {
		t.Errorf("%q is no ISO 3166-1 code", name)
	}
}

func (g form) checkNames(t *testing.T) {
	for _, c := range g.Countries {
		if !codeLike.MatchString(c) {
			t.Errorf("country %q is not written as a code", c)
		}
		code(t, c)
	}
	for _, p := range g.Places {
		code(t, p.Country)
	}
	for _, p := range g.People {
		for _, position := range p.Positions {
			code(t, position.Of)
			if position.Title == "" || position.Of == "" {
				t.Errorf("%s: the position %+v is half empty", p.Name, position)
			}
		}
	}
}

func (g form) checkMeetings(t *testing.T) {
	for _, m := range g.Meetings {
		oneOf(t, "status", m.Status, statuses)
		code(t, m.Country)
		if len(m.Participants) < 2 || !day.MatchString(m.Date) {
			t.Errorf("meeting %+v has too few participants or a wrong date", m)
		}
	}
}

func (g form) checkStatements(t *testing.T, text string) {
	if len(g.Statements) == 0 {
		t.Error("no statement")
	}
	for _, s := range g.Statements {
		oneOf(t, "act", s.Act, acts)
		oneOf(t, "quoteType", s.QuoteType, quoteTypes)
		oneOf(t, "polarity", s.Polarity, polarities)
		if n := strings.Count(text, s.Text); n != 1 {
			t.Errorf("%q stands %d times in the article: which one is meant?", s.Text, n)
		}
		if s.Verb == "" || !day.MatchString(s.Date) {
			t.Errorf("%q has no verb or a wrong date %q", s.Text, s.Date)
		}
		for _, name := range slices.Concat(s.Addressees, s.Targets) {
			code(t, name)
		}
		if s.Speaker != nil {
			code(t, *s.Speaker)
		}
	}
}

// TestFactsReferToTheArticle checks that ids are unique, that every id that
// something refers to is a thing of the article, and that spans lie in it.
func TestFactsReferToTheArticle(t *testing.T) {
	for name, f := range read(t) {
		r := references{t: t, name: name, length: len([]rune(f.Text)), known: map[string]bool{"": true}}
		r.things(f)
		r.meetings(f.Meetings)
		r.statements(f.Statements)
	}
}

type references struct {
	t      *testing.T
	name   string
	length int
	known  map[string]bool // ids; nothing is referred to by the empty one
}

func (r references) define(id string, spans []facts.Span) {
	if r.known[id] {
		r.t.Errorf("%s: the id %q is empty or stands twice", r.name, id)
	}
	r.known[id] = true
	r.spans(id, spans)
}

func (r references) refer(from string, ids ...string) {
	for _, id := range ids {
		if !r.known[id] {
			r.t.Errorf("%s: %s refers to %q, which the article does not have", r.name, from, id)
		}
	}
}

func (r references) spans(of string, lists ...[]facts.Span) {
	for _, s := range slices.Concat(lists...) {
		if s[0] < 0 || s[0] >= s[1] || s[1] > r.length {
			r.t.Errorf("%s: %s has the span %v in a text of %d", r.name, of, s, r.length)
		}
	}
}

func (r references) things(f *facts.Article) {
	for _, c := range f.Countries {
		r.define(c.ID, c.Mentions)
	}
	for _, o := range f.Organizations {
		r.define(o.ID, o.Mentions)
		r.refer(o.ID, o.Country)
	}
	for _, p := range f.Places {
		r.define(p.ID, p.Mentions)
		r.refer(p.ID, p.Country)
	}
	for _, p := range f.People {
		r.define(p.ID, p.Mentions)
		for _, position := range p.Positions {
			r.refer(p.ID, position.Of)
			r.spans(p.ID, position.Spans)
		}
	}
}

func (r references) meetings(meetings []facts.Meeting) {
	for _, m := range meetings {
		r.define(m.ID, m.Spans.Trigger)
		r.refer(m.ID, m.Place)
		r.spans(m.ID, m.Spans.Sentence)
		for _, p := range m.Participants {
			r.refer(m.ID, p.ID)
		}
	}
}

func (r references) statements(statements []facts.Statement) {
	for _, s := range statements {
		r.define(s.ID, s.Spans.Content)
	}
	for _, s := range statements {
		r.refer(s.ID, s.Meeting, s.Within, s.RespondsTo, s.ReportedBy)
		r.refer(s.ID, slices.Concat(s.Voices(), s.Addressees, s.Targets, s.Topics)...)
		r.spans(s.ID, s.Spans.Speaker, s.Spans.Cue, s.Spans.Addressee, s.Spans.Target, s.Spans.ReportedBy)
		r.spans(s.ID, s.Spans.Speakers...)
		if len(s.Speakers) > 0 && (len(s.Speakers) < 2 || s.Speaker == nil || *s.Speaker != s.Speakers[0]) {
			r.t.Errorf("%s: the speakers of %s are %q, the speaker is another", r.name, s.ID, s.Speakers)
		}
		if len(s.Spans.Cue) == 0 || len(s.Spans.Content) == 0 {
			r.t.Errorf("%s: %s has no cue or no content", r.name, s.ID)
		}
	}
}
