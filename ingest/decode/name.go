package decode

import (
	"math"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// names returns the names of all of the block's words: the best sequence of
// BIES tags of each sentence (Viterbi 1967), and of each name the kind that all
// its places agree on.
func (r *reader) names() (found []document.Name) {
	r.vectors.Apart(func() { found = r.named(r.vectors.Names()) })
	return found
}

// named returns the names that the scores of tags tell of.
func (r *reader) named(scores network.Scores) (found []document.Name) {
	labels := r.network.Labels.Names
	rows := make([][]float32, len(r.words))
	for i := range rows {
		rows[i] = scores.Row(i)
	}
	first := 0
	for _, end := range r.ends {
		for i, tag := range bestTags(rows[first:end], labels) {
			switch kind := labels[tag]; kind[0] {
			case 'B', 'S':
				at := r.offset + first + i
				found = append(found, r.document.Named(document.Range{First: at, Last: at + 1}, document.NameKind(kind[2:])))
			case 'I', 'E':
				n := &found[len(found)-1]
				*n = r.document.Named(document.Range{First: n.First, Last: n.Last + 1}, n.Kind)
			}
		}
		first = end
	}
	places, here := map[string]int{}, make([]odds, len(found))
	for _, n := range found {
		places[r.lower(n.Range)]++
	}
	for i, n := range found {
		here[i] = r.oddsOf(n, rows[n.First-r.offset:n.Last-r.offset], places[r.lower(n.Range)] == 1)
	}
	r.agree(found, here)
	return found
}

// bestTags returns the sequence of tags with the highest sum of scores among
// those in which each name is whole.
func bestTags(rows [][]float32, labels []string) []int {
	n, columns := len(rows), len(labels)
	from := make([]int, n*columns)
	before, now := make([]float32, columns), make([]float32, columns)
	for i, row := range rows {
		for tag := range labels {
			best, score := 0, float32(math.Inf(-1))
			if i == 0 && follows("O", labels[tag]) {
				score = 0
			}
			for previous := range labels {
				if i > 0 && before[previous] > score && follows(labels[previous], labels[tag]) {
					best, score = previous, before[previous]
				}
			}
			from[i*columns+tag], now[tag] = best, score+row[tag]
		}
		before, now = now, before
	}
	last, score := 0, float32(math.Inf(-1))
	for tag, label := range labels {
		if before[tag] > score && follows(label, "O") {
			last, score = tag, before[tag]
		}
	}
	tags := make([]int, n)
	for i := n - 1; i >= 0; i-- {
		tags[i], last = last, from[i*columns+last]
	}
	return tags
}

// follows says whether tag b may stand after tag a.
func follows(a, b string) bool {
	open := a[0] == 'B' || a[0] == 'I'
	inside := b[0] == 'I' || b[0] == 'E'
	return open == inside && (!open || a[2:] == b[2:])
}
