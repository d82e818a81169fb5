package read

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

func TestRepairs(t *testing.T) {
	for _, c := range []struct {
		text              string
		cue, source, said string // words; of the source, its relation to the cue is that of a passive's subject after “was”
		want              string
	}{
		{"She was told it was late.", "told", "She", "it was late", "source  addressee She"},
		{"She told him it was late.", "told", "She", "it was late", "source She addressee "},
		{"“I think it is late,” he said.", "think", "I", "it is late", "dropped"},
		{"“They think it is late,” he said.", "think", "They", "it is late", "source They addressee "},
		{"I think it is late.", "think", "I", "it is late", "source I addressee "},
	} {
		d := Divide(&article.Article{Text: c.text, Body: article.Span{End: len(c.text)}})
		at := func(text string) int { return d.WordAt(strings.Index(c.text, text)) }
		cue, source := at(c.cue), at(c.source)
		d.Words[cue].Lemma = c.cue
		if d.Words[cue-1].Text == "was" {
			d.Words[source].Head, d.Words[source].Relation = cue, "nsubj:pass"
		}
		d.Frames = []document.Frame{{Kind: document.Statement, Anchor: cue, Roles: map[document.Role][]int{document.Cue: {cue}, document.Source: {source}, document.Content: {at(c.said)}}}}
		repairFrames(d)
		got := "dropped"
		if len(d.Frames) > 0 {
			text := func(role document.Role) string {
				return strings.Join(document.Texts(wordsAt(d, d.Frames[0].Roles[role])), " ")
			}
			got = "source " + text(document.Source) + " addressee " + text(document.Addressee)
		}
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func wordsAt(d *document.Document, indices []int) (words []document.Word) {
	for _, w := range indices {
		words = append(words, d.Words[w])
	}
	return words
}

func TestImperative(t *testing.T) {
	for text, want := range map[string]int{
		"Ask Peter about it.":       0,
		"They ask Peter about it.":  1,
		"Asked Peter, he was late.": 1,
	} {
		d := Divide(&article.Article{Text: text, Body: article.Span{End: len(text)}})
		cue, source := d.WordAt(strings.Index(strings.ToLower(text), "ask")), d.WordAt(strings.Index(text, "Peter"))
		d.Words[cue].Lemma, d.Words[cue].UPOS = "ask", "VERB"
		d.Words[source].Head, d.Words[source].Relation = cue, "iobj"
		if cue > 0 {
			d.Words[0].Head, d.Words[0].Relation = cue, "nsubj"
		}
		d.Frames = []document.Frame{{Kind: document.Statement, Anchor: cue, Roles: map[document.Role][]int{document.Cue: {cue}, document.Source: {source}, document.Content: {source + 2}}}}
		if repairFrames(d); len(d.Frames) != want {
			t.Errorf("%s: %d frames, want %d", text, len(d.Frames), want)
		}
	}
}
