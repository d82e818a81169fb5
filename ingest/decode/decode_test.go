package decode

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
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

func words(text string) Text {
	w := strings.Fields(text)
	t := Text{Words: w, Paragraphs: []int{0}}
	for i, word := range w {
		if word == "." || i+1 == len(w) {
			t.Sentences = append(t.Sentences, i+1)
		}
	}
	return t
}

func (a *Analysis) string(t Text) string {
	var shown []string
	for _, n := range a.Names {
		shown = append(shown, strings.Join(t.Words[n.First:n.Last], "_")+"/"+n.Kind)
	}
	return strings.Join(shown, " ")
}

func TestAnalyse(t *testing.T) {
	text := words("Antony Blinken said on Friday that Russia must leave Ukraine . He met Sergei Lavrov in Geneva .")
	a := Analyse(text)
	if got, want := a.string(text), "Antony_Blinken/PER Russia/LOC Ukraine/LOC Sergei_Lavrov/PER Geneva/LOC"; got != want {
		t.Errorf("names\ngot  %s\nwant %s", got, want)
	}
	if got := fmt.Sprint(a.Words[2]); got != "{say VERB Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin -1 root}" {
		t.Errorf("said is %s", got)
	}
	if len(a.Antecedents) != 1 || a.Antecedents[0].Pronoun != 11 || a.Antecedents[0].Name != 0 {
		t.Errorf("He means %+v, want the first name", a.Antecedents)
	}
	if len(a.Attributions) != 1 || a.Attributions[0].Cue[0] != 2 || a.Attributions[0].Source[0] != 0 {
		t.Errorf("attributions %+v", a.Attributions)
	}
}

// TestBlocks reads a text of several blocks: every word has its syntax and
// stands in the tree of its own sentence, and what repeats is read alike.
func TestBlocks(t *testing.T) {
	sentence := "Antony Blinken told reporters on Friday that Russia must leave Ukraine at once . "
	text := words(strings.Repeat(sentence, 400))
	length := len(strings.Fields(sentence))
	a := Analyse(text)
	if len(a.Words) != len(text.Words) {
		t.Fatalf("the syntax of %d words, want %d", len(a.Words), len(text.Words))
	}
	for i, w := range a.Words {
		if w.Head >= 0 && w.Head/length != i/length {
			t.Fatalf("word %d has its head in another sentence, %d", i, w.Head)
		}
	}
	if len(a.Names) != 3*400 || len(a.Attributions) != 400 {
		t.Errorf("%d names and %d attributions, want 1200 and 400", len(a.Names), len(a.Attributions))
	}
	if !slices.IsSortedFunc(a.Names, func(x, y Name) int { return x.First - y.First }) {
		t.Error("names are not in order")
	}
}

func TestNothing(t *testing.T) {
	if a := Analyse(Text{}); len(a.Words)+len(a.Names)+len(a.Attributions)+len(a.Antecedents) > 0 {
		t.Errorf("found %+v in no text", a)
	}
}

// TestContentsGoOverBlocks has quotations of several sentences, so that some
// contents go on in another block than that of their cue.
func TestContentsGoOverBlocks(t *testing.T) {
	const said = "Jane Doe said : “ I left . You stayed . They came to see us . ” "
	over := 0
	for shift := range 3 {
		text := words(strings.Repeat("It rained . ", shift) + strings.Repeat(said, (block+200)/17))
		a := Analyse(text)
		border := 0
		for _, end := range text.Sentences {
			if end <= block {
				border = end
			}
		}
		for _, found := range a.Attributions {
			if len(found.Content) > 0 && (found.Content[0] < border) != (found.Content[len(found.Content)-1] < border) {
				over++
			}
		}
	}
	if over == 0 {
		t.Error("no content goes over the border of a block")
	}
}
