package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestJoined(t *testing.T) {
	for _, c := range [][3]string{
		{"", "Rain", "Rain"}, {"Rain", "fell", "Rain fell"}, {"the govern-", "ment said", "the government said"}, {"Maria Lvova-", "Belova", "Maria Lvova-Belova"}, {"in 2020-", "2021", "in 2020- 2021"},
	} {
		if got := joined(c[0], c[1]); got != c[2] {
			t.Errorf("%q and %q: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestParagraphs(t *testing.T) {
	at := func(text string, left, top, right, size float64) line {
		return line{text, box{left, top - size, right, top}, size}
	}
	pages := [][]line{
		{
			at("Rain", 60, 800, 200, 20), at("fell, then snow.", 90, 778, 170, 20), at("It rained. And then it", 60, 740, 160, 10), at("snowed.", 60, 728, 100, 10),
			at("A new day began, which", 60, 708, 160, 10), at("went on", 60, 696, 160, 10), at("in another column than the", 180, 740, 280, 10), at("first.", 180, 728, 220, 10), at("1", 100, 40, 105, 8),
		},
		{at("Page 2", 60, 800, 80, 8), at("The end of it was", 60, 740, 160, 10), at("good.", 60, 728, 100, 10), at("2", 100, 40, 105, 8)},
	}
	var got []string
	for _, p := range paragraphs(withoutMargins(pages)) {
		if p.Title {
			p.Text = "# " + p.Text
		}
		got = append(got, p.Text)
	}
	want := "# Rain fell, then snow.|It rained. And then it snowed.|A new day began, which went on in another column than the first.|The end of it was good."
	if strings.Join(got, "|") != want {
		t.Errorf("got %s", strings.Join(got, "|"))
	}
}

// TestLinesAlike: lines of the body that are alike but for their numbers are no
// running heads; a byline is a paragraph of its own.
func TestLinesAlike(t *testing.T) {
	var pages [][]line
	for page := range 3 {
		top := fmt.Sprintf("The Example, page %d of it", page)
		lines := []line{{top, box{60, 792, 160, 800}, 8}}
		if page == 0 {
			lines = append(lines, line{"By Jane Doe", box{60, 742, 120, 752}, 10})
		}
		for i := range 10 {
			at := 740 - 12*float64(i)
			lines = append(lines, line{fmt.Sprintf("Line %d of the page rained", page*10+i), box{60, at - 10, 160, at}, 10})
		}
		pages = append(pages, lines)
	}
	var got []string
	for _, p := range paragraphs(withoutMargins(pages)) {
		got = append(got, p.Text)
	}
	if whole := strings.Join(got, "|"); got[0] != "By Jane Doe" || strings.Contains(whole, "Example") || strings.Count(whole, "Line") != 30 {
		t.Errorf("got %s", whole)
	}
}

func FuzzParagraphs(f *testing.F) {
	f.Add("ab\r\ncd e-\nf", []byte{0, 0, 9, 9, 9, 0, 19, 9})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		if !utf8.ValidString(text) {
			return
		}
		var letters []letter
		for i, r := range text {
			p := [4]float64{}
			for j := range p {
				if len(places) > 0 {
					p[j] = float64(places[(i*4+j)%len(places)])
				}
			}
			letters = append(letters, letter{string(r), box{p[0], p[1], p[2], p[3]}, p[3] / 4})
		}
		lines := linesOf(letters)
		if len(order(lines)) > len(lines) || len(byPlace(lines)) != len(lines) {
			t.Error("lines are lost or doubled")
		}
		paragraphs(withoutMargins([][]line{order(lines), lines}))
	})
}
