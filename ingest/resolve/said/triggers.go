package said

import (
	"slices"
	"sort"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

// triggers are the meetings by the words that tell of them, ascending: so that a
// statement is compared with those near it alone.
type triggers map[int][]int

func triggersIn(s Scene, points *article.CodePoints) triggers {
	found := triggers{}
	for i, met := range s.Meetings {
		for _, span := range met.Spans.Trigger {
			start, end := points.Byte(span[0]), points.Byte(span[1])
			first := sort.Search(len(s.Words), func(w int) bool { return s.Words[w].Start >= start })
			for w := first; w < len(s.Words) && s.Words[w].Start < end; w++ {
				if !slices.Contains(found[w], i) {
					found[w] = append(found[w], i)
				}
			}
		}
	}
	return found
}

// in returns the meetings that words tell of, ascending.
func (t triggers) in(words document.Range) (meetings []int) {
	for w := words.First; w < words.Last; w++ {
		meetings = append(meetings, t[w]...)
	}
	slices.Sort(meetings)
	return slices.Compact(meetings)
}
