//go:build unix

package library

import (
	"flag"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/internal/madeup"
)

var articles = flag.Int("articles", 5000, "articles of the library of the benchmark")

// day is how many articles come in a day.
const day = 1000

// BenchmarkDay adds the articles of a day to a large library, and reports how
// long it takes to keep and to settle them, by the clock, and how much time of
// processors. An article tells of 10 statements and some 5 people, of whom there
// are as many as articles.
func BenchmarkDay(b *testing.B) {
	file := filepath.Join(b.TempDir(), "news.db")
	w := madeup.World{Articles: *articles + day, People: *articles, Statements: 10, Seed: 1}
	add(b, file, w, 0, *articles)
	for b.Loop() {
		used := processor(b)
		keep, settle, others := add(b, file, w, *articles, *articles+day)
		b.ReportMetric(keep.Seconds(), "s/keep")
		b.ReportMetric(settle.Seconds(), "s/settle")
		b.ReportMetric(processor(b).Seconds()-used.Seconds(), "processor-s/day")
		b.ReportMetric(float64(others), "others/day")
		w.Version++ // another day: the same articles have changed
	}
	info, err := os.Stat(file)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/float64(*articles+day), "B/article")
}

// processor returns the time of processors that this process has used.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func add(b *testing.B, file string, w madeup.World, from, to int) (keep, settle time.Duration, others int) {
	l, err := Open(b.Context(), file, Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	for i := from; i < to; i++ {
		f := madeup.Article(i, w)
		start := time.Now()
		if err := l.Add(b.Context(), f); err != nil {
			b.Fatal(err)
		}
		keep += time.Since(start)
	}
	start := time.Now()
	others, err = l.Settle(b.Context(), nil, "")
	if err != nil {
		b.Fatal(err)
	}
	return keep, time.Since(start), others
}
