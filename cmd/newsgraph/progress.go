package main

import (
	"io"
	"unicode/utf8"

	"github.com/schollz/progressbar/v3"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// progress shows how many articles were read, how fast, and what is being read,
// where people see it: on a terminal.
type progress struct{ bar *progressbar.ProgressBar }

// longestName is how much of a name is shown, in code points.
const longestName = 48

func newProgress(stderr io.Writer) progress {
	return progress{progressbar.NewOptions(-1, // how many articles sources hold is not known
		progressbar.OptionSetWriter(stderr), progressbar.OptionSetVisibility(isTerminal(stderr)), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish())}
}

// watch shows of articles what is being read.
func (p progress) watch(articles source.Articles) source.Articles {
	return func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if err == nil {
				p.bar.Describe("reading " + tail(a.Origin))
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// tail returns the end of a name, which tells more than its beginning.
func tail(name string) string {
	cut := utf8.RuneCountInString(name) - longestName
	if cut <= 0 {
		return name
	}
	return "…" + string([]rune(name)[cut:])
}

func (p progress) read() { _ = p.bar.Add(1) }

func (p progress) clear() { _ = p.bar.Clear() }

func (p progress) finish() { _ = p.bar.Finish() }
