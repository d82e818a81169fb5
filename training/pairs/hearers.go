package main

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/met"
	"github.com/newsgraph/newsgraph/ingest/resolve/said"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// hearing is a candidate for a role of a statement's hearers.
type hearing struct {
	ID        string             `json:"id"`
	Half      string             `json:"half"`
	Statement int                `json:"statement"` // of the marks, by its cue, from 0
	Role      string             `json:"role"`
	Who       string             `json:"who"`
	Text      string             `json:"text"`
	Features  map[string]float64 `json:"features"`
	Right     bool               `json:"right"`
}

// writeHearers writes who may be addressed by, or be a target of, the statements
// of an article that the reader marked too.
func writeHearers(out *json.Encoder, m mark, d *document.Document) error {
	cast, days := who.Find(d), dates.Find(d)
	holds.Find(d, cast, people.Known())
	resolver := whom.New(d, cast)
	meetings := met.Find(met.Scene{Document: d, Cast: cast, Whom: resolver, Dates: days})
	examples := said.Examples(said.Scene{Document: d, Cast: cast, Whom: resolver, Dates: days, Meetings: meetings})
	n, text := newNames(cast, m), points{codePoints(d), d}
	slices.SortStableFunc(m.Statements, func(a, b statement) int { return begin(a) - begin(b) })
	contents := m.contents(text)
	for _, ex := range examples {
		i := best(contents, ex.Content)
		if i < 0 {
			continue
		}
		gold := m.Statements[i].Target
		if ex.Role == document.Addressee {
			gold = m.Statements[i].To
		}
		h := hearing{m.ID, m.Half, i, string(ex.Role), ex.Entity, strings.Join(strings.Fields(d.Text(ex.Words)), " "), ex.Features, false}
		for _, g := range gold {
			h.Right = h.Right || n.same(cast.Named(ex.Entity), g.who)
		}
		if err := out.Encode(h); err != nil {
			return err
		}
	}
	return nil
}

// contents returns the words of each statement's content.
func (m mark) contents(text points) (contents []map[int]bool) {
	for _, s := range m.Statements {
		words := map[int]bool{}
		for _, c := range s.Content {
			fill(words, text.words(c))
		}
		contents = append(contents, words)
	}
	return contents
}

func fill(words map[int]bool, r document.Range) {
	for w := r.First; w < r.Last; w++ {
		words[w] = true
	}
}

// best returns which of the contents is most like one, -1 where none is like it.
func best(contents []map[int]bool, of []document.Range) (found int) {
	own := map[int]bool{}
	for _, r := range of {
		fill(own, r)
	}
	found = -1
	most := 0.5
	for i, words := range contents {
		common := 0
		for w := range words {
			if own[w] {
				common++
			}
		}
		if f := 2 * float64(common) / float64(len(words)+len(own)); f > most {
			found, most = i, f
		}
	}
	return found
}
