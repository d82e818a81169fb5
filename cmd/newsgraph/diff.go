package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const diffHelp = `Read articles as ingest does, and say what ingest --to neo4j would change in the
running database, article by article. It changes nothing.

  + statement Jane Doe told France: all is well       is new
  + mention of person Jane Doe                        is there already, and told by this article too
  − office Jane Doe, Foreign Minister of France       goes
  ~ status of meeting Doe and Roe: planned → cancelled

A meeting's properties are those that all articles give together. Statements and
meetings are recognised by their words and by who met, wherever they stand.

The exit code is 0 where nothing differs, 2 where something does, 1 where
something could not be read or compared.`

func newDiff() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "diff [SOURCE…]",
		Short: "Say what ingest would change in Neo4j",
		Long:  diffHelp,
		Example: `  newsgraph diff articles/
  newsgraph diff --json articles/ | jq 'select(.change == "−")'
  newsgraph diff articles/ && echo nothing new`,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			asJSON, err := cmd.Flags().GetBool("json")
			if err != nil {
				return err
			}
			write := writeChanges
			if asJSON {
				write = encodeChanges
			}
			changed, err := runDiff(cmd, cfg, args, write)
			if err == nil && changed > 0 {
				err = errDiffers
			}
			return err
		},
	}
	cmd.Flags().Bool("json", false, "write JSON, a change a line")
	readingFlags(cmd)
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { // the exit code 2 says something else here
		return hint.Add(err, "%s --help shows the flags", cmd.CommandPath())
	})
	return cmd
}

// errDiffers says by the exit code that something differs; it has been told.
var errDiffers = errors.New("something differs")

// runDiff writes what each article would change, and returns how many would.
func runDiff(cmd *cobra.Command, cfg config.Config, args []string, write func(io.Writer, *graph.Graph, []graph.Change) error) (changed int, err error) {
	ctx := cmd.Context()
	client, err := connect(ctx, cfg)
	if err != nil {
		return 0, err
	}
	defer client.Close(context.WithoutCancel(ctx))
	articles, counts := 0, map[graph.Op]int{}
	r, err := readArticles(cmd, cfg, args, nil, func(f *facts.Article) error {
		articles++
		g := build.Graph(f)
		changes, err := changesOf(ctx, client, g)
		if err != nil || len(changes) == 0 {
			return err
		}
		changed++
		for _, c := range changes {
			counts[c.Op]++
		}
		return write(cmd.OutOrStdout(), g, changes)
	})
	if err == nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "articles       %d\nwould change   %d (+%d −%d ~%d)\n", articles, changed, counts[graph.Added], counts[graph.Removed], counts[graph.Changed])
		printPassed(cmd.ErrOrStderr(), r.found)
	}
	return changed, errors.Join(append(r.faults, err)...)
}

// changesOf says what an article would change in a database.
func changesOf(ctx context.Context, client *neo4j.Client, g *graph.Graph) ([]graph.Change, error) {
	old, others, err := client.Told(ctx, g)
	if err != nil {
		return nil, err
	}
	return graph.Diff(old, g, others), nil
}

// writeChanges writes the changes of an article for people.
func writeChanges(w io.Writer, g *graph.Graph, changes []graph.Change) error {
	_, err := fmt.Fprintf(w, "%s\n", g.Article.ID)
	for _, c := range changes {
		if err == nil {
			_, err = fmt.Fprintf(w, "  %s\n", c)
		}
	}
	if err != nil {
		err = fmt.Errorf("write changes: %w", err)
	}
	return err
}

// encodeChanges writes a line of JSON for each change.
func encodeChanges(w io.Writer, g *graph.Graph, changes []graph.Change) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, c := range changes {
		if err := encoder.Encode(struct {
			Article string `json:"article"`
			graph.Change
		}{g.Article.ID, c}); err != nil {
			return fmt.Errorf("write changes: %w", err)
		}
	}
	return nil
}
