package read

import (
	"os"
	"strings"
	"testing"

	plain "github.com/newsgraph/newsgraph/ingest/source/text"
)

// BenchmarkRead reads a sample article again and again; its words a second are
// those of one core.
func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("../../seeds/2023-03-22-moscow-visit.txt")
	if err != nil {
		b.Fatal(err)
	}
	a, err := plain.Parse(string(text))
	if err != nil {
		b.Fatal(err)
	}
	words := len(strings.Fields(a.Slice(a.Body)))
	for b.Loop() {
		d := Read(a)
		if len(d.Frames) < 8 || len(d.Names) < 10 {
			b.Fatalf("read %d frames and %d names", len(d.Frames), len(d.Names))
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
