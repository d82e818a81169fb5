package pipeline

import (
	"fmt"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// TestOneOfACrowd: an original counts where fewer than a crowd of those before it
// are originals; what is not known yet leaves it open.
func TestOneOfACrowd(t *testing.T) {
	for _, c := range []struct {
		originals, copies, unknown int
		want                       verdict
	}{
		{copies.Crowd - 1, 5, 0, copied},
		{copies.Crowd, 0, 0, original},
		{copies.Crowd - 1, 3, 1, open},
		{copies.Crowd - 2, 3, 1, copied},
		{copies.Crowd, 0, 7, original},
	} {
		s := suspect{Known: map[string]verdict{"e": original}}
		l := like{Of: facts.Copy{ID: "e"}}
		for i, n := range []int{c.unknown, c.originals, c.copies} { // in the order of verdicts
			for j := range n {
				id := fmt.Sprint(i, j)
				l.Before, s.Known[id] = append(l.Before, id), verdict(i)
			}
		}
		s.Likes = []like{l}
		if s.judge(); s.Is != c.want {
			t.Errorf("%+v: got %d", c, s.Is)
		}
	}
}

func TestStoriesArePacked(t *testing.T) {
	want := story{ID: "https://example.org/ä", Order: "0\x002024\x00x", Low: []uint32{0, 7, 1 << 31, 1<<32 - 1}}
	if got := unpackStory(packStory(want)); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v", got)
	}
}
