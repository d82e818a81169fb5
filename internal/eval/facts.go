package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve"
	plain "github.com/newsgraph/newsgraph/ingest/source/text"
)

// reading is the facts of a text, with the places where each entity is named.
type reading struct {
	*facts.Article
	named map[string][]facts.Span // by the entity's id
}

// wholeWay reads a text as the program reads a file. The day of publication,
// where it is not empty, is YYYY-MM-DD.
func wholeWay(text, published string) (reading, error) {
	a, err := plain.Parse(text)
	if err == nil && published != "" {
		a.Published.Precision = article.Day
		a.Published.At, err = time.Parse(time.DateOnly, published)
	}
	if err != nil {
		return reading{}, err
	}
	f := resolve.Resolve(read.Read(a))
	r := reading{f, map[string][]facts.Span{}}
	for _, e := range f.Entities() {
		r.named[e.ID] = e.Mentions
	}
	return r, nil
}

// meeting stands among the acts for a meeting.
const meeting = "MEETING"

// The roles of parties.
const (
	teller      = "source"
	recipient   = "recipient"
	participant = "participant" // of a meeting: source and recipient alike
)

// event is a statement or a meeting in the form that corpora of events have.
type event struct {
	act     string
	trigger []facts.Span
	parties []party
}

// party is somebody in an event, by all the words that mean him.
type party struct {
	role  string
	spans []facts.Span
	known bool // an entity, or marked
}

// events returns the meetings and statements.
func (r reading) events() []event {
	var all []event
	for _, m := range r.Meetings {
		e := event{act: meeting, trigger: m.Spans.Trigger}
		for _, p := range m.Participants {
			e.parties = append(e.parties, party{participant, r.named[p.ID], true})
		}
		all = append(all, e)
	}
	for _, s := range r.Statements {
		all = append(all, event{s.Act, s.Spans.Cue, r.parties(s)})
	}
	return all
}

// parties returns who said it and to whom or of whom. One whom the text does
// not name is there by the words that stand for him.
func (r reading) parties(s facts.Statement) []party {
	var all []party
	add := func(role string, words []facts.Span, id string) {
		if spans := slices.Concat(words, r.named[id]); len(spans) > 0 {
			all = append(all, party{role, spans, id != ""})
		}
	}
	speaker := ""
	if s.Speaker != nil {
		speaker = *s.Speaker
	}
	add(teller, s.Spans.Speaker, speaker)
	for _, id := range s.Addressees {
		add(recipient, s.Spans.Addressee, id)
	}
	if len(s.Addressees) == 0 {
		add(recipient, s.Spans.Addressee, "")
	}
	for _, id := range s.Targets {
		if !slices.Contains(s.Addressees, id) {
			add(recipient, nil, id)
		}
	}
	return all
}

// touch says whether a span of a shares a character with one of b.
func touch(a, b []facts.Span) bool {
	return slices.ContainsFunc(a, func(s facts.Span) bool {
		return slices.ContainsFunc(b, func(t facts.Span) bool { return s[0] < t[1] && t[0] < s[1] })
	})
}

// records yields the elements of a JSON list.
func records[T any](r io.Reader) iter.Seq2[unit[T], error] {
	return func(yield func(unit[T], error) bool) {
		in := json.NewDecoder(r)
		if t, err := in.Token(); err != nil || t != json.Delim('[') {
			yield(unit[T]{}, fmt.Errorf("is no JSON list: begins with %v", t))
			return
		}
		for number := 1; in.More(); number++ {
			record := unit[T]{place: fmt.Sprintf("record %d", number)}
			if err := in.Decode(&record.value); err != nil {
				yield(record, record.fault(err))
				return
			}
			if !yield(record, nil) {
				return
			}
		}
		if _, err := in.Token(); err != nil {
			yield(unit[T]{}, err)
		}
	}
}

// three returns the usual figures of what was counted.
func three(name string, c count, of string) []Figure {
	of = fmt.Sprintf("%d %s", c.gold, of)
	return []Figure{{name + ", F1", c.f1(), of}, {name + ", precision", c.precision(), of}, {name + ", recall", c.recall(), of}}
}
