package eval

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/decode"
)

// Names measures names on columns as CoNLL-2003 has them: the word first, the
// tag (IOB1 or IOB2) last, an empty line between sentences and -DOCSTART-
// between documents. A name counts where its words and its kind are right.
func Names(r io.Reader) ([]Figure, error) {
	var all count
	var text decode.Text
	var gold []decode.Name
	previous, begin := "O", 0
	sentence := func() {
		if n := len(text.Words); begin < n {
			text.Sentences, text.Paragraphs = append(text.Sentences, n), append(text.Paragraphs, begin)
			begin = n
		}
		previous = "O"
	}
	document := func() {
		sentence()
		compare(&all, gold, decode.Analyse(text).Names)
		text, gold, begin = decode.Text{}, nil, 0
	}
	err := lines(r, func(line string) error {
		columns := strings.Fields(line)
		switch {
		case len(columns) == 0:
			sentence()
			return nil
		case columns[0] == "-DOCSTART-":
			document()
			return nil
		case len(columns) < 2:
			return errors.New("has no tag")
		}
		tag, at := columns[len(columns)-1], len(text.Words)
		text.Words = append(text.Words, columns[0])
		switch {
		case tag == "O":
		case len(tag) < 3:
			return fmt.Errorf("unknown tag %q", tag)
		case tag[0] == 'B' || previous == "O" || previous[2:] != tag[2:]:
			gold = append(gold, decode.Name{First: at, Last: at + 1, Kind: tag[2:]})
		default:
			gold[len(gold)-1].Last++
		}
		previous = tag
		return nil
	})
	document()
	of := fmt.Sprintf("%d names", all.gold)
	return []Figure{{"names, F1", all.f1(), of}, {"names, precision", all.precision(), of}, {"names, recall", all.recall(), of}}, err
}

func compare(all *count, gold, predicted []decode.Name) {
	known := map[decode.Name]bool{}
	for _, n := range gold {
		known[n] = true
	}
	for _, n := range predicted {
		if known[n] {
			all.hit++
		}
	}
	all.gold += len(gold)
	all.predicted += len(predicted)
}
