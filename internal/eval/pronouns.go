package eval

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/decode"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// Pronouns measures on the tab-separated rows of GAP (Webster et al. 2018):
// a text, a pronoun and two names, each meant by the pronoun or not. As in the
// task's gold-two-mention form, the two names are given.
func Pronouns(r io.Reader) ([]Figure, error) {
	var all count
	var columns map[string]int
	err := lines(r, func(line string) error {
		row := strings.Split(line, "\t")
		if columns == nil {
			columns = map[string]int{}
			for i, name := range row {
				columns[name] = i
			}
			return nil
		}
		return pronoun(&all, columns, row)
	})
	of := fmt.Sprintf("%d names", all.gold)
	return []Figure{{"pronouns, F1", all.f1(), of}, {"pronouns, precision", all.precision(), of}, {"pronouns, recall", all.recall(), of}}, err
}

func pronoun(all *count, columns map[string]int, row []string) error {
	column := func(name string) string {
		if i, ok := columns[name]; ok && i < len(row) {
			return row[i]
		}
		return ""
	}
	text := column("Text")
	d, points := read.Divide(&article.Article{Text: text, Body: article.Span{End: len(text)}}), article.NewCodePoints(text)
	find := func(name string) (first, last int, err error) {
		at, err := strconv.Atoi(column(name + "-offset"))
		if err != nil {
			return 0, 0, fmt.Errorf("column %s-offset: %w", name, err)
		}
		start := points.Byte(at)
		first, last = d.WordAt(start), d.WordAt(start+len(column(name))-1)+1
		if last > len(d.Words) {
			return 0, 0, fmt.Errorf("column %s-offset lies behind the text", name)
		}
		return first, last, nil
	}
	at, _, err := find("Pronoun")
	if err != nil {
		return err
	}
	var names []document.Name
	gold := []bool{column("A-coref") == "TRUE", column("B-coref") == "TRUE"}
	for _, name := range []string{"A", "B"} {
		first, last, err := find(name)
		if err != nil {
			return err
		}
		names = append(names, d.Named(document.Range{First: first, Last: last}, document.PER))
	}
	meant := decode.Pronoun(d, at, names)
	for i, is := range gold {
		all.gold += one(is)
		all.predicted += one(meant == i)
		all.hit += one(is && meant == i)
	}
	return nil
}
