package decode

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// trees calls each with every assignment of heads that is a tree with one root.
func trees(n int, each func(heads []int)) {
	heads := make([]int, n)
	var fill func(i int)
	fill = func(i int) {
		if i == n {
			roots := 0
			for _, h := range heads {
				if h == n {
					roots++
				}
			}
			if roots == 1 && cycle(heads) == nil {
				each(heads)
			}
			return
		}
		for h := range n + 1 {
			if h != i {
				heads[i] = h
				fill(i + 1)
			}
		}
	}
	fill(0)
}

func TestTreeIsTheBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := 1 + r.IntN(5)
		scores := make([][]float32, n)
		for i := range scores {
			scores[i] = make([]float32, n+1)
			for j := range scores[i] {
				scores[i][j] = float32(r.IntN(1000)) / 100
			}
		}
		sum := func(heads []int) (s float64) {
			for i, h := range heads {
				if h < 0 {
					h = n
				}
				s += float64(scores[i][h])
			}
			return s
		}
		want := math.Inf(-1)
		trees(n, func(heads []int) { want = max(want, sum(heads)) })
		if got := tree(scores); math.Abs(sum(got)-want) > 1e-4 {
			t.Fatalf("%v\nheads %v have %v, the best %v", scores, got, sum(got), want)
		}
	}
}

// TestTreeOfALongSentence holds that each word has a way to the one root, and
// that the time stays small.
func TestTreeOfALongSentence(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const n = 240
	scores := make([][]float32, n)
	for i := range scores {
		scores[i] = make([]float32, n+1)
		for j := range scores[i] {
			scores[i][j] = r.Float32()
		}
	}
	heads := tree(scores)
	for i := range heads {
		steps := 0
		for j := i; heads[j] >= 0; j = heads[j] {
			if steps++; steps > n {
				t.Fatalf("word %d hangs in a cycle", i)
			}
		}
	}
}

func TestTags(t *testing.T) {
	labels := []string{"O", "B-PER", "I-PER", "E-PER", "S-PER", "S-LOC"}
	for _, c := range []struct{ name, want string }{
		{"0 5 0", "O S-LOC O"},
		{"1 3", "B-PER E-PER"},
		{"1 0", "S-PER O"}, // a name that is not closed is one of one word
		{"1 2 3 4", "B-PER I-PER E-PER S-PER"},
	} {
		var rows [][]float32
		for _, best := range strings.Fields(c.name) {
			row := []float32{0, 0, 0, 0, 1, 0}
			row[best[0]-'0'] += 5
			rows = append(rows, row)
		}
		var got []string
		for _, tag := range bestTags(rows, labels) {
			got = append(got, labels[tag])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.name, got, c.want)
		}
	}
}

func TestLemma(t *testing.T) {
	for _, c := range [][3]string{
		{"Said", "3:ay", "say"},
		{"UN", "=", "UN"},
		{"The", "l", "the"},
		{"denies", "3:y", "deny"},
		{"ab", "5:x", "ab"},
		{"Is", "2:be", "be"},
	} {
		if got := lemma(c[0], c[1]); got != c[2] {
			t.Errorf("lemma of %s by %s is %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// divided returns a document of words that end a sentence with each full stop.
func divided(text string) *document.Document {
	d := &document.Document{Article: &article.Article{Text: text}}
	at, first := 0, 0
	for i, w := range strings.Fields(text) {
		at += strings.Index(text[at:], w)
		d.Words = append(d.Words, document.Word{Span: article.Span{Start: at, End: at + len(w)}, Text: w})
		at += len(w)
		if w == "." || at == len(strings.TrimRight(text, " ")) {
			r := document.Range{First: first, Last: i + 1}
			d.Sentences = append(d.Sentences, document.Sentence{Span: d.SpanOf(r), Range: r})
			first = i + 1
		}
	}
	return d
}

func named(d *document.Document) string {
	var shown []string
	for _, n := range d.Names {
		shown = append(shown, strings.ReplaceAll(d.Text(n.Range), " ", "_")+"/"+string(n.Kind))
	}
	return strings.Join(shown, " ")
}

func TestAnalyse(t *testing.T) {
	d := divided("Antony Blinken said on Friday that Russia must leave Ukraine . He met Sergei Lavrov in Geneva .")
	Analyse(d, network.OwnGuide)
	if got, want := named(d), "Antony_Blinken/PER Russia/LOC Ukraine/LOC Sergei_Lavrov/PER Geneva/LOC"; got != want {
		t.Errorf("names\ngot  %s\nwant %s", got, want)
	}
	if got := fmt.Sprint(d.Words[2]); got != "{{15 19} said say VERB Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin -1 root}" {
		t.Errorf("said is %s", got)
	}
	if len(d.Antecedents) != 1 || d.Antecedents[0].Pronoun != 11 || d.Antecedents[0].Name != 0 {
		t.Errorf("He means %+v, want the first name", d.Antecedents)
	}
	if len(d.Frames) != 2 || d.Frames[0].Anchor != 2 || d.Text(d.Frames[0].Parts(document.Source)[0]) != "Antony Blinken" {
		t.Errorf("frames %+v", d.Frames)
	}
}

// TestBlocks reads a text of several blocks: every word stands in the tree of
// its own sentence, and what repeats is read alike.
func TestBlocks(t *testing.T) {
	sentence := "Antony Blinken told reporters on Friday that Russia must leave Ukraine at once . "
	d := divided(strings.Repeat(sentence, 400))
	length := len(strings.Fields(sentence))
	Analyse(d, network.OwnGuide)
	for i, w := range d.Words {
		if w.UPOS == "" || w.Head >= 0 && w.Head/length != i/length {
			t.Fatalf("word %d is %q and has its head in another sentence, %d", i, w.UPOS, w.Head)
		}
	}
	if len(d.Names) != 3*400 || len(d.Frames) != 400 {
		t.Errorf("%d names and %d frames, want 1200 and 400", len(d.Names), len(d.Frames))
	}
	if !slices.IsSortedFunc(d.Names, func(x, y document.Name) int { return x.First - y.First }) {
		t.Error("names are not in order")
	}
}

func TestNothing(t *testing.T) {
	d := divided("")
	if Analyse(d, network.OwnGuide); len(d.Names)+len(d.Frames)+len(d.Antecedents) > 0 {
		t.Errorf("found %+v in no text", d)
	}
}

// TestForbid: no word of a noun or name crosses the root.
func TestForbid(t *testing.T) {
	// Doe met President Roe: “President” hangs from “Doe”, “Roe” from it
	for _, c := range []struct {
		relation string
		want     bool
	}{{"nmod:desc", true}, {"advcl", false}} {
		scores := [][]float32{{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {5, 0, 0, 0, 0}, {0, 0, 5, 0, 0}}
		relations := []string{"nsubj", "root", c.relation, "flat"}
		if got := forbid(scores, []int{1, -1, 0, 2}, func(i int) string { return relations[i] }); got != c.want {
			t.Errorf("%s: crosses %v, want %v", c.relation, got, c.want)
		}
		if got := scores[2][0] == never; got != c.want || scores[3][2] != 5 {
			t.Errorf("%s: scores are %v", c.relation, scores)
		}
	}
}
