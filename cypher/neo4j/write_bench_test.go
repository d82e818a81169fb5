package neo4j

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/csv"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// BenchmarkWriting writes generated articles, without a server: what a format takes
// in time and memory as articles grow, with the exponent of that growth between the
// smallest and the largest size (1: as the articles).
//
//	go test ./cypher/neo4j -run xxx -bench Writing -benchtime 1x -articles 1000,10000,100000
func BenchmarkWriting(b *testing.B) {
	for name, open := range map[string]func(b *testing.B) graph.Sink{
		"csv":    func(b *testing.B) graph.Sink { return csv.New(b.TempDir()) },
		"script": func(*testing.B) graph.Sink { return cypher.NewScript(io.Discard) },
	} {
		b.Run(name, func(b *testing.B) {
			growth(b, func(b *testing.B, articles int) (seconds, bytes float64) { return measure(b, open(b), articles) })
		})
	}
}

// BenchmarkImport writes tables of generated articles and imports them with the
// real neo4j-admin, and counts that all rows are there.
func BenchmarkImport(b *testing.B) {
	server := neo4jtest.Start(b)
	var written, imported curve
	for _, articles := range sizesOf(b) {
		b.Run(strconv.Itoa(articles), func(b *testing.B) {
			for b.Loop() {
				folder := b.TempDir()
				seconds, bytes := measure(b, csv.New(folder), articles)
				written.add(float64(articles), seconds, bytes)
				took := server.Import(b, folder).Seconds()
				imported.add(float64(articles), took, 1)
				b.ReportMetric(float64(articles)/seconds, "articles/s")
				b.ReportMetric(took, "s-import")
				for edges, query := range map[bool]string{false: "MATCH (n) RETURN count(n)", true: "MATCH ()-[r]->() RETURN count(r)"} {
					if want, got := rowsOf(b, folder, edges), server.Query(b, query, nil)[0][0]; got != want {
						b.Errorf("%s: %d, want %d", query, got, want)
					}
				}
			}
		})
	}
	b.Logf("writing grows with exponent %.2f, importing with %.2f", written.exponent(written.seconds), imported.exponent(imported.seconds))
}

// rowsOf counts the rows of the tables of nodes, or of relationships, whose texts have
// no line breaks.
func rowsOf(b *testing.B, folder string, edges bool) (rows int64) {
	names, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range names {
		if strings.Contains(filepath.Base(name), "-") != edges {
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		lines := lineCount(-1) // the header is none
		_, err = io.Copy(&lines, file)
		if err := errors.Join(err, file.Close()); err != nil {
			b.Fatal(err)
		}
		rows += int64(lines)
	}
	return rows
}

// lineCount counts the lines that are written to it, however long they are.
type lineCount int64

func (n *lineCount) Write(p []byte) (int, error) {
	*n += lineCount(bytes.Count(p, []byte("\n")))
	return len(p), nil
}

// sizesOf returns the sizes that the flag names.
func sizesOf(b *testing.B) (all []int) {
	for size := range strings.SplitSeq(*sizes, ",") {
		articles, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, articles)
	}
	return all
}

// curve is what was measured at each size.
type curve struct{ articles, seconds, bytes []float64 }

// growth measures at each size and reports how what it takes grows.
func growth(b *testing.B, of func(b *testing.B, articles int) (seconds, bytes float64)) {
	var c curve
	for _, articles := range sizesOf(b) {
		b.Run(strconv.Itoa(articles), func(b *testing.B) {
			for b.Loop() {
				seconds, bytes := of(b, articles)
				c.add(float64(articles), seconds, bytes)
				b.ReportMetric(float64(articles)/seconds, "articles/s")
				b.ReportMetric(bytes/float64(articles), "live-B/article")
			}
		})
	}
	b.Logf("time grows with exponent %.2f, memory with %.2f", c.exponent(c.seconds), c.exponent(c.bytes))
}

// measure returns the time that writing takes, and the memory in use at its end.
func measure(b *testing.B, sink graph.Sink, articles int) (seconds, bytes float64) {
	all, before := generated(articles, benchSeed), heap()
	took := timed(func() {
		writeAll(b, sink, all)
		bytes = max(0, heap()-before)
		if err := sink.Close(b.Context()); err != nil {
			b.Fatal(err)
		}
	})
	return took.Seconds(), bytes
}

func (c *curve) add(articles, seconds, bytes float64) {
	c.articles, c.seconds, c.bytes = append(c.articles, articles), append(c.seconds, seconds), append(c.bytes, bytes)
}

// exponent returns that of the growth from the first size to the last.
func (c *curve) exponent(of []float64) float64 {
	last := len(of) - 1
	if last < 1 {
		return math.NaN()
	}
	return math.Log(of[last]/of[0]) / math.Log(c.articles[last]/c.articles[0])
}

// heap returns the bytes that are in use.
func heap() float64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc)
}

func writeAll(b *testing.B, sink graph.Sink, all iter.Seq[*graph.Graph]) {
	for g := range all {
		if err := sink.Write(b.Context(), g); err != nil {
			b.Fatal(err)
		}
	}
}
