package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/config"
)

const removeHelp = `Take one article out of the Neo4j database again: its statements, and exactly
those people, places, meetings and relationships that no other article supports.

ARTICLE is the article's url, its id (the property id of its node), or its file.`

func newRemove() *cobra.Command {
	return &cobra.Command{
		Use:   "remove ARTICLE",
		Short: "Take an article out of Neo4j again",
		Long:  removeHelp,
		Example: `  newsgraph remove https://example.org/talks
  newsgraph remove articles/talks.txt`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runRemove(cmd, cfg, args[0])
		},
	}
}

func runRemove(cmd *cobra.Command, cfg config.Config, name string) error {
	ids, err := articleIDs(cmd.Context(), cfg, name)
	if err != nil {
		return err
	}
	client, err := connect(cmd.Context(), cfg)
	if err != nil {
		return err
	}
	var faults []error
	for _, id := range ids {
		counts, err := client.Remove(cmd.Context(), id)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "removed        %s (%s)\n", id, counts)
	}
	return errors.Join(append(faults, client.Close(cmd.Context()))...)
}

// articleIDs returns the ids of the articles in a file; what is no file is an id.
func articleIDs(ctx context.Context, cfg config.Config, name string) (ids []string, err error) {
	if info, err := os.Stat(name); err != nil || info.IsDir() {
		return []string{name}, nil
	}
	found := source.List([]string{name}, source.Choice{})
	faults := found.Errs
	for a, err := range source.All(ctx, found.Sources, options(cfg)) {
		if err != nil {
			faults = append(faults, err)
		} else {
			ids = append(ids, a.ID)
		}
	}
	return ids, errors.Join(faults...)
}
