package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/ordered"
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

// extract writes a line for each line of in, in their order. A line that can't
// be read is a fault, with its number, and costs no other.
func extract(ctx context.Context, in io.Reader, out *output, workers int, name string) (faults []error, err error) {
	for e, err := range ordered.Map(ctx, workers, linesOf(in, name), extractLine) {
		if err != nil { // the rest of in can't be read
			return faults, err
		}
		if e.fault != nil {
			faults = append(faults, e.fault)
		} else if _, err := out.Write(append(e.line, '\n')); err != nil {
			return faults, err
		}
	}
	return faults, nil
}

// extracted is what was found in one line, or why nothing could be.
type extracted struct {
	line  []byte
	fault error
}

// numbered is a line of a file, with its number from 1.
type numbered struct {
	file   string
	number int
	line   []byte
}

// linesOf yields the lines of r that are not blank, and the error that ends r,
// if it is one.
func linesOf(r io.Reader, file string) iter.Seq2[numbered, error] {
	return func(yield func(numbered, error) bool) {
		reader := bufio.NewReader(r)
		for number := 1; ; number++ {
			line, err := reader.ReadBytes('\n')
			if len(bytes.TrimSpace(line)) > 0 && !yield(numbered{file, number, line}, nil) {
				return
			}
			if err != nil {
				if err != io.EOF {
					yield(numbered{}, fmt.Errorf("read %s: %w", file, err))
				}
				return
			}
		}
	}
}

// spans are code points of the article's text, end exclusive.
type spans [][2]int

func extractLine(_ context.Context, in numbered) (extracted, error) {
	var record struct {
		ID   *string `json:"id"`
		Text *string `json:"text"`
	}
	err := json.Unmarshal(in.line, &record)
	if err == nil && (record.ID == nil || record.Text == nil) {
		err = errors.New("has no id or no text")
	}
	if err != nil {
		fault := fmt.Errorf("read %s: line %d: %w", in.file, in.number, err)
		return extracted{fault: hint.Add(fault, `a line is {"id": "…", "text": "…"}`)}, nil
	}
	out, err := json.Marshal(struct {
		ID         string      `json:"id"`
		Statements []statement `json:"statements"`
	}{*record.ID, statements(*record.Text)})
	return extracted{line: out}, err
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
