package network

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// parity is what the training code answers to a text, in floating point.
type parity struct {
	Words  []string
	Ends   []int
	Pieces []int32
	First  []int
	Cases  []uint8
	Scores map[string][][]float64
}

func load(t *testing.T) (*Network, []parity) {
	t.Helper()
	data, err := os.ReadFile("testdata/parity.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts []parity
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	return Default(), texts
}

func textOf(n *Network, words []string) *Text {
	var text Text
	for i, w := range words {
		n.Add(&text, w, i == 0)
	}
	return &text
}

func TestTokenisationIsTheTrainings(t *testing.T) {
	n, texts := load(t)
	for _, p := range texts {
		text := textOf(n, p.Words)
		if !slices.Equal(text.Pieces, p.Pieces) || !slices.Equal(text.First, p.First) {
			t.Errorf("%q: pieces differ\ngot  %v\nwant %v", p.Words[:5], text.Pieces, p.Pieces)
		}
		for i, c := range text.Cases {
			if uint8(c) != p.Cases[i] {
				t.Errorf("case of %q is %d, want %d", p.Words[i], c, p.Cases[i])
			}
		}
	}
}

// largest is how far a score in 8 bits may lie from the one in floating point,
// as a part of the scores' spread (their standard deviation), and usual how far
// at most on average.
const largest, usual = 0.5, 0.1

// TestScoresAreTheTrainings compares the scores of every head. The best label
// of a word may differ only where two are nearly alike.
func TestScoresAreTheTrainings(t *testing.T) {
	n, texts := load(t)
	for _, p := range texts {
		v := n.Vectors(textOf(n, p.Words), p.Ends)
		syntax, links, frames := v.Syntax(), v.Links(), v.Windows[0].Frames(OwnGuide)
		words := len(p.Words)
		heads := syntax.Heads(0, words)
		statements, meetings, offices := frames.Of(0, sequence(0, words)), frames.Of(1, sequence(0, words)), frames.Of(2, sequence(0, words))
		rows := map[string]func(i int) []float32{
			"names": v.Names().Row, "upos": syntax.UPOS.Row, "feats": syntax.Feats.Row, "scripts": syntax.Scripts.Row, "anchors": frames.Anchors.Row,
			"arcs":        func(i int) []float32 { return heads[i] },
			"attributes":  func(i int) []float32 { return meetings[i].Attributes },
			"source":      func(i int) []float32 { return statements[i].Roles[1] },
			"content":     func(i int) []float32 { return statements[i].Roles[content] },
			"participant": func(i int) []float32 { return meetings[i].Roles[2] },
			"of":          func(i int) []float32 { return offices[i].Roles[2] },
			"links": func(i int) []float32 {
				scores, none := links.Of(i, 0, words)
				scores[i] = -1e4 // a word does not mean itself
				return append(scores, none)
			},
		}
		if n.HasReferences() {
			rows["reference"] = references(v)
		}
		if len(rows) != len(p.Scores) {
			t.Fatalf("%d kinds of scores, want %d", len(p.Scores), len(rows))
		}
		for name, want := range p.Scores {
			worst, mean := difference(t, name, rows[name], want)
			t.Logf("%-8s largest difference %.3f, mean %.4f of the spread", name, worst, mean)
			if worst > largest || mean > usual {
				t.Errorf("%s: scores differ by %.3f at most, by %.4f in the mean, of their spread", name, worst, mean)
			}
		}
	}
}

// references returns, for each word as a phrase, the likeness of each as a place.
func references(v *Vectors) func(i int) []float32 {
	var r References
	r.Add(v, 0, v.Words)
	return func(i int) []float32 {
		row := make([]float32, v.Words)
		for j := range row {
			row[j] = float32(r.Likeness(i, i+1, j, j+1))
		}
		return row
	}
}

func difference(t *testing.T, name string, row func(int) []float32, want [][]float64) (worst, mean float64) {
	t.Helper()
	var n, sum, squares float64
	for i := range want {
		got := row(i)
		if len(got) != len(want[i]) {
			t.Fatalf("%s: %d scores, want %d", name, len(got), len(want[i]))
		}
		for j, w := range want[i] {
			if w < -9e3 {
				continue
			}
			d := math.Abs(w - float64(got[j]))
			worst, mean = max(worst, d), mean+d
			n, sum, squares = n+1, sum+w, squares+w*w
		}
	}
	spread := math.Sqrt(squares/n - sum/n*sum/n)
	return worst / spread, mean / n / spread
}

// TestWindows reads a text of many windows: a sentence deep inside must be read
// as it is between the same neighbours in a text of one window.
func TestWindows(t *testing.T) {
	n := Default()
	sentence := strings.Fields("“ The treaty holds , ” said Anna Berg of the Norwegian foreign ministry on Monday .")
	var words []string
	var ends []int
	for range 60 {
		words = append(words, sentence...)
		ends = append(ends, len(words))
	}
	v := n.Vectors(textOf(n, words), ends)
	names := v.Names()
	first := 0
	for _, end := range ends {
		for i := first; i < end; i++ {
			if got, want := n.Labels.Names[names.Best(i)], n.Labels.Names[names.Best(i-first)]; got != want {
				t.Errorf("word %d, %s, is %s, and %s in the first sentence", i, words[i], got, want)
			}
		}
		first = end
	}
}

// TestLongSentence reads a sentence that no window can hold.
func TestLongSentence(t *testing.T) {
	n := Default()
	words := slices.Repeat([]string{"very", "ultracrepidarian", ","}, 400)
	if v := n.Vectors(textOf(n, words), []int{len(words)}); v.Words != len(words) {
		t.Errorf("%d words, want %d", v.Words, len(words))
	}
}

func TestLoadRefusesBrokenWeights(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":   nil,
		"other":     []byte("PK\x03\x04"),
		"no header": []byte(magic + "\n"),
		"cut off":   embedded[:len(embedded)/2],
	} {
		if _, err := Load(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
