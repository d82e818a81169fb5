package network

import "sort"

const (
	window  = 254 // pieces of a window, without the special ones
	context = 48  // pieces before and after a sentence, where there are so many
	longest = 240 // pieces of a sentence; what is longer is read in parts
)

// Vectors returns the vector of each word of a text; its sentences end after
// the words ends. Sentences are read in windows that overlap, and each is taken
// from the window in which it has most of the text around it.
func (n *Network) Vectors(t *Text, ends []int) *Vectors {
	work := n.workspaces.get()
	v := &Vectors{Words: t.Len(), values: work.take(t.Len() * n.width), network: n, work: work}
	sentences := parts(t, ends)
	best := make([]int, len(sentences))
	for first := 0; first < len(sentences); {
		last := fill(t, sentences, first)
		from, to := start(sentences, first), sentences[last-1]
		w := Window{from, to, work.take((to - from) * n.width), n, work}
		n.encode(&work.scratch, t, from, to, w.values)
		v.Windows = append(v.Windows, w)
		for s := first; s < last; s++ {
			around := min(margin(t.First[start(sentences, s)]-t.First[from], first == 0), margin(t.First[to]-t.First[sentences[s]], last == len(sentences)))
			if around+1 > best[s] {
				best[s] = around + 1
				copy(v.values[start(sentences, s)*n.width:sentences[s]*n.width], w.values[(start(sentences, s)-from)*n.width:])
			}
		}
		if last == len(sentences) {
			break
		}
		first = next(t, sentences, first, last)
	}
	return v
}

// parts returns the ends of sentences, of which the longest are divided.
func parts(t *Text, ends []int) []int {
	var found []int
	from := 0
	for _, end := range ends {
		for t.First[end]-t.First[from] > longest {
			from = max(from+1, sort.SearchInts(t.First, t.First[from]+longest+1)-1)
			found = append(found, from)
		}
		if end > from {
			found = append(found, end)
		}
		from = end
	}
	return found
}

func start(ends []int, sentence int) int {
	if sentence == 0 {
		return 0
	}
	return ends[sentence-1]
}

// fill returns the sentence after the last one that fits into a window.
func fill(t *Text, ends []int, first int) int {
	last := first + 1
	for last < len(ends) && t.First[ends[last]]-t.First[start(ends, first)] <= window {
		last++
	}
	return last
}

// next returns the first sentence of the window that follows.
func next(t *Text, ends []int, first, last int) int {
	from := t.First[ends[last-1]] - 2*context
	for s := first + 1; s < last; s++ {
		if t.First[start(ends, s)] >= from {
			return s
		}
	}
	return last
}

// margin is the text on one side of a sentence; at the border of the article
// there is no more to be had.
func margin(pieces int, border bool) int {
	if border {
		return window
	}
	return pieces
}
