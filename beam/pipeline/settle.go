package pipeline

import (
	"encoding/json"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// gathered is what bears on an article.
type gathered struct {
	Facts    json.RawMessage `json:"facts"`
	Joins    []identity.Join `json:"joins,omitempty"`
	Met      []identity.Met  `json:"met,omitempty"`
	CopyOf   []facts.Copy    `json:"copyOf,omitempty"`
	Compared bool            `json:"compared,omitempty"` // what an earlier run found it to be a copy of is compared by this one
}

// Gather puts together what bears on an article. It is a step of its own: Flink
// has a worker write down what a step with a side input reads, and Beam's Go SDK
// can't write down what is grouped.
type Gather struct{}

// ProcessElement emits what bears on an article that was read.
func (Gather) ProcessElement(id string, read, chains, met, copyOf, known values, emit emitter) (err error) {
	var g gathered
	if !read((*[]byte)(&g.Facts)) {
		return nil // only asked about
	}
	if g.Joins, err = joinsOf(chains); err != nil {
		return err
	}
	if g.Met, err = list[identity.Met](met); err != nil {
		return err
	}
	if g.CopyOf, err = list[facts.Copy](copyOf); err != nil {
		return err
	}
	g.Compared = known(new([]byte))
	return send(emit, id, g)
}

// Settle puts what is settled into the facts of an article.
type Settle struct{ Decided }

// ProcessElement emits the facts of an article as they are among all: by the
// joins of its own and those that it asked for, its meetings, what it is a copy
// of, and where the chains lead from those who are named.
func (s *Settle) ProcessElement(id string, packed []byte, named values, emit emitter) error {
	g, err := unpack[gathered](packed)
	if err != nil {
		return err
	}
	f, err := unpack[facts.Article](g.Facts)
	if err != nil {
		return err
	}
	more, err := joinsOf(named)
	if err != nil {
		return err
	}
	who := identity.NewSettled(s.decisions, append(g.Joins, more...))
	who.Meet(g.Met)
	if who.Changes(&f) {
		was, err := unpack[facts.Article](g.Facts)
		if err != nil {
			return err
		}
		who.Apply(&f)
		f.Keep(&was)
	}
	g.copyInto(&f)
	return send(emit, id, &f)
}

// copyInto says of an article what it is a copy of. What an earlier run found
// stays where that article is not known to this one.
func (g *gathered) copyInto(f *facts.Article) {
	switch {
	case len(g.CopyOf) > 0:
		f.CopyOf = &g.CopyOf[0]
	case g.Compared:
		f.CopyOf = nil
	}
}
