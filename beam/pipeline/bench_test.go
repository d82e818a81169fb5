//go:build unix

package pipeline

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// BenchmarkSettle settles facts that are made up, of which an article tells of 10
// statements and some 5 people, of whom there are as many as articles. It reports
// the time of processors and the bytes of facts for each article, and the bytes
// that go to the bands of its copies, by far the most of what is sent.
func BenchmarkSettle(b *testing.B) {
	for _, n := range []int{500, 2000, 8000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			folder, w := b.TempDir(), madeup.World{Articles: n, People: n, Statements: 10, Seed: 1}
			scatter(b, folder, w, 4)
			for b.Loop() {
				used := processor(b)
				p, s := beam.NewPipelineWithRoot()
				if err := Build(b.Context(), s, Options{Inputs: []string{filepath.Join(folder, "*")}, To: "json", Output: b.TempDir(), Shards: 4, Workers: 1, MaxBytes: 1 << 20}); err != nil {
					b.Fatal(err)
				}
				if err := ptest.Run(p); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric((processor(b)-used).Seconds()*1000/float64(n), "processor-ms/article")
			}
			facts, bands := 0, 0
			for i := range n {
				f := madeup.Article(i, w)
				line, err := json.Marshal(f)
				if err != nil {
					b.Fatal(err)
				}
				sketch, _ := copies.SketchOf(f.Text)
				facts, bands = facts+len(line), bands+len(sketch.Bands)*len(packStory(story{f.ID, copies.Order(f), sketch.Low}))
			}
			b.ReportMetric(float64(facts)/float64(n), "B-facts/article")
			b.ReportMetric(float64(bands)/float64(n), "B-bands/article")
		})
	}
}

// processor returns the time of processors that this process has used.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
