package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// distinct returns the frames of statements that say something, each saying
// once: of two cues with the same source and content (“said … , adding”) the
// likelier stays.
func (m *maker) distinct() (kept []document.Frame) {
	for _, f := range m.Frames {
		if f.Kind != document.Statement || len(m.trimmed(f)) == 0 {
			continue
		}
		if i := slices.IndexFunc(kept, func(g document.Frame) bool { return doubles(f, g) }); i < 0 {
			kept = append(kept, f)
		} else if f.P > kept[i].P {
			kept[i] = f
		}
	}
	slices.SortStableFunc(kept, func(f, g document.Frame) int { return f.Anchor - g.Anchor })
	return kept
}

// same is how much two contents share, of one and the same saying.
const same = 0.8

// doubles says whether two frames are of one saying.
func doubles(f, g document.Frame) bool {
	return share(f.Roles[document.Content], g.Roles[document.Content]) >= same && !sourcesDiffer(f, g)
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
