// Command tokens divides articles as the program does, so that the network
// learns on the words that it will be asked about.
//
//	go run ./training/tokens < articles.jsonl > tokens.jsonl
//
// Each line of input has an id and a text; each line of output has the id and
// the text's paragraphs, sentences and words: [[[[start, end], …], …], …],
// offsets in code points.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/read"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "tokens:", err)
		os.Exit(1)
	}
}

func run() error {
	out := bufio.NewWriter(os.Stdout)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var record struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
			return err
		}
		line, err := json.Marshal(map[string]any{"id": record.ID, "paragraphs": divide(record.Text)})
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\n", line)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return out.Flush()
}

// divide returns paragraphs, their sentences and the sentences' words.
func divide(text string) [][][][2]int {
	d := read.Divide(&article.Article{Text: text, Body: article.Span{End: len(text)}})
	points := article.NewCodePoints(text)
	var paragraphs [][][][2]int
	for _, s := range d.Sentences {
		for len(paragraphs) <= s.Paragraph {
			paragraphs = append(paragraphs, nil)
		}
		var words [][2]int
		for _, t := range d.Words[s.First:s.Last] {
			words = append(words, [2]int{points.At(t.Start), points.At(t.End)})
		}
		paragraphs[s.Paragraph] = append(paragraphs[s.Paragraph], words)
	}
	return paragraphs
}
