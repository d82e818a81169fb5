package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/decode"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// Syntax measures parts of speech, lemmas and heads on CoNLL-U, whose words
// and sentences are given. Relations are compared without their subtypes, as in
// the shared task of CoNLL 2018.
func Syntax(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var words, upos, lemmas, heads, labelled int
	docs := documents(r, newParsed, func(line string) bool { return strings.HasPrefix(line, "# newdoc") }, (*parsed).take)
	err := measure(ctx, workers, docs, func(p *parsed) (func(), error) {
		decode.Analyse(p.text.finish(), network.OwnGuide)
		return func() {
			for i, w := range p.text.Words {
				g := p.gold[i]
				words++
				upos += one(w.UPOS == g.UPOS)
				lemmas += one(w.Lemma == g.Lemma)
				heads += one(w.Head == g.Head)
				labelled += one(w.Head == g.Head && universal(w.Relation) == universal(g.Relation))
			}
		}, nil
	})
	of := fmt.Sprintf("%d words", words)
	return []Figure{
		{"parts of speech (UPOS)", share(upos, words), of},
		{"heads and relations (LAS)", share(labelled, words), of},
		{"heads (UAS)", share(heads, words), of},
		{"lemmas", share(lemmas, words), of},
	}, err
}

// parsed is a document with its trees.
type parsed struct {
	text *corpus
	gold []document.Word
}

func newParsed() *parsed { return &parsed{text: newCorpus()} }

// take takes a line of CoNLL-U.
func (p *parsed) take(line string) error {
	switch {
	case line == "":
		p.text.endSentence()
		return nil
	case strings.HasPrefix(line, "# newpar"):
		p.text.paragraph++
	}
	if line[0] == '#' {
		return nil
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 {
		return fmt.Errorf("has %d columns, not the 10 of CoNLL-U", len(columns))
	}
	if strings.ContainsAny(columns[0], "-.") {
		return nil // a multiword token or an empty node
	}
	head, err := strconv.Atoi(columns[6])
	if err != nil {
		return errors.New("has no head")
	}
	if head += p.text.open.First - 1; columns[6] == "0" {
		head = -1
	}
	p.text.add(columns[1])
	p.gold = append(p.gold, document.Word{Lemma: columns[2], UPOS: columns[3], Head: head, Relation: columns[7]})
	return nil
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func universal(relation string) string {
	main, _, _ := strings.Cut(relation, ":")
	return main
}
