package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// distinct returns the frames of statements that say something, each saying
// once: of two cues with the same source and content (“said … , adding”) the
// likelier stays, of two with the same content that of its paragraph.
func (m *maker) distinct() (kept []document.Frame) {
	with := map[int][]int{} // which of them have, or had, a word in their content
	for _, f := range m.Frames {
		if f.Kind != document.Statement || len(m.trimmed(f)) == 0 {
			continue
		}
		i := m.double(f, kept, with)
		switch {
		case i == len(kept):
			kept = append(kept, f)
		case m.better(f, kept[i]):
			kept[i] = f
		default:
			continue
		}
		for _, w := range f.Roles[document.Content] {
			with[w] = append(with[w], i)
		}
	}
	slices.SortStableFunc(kept, func(f, g document.Frame) int { return f.Anchor - g.Anchor })
	return kept
}

// double returns the first of those kept that is of the same saying as f, how
// many there are where none is.
func (m *maker) double(f document.Frame, kept []document.Frame, with map[int][]int) int {
	var shared []int
	for _, w := range f.Roles[document.Content] {
		for _, i := range with[w] {
			if !slices.Contains(shared, i) {
				shared = append(shared, i)
			}
		}
	}
	first := len(kept)
	for _, i := range shared {
		if i < first && m.doubles(f, kept[i]) {
			first = i
		}
	}
	return first
}

// same is how much of their words two contents of one saying share at least.
const same = 0.8

// doubles says whether two frames are of one saying: with one source, or one of
// them with the words of another paragraph, which there have a cue.
func (m *maker) doubles(f, g document.Frame) bool {
	return share(f.Roles[document.Content], g.Roles[document.Content]) >= same && (!sourcesDiffer(f, g) || m.apart(f) != m.apart(g))
}

// better says whether f tells a saying rather than g.
func (m *maker) better(f, g document.Frame) bool {
	if away := m.apart(f); away != m.apart(g) {
		return !away
	}
	return f.P > g.P
}

// apart says whether no word of a frame's content is in the paragraph of its cue.
func (m *maker) apart(f document.Frame) bool {
	here := m.SentenceOf(f.Anchor).Paragraph
	return !slices.ContainsFunc(f.Roles[document.Content], func(w int) bool { return m.SentenceOf(w).Paragraph == here })
}

// sourcesDiffer says whether two frames have sources that share no word.
func sourcesDiffer(f, g document.Frame) bool {
	a, b := f.Roles[document.Source], g.Roles[document.Source]
	return len(a) > 0 && len(b) > 0 && share(a, b) == 0
}

// share returns the harmonic mean of how much of each of two ascending lists
// is in the other.
func share(a, b []int) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
