// Package whom says whom a phrase means: one of those whom the article tells
// of, several of them, or nobody whom a graph could name.
//
//	resolver := whom.New(document, cast)
//	reference := resolver.Of(phrase, whom.Scene{Role: document.Source, Anchor: cue})
//
// It is a small model of plain features of the phrase, of who might be meant
// and of where both stand, learned from marked articles (training/whom.py).
package whom

import (
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// Reference is whom a phrase means.
type Reference struct {
	Entities   []*who.Entity // none: nobody who could be named
	Rule       string        // what speaks most for it
	Confidence float64       // probability that it is right, also that it is nobody
}

// One returns the first of those who are meant, nil where nobody is.
func (r Reference) One() *who.Entity {
	if len(r.Entities) == 0 {
		return nil
	}
	return r.Entities[0]
}

// Scene is what is known where a phrase stands.
type Scene struct {
	Role     document.Role // that the phrase has: Source, Addressee, Target, Participant, Of …
	Anchor   int           // of the frame in which it has that role
	Speakers []*who.Entity // of the statement whose addressee or target is asked for
	Last     []*who.Entity // who spoke in the statement before
	Partners []*who.Entity // who else takes part in the meeting
}

// Resolver says whom phrases of one document mean.
type Resolver struct {
	document *document.Document
	cast     *who.Cast
}

// New returns the resolver of a document.
func New(d *document.Document, c *who.Cast) *Resolver {
	return &Resolver{d, c}
}

// Of returns whom a phrase means.
func (r *Resolver) Of(phrase document.Range, scene Scene) Reference {
	return Reference{}
}
