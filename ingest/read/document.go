// Package read turns an article into a Document: tokens, sentences, names,
// quotations and attributions, each with its span. It says what stands in the
// text; who is meant is for package resolve.
package read

import (
	"slices"
	"sort"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/decode"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/token"
)

// Document is what was read in an article. Everything is in the order of the
// text and every span lies inside the article's body.
type Document struct {
	Article      *article.Article
	Tokens       []token.Token
	Sentences    []Sentence
	Syntax       []decode.Word // of the tokens; Head is an index among Tokens
	Names        []Name
	Antecedents  []decode.Antecedent // of pronouns; Name is an index among Names
	Quotes       []article.Span      // outermost quotations, with their marks
	Attributions []Attribution
}

// Sentence is a sentence; its tokens are Document.Tokens[First:Last].
type Sentence struct {
	article.Span
	First, Last int
	Paragraph   int
}

// NameKind is the kind of a name, as in CoNLL-2003.
type NameKind string

// The kinds of names.
const (
	PER  NameKind = "PER"
	ORG  NameKind = "ORG"
	LOC  NameKind = "LOC"
	MISC NameKind = "MISC" // demonyms among others
)

// Name is a mention of something by name, without its title.
type Name struct {
	article.Span
	Kind NameKind
}

// Attribution is a source, a cue and a content that belong together, as
// PolNeAR marks them. A part may be in several pieces; Source may be empty.
type Attribution struct {
	Source, Cue, Content []article.Span
}

// SentenceAt returns the index of the sentence that covers the offset, or of
// the last one before it; -1 where there is none.
func (d *Document) SentenceAt(offset int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > offset }) - 1
}

// TokenAt returns the index of the first token that ends behind the offset.
func (d *Document) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}

// NamesIn returns the names that lie inside the span.
func (d *Document) NamesIn(s article.Span) []Name {
	first := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].Start >= s.Start })
	last := first
	for last < len(d.Names) && d.Names[last].End <= s.End {
		last++
	}
	return d.Names[first:last]
}

// Words returns the texts of tokens.
func Words(tokens []token.Token) []string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Text
	}
	return words
}

// Divide finds an article's paragraphs, sentences, tokens and quotations.
func Divide(a *article.Article) *Document {
	d := &Document{Article: a}
	for i, p := range paragraphs(a.Text, a.Body) {
		d.divide(p, i)
		d.Quotes = append(d.Quotes, document.Quotations(a.Text, p)...)
	}
	return d
}

// Read reads an article. Its time is linear in the length of the text.
func Read(a *article.Article) *Document {
	d := Divide(a)
	analysis := decode.Analyse(d.Words())
	d.Syntax, d.Antecedents = analysis.Words, analysis.Antecedents
	for _, n := range analysis.Names {
		d.Names = append(d.Names, Name{d.span(n.First, n.Last), NameKind(n.Kind)})
	}
	d.joinNames()
	d.consistentNames()
	d.places()
	for _, found := range analysis.Attributions {
		d.Attributions = append(d.Attributions, Attribution{d.spans(found.Source), d.spans(found.Cue), d.spans(found.Content)})
	}
	d.wholeQuotations()
	d.reported()
	return d
}

// Words returns the article as words.
func (d *Document) Words() decode.Text {
	t := decode.Text{Words: Words(d.Tokens)}
	for i, s := range d.Sentences {
		t.Sentences = append(t.Sentences, s.Last)
		if i == 0 || s.Paragraph != d.Sentences[i-1].Paragraph {
			t.Paragraphs = append(t.Paragraphs, s.First)
		}
	}
	return t
}

// span returns the span of the tokens [first, last).
func (d *Document) span(first, last int) article.Span {
	return article.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}

// spans joins tokens that stand side by side, over punctuation too.
func (d *Document) spans(tokens []int) []article.Span {
	var joined []article.Span
	previous := -1
	for _, t := range tokens {
		if previous >= 0 && !slices.ContainsFunc(d.Tokens[previous+1:t], token.Token.Word) {
			joined[len(joined)-1].End = d.Tokens[t].End
		} else {
			joined = append(joined, d.span(t, t+1))
		}
		previous = t
	}
	return joined
}

// divide adds the tokens and sentences of a paragraph.
func (d *Document) divide(p article.Span, paragraph int) {
	first := len(d.Tokens)
	for _, t := range token.Words(d.Article.Slice(p)) {
		d.Tokens = append(d.Tokens, token.Token{Start: t.Start + p.Start, End: t.End + p.Start, Text: t.Text})
	}
	start := first
	for _, end := range token.Sentences(d.Tokens[first:]) {
		end += first
		span := article.Span{Start: d.Tokens[start].Start, End: d.Tokens[end-1].End}
		d.Sentences = append(d.Sentences, Sentence{span, start, end, paragraph})
		start = end
	}
}
