package who

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	officials "github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// Cast is everybody and everything that an article tells of.
type Cast struct {
	Document *document.Document
	Entities []*Entity // as first mentioned
	Mentions []Mention // ascending, of those that begin at one word the longest first
	About    string    // code of the country that the article is about, "" for none

	byID    map[string]*Entity
	places  []place
	longest int // words of the longest mention
}

func newCast(d *document.Document) *Cast {
	return &Cast{Document: d, byID: map[string]*Entity{}}
}

// MentionsIn returns the mentions that lie inside the range.
func (c *Cast) MentionsIn(r document.Range) (found []Mention) {
	first := sort.Search(len(c.Mentions), func(i int) bool { return c.Mentions[i].First >= r.First })
	for _, m := range c.Mentions[first:] {
		if m.First >= r.Last {
			break
		}
		if m.Last <= r.Last {
			found = append(found, m)
		}
	}
	return found
}

// Overlapping returns the mentions that share words with the range.
func (c *Cast) Overlapping(r document.Range) (found []Mention) {
	first := sort.Search(len(c.Mentions), func(i int) bool { return c.Mentions[i].First > r.First-c.longest })
	for _, m := range c.Mentions[first:] {
		if m.First >= r.Last {
			break
		}
		if m.Overlaps(r) {
			found = append(found, m)
		}
	}
	return found
}

// MentionAt returns the shortest mention that covers a word, nil where none does.
func (c *Cast) MentionAt(word int) (best *Mention) {
	first := sort.Search(len(c.Mentions), func(i int) bool { return c.Mentions[i].First > word-c.longest })
	for i := first; i < len(c.Mentions) && c.Mentions[i].First <= word; i++ {
		if m := &c.Mentions[i]; m.Last > word && (best == nil || m.Len() < best.Len()) {
			best = m
		}
	}
	return best
}

// Aliases returns the other names that the article has for e, sorted.
func (c *Cast) Aliases(e *Entity) []string {
	names := maps.Clone(e.names)
	delete(names, e.Name)
	return append([]string{}, slices.Sorted(maps.Keys(names))...)
}

// addCountry returns the country with the code, which is added where the article
// did not name it.
func (c *Cast) addCountry(code string) *Entity {
	return c.add(graph.Country, code, gazetteer.CountryName(code), code)
}

// addOrganization returns the body with the name, which is added where the article
// did not name it; code is that of its country, "" where nobody knows.
func (c *Cast) addOrganization(name, code string) *Entity {
	return c.add(graph.Organization, name, name, code)
}

// addPlace returns the place with the name, which is added where the article did
// not name it.
func (c *Cast) addPlace(name, code string) *Entity {
	return c.add(graph.Place, name, name, code)
}

// Named returns the entity with the id, nil where the article has none.
func (c *Cast) Named(id string) *Entity { return c.byID[id] }

// add returns the entity with the id of the label and key; nil where nothing is
// left of the key.
func (c *Cast) add(label graph.Label, key, name, code string) *Entity {
	id := graph.EntityID(label, key)
	if strings.HasSuffix(id, ":") {
		return nil
	}
	if c.byID[id] == nil {
		e := &Entity{ID: id, Name: name, Label: label, Code: code, Rule: byName(label), names: map[string]bool{}}
		if label == graph.Country {
			e.Rule = byGazetteer
		}
		c.join(e)
	}
	return c.byID[id]
}

// join adds an entity that is mentioned for the first time.
func (c *Cast) join(e *Entity) {
	if c.byID[e.ID] == nil {
		c.byID[e.ID] = e
		c.Entities = append(c.Entities, e)
	}
}

// Rename gives a person of whom the article has the family name alone the full
// one, unless somebody else has that.
func (c *Cast) Rename(e *Entity, full string) {
	words := strings.Fields(full)
	id := graph.EntityID(graph.Person, personKey(strings.Fields(officials.Plain(full))))
	if c.byID[id] != nil {
		return
	}
	delete(c.byID, e.ID)
	e.ID, e.Name, e.Words, c.byID[id] = id, full, words, e
}

// AddKnown adds somebody whom the article doesn't name, but tells of; nil where it
// names somebody else so.
func (c *Cast) AddKnown(p *officials.Person, by rule.Rule) *Entity {
	e := c.add(graph.Person, personKey(strings.Fields(officials.Plain(p.Name))), p.Name, "")
	switch {
	case e == nil, e.Known == nil && len(e.Mentions) > 0, e.Known != nil && e.Known.Person != p:
		return nil
	case e.Known == nil:
		e.Rule, e.Proposed, e.Words = by, true, strings.Fields(p.Name)
		e.Gender, e.Known = gazetteer.Gender(p.Gender), &Known{Person: p, Rule: by}
	}
	return e
}

// mention notes that words name e.
func (c *Cast) mention(e *Entity, r document.Range) {
	if e == nil {
		return
	}
	e.Mentions = append(e.Mentions, r)
	c.Mentions = append(c.Mentions, Mention{r, e})
	if e.Label != graph.Country || namesCountry(c.Document, r, e.Code) {
		e.names[text(c.Document, r)] = true
	}
}

// arrange brings everything into the order of the text.
func (c *Cast) arrange() {
	slices.SortStableFunc(c.Mentions, func(a, b Mention) int { return cmp.Or(a.First-b.First, b.Last-a.Last) })
	for _, m := range c.Mentions {
		c.longest = max(c.longest, m.Len())
	}
	for _, e := range c.Entities {
		slices.SortFunc(e.Mentions, func(a, b document.Range) int { return cmp.Or(a.First-b.First, b.Last-a.Last) })
	}
	slices.SortStableFunc(c.Entities, func(a, b *Entity) int { return cmp.Compare(first(a), first(b)) })
}

// first returns where an entity is mentioned first; countries of places that
// nothing names come last.
func first(e *Entity) int {
	if len(e.Mentions) == 0 {
		return int(^uint(0) >> 1)
	}
	return e.Mentions[0].First
}

// Enter returns somebody among the cast. Who has no id is only proposed, as an
// answer to a question, and is added now: a country by its code, a body that only
// a phrase names, a place, each with its mentions. It is nil where nobody is
// proposed, or nothing is left of the name.
func (c *Cast) Enter(e *Entity) *Entity {
	switch {
	case e == nil || e.ID != "":
		return e
	case e.Label == graph.Country:
		return mentioned(c.addCountry(e.Code), e.Mentions)
	case e.Label == graph.Place:
		return mentioned(c.addPlace(e.Name, e.Code), e.Mentions)
	}
	body := c.addOrganization(e.Name, "")
	if body != nil && len(body.Mentions) == 0 {
		body.Rule, body.Mentions = byCapitals, slices.Clone(e.Mentions)
	}
	return body
}

// mentioned adds mentions to those of an entity, if there is one.
func mentioned(e *Entity, mentions []document.Range) *Entity {
	for _, r := range mentions {
		if e != nil && !slices.Contains(e.Mentions, r) {
			e.Mentions = append(e.Mentions, r)
			slices.SortFunc(e.Mentions, func(a, b document.Range) int { return a.First - b.First })
		}
	}
	return e
}
