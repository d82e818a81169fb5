package eval

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
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
func Pronouns(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var all count
	err := measure(ctx, workers, tableRows(r), func(column func(string) string) (func(), error) {
		gold, meant, err := pronoun(column)
		return func() {
			for i, is := range gold {
				all.gold += one(is)
				all.predicted += one(meant == i)
				all.hit += one(is && meant == i)
			}
		}, err
	})
	of := fmt.Sprintf("%d names", all.gold)
	return []Figure{{"pronouns, F1", all.f1(), of}, {"pronouns, precision", all.precision(), of}, {"pronouns, recall", all.recall(), of}}, err
}

// tableRows yields the rows of a table, each as what its columns have, by the names
// that the first row gives them.
func tableRows(r io.Reader) iter.Seq2[unit[func(column string) string], error] {
	return func(yield func(unit[func(string) string], error) bool) {
		var columns []string
		for line, err := range lines(r) {
			row := strings.Split(line.value, "\t")
			if err == nil && columns == nil {
				columns = row
				continue
			}
			column := func(name string) string {
				if i := slices.Index(columns, name); i >= 0 && i < len(row) {
					return row[i]
				}
				return ""
			}
			if !yield(unit[func(string) string]{column, line.place}, err) {
				return
			}
		}
	}
}

// pronoun returns which of the two names that a row has the pronoun means by
// the marks, and which it is read to mean.
func pronoun(column func(string) string) (gold []bool, meant int, err error) {
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
			return 0, 0, fmt.Errorf("column %s-offset lies after the text", name)
		}
		return first, last, nil
	}
	at, _, err := find("Pronoun")
	if err != nil {
		return nil, 0, err
	}
	var names []document.Name
	gold = []bool{column("A-coref") == "TRUE", column("B-coref") == "TRUE"}
	for _, name := range []string{"A", "B"} {
		first, last, err := find(name)
		if err != nil {
			return nil, 0, err
		}
		names = append(names, d.Named(document.Range{First: first, Last: last}, document.PER))
	}
	return gold, decode.Pronoun(d, at, names), nil
}
