package resolve

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// defaultCountry is the country whose offices the English-language press names
// without the country: “President Biden”, “Secretary of State Blinken”.
var defaultCountry = map[string]string{
	"Secretary of State": "US", "Attorney General": "US", "National Security Adviser": "US", "Treasury Secretary": "US",
	"Defense Secretary": "US", "Secretary of Defense": "US", "Senator": "US", "Sen.": "US", "Vice President": "US",
	"Foreign Secretary": "GB", "Home Secretary": "GB", "Health Secretary": "GB",
}

// findPositions finds the offices around a person's name: a title before it,
// with a country or body before the title, or an apposition behind it.
func (r *resolver) findPositions(m mention) {
	first := r.TokenAt(m.Start)
	if first > 1 && r.Tokens[first-1].Text == "," {
		first-- // “the foreign minister, Jane Doe,”
	}
	for i := max(0, first-5); i < first; i++ {
		title, n := gazetteer.Title(read.Words(r.Tokens[i:first]))
		if n == 0 || i+n != first || !office(title) {
			continue
		}
		span := article.Span{Start: r.Tokens[i].Start, End: r.Tokens[first-1].End}
		owner := r.ownerBefore(i, title)
		if behind := r.TokenAt(m.End); owner == nil {
			owner = r.ownerBehind(behind, min(behind+4, len(r.Tokens)))
		}
		r.addPosition(m.entity, title, owner, span)
		return
	}
	r.apposition(m)
}

// office says whether a title is more than a form of address.
func office(title string) bool {
	return !slices.Contains([]string{"Sir", "Dame", "Lord", "Lady", "Prof.", "Professor", "Rev."}, title)
}

func (r *resolver) addPosition(e *entity, title string, of *entity, span article.Span) {
	if of != nil && of.label != graph.Place && of.label != graph.Person {
		e.positions = append(e.positions, position{title, of, span})
	}
}

// ownerBefore returns the country or body that stands before the title at
// token i, or the one that the title alone tells.
func (r *resolver) ownerBefore(i int, title string) *entity {
	if i > 0 {
		before := i - 1
		if t := r.Tokens[before].Text; t == "'s" || t == "’s" {
			before--
		}
		if before >= 0 {
			if e := r.namedAt(r.Tokens[before].End); e != nil {
				return e
			}
		}
	}
	if code, ok := defaultCountry[title]; ok {
		return r.country(code)
	}
	return r.leaderOf(title)
}

// leaderOf returns the country of a president who is named without one: the
// United States, where the article names it.
func (r *resolver) leaderOf(title string) *entity {
	if title != "President" {
		return nil
	}
	return r.entities[graph.EntityID(graph.Country, "US")]
}

// namedAt returns the entity of the name that ends at the offset. What a
// person's or a place's name ends at owns no office.
func (r *resolver) namedAt(end int) *entity {
	i := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].End >= end })
	for ; i < len(r.mentions) && r.mentions[i].End == end; i++ {
		if r.mentions[i].entity.label != graph.Person {
			return r.mentions[i].entity
		}
	}
	return nil
}

// apposition finds an office behind a name: “, the foreign minister of France,”
// or “, France's foreign minister,”.
func (r *resolver) apposition(m mention) {
	i := r.TokenAt(m.End)
	if i+2 >= len(r.Tokens) || r.Tokens[i].Text != "," {
		return
	}
	end := i + 1
	for end < len(r.Tokens) && end-i < 14 && !strings.ContainsAny(r.Tokens[end].Text, ",.;:") {
		end++
	}
	for j := i + 1; j < end; j++ {
		title, n := gazetteer.Title(read.Words(r.Tokens[j:end]))
		if n == 0 || !office(title) {
			continue
		}
		span := article.Span{Start: r.Tokens[j].Start, End: r.Tokens[j+n-1].End}
		owner := r.ownerBehind(j+n, end)
		if owner == nil && j > i+1 {
			owner = r.ownerBefore(j, title)
		}
		r.addPosition(m.entity, title, owner, span)
		return
	}
}

// ownerBehind returns the country or body in “of …” or “for …” at token i.
func (r *resolver) ownerBehind(i, end int) *entity {
	if i >= end || !slices.Contains([]string{"of", "for", "at"}, r.Tokens[i].Text) {
		return nil
	}
	for j := i + 1; j < min(end, i+4); j++ {
		if !unicode.IsUpper([]rune(r.Tokens[j].Text)[0]) {
			continue
		}
		if found := r.mentionsIn(article.Span{Start: r.Tokens[j].Start, End: r.Tokens[end-1].End}); len(found) > 0 {
			return found[0].entity
		}
	}
	return nil
}
