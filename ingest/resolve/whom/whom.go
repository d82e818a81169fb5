// Package whom says whom a phrase means: one of those whom the article tells
// of, several of them, or nobody whom a graph could name.
//
//	resolver := whom.New(document, cast)
//	reference := resolver.Of(phrase, whom.Scene{Role: document.Source, Anchor: cue})
//
// An answer changes nothing. Who goes by it notes it, so that later phrases are
// understood by it:
//
//	reference = resolver.Note(reference)
//
// It is a small model of plain features of the phrase, of who might be meant
// and of where both stand, learned from marked articles (training/whom.py).
package whom

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// Reference is whom a phrase means.
type Reference struct {
	Entities   []*who.Entity // none: nobody who could be named
	Rule       rule.Rule     // what speaks most for it
	Alone      bool          // no other words than the phrase name the body
	Confidence float64       // probability that it is right, also that it is nobody

	Unnamed []document.Range // the parts of the phrase that mean nobody who could be named

	parts []meaning // what Note notes
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
	Role     document.Role    // that the phrase has: Source, Addressee, Target, Participant, Of …
	Anchor   int              // of the frame in which it has that role
	Content  []document.Range // of the statement, whose own people its speaker seldom is
	Speakers []*who.Entity    // of the statement whose addressee or target is asked for
	Last     []*who.Entity    // who spoke in the statement before
	Partners []*who.Entity    // who else takes part in the meeting
	Others   []*who.Entity    // whom the phrase can't mean, unless it names them
}

// Resolver says whom phrases of one document mean. All but the discourse is what
// the document has, and stays.
type Resolver struct {
	discourse
	document  *document.Document
	cast      *who.Cast
	voices    []who.Mention               // names of those who speak
	spoken    map[*who.Entity]int         // how many of them are somebody's
	longest   int                         // of them, in words
	quoted    []bool                      // of each word
	quotedBy  []int                       // of each word in a quotation: whose it is, as findQuoters has it
	sentence  []int                       // of each word
	kinds     map[*who.Entity][]int       // of bodies, as far as asked for
	namesakes map[string]int              // bodies with a word in their name
	mentions  map[graph.Label]int         // of all of a kind
	main      map[graph.Label]*who.Entity // the most mentioned of a kind
}

// New returns the resolver of a document.
func New(d *document.Document, c *who.Cast) *Resolver {
	r := &Resolver{discourse: discourse{genders: map[*who.Entity]gazetteer.Gender{}}, document: d, cast: c, quoted: make([]bool, len(d.Words)), sentence: make([]int, len(d.Words)), spoken: map[*who.Entity]int{}, kinds: map[*who.Entity][]int{}, namesakes: map[string]int{}, mentions: map[graph.Label]int{}, main: map[graph.Label]*who.Entity{}}
	for _, q := range d.Quotations {
		for w := d.WordAt(q.Start); w < len(d.Words) && d.Words[w].Start < q.End; w++ {
			r.quoted[w] = true
		}
	}
	for i, s := range d.Sentences {
		for w := s.First; w < s.Last; w++ {
			r.sentence[w] = i
		}
	}
	for _, e := range c.Entities {
		r.mentions[e.Label] += len(e.Mentions)
		if e.Label == graph.Organization {
			for _, w := range strings.Fields(strings.ToLower(e.Name)) {
				r.namesakes[w]++
			}
		}
		if main := r.main[e.Label]; main == nil || len(e.Mentions) > len(main.Mentions) {
			r.main[e.Label] = e
		}
	}
	r.findPlaces()
	r.findVoices()
	r.findQuoters()
	return r
}

// Of returns whom a phrase means, all of them where it joins several by “and”. A
// body that nothing but the phrase names has no id until the answer is noted.
func (r *Resolver) Of(words document.Range, scene Scene) Reference {
	if words.Len() <= 0 {
		return Reference{}
	}
	if found, ok := r.counterpart(words, scene); ok {
		return found
	}
	parts := joined(r.document, r.examples(words))
	found := r.meant(parts[0], scene)
	for _, part := range parts[1:] {
		found = found.with(r.meant(part, scene))
	}
	return found
}

// meant returns whom a phrase means that joins no others: whom the model takes it
// for, or the author of a document where he is likelier.
func (r *Resolver) meant(words document.Range, scene Scene) Reference {
	found := r.likeliest(words, scene)
	if author, ok := r.author(words, scene); ok && author.Confidence >= found.Confidence {
		return author
	}
	return found
}

// Nobody returns that a phrase means nobody who could be named.
func Nobody(words document.Range) Reference {
	return Reference{Rule: unnamed, Confidence: unnamed.Share(), Unnamed: []document.Range{words}}
}

// Guess returns whom a phrase means that may not be asked for at all: no body is
// made of its words.
func (r *Resolver) Guess(words document.Range, scene Scene) Reference {
	if words.Len() <= 0 {
		return Reference{}
	}
	found := r.likeliest(words, scene)
	found.parts = nil
	found.Entities = slices.DeleteFunc(found.Entities, func(e *who.Entity) bool { return e.ID == "" })
	return found
}

// with joins whom two parts of a phrase mean: as sure as the less sure of them.
func (r Reference) with(more Reference) Reference {
	unnamed := append(slices.Clone(r.Unnamed), more.Unnamed...)
	if len(more.Entities) == 0 {
		r.Unnamed = unnamed
		return r
	}
	if len(r.Entities) == 0 {
		more.Unnamed = unnamed
		return more
	}
	joined := Reference{slices.Clone(r.Entities), r.Rule, r.Alone, min(r.Confidence, more.Confidence), unnamed, slices.Concat(r.parts, more.parts)}
	for _, e := range more.Entities {
		if !contains(joined.Entities, e) {
			joined.Entities = append(joined.Entities, e)
		}
	}
	return joined
}
