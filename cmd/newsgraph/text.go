package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/show"
)

const textHelp = `Print articles as they were understood: headline, dates, authors, publisher,
address, what a person should know, and the text, so that the extraction can be
checked. With --json it is an object for each article, with where its headline and
body stand in the text, in code points.

A SOURCE is whatever ingest reads.`

func newText() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "text SOURCE…",
		Short:   "Print articles as they were understood",
		Long:    textHelp,
		Example: "  newsgraph text page.html | less\n  newsgraph text https://example.org/talks\n  newsgraph text --json stories.csv | jq .headline",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runText(cmd, cfg, args)
		},
	}
	cmd.Flags().Bool("json", false, "write an object of JSON for each article")
	sourceFlags(cmd)
	return cmd
}

func runText(cmd *cobra.Command, cfg config.Config, args []string) error {
	asJSON, err := cmd.Flags().GetBool("json")
	if err != nil {
		return err
	}
	print := show.Article
	if asJSON {
		print = show.ArticleJSON
	}
	found := source.List(args, choice(cmd, cfg))
	faults := found.Errs
	for a, err := range source.All(cmd.Context(), found.Sources, fetching(options(cfg), cfg, args, nil)) {
		if err != nil {
			faults = append(faults, err)
		} else if err := print(cmd.OutOrStdout(), a); err != nil {
			err = hint.Add(fmt.Errorf("write the article: %w", err), "is there room, and is the other end of the pipe still open?")
			return errors.Join(append(faults, err)...)
		}
		if cmd.Context().Err() != nil {
			return errors.Join(append(faults, cmd.Context().Err())...)
		}
	}
	return errors.Join(faults...)
}
