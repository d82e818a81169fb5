package facts

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Check says what is wrong with facts that were kept: a hash that is not the
// text's, an id that is another's, places that are not in the text.
func (f *Article) Check() error {
	sum := sha256.Sum256([]byte(f.Text))
	hash := hex.EncodeToString(sum[:])
	switch {
	case f.SHA256 != hash:
		return errors.New("its text is not the one that it was made from: sha256 is another")
	case f.ID != f.URL && f.ID != "sha256:"+hash[:32]:
		return fmt.Errorf("its id %q is neither its url nor its text's hash", f.ID)
	}
	c := checker{length: utf8.RuneCountInString(f.Text)}
	for _, e := range f.Entities() {
		c.spans(e.ID, e.Mentions)
	}
	for _, p := range f.People {
		for _, q := range p.Positions {
			c.spans(p.ID, q.Spans)
		}
	}
	for _, m := range f.Meetings {
		c.some(m.ID, m.Spans.Trigger)
		c.spans(m.ID, m.Spans.Sentence)
	}
	for _, s := range f.Statements {
		c.some(s.ID, s.Spans.Content)
		for _, spans := range append(s.Spans.Speakers, s.Spans.Speaker, s.Spans.Cue, s.Spans.Addressee, s.Spans.Target, s.Spans.ReportedBy) {
			c.spans(s.ID, spans)
		}
		if len(s.Spans.Speakers) > len(s.Speakers) {
			c.fault = fmt.Errorf("%s has words for more speakers than it has", s.ID)
		}
	}
	c.nesting(f.Statements)
	return c.fault
}

// deepest is in how many others a statement may lie.
const deepest = 100

// nesting refuses statements that lie within themselves, over others.
func (c *checker) nesting(statements []Statement) {
	outer := map[string]string{}
	for _, s := range statements {
		outer[s.ID] = s.Within
	}
	for _, s := range statements {
		depth := 0
		for at := s.Within; at != ""; at = outer[at] {
			if depth++; depth > deepest {
				c.fault = fmt.Errorf("%s lies in more than %d others", s.ID, deepest)
				return
			}
		}
	}
}

// checker keeps the last fault.
type checker struct {
	length int
	fault  error
}

func (c *checker) spans(of string, spans []Span) {
	for _, s := range spans {
		if s[0] < 0 || s[1] <= s[0] || s[1] > c.length {
			c.fault = fmt.Errorf("%s has the place %v, which is not in the text", of, s)
		}
	}
}

// some is spans where there must be one.
func (c *checker) some(of string, spans []Span) {
	if len(spans) == 0 {
		c.fault = fmt.Errorf("%s has no place in the text", of)
	}
	c.spans(of, spans)
}
