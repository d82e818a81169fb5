package feed

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordsData has a line for each element and phrase: what it is, then it. A block
// divides paragraphs; what is left out is no text of the article; more stands at
// the end of an excerpt.
//
//go:embed words.txt
var wordsData string

type wordLists struct {
	blocks, left map[atom.Atom]bool
	more         *regexp.Regexp // what stands at the end of an excerpt
}

var words = sync.OnceValue(func() wordLists {
	w := wordLists{blocks: map[atom.Atom]bool{}, left: map[atom.Atom]bool{}}
	var more []string
	for line := range strings.Lines(wordsData) {
		what, word, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch what {
		case "block":
			w.blocks[atom.Lookup([]byte(word))] = true
		case "left":
			w.left[atom.Lookup([]byte(word))] = true
		case "more":
			more = append(more, regexp.QuoteMeta(word))
		}
	}
	w.more = regexp.MustCompile(`(?i)(?:` + strings.Join(more, "|") + `)[\s.»>→)\]]*$`)
	return w
})

// plain returns the text of HTML, its paragraphs divided by an empty line,
// without pictures and what stands under them.
func plain(source string) string {
	var w writer
	tokens, left := html.NewTokenizer(strings.NewReader(source)), 0
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return w.String()
		case html.TextToken:
			if left == 0 {
				w.text(string(tokens.Text()))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			element := atom.Lookup(name)
			if words().blocks[element] {
				w.end()
			}
			if words().left[element] && kind == html.StartTagToken {
				left++
			} else if words().left[element] && kind == html.EndTagToken {
				left = max(left-1, 0)
			}
			if element == atom.Br {
				w.text(" ")
			}
		}
	}
}

// writer writes paragraphs.
type writer struct {
	all       []string
	paragraph strings.Builder
}

func (w *writer) text(s string) { w.paragraph.WriteString(s) }

// end ends a paragraph.
func (w *writer) end() {
	if paragraph := strings.Join(strings.Fields(w.paragraph.String()), " "); paragraph != "" {
		w.all = append(w.all, paragraph)
	}
	w.paragraph.Reset()
}

// signature is what WordPress writes under each article of a feed.
var signature = regexp.MustCompile(`^The post .+ appeared first on .+\.$`)

// String returns what was written, without a signature.
func (w *writer) String() string {
	w.end()
	if last := len(w.all) - 1; last >= 0 && signature.MatchString(w.all[last]) {
		w.all = w.all[:last]
	}
	if len(w.all) == 0 {
		return ""
	}
	return strings.Join(w.all, "\n\n") + "\n"
}

// fewestWords is how many an article has that a feed has whole; what is
// shorter is likely an excerpt.
const fewestWords = 100

// isWhole says whether a text is an article rather than the beginning of one.
func isWhole(text string) bool {
	return len(strings.Fields(text)) >= fewestWords && !words().more.MatchString(strings.TrimSpace(text))
}
