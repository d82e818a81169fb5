package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve"
	plain "github.com/newsgraph/newsgraph/ingest/source/text"
)

// BenchmarkLength reads and resolves one text of so many words, the samples one
// after the other: the words a second should not fall as texts grow.
func BenchmarkLength(b *testing.B) {
	samples := bodies(b)
	for _, length := range []int{8_000, 50_000, 250_000, 500_000} {
		b.Run(fmt.Sprint(length), func(b *testing.B) { benchmarkText(b, repeated(samples, length)) })
	}
}

// BenchmarkList reads and resolves a list of 600 names; its words a second
// should be at least half of those of prose.
func BenchmarkList(b *testing.B) {
	var list strings.Builder
	list.WriteString("Those who were elected on Monday:\n\n")
	for i := range 600 {
		fmt.Fprintf(&list, "%d. %s %s, %d points\n", i+1, firstNames[i%len(firstNames)], familyNames[i/len(firstNames)], 20+i%60)
	}
	benchmarkText(b, list.String())
}

var (
	firstNames  = strings.Fields("Anna Boris Carla David Elena Felix Greta Hans Ivan Julia Karl Lena Marco Nina Oskar Paula Rosa Stefan Uwe Vera")
	familyNames = strings.Fields("Berg Novak Keller Moreau Rossi Silva Costa Haddad Okafor Tanaka Ivanov Petrov Jensen Larsen Nielsen Schmidt Weber Fischer " +
		"Wagner Becker Hoffmann Koch Bauer Richter Klein Wolf Sato Suzuki Kim Park")
)

func benchmarkText(b *testing.B, text string) {
	words := len(strings.Fields(text))
	for b.Loop() {
		a, err := plain.Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		resolve.Resolve(read.Read(a))
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// bodies returns the texts of the samples, without what stands before them.
func bodies(b *testing.B) (texts []string) {
	paths, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no samples: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		a, err := plain.Parse(string(text))
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, a.Slice(a.Body))
	}
	return texts
}

// repeated returns so many words of the texts, each after the other.
func repeated(texts []string, words int) string {
	var all strings.Builder
	for i, n := 0, 0; n < words; i++ {
		text := texts[i%len(texts)]
		n += len(strings.Fields(text))
		all.WriteString(text + "\n\n")
	}
	return all.String()
}
