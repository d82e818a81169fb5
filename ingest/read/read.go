// Package read turns an article into a document: words, sentences, names,
// coreference and frames, each with its span.
//
//	d := read.Read(article)
//
// It says what stands in the text; who is meant is for package resolve. The same
// article gives the same document, on any processor.
package read

import (
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/decode"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/token"
	"github.com/newsgraph/newsgraph/ingest/turn"
)

// Read reads an article. Its time is linear in the length of the text.
func Read(a *article.Article) *document.Document { return By(network.OwnGuide, a) }

// By reads an article as another guide defines statements.
func By(guide network.Guide, a *article.Article) *document.Document {
	d := Divide(a)
	Analyse(guide, d)
	turn.Complete(d)
	repairFrames(d)
	thankedOnly(d)
	return d
}

// Repair is a rule that mends what the network reads, with how often it did
// right on the marked articles, in words.
type Repair struct {
	rule.Rule
	Right string
}

// Repairs returns all of them, in the order in which they are asked.
func Repairs() (all []Repair) {
	for _, r := range nameRepairs {
		all = append(all, Repair{r.Rule, r.right})
	}
	for _, r := range repairs {
		all = append(all, Repair{r.Rule, r.right})
	}
	return all
}

// Analyse reads a document that is divided already.
func Analyse(guide network.Guide, d *document.Document) {
	decode.Analyse(d, guide)
	for _, r := range nameRepairs {
		r.mend(d)
	}
}

// Divide finds an article's paragraphs, sentences, words and quotations; the
// headline is a paragraph.
func Divide(a *article.Article) *document.Document {
	d := &document.Document{Article: a}
	for i, p := range append(paragraphs(a.Text, a.Head), paragraphs(a.Text, a.Body)...) {
		divide(d, p, i)
		d.Quotations = append(d.Quotations, document.Quotations(a.Text, p)...)
	}
	return d
}

// divide adds the words and sentences of a paragraph.
func divide(d *document.Document, p article.Span, paragraph int) {
	tokens := token.Words(d.Article.Slice(p))
	start := len(d.Words)
	for _, t := range tokens {
		d.Words = append(d.Words, document.Word{Span: article.Span{Start: t.Start + p.Start, End: t.End + p.Start}, Text: t.Text, Head: -1})
	}
	first := start
	for _, end := range token.Sentences(tokens) {
		r := document.Range{First: start, Last: first + end}
		d.Sentences = append(d.Sentences, document.Sentence{Span: d.SpanOf(r), Range: r, Paragraph: paragraph})
		start = r.Last
	}
}
