package ingest_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// tellings are articles about two people of one name, and a meeting that some
// tell without its place or day.
var tellings = []string{
	"British Foreign Minister Michael Brown met French President Jane Doe in Rome on Monday. Brown said all was well.",
	"Michael Brown, the British foreign minister, met Jane Doe of France. “All is well,” he said.",
	"US Senator Michael Brown told Congress that America must wait.",
	"Senator Michael Brown of the United States warned Doe that it would be late.",
}

// read returns the facts of texts, each as JSON.
func readFacts(t *testing.T, texts []string) (read [][]byte) {
	t.Helper()
	files := fstest.MapFS{}
	for i, text := range texts {
		files[fmt.Sprintf("%02d.txt", i)] = &fstest.MapFile{Data: []byte("---\nurl: https://example.org/" + fmt.Sprint(i) + "\ndate: 2022-01-22\n---\n\n" + text)}
	}
	inputs, err := source.FromFS(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	err = ingest.Run(t.Context(), source.All(t.Context(), inputs, source.Options{Limits: source.Limits{Bytes: 10000}}), ingest.Options{Workers: 2}, func(f *facts.Article) error {
		data, err := json.Marshal(f)
		read = append(read, data)
		return err
	}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// merged returns the graph of articles added in an order.
func merged(t *testing.T, read [][]byte, order []int) string {
	t.Helper()
	register := identity.New(nil)
	var articles []*facts.Article
	for _, i := range order {
		var f facts.Article
		if err := json.Unmarshal(read[i], &f); err != nil {
			t.Fatal(err)
		}
		articles = append(articles, &f)
		register.Add(&f)
	}
	settled := register.Settle()
	var graphs []*graph.Graph
	for _, f := range articles {
		settled.Apply(f)
		graphs = append(graphs, build.Graph(f))
	}
	nodes, edges := graph.Merge(graphs...)
	text, err := json.MarshalIndent([]any{nodes, edges}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAnyOrderOfArticlesGivesTheSame(t *testing.T) {
	four := readFacts(t, tellings)
	want := merged(t, four, []int{0, 1, 2, 3})
	permutations([]int{0, 1, 2, 3}, func(order []int) {
		if diff := cmp.Diff(want, merged(t, four, order)); diff != "" {
			t.Errorf("order %v gives something else:\n%s", order, diff)
		}
	})
	texts := tellings
	for i := range 16 {
		texts = append(texts, fmt.Sprintf("Minister Ann Lee%c of Norway met Michael Brown in Oslo on %d January. Lee%c said that %d talks had failed.", 'a'+i%5, 10+i%3, 'a'+i%5, i))
	}
	twenty := readFacts(t, texts)
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(twenty))
	want = merged(t, twenty, order)
	for range 100 {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		if diff := cmp.Diff(want, merged(t, twenty, order)); diff != "" {
			t.Fatalf("order %v gives something else:\n%s", order, diff)
		}
	}
}

// permutations calls with every order of numbers.
func permutations(numbers []int, with func([]int)) {
	var permute func(int)
	permute = func(k int) {
		if k == len(numbers) {
			with(numbers)
			return
		}
		for i := k; i < len(numbers); i++ {
			numbers[k], numbers[i] = numbers[i], numbers[k]
			permute(k + 1)
			numbers[k], numbers[i] = numbers[i], numbers[k]
		}
	}
	permute(0)
}
