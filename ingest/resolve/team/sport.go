package team

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// An article is of sport where it has different words of it, and one in so many of
// all is: those that little else has count twice. With nothing but words of other
// things too it takes many.
const (
	different = 3
	many      = 5
	oneIn     = 30
)

// sporting says whether an article is of sport.
func sporting(d *document.Document) bool {
	own, often, weight := map[string]bool{}, map[string]bool{}, 0
	for _, w := range d.Words {
		switch word := strings.ToLower(w.Text); {
		case isOfSport(word):
			own[word] = true
			weight += 2
		case words["often"].Has(word):
			often[word] = true
			weight++
		}
	}
	return (len(own) > 0 && len(own)+len(often) >= different || len(often) >= many) && weight*oneIn >= len(d.Words)
}

func isOfSport(word string) bool {
	return words["sport"].Has(word) || slices.ContainsFunc(sports, func(s string) bool { return words[s].Has(word) })
}

// sportOf returns the sport of which an article has the most words, "" where it has
// none or as many of another.
func sportOf(d *document.Document) string {
	counts := map[string]int{}
	for _, w := range d.Words {
		for _, s := range sports {
			if words[s].Has(strings.ToLower(w.Text)) {
				counts[s]++
			}
		}
	}
	all := slices.SortedStableFunc(slices.Values(sports), func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	if counts[all[0]] == counts[all[1]] {
		return ""
	}
	return all[0]
}
