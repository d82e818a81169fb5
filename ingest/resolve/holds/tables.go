package holds

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// tables hold what an office is compared with, so that each costs the same in
// a long document as in a short one, however many people and offices there are.
type tables struct {
	byCode    map[string]*who.Entity        // countries of the cast
	byNoun    map[string][]*who.Entity      // bodies with a name of their own, by each word of it
	names     map[string]bool               // of all of the cast, folded
	heads     map[string][]*who.Entity      // who heads a country at the time, by its code
	american  bool                          // somebody or something is of the United States
	meant     map[int][]document.Antecedent // by the pronoun
	titleWord map[int]bool                  // words of the titles of offices read so far
	held      map[held][]*office            // of one title two at most
	headed    map[headed]bool               // who holds an office with that last word
	ranked    map[ranked][]*who.Entity      // who holds an office of which a country has one, by words
	regions   map[*who.Entity]*who.Entity   // the region of which somebody holds an office, by words
	worded    []*office                     // those with words for whose they are, in the order of the text
}

type (
	held   struct{ holder, of *who.Entity }
	headed struct {
		holder *who.Entity
		noun   string
	}
)

func newTables(d *document.Document, cast *who.Cast) tables {
	x := tables{
		byCode: map[string]*who.Entity{}, byNoun: map[string][]*who.Entity{}, names: map[string]bool{}, heads: map[string][]*who.Entity{},
		meant: map[int][]document.Antecedent{}, titleWord: map[int]bool{},
		held: map[held][]*office{}, headed: map[headed]bool{},
	}
	for _, e := range cast.Entities {
		x.add(e, d.Article.Published.At.Year())
	}
	for _, a := range d.Antecedents {
		x.meant[a.Pronoun] = append(x.meant[a.Pronoun], a)
	}
	return x
}

func (x *tables) add(e *who.Entity, year int) {
	x.names[folded(e.Name)] = true
	x.american = x.american || e.Code == "US"
	switch {
	case e.Label == graph.Country && x.byCode[e.Code] == nil:
		x.byCode[e.Code] = e
	case e.Label == graph.Organization && !e.Proposed:
		for _, w := range distinct(strings.Fields(strings.ToLower(e.Name))) {
			x.byNoun[w] = append(x.byNoun[w], e)
		}
	case e.Label == graph.Person:
		var codes []string
		for _, l := range leadersCalled(e) {
			if l.Head(year) {
				codes = append(codes, l.Code)
			}
		}
		for _, code := range distinct(codes) {
			x.heads[code] = append(x.heads[code], e)
		}
	}
}

func distinct(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// folded returns a name without its case, as strings.EqualFold compares names.
func folded(name string) string { return strings.ToLower(strings.ToUpper(name)) }

// indexOffices takes up the offices that were read.
func (x *tables) indexOffices(offices []*office) {
	titles := map[held]map[string]int{}
	x.regions = map[*who.Entity]*who.Entity{}
	for _, o := range offices {
		if o.worded != nil {
			x.worded = append(x.worded, o)
		}
		if o.holder == nil {
			continue
		}
		x.headed[headed{o.holder, headOf(o.Title)}] = true
		if o.region != nil && x.regions[o.holder] == nil {
			x.regions[o.holder] = o.region
		}
		key := held{o.holder, o.worded}
		if titles[key] == nil {
			titles[key] = map[string]int{}
		}
		if titles[key][o.Title]++; titles[key][o.Title] <= 2 { // one beside the office that is compared
			x.held[key] = append(x.held[key], o)
		}
	}
	slices.SortStableFunc(x.worded, func(a, b *office) int { return a.Words.First - b.Words.First })
}

// lastWorded returns the last office before a word that has words for whose it
// is, of several at one place the first; nil where there is none.
func (x *tables) lastWorded(word int) *office {
	from := func(word int) int {
		return sort.Search(len(x.worded), func(i int) bool { return x.worded[i].Words.First >= word })
	}
	if n := from(word); n > 0 {
		return x.worded[from(x.worded[n-1].Words.First)]
	}
	return nil
}

// few is up to how many mentions it costs no more to look at all than to search.
const few = 8

// overlapping returns the mentions of somebody that share words with a range.
func (f *finder) overlapping(e *who.Entity, r document.Range) (found []document.Range) {
	mentions := e.Mentions
	if len(mentions) > few {
		for _, m := range f.cast.Overlapping(r) {
			if m.Entity == e {
				found = append(found, m.Range)
			}
		}
		return found
	}
	for _, m := range mentions {
		if m.Overlaps(r) {
			found = append(found, m)
		}
	}
	return found
}

// lastBefore returns the last of ascending mentions that ends before a word,
// an empty one where none does.
func lastBefore(mentions []document.Range, word int) document.Range {
	n := sort.Search(len(mentions), func(i int) bool { return mentions[i].First >= word })
	for _, m := range slices.Backward(mentions[:n]) {
		if m.Last <= word {
			return m
		}
	}
	return document.Range{}
}
