package decode

import (
	"cmp"
	"math"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// What decides on frames, probabilities first.
const (
	isAnchor    = 0.42
	isRole      = 0.5
	isSource    = 0.15 // the best word of a source that has no other
	isAttribute = 0.5

	most   = 6  // a word counts no more than this for a run as content
	least  = -4 // … and no less than this
	holeIn = -1 // a word of a content's run that is scored lower may be none
)

// isRareRole has the least probabilities of words in roles that the network
// gives too seldom.
var isRareRole = map[document.Role]float64{document.Source: 0.25, document.Target: 0.3}

// inMeeting is that of words for who meets, where and when: on train, dev and press
// 0.54, 0.39 and 0.48 of the meetings are whole, with 0.5 but for participants 0.52,
// 0.37 and 0.47.
const inMeeting = 0.25

// enough is the least probability with which words have a role.
func enough(kind document.Kind, role document.Role) float64 {
	if kind == document.Meeting && role != document.Trigger && role != document.Same {
		return inMeeting
	}
	return cmp.Or(isRareRole[role], isRole)
}

// frames adds those whose anchor is one of the block's own words. Each word is
// taken from the window in which it has most words on both sides.
func (r *reader) frames() {
	d := r.document
	first := len(d.Frames)
	home := r.homes()
	for number, w := range r.vectors.Windows {
		mine := func(word int) bool { return home[word] == number && r.owns(word) }
		r.vectors.Apart(func() { r.window(w, mine) })
	}
	slices.SortStableFunc(d.Frames[first:], func(f, g document.Frame) int { return f.Anchor - g.Anchor })
}

// window adds the frames of a window whose anchors are to be taken from it.
func (r *reader) window(w network.Window, mine func(word int) bool) {
	f, offset := w.Frames(r.guide), r.offset+w.First
	for kind := range document.Kinds {
		var anchors []int
		for word := w.First; word < w.Last; word++ {
			if mine(word) && logistic(f.Anchors.Row(word - w.First)[kind]) >= isAnchor {
				anchors = append(anchors, word-w.First)
			}
		}
		for i, scores := range f.Of(kind, anchors) {
			if found, ok := frameOf(document.Kinds[kind], scores, offset); ok {
				found.Anchor, found.P = offset+anchors[i], logistic(f.Anchors.Row(anchors[i])[kind])
				r.document.Frames = append(r.document.Frames, found)
			}
		}
	}
}

// homes returns, for each word, the number of the window in which it has most
// words on both sides.
func (r *reader) homes() []int {
	home, best := make([]int, len(r.words)), make([]int, len(r.words))
	for number, w := range r.vectors.Windows {
		for word := w.First; word < w.Last; word++ {
			before, after := word-w.First, w.Last-1-word
			if w.First == 0 {
				before = len(r.words)
			}
			if w.Last == len(r.words) {
				after = len(r.words)
			}
			if room := 1 + min(before, after); room > best[word] {
				home[word], best[word] = number, room
			}
		}
	}
	return home
}

func logit(p float64) float32 { return float32(math.Log(p / (1 - p))) }

func logistic(x float32) float64 { return 1 / (1 + math.Exp(-float64(x))) }

// frameOf returns the frame that the scores tell of, words counted from offset.
// A statement without a content is none.
func frameOf(kind document.Kind, scores network.Frame, offset int) (document.Frame, bool) {
	f := document.Frame{Kind: kind, Roles: map[document.Role][]int{}, Likely: map[document.Role]map[int]float64{}, Sure: 1}
	attributes := scores.Attributes
	for i, role := range document.Roles[kind] {
		words := above(scores.Roles[i], logit(enough(kind, role)))
		switch role {
		case document.Content:
			words = content(scores.Roles)
		case document.Source:
			if best := argmax(scores.Roles[i]); len(words) == 0 && logistic(scores.Roles[i][best]) > isSource {
				words = []int{best}
			}
		}
		for j := range words {
			words[j] += offset
		}
		if len(words) > 0 {
			f.Roles[role] = words
		}
		if role == document.Addressee || role == document.Target {
			f.Likely[role] = weigh(scores.Roles[i], offset)
		}
	}
	switch kind {
	case document.Statement:
		f.Act, f.Sure = likeliest(document.Acts, attributes[:network.Negative])
		f.Negative, f.NotSaid = logistic(attributes[network.Negative]) > isAttribute, logistic(attributes[network.NotSaid]) > isAttribute
	case document.Meeting:
		f.Status, f.Sure = likeliest(document.Statuses, attributes[network.Statuses:network.Former])
	case document.Office:
		f.Former = logistic(attributes[network.Former]) > isAttribute
	}
	return f, kind != document.Statement || len(f.Roles[document.Content]) > 0
}

// above returns the words with scores above a bound.
func above(scores []float32, bound float32) (words []int) {
	for w, s := range scores {
		if s > bound {
			words = append(words, w)
		}
	}
	return words
}

// content returns the words of a content, given the scores of all roles: the
// run with the greatest sum, so that a quotation of several sentences stays
// whole, without the words that are something else there.
func content(roles [][]float32) (words []int) {
	at := func(role document.Role) []float32 {
		return roles[slices.Index(document.Roles[document.Statement], role)]
	}
	scores, run := at(document.Content), slices.Clone(at(document.Content))
	other := func(w int) bool {
		return max(at(document.Source)[w], at(document.Cue)[w], at(document.Addressee)[w], at(document.When)[w]) > 0
	}
	for w, s := range run {
		if run[w] = min(max(s, least), most); s < 0 && other(w) {
			run[w] = 0 // “…,” he said, “…” goes on
		}
	}
	first, last := bestRun(run)
	for w := first; w < last; w++ {
		if scores[w] >= holeIn || !other(w) {
			words = append(words, w)
		}
	}
	return words
}

// bestRun returns the run of words with the greatest sum of scores (Kadane's
// algorithm).
func bestRun(scores []float32) (first, last int) {
	var best, total float64
	start := 0
	for w, s := range scores {
		if total <= 0 {
			total, start = 0, w
		}
		if total += float64(s); total > best {
			best, first, last = total, start, w+1
		}
	}
	return first, last
}

// likeliest returns the label with the highest score, and its probability among
// all.
func likeliest(labels []string, scores []float32) (label string, p float64) {
	best := argmax(scores)
	var sum float64
	for _, s := range scores {
		sum += math.Exp(float64(s) - float64(scores[best]))
	}
	return labels[best], 1 / sum
}

func argmax(scores []float32) (best int) {
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// hardly is from what probability on words may have a role at all.
const hardly = 0.01

// weigh notes how probable it is that words have a role, words counted from
// offset.
func weigh(scores []float32, offset int) map[int]float64 {
	likely := map[int]float64{}
	for _, w := range above(scores, logit(hardly)) {
		likely[offset+w] = logistic(scores[w])
	}
	return likely
}
