package neo4j

import (
	"context"
	"flag"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// sizes are those of the benchmarks. An article has about 25 statements.
var sizes = flag.String("articles", "300,3000", "how many articles the benchmarks load, with commas between")

const (
	benchSeed = 10
	sampled   = 100 // articles, for what is too slow for all
	exchanged = 20  // articles, of those in a graph
)

// BenchmarkWays loads generated articles into an empty database: with plain batches,
// with the driver, a second time with the driver, which changes nothing, and with a
// script through cypher-shell. It reports ratios, since machines differ, and their
// medians over the rounds, since the first finds a server that has not yet compiled
// what it runs:
//
//	go test ./cypher/neo4j -run xxx -bench Ways -benchtime 5x -articles 300
func BenchmarkWays(b *testing.B) {
	server := neo4jtest.Start(b)
	client := connectTo(b, server)
	server.Clear(b)
	loadPlainly(b, client, generated(sampled, benchSeed+1)) // all find their plans made
	load(b, client, generate(sampled, benchSeed+2), maxRows)
	for _, articles := range sizesOf(b) {
		b.Run(strconv.Itoa(articles), func(b *testing.B) {
			rounds := map[string][]float64{}
			for b.Loop() {
				for name, value := range ways(b, server, client, articles) {
					rounds[name] = append(rounds[name], value)
				}
			}
			for name, values := range rounds {
				slices.Sort(values)
				b.ReportMetric(values[len(values)/2], name)
			}
		})
	}
}

// ways loads the articles in each way and returns what it takes against others.
func ways(b *testing.B, server *neo4jtest.Server, client *Client, articles int) map[string]float64 {
	all := generated(articles, benchSeed)
	server.Clear(b)
	plain := timed(func() { loadPlainly(b, client, all) })
	server.Clear(b)
	first := timed(func() { loadAll(b, client.Loader(), all) })
	again := timed(func() { loadAll(b, client.Loader(), all) })
	want := server.Query(b, "MATCH (n) RETURN count(n)", nil)[0][0]
	server.Clear(b)
	file := filepath.Join(b.TempDir(), "script.cypher")
	script := timed(func() {
		loadAll(b, create(b, file), all)
		server.ShellFile(b, file)
	})
	if got := server.Query(b, "MATCH (n) RETURN count(n)", nil)[0][0]; got != want {
		b.Fatalf("the script gives %d nodes, the driver %d", got, want)
	}
	return map[string]float64{
		"articles/s":    float64(articles) / first.Seconds(),
		"plain/driver":  plain.Seconds() / first.Seconds(),
		"script/driver": script.Seconds() / first.Seconds(),
		"again/driver":  again.Seconds() / first.Seconds(),
	}
}

// BenchmarkLoading loads generated articles into an empty database, with the driver
// and with a script: what that takes in time, and newsgraph in memory, as articles
// grow, with the exponent of that growth (see BenchmarkWriting).
func BenchmarkLoading(b *testing.B) {
	server := neo4jtest.Start(b)
	client := connectTo(b, server)
	server.Clear(b)
	load(b, client, generate(sampled, benchSeed+2), maxRows)
	b.Run("driver", func(b *testing.B) {
		growth(b, func(b *testing.B, articles int) (seconds, bytes float64) {
			server.Clear(b)
			return measure(b, client.Loader(), articles)
		})
	})
	b.Run("script", func(b *testing.B) {
		growth(b, func(b *testing.B, articles int) (seconds, bytes float64) {
			server.Clear(b)
			file := filepath.Join(b.TempDir(), "script.cypher")
			seconds, bytes = measure(b, create(b, file), articles)
			return seconds + timed(func() { server.ShellFile(b, file) }).Seconds(), bytes
		})
	})
}

// loadPlainly writes the same rows with nothing but batches: no earlier versions
// are looked for, and nothing is derived.
func loadPlainly(b *testing.B, client *Client, all iter.Seq[*graph.Graph]) {
	block := cypher.Block{MaxRows: maxRows}
	write := func(graphs []*graph.Graph) {
		if len(graphs) == 0 {
			return
		}
		statements := cypher.Statements(graphs, maxRows)
		for i, st := range statements {
			statements[i].Text = plainly(st.Text)
		}
		if _, err := client.run(b.Context(), statements); err != nil {
			b.Fatal(err)
		}
	}
	for g := range all {
		write(block.Add(g))
	}
	write(block.Take())
}

// plainly returns the text of a statement without what joins rows with what is
// there: MATCH, MERGE, and SET of all that a row has.
func plainly(text string) string {
	begin, _, _ := strings.Cut(text, "\nSET ")
	begin, _, _ = strings.Cut(begin, "\nWITH ")
	switch {
	case strings.Contains(text, "n:Entity"):
		return begin + "\nSET n += row, n:Entity"
	case strings.Contains(text, "MERGE (n:"):
		return begin + "\nSET n += row"
	}
	if strings.Contains(text, "row.evidence") {
		return begin + "\nSET r += row"
	}
	return begin + "\nSET r += row.props"
}

func loadAll(b *testing.B, sink graph.Sink, all iter.Seq[*graph.Graph]) {
	writeAll(b, sink, all)
	if err := sink.Close(context.WithoutCancel(b.Context())); err != nil {
		b.Fatal(err)
	}
}

// create returns a script in a new file, for an empty database.
func create(b *testing.B, name string) *cypher.Script {
	file, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = file.Close() })
	script := cypher.NewScript(file)
	script.Fresh = true
	return script
}

// BenchmarkOneByOne loads a part of the graph row by row, each in a
// transaction of its own, and reports how much longer that takes than loading
// it in batches.
func BenchmarkOneByOne(b *testing.B) {
	server := neo4jtest.Start(b)
	client, graphs := connectTo(b, server), generate(sampled, benchSeed)
	load(b, client, graphs, maxRows) // once beforehand: both find their plans made
	for b.Loop() {
		server.Clear(b)
		batched := timed(func() { load(b, client, graphs, maxRows) })
		server.Clear(b)
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

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// BenchmarkOneArticle replaces and removes articles, one at a time, in a small graph
// and in one a hundred times as large, and reports how much longer the larger takes.
func BenchmarkOneArticle(b *testing.B) {
	server := neo4jtest.Start(b)
	client := connectTo(b, server)
	before, after := generate(exchanged, benchSeed), generate(exchanged, benchSeed+2)
	for b.Loop() {
		var replaced, removed [2]time.Duration
		for i, articles := range []int{30, 3000} {
			server.Clear(b)
			loadAll(b, client.Loader(), generated(articles, benchSeed))
			for round := range 6 { // the first finds plans made, and what runs compiled
				for n := range exchanged {
					again := timed(func() { load(b, client, after[n:n+1], maxRows) })
					out := timed(func() { remove(b, client, after[n].Article.ID) })
					load(b, client, before[n:n+1], maxRows)
					if round > 0 {
						replaced[i] += again
						removed[i] += out
					}
				}
			}
		}
		b.ReportMetric(replaced[1].Seconds()/replaced[0].Seconds(), "replace-large/small")
		b.ReportMetric(removed[1].Seconds()/removed[0].Seconds(), "remove-large/small")
	}
}

func remove(b *testing.B, client *Client, id string) {
	if _, err := client.Remove(b.Context(), id); err != nil {
		b.Fatal(err)
	}
}
