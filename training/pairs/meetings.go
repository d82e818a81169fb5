package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/met"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// marked is an article with what a reader says of its meetings.
type marked struct {
	mark
	document *document.Document
}

// learnMeetings learns tables of ingest/resolve/met, each asked of what those
// before it make; those that are not named stay as they are.
func learnMeetings(folder string, named []string, articles []marked) error {
	model := met.Learned()
	for i, table := range []struct {
		file  string
		what  string
		signs *met.Signs
	}{
		{"same.tsv", "which pairs of tellings are of one meeting", &model.Same},
		{"participants.tsv", "who of those whom words of a meeting mean takes part", &model.Part},
		{"meetings.tsv", "what of that which was found is a meeting", &model.Meeting},
	} {
		if len(named) > 0 && !slices.Contains(named, table.file) {
			continue
		}
		var all []sample
		for _, a := range articles {
			all = append(all, a.samples(model)[i]...)
		}
		var note string
		*table.signs, note = fit(*table.signs, all)
		if err := os.WriteFile(filepath.Join(folder, table.file), written(table.what+": "+note, *table.signs), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func written(comment string, signs met.Signs) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Learned by training/pairs --meetings: %s\n# sign, weight\n", comment)
	for _, s := range signs {
		fmt.Fprintf(&b, "%s\t%.2f\n", s.Name, s.Weight)
	}
	return b.Bytes()
}

// scene is the article before anything is asked of its meetings.
func (a marked) scene() met.Scene {
	cast := who.Find(a.document)
	holds.Find(a.document, cast, people.Known())
	return met.Scene{Document: a.document, Cast: cast, Whom: whom.New(a.document, cast), Dates: dates.Find(a.document)}
}

// samples returns what is asked of an article, and what is right, by table.
func (a marked) samples(model met.Model) (all [3][]sample) {
	scene := a.scene()
	names := newNames(scene.Cast, a.mark)
	pairs, people, meetings := met.Examples(scene, model)
	for _, p := range pairs {
		first, second := a.told(p.Triggers[:1]), a.told(p.Triggers[1:])
		if len(first) > 0 && len(second) > 0 {
			all[0] = append(all[0], sample{a.ID, p.Values, len(shared(first, second)) > 0})
		}
	}
	for _, p := range people {
		if told := a.told(p.Triggers); len(told) > 0 {
			all[1] = append(all[1], sample{a.ID, p.Values, a.takesPart(names, p.Entity, told)})
		}
	}
	taken := map[int]bool{}
	for _, f := range meetings {
		right := false
		for _, g := range a.told(f.Triggers) {
			if !right && !taken[g] {
				right, taken[g] = true, true
			}
		}
		all[2] = append(all[2], sample{a.ID, f.Values, right})
	}
	return all
}

// told returns the marked meetings of which triggers tell; of several triggers
// those of which most of them do.
func (a marked) told(triggers [][]facts.Span) (best []int) {
	most := 1
	for i, meeting := range a.Meetings {
		n := 0
		for _, spans := range triggers {
			if touch(meeting.Triggers, spans) {
				n++
			}
		}
		if n > most {
			best, most = nil, n
		}
		if n == most {
			best = append(best, i)
		}
	}
	return best
}

func touch(a []span, b []facts.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x[0] < y[1] && y[0] < x[1] {
				return true
			}
		}
	}
	return false
}

func shared(a, b []int) (both []int) {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				both = append(both, x)
			}
		}
	}
	return both
}

// takesPart says whether somebody takes part in one of the meetings.
func (a marked) takesPart(n names, e *who.Entity, meetings []int) bool {
	for _, i := range meetings {
		for _, w := range a.Meetings[i].Who {
			if w.who != "" && n.same(e, w.who) {
				return true
			}
		}
	}
	return false
}
