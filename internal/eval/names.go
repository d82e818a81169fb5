package eval

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// Names measures names on columns as CoNLL-2003 has them: the word first, the
// tag (IOB1 or IOB2) last, an empty line between sentences and -DOCSTART-
// between documents. A name counts where its words and its kind are right.
func Names(r io.Reader) ([]Figure, error) {
	var all count
	text, previous := newCorpus(), "O"
	var gold []document.Name
	sentence := func() {
		text.endSentence()
		text.paragraph++
		previous = "O"
	}
	end := func() {
		read.Analyse(network.OwnGuide, text.finish())
		compare(&all, gold, text.Names)
		text, gold, previous = newCorpus(), nil, "O"
	}
	err := lines(r, func(line string) error {
		columns := strings.Fields(line)
		switch {
		case len(columns) == 0:
			sentence()
			return nil
		case columns[0] == "-DOCSTART-":
			end()
			return nil
		case len(columns) < 2:
			return errors.New("has no tag")
		}
		tag, at := columns[len(columns)-1], len(text.Words)
		text.add(columns[0])
		switch {
		case tag == "O":
		case len(tag) < 3:
			return fmt.Errorf("unknown tag %q", tag)
		case tag[0] == 'B' || previous == "O" || previous[2:] != tag[2:]:
			gold = append(gold, text.Named(document.Range{First: at, Last: at + 1}, document.NameKind(tag[2:])))
		default:
			n := &gold[len(gold)-1]
			*n = text.Named(document.Range{First: n.First, Last: at + 1}, n.Kind)
		}
		previous = tag
		return nil
	})
	end()
	of := fmt.Sprintf("%d names", all.gold)
	return []Figure{{"names, F1", all.f1(), of}, {"names, precision", all.precision(), of}, {"names, recall", all.recall(), of}}, err
}

func compare(all *count, gold, predicted []document.Name) {
	known := map[document.Name]bool{}
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
