package pipeline

import (
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// Settle puts what is settled into the facts of an article.
type Settle struct{ Decided }

// ProcessElement emits the facts of an article as they are among all: by the
// joins of its own and those that it asked for, its meetings, what it is a copy
// of, and where the chains lead from those who are named.
func (s *Settle) ProcessElement(id string, read, chains, met, copyOf, known values, named values, emit emitter) error {
	var packed []byte
	if !read(&packed) {
		return nil // only asked about
	}
	f, err := unpack[facts.Article](packed)
	if err != nil {
		return err
	}
	who, err := s.settled(chains, named)
	if err != nil {
		return err
	}
	meetings, err := list[identity.Met](met)
	if err != nil {
		return err
	}
	who.Meet(meetings)
	if who.Changes(&f) {
		was, err := unpack[facts.Article](packed)
		if err != nil {
			return err
		}
		who.Apply(&f)
		f.Keep(&was)
	}
	if err := copyInto(&f, copyOf, known); err != nil {
		return err
	}
	return send(emit, id, &f)
}

// copyInto says of an article what it is a copy of. What an earlier run found
// stays where that article is not known to this one.
func copyInto(f *facts.Article, copyOf, known values) error {
	if of, err := list[facts.Copy](copyOf); err != nil || len(of) > 0 {
		f.CopyOf = &of[0]
		return err
	}
	if known(new([]byte)) {
		f.CopyOf = nil
	}
	return nil
}
