package cypher

import (
	"cmp"

	"github.com/newsgraph/newsgraph/graph"
)

// place is where something is told first: in which article of a block, and where in
// its text.
type place struct {
	article graph.Ref
	nth     int // of the block's articles
	start   int64
}

// order is that of a block's articles, and within them of the text.
type order map[graph.Ref]place

// orderOf returns the places of the nodes of a block. What stands in several
// articles counts for the first.
func orderOf(block []*graph.Graph) order {
	o := order{}
	for nth, g := range block {
		o[g.Article] = place{g.Article, nth, -1}
		for _, e := range g.Edges {
			if e.Type != graph.ReportedIn && e.Type != graph.MentionedIn {
				continue
			}
			if _, before := o[e.From]; !before {
				start, _ := e.Props["start"].(int64)
				o[e.From] = place{g.Article, nth, start}
			}
		}
	}
	return o
}

// ofEdge returns where a relationship is told: there where the last of its ends is,
// since a statement tells of people who were named before.
func (o order) ofEdge(e graph.Edge) place {
	if id, is := e.Props["statementId"].(string); is {
		return o[graph.Ref{Label: graph.Statement, ID: id}]
	}
	from := o[e.From]
	if to, known := o[e.To]; known && o.compare(from, to) < 0 {
		return to
	}
	return from
}

func (o order) compare(a, b place) int { return cmp.Or(a.nth-b.nth, cmp.Compare(a.start, b.start)) }
