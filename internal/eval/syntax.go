package eval

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/decode"
)

// Syntax measures parts of speech, lemmas and heads on CoNLL-U, whose words
// and sentences are given. Relations are compared without their subtypes, as in
// the shared task of CoNLL 2018.
func Syntax(r io.Reader) ([]Figure, error) {
	var words, upos, lemmas, heads, labelled int
	var text decode.Text
	var gold []decode.Word
	document := func() {
		for i, w := range decode.Analyse(text).Words {
			g := gold[i]
			words++
			upos += one(w.UPOS == g.UPOS)
			lemmas += one(w.Lemma == g.Lemma)
			heads += one(w.Head == g.Head)
			labelled += one(w.Head == g.Head && universal(w.Relation) == universal(g.Relation))
		}
		text, gold = decode.Text{}, nil
	}
	begin := 0
	sentence := func() {
		if begin < len(text.Words) {
			text.Sentences = append(text.Sentences, len(text.Words))
		}
		begin = len(text.Words)
	}
	err := lines(r, func(line string) error {
		switch {
		case line == "":
			sentence()
			return nil
		case strings.HasPrefix(line, "# newdoc"):
			document()
			begin = 0
		case strings.HasPrefix(line, "# newpar"):
			text.Paragraphs = append(text.Paragraphs, len(text.Words))
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
		if head += begin - 1; columns[6] == "0" {
			head = -1
		}
		if len(text.Words) == 0 && len(text.Paragraphs) == 0 {
			text.Paragraphs = []int{0}
		}
		text.Words = append(text.Words, columns[1])
		gold = append(gold, decode.Word{Lemma: columns[2], UPOS: columns[3], Head: head, Relation: columns[7]})
		return nil
	})
	sentence()
	document()
	of := fmt.Sprintf("%d words", words)
	return []Figure{
		{"parts of speech (UPOS)", share(upos, words), of},
		{"heads and relations (LAS)", share(labelled, words), of},
		{"heads (UAS)", share(heads, words), of},
		{"lemmas", share(lemmas, words), of},
	}, err
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
