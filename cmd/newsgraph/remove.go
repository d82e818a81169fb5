package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/article"
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
	id, err := articleID(name, cfg.MaxBytes)
	if err != nil {
		return err
	}
	client, err := connect(cmd.Context(), cfg)
	if err != nil {
		return err
	}
	counts, err := client.Remove(cmd.Context(), id)
	if err = errors.Join(err, client.Close(cmd.Context())); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "removed        %s (%s)\n", id, counts)
	return nil
}

// articleID returns the id of the article in a file; what is no file is an id.
func articleID(name string, limit int64) (string, error) {
	if info, err := os.Stat(name); err != nil || info.IsDir() {
		return name, nil
	}
	inputs, _, errs := source.List([]string{name}, nil)
	if len(errs) > 0 {
		return "", errors.Join(errs...)
	}
	text, err := inputs[0].Read(limit)
	if err != nil {
		return "", err
	}
	a, err := article.Parse(text)
	if err != nil {
		return "", fmt.Errorf("read article %s: %w", name, err)
	}
	return a.ID, nil
}
