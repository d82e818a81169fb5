package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/ordered"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/show"
)

const parseHelp = `Show what was read in an article, sentence by sentence: names, the frames of
statements, meetings and offices with the words of each role, and the tree of
words with their parts of speech and relations, in the terms of Universal
Dependencies.

A SOURCE is a text file, a folder of them, or - for standard input.`

func newParse() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "parse SOURCE…",
		Short:   "Show what was read in articles, sentence by sentence",
		Long:    parseHelp,
		Example: "  newsgraph parse article.txt\n  newsgraph parse --conllu - < article.txt\n  newsgraph parse --json articles/ | jq .names",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runParse(cmd, cfg, args)
		},
	}
	cmd.Flags().Bool("json", false, "write an object of JSON for each article; offsets are code points")
	cmd.Flags().Bool("conllu", false, "write CoNLL-U, with names and frames in the column MISC")
	cmd.MarkFlagsMutuallyExclusive("json", "conllu")
	sourceFlags(cmd)
	return cmd
}

func runParse(cmd *cobra.Command, cfg config.Config, args []string) error {
	asJSON, err := cmd.Flags().GetBool("json")
	if err != nil {
		return err
	}
	asCoNLLU, err := cmd.Flags().GetBool("conllu")
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	show := func(d *document.Document) error {
		switch {
		case asJSON:
			return show.JSON(out, d)
		case asCoNLLU:
			return document.Write(out, d)
		}
		return show.Text(out, d, isTerminal(out) && os.Getenv("NO_COLOR") == "")
	}
	found := source.List(args, choice(cmd, cfg))
	faults, articles := found.Errs, source.All(cmd.Context(), found.Sources, fetching(options(cfg), cfg, args, nil))
	for d, err := range ordered.Map(cmd.Context(), cfg.Workers, articles, readArticle) {
		if err != nil {
			faults = append(faults, err)
		} else if err := show(d); err != nil {
			err = hint.Add(fmt.Errorf("write what was read: %w", err), "is there room, and is the other end of the pipe still open?")
			return errors.Join(append(faults, err)...)
		}
	}
	return errors.Join(faults...)
}

func readArticle(_ context.Context, a *article.Article) (*document.Document, error) {
	return read.Read(a), nil
}

// isTerminal says whether people see what is written to w.
func isTerminal(w io.Writer) bool {
	file, isFile := w.(*os.File)
	return isFile && term.IsTerminal(int(file.Fd()))
}
