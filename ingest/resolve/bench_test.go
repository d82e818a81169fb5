package resolve

import (
	"os"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// BenchmarkResolve resolves a sample that was read before. It should cost less
// than a fifth of the reading: of-reading is its share.
func BenchmarkResolve(b *testing.B) {
	text, err := os.ReadFile("../../seeds/2023-03-18-icc-warrant.txt")
	if err != nil {
		b.Fatal(err)
	}
	a, err := article.Parse(string(text))
	if err != nil {
		b.Fatal(err)
	}
	const rounds = 20
	d, began := read.Read(a), time.Now()
	for range rounds {
		d = read.Read(a)
	}
	reading := float64(time.Since(began).Nanoseconds()) / rounds
	for b.Loop() {
		if f := Resolve(d); len(f.Statements) < 8 {
			b.Fatalf("only %d statements", len(f.Statements))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/reading, "of-reading")
}
