package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/network"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// attribution has spans in code points.
type attribution struct {
	Speaker, Content [][2]int
}

// positions is a set of code points.
type positions map[int]bool

// The kinds of attributions, by how much of their content is in quotation marks.
const (
	direct = iota
	mixed
	indirect
	kinds
)

// tally is what statements count.
type tally struct {
	content, statement, exact count
	kind                      [kinds]count
}

// Statements measures attributions on PolNeAR, one article a line as
// {"id", "text", "statements": [{"speaker", "cue", "content"}]} with offsets in
// code points. A predicted content goes with the gold one that it overlaps
// best; it is right where the F1 over their letters and digits is a half, and
// the statement where the speakers share a word too, or neither has one.
func Statements(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var all tally
	err := measure(ctx, workers, lines(r), func(line string) (func(), error) {
		if strings.TrimSpace(line) == "" {
			return nil, nil
		}
		var a struct {
			Text       *string
			Statements []attribution
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return nil, err
		}
		if a.Text == nil {
			return nil, errors.New("has no text")
		}
		found := predicted(*a.Text)
		return func() { all.add([]rune(*a.Text), a.Statements, found) }, nil
	})
	of := fmt.Sprintf("%d statements", all.statement.gold)
	figures := []Figure{
		{"statements, F1", all.statement.f1(), of},
		{"statements, precision", all.statement.precision(), of},
		{"statements, recall", all.statement.recall(), of},
		{"contents, F1", all.content.f1(), of},
		{"exact statements, F1", all.exact.f1(), of},
	}
	for i, name := range []string{"direct", "mixed", "indirect"} {
		figures = append(figures, Figure{name + " statements, recall", all.kind[i].recall(), fmt.Sprintf("%d statements", all.kind[i].gold)})
	}
	return figures, err
}

// predicted reads a text.
func predicted(text string) []attribution {
	points := article.NewCodePoints(text)
	convert := func(spans []article.Span) (converted [][2]int) {
		for _, s := range spans {
			converted = append(converted, [2]int{points.At(s.Start), points.At(s.End)})
		}
		return converted
	}
	var found []attribution
	d := read.By(network.PolNeAR, &article.Article{Text: text, Body: article.Span{End: len(text)}})
	for _, f := range d.Frames {
		if f.Kind == document.Statement {
			found = append(found, attribution{convert(d.Spans(f.Roles[document.Source])), convert(d.Spans(f.Roles[document.Content]))})
		}
	}
	return found
}

func (t *tally) add(text []rune, gold, predicted []attribution) {
	quoted := quotations(text)
	of := make([]int, len(gold))
	for i, g := range gold {
		of[i] = kindOf(text, quoted, g)
		t.kind[of[i]].gold++
	}
	for _, c := range []*count{&t.content, &t.statement, &t.exact} {
		c.gold += len(gold)
		c.predicted += len(predicted)
	}
	for _, p := range pairs(text, gold, predicted) {
		if p.overlap < 0.5 {
			continue
		}
		t.content.hit++
		g, s := gold[p.gold].Speaker, predicted[p.predicted].Speaker
		if !sameSpeaker(text, g, s) {
			continue
		}
		t.statement.hit++
		t.kind[of[p.gold]].hit++
		if p.overlap >= 0.95 && overlap(covered(text, g), covered(text, s)) >= 0.95 {
			t.exact.hit++
		}
	}
}

type pair struct {
	overlap         float64
	gold, predicted int
}

// pairs gives each attribution at most one of the other side, best first.
func pairs(text []rune, gold, predicted []attribution) []pair {
	var all, chosen []pair
	contents := make([]positions, len(predicted))
	for j, p := range predicted {
		contents[j] = covered(text, p.Content)
	}
	for i, g := range gold {
		content := covered(text, g.Content)
		for j := range predicted {
			if f := overlap(content, contents[j]); f > 0 && len(content)+len(contents[j]) > 0 {
				all = append(all, pair{f, i, j})
			}
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		switch {
		case a.overlap != b.overlap && a.overlap > b.overlap:
			return -1
		case a.overlap != b.overlap:
			return 1
		case a.gold != b.gold:
			return b.gold - a.gold
		}
		return b.predicted - a.predicted
	})
	golds, predictions := map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if !golds[p.gold] && !predictions[p.predicted] {
			golds[p.gold], predictions[p.predicted] = true, true
			chosen = append(chosen, p)
		}
	}
	return chosen
}

// covered returns the letters and digits that spans cover.
func covered[S ~[2]int](text []rune, spans []S) positions {
	set := positions{}
	for _, s := range spans {
		for i := max(0, s[0]); i < min(s[1], len(text)); i++ {
			if unicode.IsLetter(text[i]) || unicode.IsNumber(text[i]) {
				set[i] = true
			}
		}
	}
	return set
}

func overlap(a, b positions) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	both := 0
	for i := range a {
		both += one(b[i])
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

var word = regexp.MustCompile(`[\pL\pN_]+`)

// sameSpeaker says whether two speakers share a word that says something, or
// any word where one has no other, or neither is named.
func sameSpeaker(text []rune, gold, predicted [][2]int) bool {
	if len(gold) == 0 || len(predicted) == 0 {
		return len(gold) == len(predicted)
	}
	known := words(text, gold)
	for at := range words(text, predicted) {
		if known[at] {
			return true
		}
	}
	return false
}

type placed struct {
	at   int
	text string
}

// words returns the words that spans cover, with their places; without stop
// words, unless there are no others.
func words(text []rune, spans [][2]int) map[placed]bool {
	all, telling := map[placed]bool{}, map[placed]bool{}
	for _, s := range spans {
		part := string(text[s[0]:min(s[1], len(text))])
		for _, m := range word.FindAllStringIndex(part, -1) {
			w := placed{s[0] + len([]rune(part[:m[0]])), strings.ToLower(part[m[0]:m[1]])}
			all[w] = true
			if !lexicon.Empty.Has(w.text) {
				telling[w] = true
			}
		}
	}
	if len(telling) == 0 {
		return all
	}
	return telling
}

// quotations returns the letters and digits in quotation marks.
func quotations(text []rune) positions {
	var spans [][2]int
	for i := 0; i < len(text); {
		if end := closing(text, i); end > 0 {
			spans = append(spans, [2]int{i, end})
			i = end
		} else {
			i++
		}
	}
	return covered(text, spans)
}

// closing returns the place after the quotation that begins at i, 0 where
// none does.
func closing(text []rune, i int) int {
	mark := text[i]
	if (mark == '‘' || mark == '\'') && i > 0 && inWord(text[i-1]) {
		return 0
	}
	for j := i + 1; j < len(text); j++ {
		after := j+1 < len(text) && inWord(text[j+1])
		switch {
		case mark == '“' && text[j] == '”', mark == '"' && text[j] == '"',
			mark == '‘' && text[j] == '’' && !after, mark == '\'' && text[j] == '\'' && !after:
			return j + 1
		case text[j] == '\n' && mark != '“', !strings.ContainsRune("“\"‘'", mark):
			return 0
		}
	}
	return 0
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func kindOf(text []rune, quoted positions, a attribution) int {
	content, inside := covered(text, a.Content), 0
	for i := range content {
		inside += one(quoted[i])
	}
	switch s := share(inside, len(content)); {
	case s >= 0.5:
		return direct
	case s > 0.02:
		return mixed
	}
	return indirect
}
