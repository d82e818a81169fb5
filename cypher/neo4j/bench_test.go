package neo4j

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// The graph of the benchmarks: 100,000 statements, about 25 in each article.
const (
	benchArticles = 4000
	benchSeed     = 10
	sampled       = 100 // articles, for what is too slow for all
)

// BenchmarkLoad loads the graph into an empty database, through the loader and
// through a script, and then a second time, which changes nothing.
func BenchmarkLoad(b *testing.B) {
	server := neo4jtest.Start(b)
	graphs := generate(benchArticles, benchSeed)
	b.Run("loader", func(b *testing.B) {
		client := connectTo(b, server)
		firstAndSecond(b, server, graphs, func() { load(b, client, graphs, maxRows) })
	})
	b.Run("script", func(b *testing.B) {
		file := filepath.Join(b.TempDir(), "script.cypher")
		if err := os.WriteFile(file, []byte(scriptOf(b, graphs)), 0o600); err != nil {
			b.Fatal(err)
		}
		firstAndSecond(b, server, graphs, func() { server.ShellFile(b, file) })
	})
}

// firstAndSecond times load on an empty database and reports how much longer
// that takes than doing it again.
func firstAndSecond(b *testing.B, server *neo4jtest.Server, graphs []*graph.Graph, load func()) {
	want := count(graphs, graph.Statement)
	for b.Loop() {
		b.StopTimer()
		server.Clear(b)
		b.StartTimer()
		first := timed(load)
		b.StopTimer()
		second := timed(load)
		if got := server.Query(b, "MATCH (s:Statement) RETURN count(s)", nil)[0][0]; got != want {
			b.Fatalf("%d statements in the database, want %d", got, want)
		}
		b.ReportMetric(float64(want)/first.Seconds(), "statements/s")
		b.ReportMetric(first.Seconds()/second.Seconds(), "first/second")
		b.StartTimer()
	}
}

// BenchmarkOneByOne loads a part of the graph row by row, each in a
// transaction of its own, and reports how much longer that takes than loading
// it in batches.
func BenchmarkOneByOne(b *testing.B) {
	server := neo4jtest.Start(b)
	client, graphs := connectTo(b, server), generate(benchArticles, benchSeed)[:sampled]
	load(b, client, graphs, maxRows) // once beforehand: both find their plans made
	for b.Loop() {
		b.StopTimer()
		server.Clear(b)
		batched := timed(func() { load(b, client, graphs, maxRows) })
		server.Clear(b)
		b.StartTimer()
		single := timed(func() { loadRowByRow(b, client, graphs) })
		b.ReportMetric(single.Seconds()/batched.Seconds(), "single/batched")
	}
}

func loadRowByRow(b *testing.B, client *Client, graphs []*graph.Graph) {
	for _, st := range cypher.Statements(graphs, 1) {
		if _, err := client.run(b.Context(), []cypher.Statement{st}); err != nil {
			b.Fatal(err)
		}
	}
}

func count(graphs []*graph.Graph, label graph.Label) (n int64) {
	for _, g := range graphs {
		for _, node := range g.Nodes {
			if node.Label == label {
				n++
			}
		}
	}
	return n
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
