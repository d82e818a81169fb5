package tree

import (
	"fmt"
	"slices"
	"strings"
)

// Lists are the words for which @name stands in a pattern.
type Lists map[string][]string

// MustCompile compiles a pattern that is part of the program; it panics where
// Compile has an error.
func MustCompile(pattern string, lists Lists) *Pattern {
	p, err := Compile(pattern, lists)
	if err != nil {
		panic(err)
	}
	return p
}

// Compile compiles a pattern. An error says what is wrong, and at which byte:
// also a part of speech or relation that Universal Dependencies doesn't have, and
// a list that isn't among those given.
func Compile(pattern string, lists Lists) (*Pattern, error) {
	c := &compiler{rest: pattern, size: len(pattern), lists: lists}
	p := c.path(false)
	if c.err == nil && c.rest != "" {
		c.fail("unexpected %q", c.rest[:1])
	}
	if c.err != nil {
		return nil, fmt.Errorf("tree: pattern %q at %d: %w", pattern, c.at, c.err)
	}
	p.text = pattern
	return p, nil
}

// compiler reads a pattern from left to right, up to the first error.
type compiler struct {
	rest  string
	size  int
	lists Lists
	err   error
	at    int // of the error
}

func (c *compiler) fail(format string, args ...any) {
	if c.err == nil {
		c.err, c.at, c.rest = fmt.Errorf(format, args...), c.size-len(c.rest), ""
	}
}

// next takes a byte if it is the next.
func (c *compiler) next(b byte) bool {
	if c.rest == "" || c.rest[0] != b {
		return false
	}
	c.rest = c.rest[1:]
	return true
}

func (c *compiler) space() { c.rest = strings.TrimLeft(c.rest, " \t\n") }

// path reads a word, and the steps from there; in brackets nothing is captured.
func (c *compiler) path(inside bool) *Pattern {
	p := &Pattern{}
	c.word(p, inside)
	for s := c.step(); s != nil; s = c.step() {
		p.steps = append(p.steps, s)
		c.word(p, inside)
	}
	return p
}

// word reads the demands on a word.
func (c *compiler) word(p *Pattern, inside bool) {
	var all demands
	capture := ""
	for c.space(); c.rest != ""; c.space() {
		if c.next('=') {
			capture = c.capture(p, capture, inside)
			continue
		}
		demand := c.demand()
		if demand == nil {
			break
		}
		all = append(all, demand)
	}
	p.words, p.captures = append(p.words, all), append(p.captures, capture)
}

// capture reads the name of a word.
func (c *compiler) capture(p *Pattern, other string, inside bool) string {
	switch name := c.name(); {
	case inside:
		c.fail("nothing in brackets is captured")
	case other != "":
		c.fail("a word has two names, %s and %s", other, name)
	case slices.Contains(p.captures, name):
		c.fail("two words are named %s", name)
	default:
		return name
	}
	return ""
}

// demand reads a condition on a word, nil where none follows.
func (c *compiler) demand() func(Cursor) bool {
	switch {
	case c.next(':'):
		tags := c.names(upos, "part of speech")
		return func(t Cursor) bool { return t.Is(tags...) }
	case c.next('/'):
		cases := c.words(c.lower)
		return func(t Cursor) bool { return slices.Contains(cases, t.Preposition()) }
	case c.next('['):
		return c.brackets()
	case strings.HasPrefix(c.rest, `"`):
		forms := c.words(c.quoted)
		return func(t Cursor) bool { return slices.Contains(forms, t.Lower()) }
	case c.rest[0] == '@' || letter(rune(c.rest[0])):
		lemmas := c.words(c.lower)
		return func(t Cursor) bool { return slices.Contains(lemmas, t.Lemma()) }
	}
	return nil
}

// brackets reads what else hangs from a word, or doesn't.
func (c *compiler) brackets() func(Cursor) bool {
	denied := c.next('!')
	inner := c.path(true)
	if !c.next(']') {
		c.fail("a bracket is not closed")
	}
	return func(t Cursor) bool { return inner.Matches(t) != denied }
}

// functions are the steps by what a word is to another in any construction.
var functions = map[string]func(Cursor) Cursor{"subject": Cursor.Subject, "object": Cursor.Object, "agent": Cursor.Agent, "doer": Cursor.Doer}

// step reads a step, nil where none follows.
func (c *compiler) step() step {
	switch c.space(); {
	case c.next('>'):
		by := c.relations()
		return func(t Cursor) []Cursor { return t.Children(by...) }
	case c.next('<'):
		by := c.relations()
		return func(t Cursor) []Cursor {
			if !t.By(by...) {
				return nil
			}
			return []Cursor{t.Up()}
		}
	case c.next('~'):
		name := c.name()
		to, known := functions[name]
		if !known {
			c.fail("unknown step ~%s", name)
		}
		return func(t Cursor) []Cursor { return []Cursor{to(t)} }
	}
	return nil
}

// relations reads those of a step; none mean all.
func (c *compiler) relations() []string {
	if c.rest == "" || !letter(rune(c.rest[0])) {
		return nil
	}
	return c.names(relations, "relation")
}

// names reads alternatives, each of which is known, before a colon at least.
func (c *compiler) names(known []string, kind string) (all []string) {
	for {
		name := c.name()
		if main, _, _ := strings.Cut(name, ":"); !slices.Contains(known, main) {
			c.fail("unknown %s %q", kind, name)
		}
		all = append(all, name)
		if !c.next('|') {
			return all
		}
	}
}

// words reads alternatives, of which lists are some.
func (c *compiler) words(one func() string) (all []string) {
	for {
		if c.next('@') {
			name := c.name()
			if c.lists[name] == nil {
				c.fail("unknown list @%s", name)
			}
			all = append(all, c.lists[name]...)
		} else {
			all = append(all, one())
		}
		if !c.next('|') {
			return all
		}
	}
}

// lower reads a word in lower case.
func (c *compiler) lower() string {
	word := c.name()
	if word != strings.ToLower(word) {
		c.fail("%q is not in lower case", word)
	}
	return word
}

// quoted reads a word in quotation marks.
func (c *compiler) quoted() string {
	if !c.next('"') {
		c.fail("a quotation mark is missing")
	}
	word, rest, closed := strings.Cut(c.rest, `"`)
	if !closed || word == "" || word != strings.ToLower(word) {
		c.fail("quotation marks hold a word in lower case")
		return ""
	}
	c.rest = rest
	return word
}

// name reads a name: letters, and marks within it.
func (c *compiler) name() string {
	end := strings.IndexFunc(c.rest, func(r rune) bool { return !letter(r) && !strings.ContainsRune(":-_.", r) })
	if end < 0 {
		end = len(c.rest)
	}
	name := c.rest[:end]
	if name == "" {
		c.fail("a name is missing")
	}
	c.rest = c.rest[len(name):]
	return name
}

func letter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= 0x80 }

// The parts of speech and the relations of Universal Dependencies.
var (
	upos      = strings.Fields("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
	relations = strings.Fields(`acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl
		fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp`)
)
