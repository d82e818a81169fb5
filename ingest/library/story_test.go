package library

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// passage is a piece of text that no other passage shares words with.
func passage(n int) string {
	var words []string
	for i := range 60 {
		words = append(words, fmt.Sprintf("w%dx%d", n, i))
	}
	return strings.Join(words, " ")
}

// printed makes an article of one or two of a few passages, so that one may be a copy
// of two that are none of each other.
func printed(rng *rand.Rand, id int) *facts.Article {
	text := passage(rng.IntN(4))
	if rng.IntN(2) == 0 {
		text += " " + passage(rng.IntN(4))
	}
	return &facts.Article{ID: fmt.Sprintf("https://example.org/%02d", id), SHA256: fmt.Sprint(len(text), text[:4], text[len(text)-6:]), Published: fmt.Sprintf("2022-01-%02d", 1+rng.IntN(9)), Text: text}
}

// TestCopiesOfWhatChanges has articles come, change and go, several in a run: what is
// a copy of what is as in one run over what is left.
func TestCopiesOfWhatChanges(t *testing.T) {
	for round := range 12 {
		rng := rand.New(rand.NewPCG(uint64(round), 3))
		file, left := filepath.Join(t.TempDir(), "news.db"), map[string]*facts.Article{}
		for range 4 {
			read := map[string]*facts.Article{}
			var removed []string
			for range 1 + rng.IntN(6) {
				f := printed(rng, rng.IntN(8))
				read[f.ID], left[f.ID] = f, f
			}
			for id := range left {
				if rng.IntN(4) == 0 {
					removed = append(removed, id)
				}
			}
			for _, id := range removed {
				delete(left, id)
			}
			l := run(t, file, sorted(read), removed, nil, "")
			if diff := cmp.Diff(whole(t, sorted(left), nil), held(t, l)); diff != "" {
				t.Fatalf("round %d: one run in memory, and the library (-want +got):\n%.2000s", round, diff)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func sorted(articles map[string]*facts.Article) (all []*facts.Article) {
	for _, f := range articles {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *facts.Article) int { return strings.Compare(a.ID, b.ID) })
	return all
}
