package eval

import (
	"context"
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
func Names(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var all count
	docs := documents(r, newTagged, func(line string) bool { return strings.HasPrefix(line, docStart) }, (*tagged).take)
	err := measure(ctx, workers, docs, func(n *tagged) (func(), error) {
		read.Analyse(network.OwnGuide, n.text.finish())
		return func() { compare(&all, n.gold, n.text.Names) }, nil
	})
	of := fmt.Sprintf("%d names", all.gold)
	return []Figure{{"names, F1", all.f1(), of}, {"names, precision", all.precision(), of}, {"names, recall", all.recall(), of}}, err
}

const docStart = "-DOCSTART-"

// tagged is a document with its names.
type tagged struct {
	text     *corpus
	gold     []document.Name
	previous string // tag
}

func newTagged() *tagged { return &tagged{text: newCorpus(), previous: "O"} }

// take takes a line: a word, or the end of a sentence.
func (n *tagged) take(line string) error {
	columns := strings.Fields(line)
	switch {
	case len(columns) == 0:
		n.text.endSentence()
		n.text.paragraph++
		n.previous = "O"
		return nil
	case columns[0] == docStart:
		return nil
	case len(columns) < 2:
		return errors.New("has no tag")
	}
	tag, at := columns[len(columns)-1], len(n.text.Words)
	n.text.add(columns[0])
	switch {
	case tag == "O":
	case len(tag) < 3:
		return fmt.Errorf("unknown tag %q", tag)
	case tag[0] == 'B' || n.previous == "O" || n.previous[2:] != tag[2:]:
		n.gold = append(n.gold, n.text.Named(document.Range{First: at, Last: at + 1}, document.NameKind(tag[2:])))
	default:
		last := &n.gold[len(n.gold)-1]
		*last = n.text.Named(document.Range{First: last.First, Last: at + 1}, last.Kind)
	}
	n.previous = tag
	return nil
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
