package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const extractHelp = `Read articles from a file with one JSON object a line, {"id": …, "text": …}, and
write the statements found in each: {"id": …, "statements": [{"speaker", "cue",
"content"}]}, each a list of [start, end] in Unicode code points of the text. It is
the form in which attributions are scored against a corpus such as PolNeAR.`

func newExtract() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "extract GOLD.jsonl",
		Short:   "Write the statements in the form that corpora are scored in",
		Long:    extractHelp,
		Example: "  newsgraph extract dev.jsonl -o predicted.jsonl\n  newsgraph extract - < dev.jsonl",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runExtract(cmd, cfg, args[0])
		},
	}
	cmd.Flags().StringP("output", "o", "-", "`file` to write, - for standard output")
	cmd.Flags().Int("workers", config.Default().Workers, "articles to read at a time, 0 for one for each processor")
	return cmd
}

func runExtract(cmd *cobra.Command, cfg config.Config, name string) error {
	in := cmd.InOrStdin()
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("read articles: %w", err)
		}
		defer file.Close()
		in = file
	}
	target, err := cmd.Flags().GetString("output")
	if err != nil {
		return err
	}
	out, err := create(target, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer out.discard()
	faults, err := extract(cmd.Context(), in, out, cfg.Workers, name)
	if err == nil {
		err = out.commit()
	}
	return errors.Join(append(faults, err)...)
}

// extracted is what was found in one line.
type extracted struct {
	line []byte
	err  error
}

// extract writes a line for each line of in, in their order. A line that can't
// be read is a fault, with its number, and costs no other.
func extract(ctx context.Context, in io.Reader, out *output, workers int, name string) (faults []error, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	queue := make(chan chan extracted, workers)
	go func() { // ends with in, or with the next line once ctx has ended
		defer close(queue)
		for number, line := range linesOf(in, func(err error) { cancel(fmt.Errorf("read %s: %w", name, err)) }) {
			slot := make(chan extracted, 1)
			select {
			case queue <- slot:
				go func() { slot <- extractLine(line, name, number) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return faults, context.Cause(ctx)
		case slot, more := <-queue:
			if !more {
				return faults, context.Cause(ctx)
			}
			e := <-slot
			if e.err != nil {
				faults = append(faults, e.err)
			} else if _, err := out.Write(append(e.line, '\n')); err != nil {
				return faults, out.failed(err)
			}
		}
	}
}

// linesOf yields the lines of r that are not blank, with their numbers from 1,
// and hands the error that ends r, if it is one, to failed.
func linesOf(r io.Reader, failed func(error)) func(func(int, []byte) bool) {
	return func(yield func(int, []byte) bool) {
		reader := bufio.NewReader(r)
		for number := 1; ; number++ {
			line, err := reader.ReadBytes('\n')
			if len(bytes.TrimSpace(line)) > 0 && !yield(number, line) {
				return
			}
			if err != nil {
				if err != io.EOF {
					failed(err)
				}
				return
			}
		}
	}
}

// spans are code points of the article's text, end exclusive.
type spans [][2]int

func extractLine(line []byte, name string, number int) extracted {
	var in struct {
		ID   *string `json:"id"`
		Text *string `json:"text"`
	}
	err := json.Unmarshal(line, &in)
	if err == nil && (in.ID == nil || in.Text == nil) {
		err = errors.New("has no id or no text")
	}
	if err != nil {
		return extracted{err: hint.Add(fmt.Errorf("read %s: line %d: %w", name, number, err), `a line is {"id": "…", "text": "…"}`)}
	}
	out, err := json.Marshal(struct {
		ID         string      `json:"id"`
		Statements []statement `json:"statements"`
	}{*in.ID, statements(*in.Text)})
	return extracted{out, err}
}

type statement struct {
	Speaker spans `json:"speaker"`
	Cue     spans `json:"cue"`
	Content spans `json:"content"`
}

// statements reads a bare text: a corpus has neither front matter nor dateline.
func statements(text string) []statement {
	points := article.NewCodePoints(text)
	convert := func(bytes []article.Span) spans {
		converted := spans{}
		for _, s := range bytes {
			converted = append(converted, [2]int{points.At(s.Start), points.At(s.End)})
		}
		return converted
	}
	found := []statement{}
	d := read.Read(&article.Article{Text: text, Body: article.Span{End: len(text)}})
	for _, f := range d.Frames {
		if f.Kind == document.Statement {
			part := func(role document.Role) spans { return convert(d.Spans(f.Roles[role])) }
			found = append(found, statement{part(document.Source), part(document.Cue), part(document.Content)})
		}
	}
	return found
}
