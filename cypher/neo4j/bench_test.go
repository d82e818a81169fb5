package neo4j

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
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
)

// BenchmarkWays loads generated articles into an empty database: with the driver,
// with plain batches of the same rows, with a script through cypher-shell, and a
// second time with the driver, which changes nothing. It reports ratios, since
// machines differ.
func BenchmarkWays(b *testing.B) {
	server := neo4jtest.Start(b)
	client := connectTo(b, server)
	server.Clear(b)
	loadPlainly(b, client, generated(sampled, benchSeed+1)) // all find their plans made
	load(b, client, generate(sampled, benchSeed+2), maxRows)
	var byDriver, byScript curve
	for _, articles := range sizesOf(b) {
		b.Run(strconv.Itoa(articles), func(b *testing.B) {
			for b.Loop() {
				driver, script := ways(b, server, client, articles)
				byDriver.add(float64(articles), driver.Seconds(), 1)
				byScript.add(float64(articles), script.Seconds(), 1)
			}
		})
	}
	b.Logf("time grows with exponent %.2f for the driver, %.2f for the script", byDriver.exponent(byDriver.seconds), byScript.exponent(byScript.seconds))
}

// ways returns what the driver takes, and the script.
func ways(b *testing.B, server *neo4jtest.Server, client *Client, articles int) (first, script time.Duration) {
	all := generated(articles, benchSeed)
	server.Clear(b)
	plain := timed(func() { loadPlainly(b, client, all) })
	server.Clear(b)
	first = timed(func() { loadAll(b, client.Loader(), all) })
	again := timed(func() { loadAll(b, client.Loader(), all) })
	want := server.Query(b, "MATCH (n) RETURN count(n)", nil)[0][0]
	server.Clear(b)
	file := filepath.Join(b.TempDir(), "script.cypher")
	script = timed(func() {
		writeScript(b, file, all)
		server.ShellFile(b, file)
	})
	if got := server.Query(b, "MATCH (n) RETURN count(n)", nil)[0][0]; got != want {
		b.Fatalf("the script gives %d nodes, the driver %d", got, want)
	}
	b.ReportMetric(float64(articles)/first.Seconds(), "articles/s")
	b.ReportMetric(plain.Seconds()/first.Seconds(), "plain/driver")
	b.ReportMetric(script.Seconds()/first.Seconds(), "script/driver")
	b.ReportMetric(again.Seconds()/first.Seconds(), "again/driver")
	return first, script
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

func writeScript(b *testing.B, name string, all iter.Seq[*graph.Graph]) {
	file, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	script := cypher.NewScript(file)
	script.Fresh = true
	loadAll(b, script, all)
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

// BenchmarkOneArticle replaces and removes one article in a small graph and in one
// a hundred times as large, and reports how much longer the larger takes.
func BenchmarkOneArticle(b *testing.B) {
	server := neo4jtest.Start(b)
	client := connectTo(b, server)
	for b.Loop() {
		var replaced, removed [2]time.Duration
		for i, articles := range []int{30, 3000} {
			server.Clear(b)
			loadAll(b, client.Loader(), generated(articles, benchSeed))
			for n := range 2 * sampled / 10 { // the first half finds plans made
				other, id := generate(n+1, benchSeed+2)[n], fmt.Sprintf("https://example.org/%06d", n)
				again := timed(func() { load(b, client, []*graph.Graph{other}, maxRows) })
				out := timed(func() {
					if _, err := client.Remove(b.Context(), id); err != nil {
						b.Fatal(err)
					}
				})
				if n >= sampled/10 {
					replaced[i] += again
					removed[i] += out
				}
			}
		}
		b.ReportMetric(replaced[1].Seconds()/replaced[0].Seconds(), "replace-large/small")
		b.ReportMetric(removed[1].Seconds()/removed[0].Seconds(), "remove-large/small")
	}
}
