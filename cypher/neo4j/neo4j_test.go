package neo4j

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestMain(m *testing.M) {
	if os.Getenv(loaderVariable) != "" {
		loadAndTell()
		return
	}
	neo4jtest.Main(m)
}

func connectTo(t testing.TB, server *neo4jtest.Server) *Client {
	t.Helper()
	client, err := Connect(t.Context(), Config{URI: server.URI, User: server.User, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close(context.Background()) })
	return client
}

// load loads the graphs in blocks of at most rows rows.
func load(t testing.TB, client *Client, graphs []*graph.Graph, rows int) Counts {
	t.Helper()
	loader := client.Loader()
	loader.block.MaxRows = rows
	for _, g := range graphs {
		if err := loader.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := loader.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return loader.Counts()
}

func scriptOf(t testing.TB, graphs []*graph.Graph) string {
	t.Helper()
	var b strings.Builder
	script := cypher.NewScript(&b)
	for _, g := range graphs {
		if err := script.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := script.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(t *testing.T, what, want, got string) {
	t.Helper()
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s: another graph (-want +got):\n%.4000s", what, diff)
	}
}

func TestScriptAndLoaderGiveOneGraph(t *testing.T) {
	server := neo4jtest.Start(t)
	for name, graphs := range map[string][]*graph.Graph{"generated": generate(40, 1), "hostile": hostileGraphs()} {
		t.Run(name, func(t *testing.T) {
			for _, g := range graphs {
				if err := g.Validate(); err != nil {
					t.Fatal(err)
				}
			}
			server.Clear(t)
			script := scriptOf(t, graphs)
			server.Shell(t, script)
			want := server.Dump(t)
			server.Shell(t, script)
			same(t, "the script a second time", want, server.Dump(t))
			server.Clear(t)
			server.Shell(t, strings.ReplaceAll(script, "\n", "\r\n"))
			same(t, "the script with the line ends of Windows", want, server.Dump(t))
			client := connectTo(t, server)
			if again := load(t, client, graphs, maxRows); again != (Counts{}) {
				t.Errorf("the driver after the script changed %v, want nothing", again)
			}
			same(t, "the driver after the script", want, server.Dump(t))
			server.Clear(t)
			load(t, client, graphs, maxRows)
			same(t, "the driver", want, server.Dump(t))
			if again := load(t, client, graphs, maxRows); again != (Counts{}) {
				t.Errorf("the driver a second time changed %v, want nothing", again)
			}
			same(t, "the driver a second time", want, server.Dump(t))
		})
	}
}

func TestTextIsReadBackAsItWent(t *testing.T) {
	server := neo4jtest.Start(t)
	rng := rand.New(rand.NewPCG(7, 7))
	texts := append([]string{}, hostile...)
	for range 300 {
		var b strings.Builder
		for range rng.IntN(12) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		texts = append(texts, b.String())
	}
	for _, text := range texts {
		row := server.Query(t, "RETURN "+cypher.Quote(text)+", $text", map[string]any{"text": text})[0]
		if row[0] != text || row[1] != text {
			t.Errorf("%q came back as %q from a literal and %q from a parameter", text, row[0], row[1])
		}
	}
}

// pieces are what escapes and ends of literals are made of.
var pieces = []string{`\`, `'`, `"`, "`", `u`, `u0027`, `u005c`, "\n", "\u2028", "a", "/", "*", ";", "é", "👩", "\u202e", "$", "{", "}"}

func TestOrderDoesNotMatter(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(12, 2)
	client := connectTo(t, server)
	server.Clear(t)
	load(t, client, graphs, maxRows)
	want := server.Dump(t)
	rng := rand.New(rand.NewPCG(3, 3))
	for range 4 {
		rng.Shuffle(len(graphs), func(i, j int) { graphs[i], graphs[j] = graphs[j], graphs[i] })
		server.Clear(t)
		load(t, client, graphs, 20)
		same(t, "another order", want, server.Dump(t))
	}
}

func TestRemoveLeavesTheOthersAsLoadedAlone(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(6, 4)
	client := connectTo(t, server)
	for out := range graphs {
		rest := append(append([]*graph.Graph{}, graphs[:out]...), graphs[out+1:]...)
		server.Clear(t)
		load(t, client, rest, maxRows)
		want := server.Dump(t)
		load(t, client, graphs[out:out+1], maxRows)
		if server.Dump(t) == want {
			t.Fatal("loading the article changed nothing")
		}
		if _, err := client.Remove(t.Context(), graphs[out].Article.ID); err != nil {
			t.Fatal(err)
		}
		same(t, "after loading and removing article "+strconv.Itoa(out), want, server.Dump(t))
	}
}

func TestRemoveUnknownArticle(t *testing.T) {
	client := connectTo(t, neo4jtest.Start(t))
	_, err := client.Remove(t.Context(), "https://example.org/none")
	if err == nil || !strings.Contains(err.Error(), "no such article") || hint.Of(err) == "" {
		t.Errorf("removing an unknown article: %v", err)
	}
}

// changed returns the graphs with another version of one article.
func changed(graphs []*graph.Graph, i int, seed uint64) []*graph.Graph {
	versions := append([]*graph.Graph{}, graphs...)
	versions[i] = generate(i+1, seed)[i]
	return versions
}

func TestReplaceLeavesNothingOfTheEarlierVersion(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(6, 5)
	client, later := connectTo(t, server), changed(graphs, 3, 99)
	server.Clear(t)
	load(t, client, later, maxRows)
	want := server.Dump(t)
	for how, replace := range map[string]func(){
		"driver": func() { load(t, client, later[3:4], maxRows) },
		"script": func() { server.Shell(t, scriptOf(t, later[3:4])) },
		"driver, over a graph without confidences": func() {
			server.Query(t, "MATCH ()-[r]->() REMOVE r.confidences, r.confidence", nil)
			server.Query(t, "MATCH (a:Article) WHERE a.factsSha256 IS NOT NULL SET a.factsSha256 = 'of an earlier program'", nil)
			load(t, client, later, maxRows)
		},
		"both versions in one run": func() {
			load(t, client, []*graph.Graph{graphs[3], later[3]}, maxRows)
		},
	} {
		server.Clear(t)
		load(t, client, graphs, maxRows)
		replace()
		same(t, "replaced by "+how, want, server.Dump(t))
	}
}

func TestReplaceIsOneTransaction(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(3, 6)
	client := connectTo(t, server)
	server.Clear(t)
	load(t, client, graphs, maxRows)
	want := server.Dump(t)
	statements := cypher.Statements(changed(graphs, 1, 98)[1:2], maxRows)
	broken := append(statements, cypher.Statement{Text: "UNWIND $rows AS row RETURN 1 / 0", Rows: []cypher.Row{{"id": "x"}}})
	if _, err := client.run(t.Context(), broken); err == nil {
		t.Fatal("a failing statement did not fail")
	}
	same(t, "after a replacement that failed at its end", want, server.Dump(t))
}

// TestAStoppedScriptIsCompleted cuts a script off after some statements: neither
// another script nor the driver takes what it brought for whole articles.
func TestAStoppedScriptIsCompleted(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(6, 13)
	client := connectTo(t, server)
	server.Clear(t)
	load(t, client, graphs, maxRows)
	want := server.Dump(t)
	statements := strings.SplitAfter(scriptOf(t, graphs[:4]), ";\n")
	for _, cut := range []int{len(statements) / 2, len(statements) - 2} {
		server.Clear(t)
		server.Shell(t, strings.Join(statements[:cut], ""))
		server.Shell(t, scriptOf(t, graphs[4:]))
		load(t, client, graphs, maxRows)
		same(t, fmt.Sprintf("stopped after %d statements of %d", cut, len(statements)), want, server.Dump(t))
	}
}

// loaderVariable makes the test binary a loader that is killed.
const loaderVariable = "NEO4JTEST_LOADER"

const killedArticles = 60

// loadAndTell loads in small blocks and prints a line for each article taken.
func loadAndTell() {
	address := strings.Split(os.Getenv(loaderVariable), " ")
	ctx := context.Background()
	client, err := Connect(ctx, Config{URI: address[0], User: address[1], Password: address[2]})
	if err != nil {
		panic(err)
	}
	loader := client.Loader()
	loader.block.MaxRows = 100
	for i, g := range generate(killedArticles, 8) {
		if err := loader.Write(ctx, g); err != nil {
			panic(err)
		}
		fmt.Println(i)
	}
	if err := loader.Close(ctx); err != nil {
		panic(err)
	}
}

func TestKilledLoadIsCompletedByAnother(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(killedArticles, 8)
	client := connectTo(t, server)
	server.Clear(t)
	load(t, client, graphs, 100)
	want := server.Dump(t)
	for _, moment := range []int{1, 9, 23, 48} {
		server.Clear(t)
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %s", loaderVariable, server.URI, server.User, server.Password))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(out); lines.Scan() && lines.Text() != strconv.Itoa(moment); {
		}
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err == nil {
			t.Fatal("the loader ended before it was killed")
		}
		load(t, client, graphs, 100)
		same(t, fmt.Sprintf("killed after article %d and run again", moment), want, server.Dump(t))
	}
}

func TestServerThatRestartsInTheMiddle(t *testing.T) {
	server, graphs := neo4jtest.Start(t), generate(30, 9)
	client := connectTo(t, server)
	server.Clear(t)
	load(t, client, graphs, maxRows)
	want := server.Dump(t)
	server.Clear(t)
	loader := client.Loader()
	loader.block.MaxRows = 50
	for i, g := range graphs {
		if i == 15 {
			server.Restart(t)
		}
		if err := loader.Write(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	if err := loader.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "the server restarted in the middle", want, server.Dump(t))
}

func TestConnectSaysWhatIsWrong(t *testing.T) {
	server := neo4jtest.Start(t)
	for _, c := range []struct {
		name   string
		config Config
		want   string
		is     error
	}{
		{"no server", Config{URI: "bolt://127.0.0.1:1", User: "neo4j", Password: "secret-word"}, "no server answers", ErrNoServer},
		{"scheme", Config{URI: "ftp://127.0.0.1", User: "neo4j", Password: "secret-word"}, "scheme", nil},
		{"password", Config{URI: server.URI, User: "neo4j", Password: "secret-word"}, "refuses the password", ErrPassword},
		{"database", Config{URI: server.URI, User: server.User, Password: server.Password, Database: "nowhere"}, `no database "nowhere"`, ErrNoDatabase},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Connect(t.Context(), c.config)
			switch {
			case err == nil:
				t.Fatal("connected")
			case !strings.Contains(err.Error(), c.want):
				t.Errorf("got %q, want it to say %q", err, c.want)
			case c.is != nil && !errors.Is(err, c.is):
				t.Errorf("%q is not %q", err, c.is)
			case c.is == nil && hint.Of(err) == "":
				t.Errorf("%q has no hint", err)
			case strings.Contains(err.Error()+hint.Of(err), "secret-word"):
				t.Errorf("%q shows the password", err)
			}
		})
	}
}

// TestNamesAreTheFullest: what the server derives is what graph.FullName says.
func TestNamesAreTheFullest(t *testing.T) {
	server := neo4jtest.Start(t)
	client := connectTo(t, server)
	for _, names := range [][]string{{"Putin", "Vladimir Putin"}, {"Zelensky", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "V. Zelensky"}, {"Ann Lee", "Ann Léa", "Ann Lea"}, {"Z", "A", "É"}} {
		server.Clear(t)
		var graphs []*graph.Graph
		for i, name := range names {
			g := &graph.Graph{}
			g.Article = g.AddNode(graph.Article, fmt.Sprintf("https://example.org/%d", i), graph.Props{"sha256": "0", graph.FactsSHA256: fmt.Sprint(i)})
			g.AddEdge(graph.MentionedIn, g.AddNode(graph.Person, "person:x", graph.Props{"name": name}), g.Article, graph.Props{"name": name, "names": []string{name, "X"}, "count": int64(1)})
			graphs = append(graphs, g)
		}
		load(t, client, graphs, maxRows)
		want := graph.FullName(names...)
		row := server.Query(t, "MATCH (n:Person) RETURN n.name, size(n.alternateNames)", nil)[0]
		if row[0] != want || row[1] != int64(len(names)) {
			t.Errorf("%q are called %v with %v others, want %q with %d", names, row[0], row[1], want, len(names))
		}
	}
}
