// Package read turns an article into a Document: tokens, sentences, names,
// quotations and attributions, each with its span. It says what stands in the
// text; who is meant is for package resolve.
package read

import "github.com/newsgraph/newsgraph/ingest/article"

// Document is what was read in an article. Everything is in the order of the
// text and every span lies inside the article's body.
type Document struct {
	Article      *article.Article
	Tokens       []Token
	Sentences    []Sentence
	Names        []Name
	Quotes       []article.Span // quotations with their marks
	Attributions []Attribution
}

// Token is a word or a punctuation mark.
type Token struct {
	article.Span
	Text string
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
