package eval

import (
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

// corpus is a document of a corpus that comes as words and sentences; its text
// has a space between them.
type corpus struct {
	*document.Document
	open      document.Range // the sentence that is read
	paragraph int
	text      []byte
}

func newCorpus() *corpus { return &corpus{Document: &document.Document{Article: new(article.Article)}} }

// add appends a word to the open sentence.
func (c *corpus) add(word string) {
	start := len(c.text)
	c.text = append(append(c.text, word...), ' ')
	c.Words = append(c.Words, document.Word{Span: article.Span{Start: start, End: start + len(word)}, Text: word, Head: -1})
	c.open.Last++
}

// endSentence ends the open sentence, where it has words.
func (c *corpus) endSentence() {
	if c.open.Len() > 0 {
		c.Sentences = append(c.Sentences, document.Sentence{Span: c.SpanOf(c.open), Range: c.open, Paragraph: c.paragraph})
		c.open.First = c.open.Last
	}
}

// finish ends the document.
func (c *corpus) finish() *document.Document {
	c.endSentence()
	c.Article.Text = string(c.text)
	return c.Document
}
