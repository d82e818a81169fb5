package identity

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

// oneItem is by which rule those are one who are known by one item of Wikidata,
// whatever they are called.
var oneItem = rule.Rule{Decides: "join", Name: "one Wikidata id", Example: "U.S. President [Joe Biden] was late. | U.S. President Joseph Biden was late."}

func itemEvidence(item string) string { return "Wikidata: " + item }

// Stand is one who stands in a block for all that are joined there, and is known
// by an item of Wikidata. Others with that item may stand in other blocks.
type Stand struct {
	Item     string   `json:"item"`
	Side     Side     `json:"side"`
	Length   int      `json:"length"` // how much the name tells
	Articles int      `json:"articles"`
	Forms    []string `json:"forms"` // ids of all that are joined, and its own, sorted
}

// standing returns those of a block who are known by an item, by their ids.
func standing(all []*individual) (stands []Stand) {
	for _, x := range all {
		if !x.home || len(x.items) != 1 {
			continue
		}
		s := Stand{Item: common(x.items, x.items), Side: x.seen[0].side(x.id), Length: x.name.length(), Articles: len(x.articles)}
		s.Side.Name = fullest(x.seen)
		for _, form := range x.forms {
			s.Forms = append(s.Forms, form.id)
		}
		slices.Sort(s.Forms)
		s.Forms = slices.Compact(s.Forms)
		stands = append(stands, s)
	}
	slices.SortFunc(stands, func(a, b Stand) int { return cmp.Compare(a.Side.ID, b.Side.ID) })
	return stands
}

// Unite joins those of all blocks who are known by one item of Wikidata to the one
// of them with the fullest name, in any order, but for those whom a person
// decided to be others.
func Unite(stands []Stand, d *Decisions) (found Decided) {
	stands = slices.Clone(stands)
	slices.SortFunc(stands, func(a, b Stand) int {
		return cmp.Or(b.Length-a.Length, b.Articles-a.Articles, len(a.Side.ID)-len(b.Side.ID), cmp.Compare(a.Side.ID, b.Side.ID))
	})
	var one []Stand
	for _, x := range stands {
		at := slices.IndexFunc(one, func(y Stand) bool { return !x.parted(y, d) })
		if at < 0 {
			one = append(one, x)
			continue
		}
		to := &one[at]
		to.Forms = slices.Concat(to.Forms, x.Forms)
		evidence := itemEvidence(x.Item)
		found.Joins = append(found.Joins, Join{From: x.Side.ID, To: to.Side.ID, Name: to.Side.Name, Rule: oneItem.Name, Confidence: oneItem.Share(), Evidence: evidence})
		found.Doubts = append(found.Doubts, Doubt{A: to.Side, B: x.Side, Why: oneItem.Name, Kept: "same", Confidence: oneItem.Share(), Evidence: evidence})
	}
	return found
}

// UniteAll unites those of every item.
func UniteAll(stands []Stand, d *Decisions) (found Decided) {
	by := map[string][]Stand{}
	for _, x := range stands {
		by[x.Item] = append(by[x.Item], x)
	}
	for _, item := range slices.Sorted(maps.Keys(by)) {
		one := Unite(by[item], d)
		found.Joins, found.Doubts = append(found.Joins, one.Joins...), append(found.Doubts, one.Doubts...)
	}
	return found
}

// parted says whether a person decided that some of one are not some of another.
func (s Stand) parted(from Stand, d *Decisions) bool {
	return slices.ContainsFunc(s.Forms, func(x string) bool {
		return slices.ContainsFunc(from.Forms, func(y string) bool { return d.apart(x, y) })
	})
}

// sameItem returns who is known by the item of somebody; nil where nobody is.
func (p *decider) sameItem(x *individual, of traits) (known *individual, item string) {
	for _, y := range p.known {
		if item = common(of.items, y.items); item != "" && !p.parted(x, y) {
			return y, item
		}
	}
	return nil, ""
}
