package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/library"
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
meetings are recognised by their words and by who met, wherever they stand. With a
library, it says what ingest --library would change, other articles included; the
library stays as it is.

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
	libraryFlag(cmd)
	readingFlags(cmd)
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { // the exit code 2 says something else here
		return hint.Add(err, "%s --help shows the flags", cmd.CommandPath())
	})
	return cmd
}

// errDiffers says by the exit code that something differs; it has been told.
var errDiffers = errors.New("something differs")

// writeDiff writes the changes of an article.
type writeDiff func(w io.Writer, article string, changes []graph.Change) error

// runDiff writes what each article would change, and returns how many would.
func runDiff(cmd *cobra.Command, cfg config.Config, args []string, write writeDiff) (changed int, err error) {
	client, err := connect(cmd.Context(), cfg)
	if err != nil {
		return 0, err
	}
	defer client.Close(context.WithoutCancel(cmd.Context()))
	d := differ{client: client, write: write, out: cmd.OutOrStdout(), counts: map[graph.Op]int{}}
	read := d.sources
	if cfg.Library != "" {
		read = d.kept
	}
	r, err := read(cmd, cfg, args)
	if err == nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "would change   %d articles (+%d −%d ~%d)\n", d.changed, d.counts[graph.Added], d.counts[graph.Removed], d.counts[graph.Changed])
		printPassed(cmd.ErrOrStderr(), r.found)
	}
	return d.changed, errors.Join(append(r.faults, err)...)
}

// differ compares articles with what a database has of them.
type differ struct {
	client  *neo4j.Client
	write   writeDiff
	out     io.Writer
	changed int // articles
	counts  map[graph.Op]int
}

// sources compares the articles that the arguments name.
func (d *differ) sources(cmd *cobra.Command, cfg config.Config, args []string) (reading, error) {
	return readArticles(cmd, cfg, args, nil, func(f *facts.Article) error {
		g := build.Graph(f)
		return d.compare(cmd.Context(), g.Article, g)
	})
}

// kept compares what a run with the library would write. It runs with a copy.
func (d *differ) kept(cmd *cobra.Command, cfg config.Config, args []string) (reading, error) {
	ctx := cmd.Context()
	dir, err := os.MkdirTemp("", "newsgraph-*")
	if err != nil {
		return reading{}, fmt.Errorf("copy the library: %w", err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "copy.db")
	if err := copyLibrary(ctx, cfg.Library, file); err != nil {
		return reading{}, err
	}
	cfg.To, cfg.Library = "neo4j", file
	lib, err := openLibrary(cmd, cfg, true)
	if err != nil {
		return reading{}, err
	}
	defer lib.Close()
	k := keeping{cmd: cmd, cfg: cfg, lib: lib}
	r, err := k.readSources(ctx, args)
	if err != nil {
		return r, err
	}
	return r, d.changes(ctx, lib, target(cfg))
}

// copyLibrary copies a library, if there is one.
func copyLibrary(ctx context.Context, from, to string) error {
	lib, err := library.View(ctx, from)
	if errors.Is(err, library.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(lib.CopyTo(ctx, to), lib.Close())
}

// changes compares what a target lacks of a library.
func (d *differ) changes(ctx context.Context, lib *library.Library, target string) error {
	write, gone, err := lib.Changes(ctx, target)
	if err != nil {
		return err
	}
	for _, x := range write {
		f, err := lib.Facts(ctx, x)
		if err != nil {
			return err
		}
		g := build.Graph(f)
		if err := d.compare(ctx, g.Article, g); err != nil {
			return err
		}
	}
	for _, id := range gone {
		if err := d.compare(ctx, graph.Ref{Label: graph.Article, ID: id}, nil); err != nil {
			return err
		}
	}
	return nil
}

// compare writes what an article would change that is to be as now; nil is gone.
func (d *differ) compare(ctx context.Context, article graph.Ref, now *graph.Graph) error {
	asked := now
	if asked == nil {
		asked = &graph.Graph{Article: article}
	}
	old, others, err := d.client.Told(ctx, asked)
	if err != nil {
		return err
	}
	changes := graph.Diff(old, now, others)
	if len(changes) == 0 {
		return nil
	}
	d.changed++
	for _, c := range changes {
		d.counts[c.Op]++
	}
	if err := d.write(d.out, article.ID, changes); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	return nil
}

// writeChanges writes the changes of an article for people.
func writeChanges(w io.Writer, article string, changes []graph.Change) error {
	var b strings.Builder
	fmt.Fprintln(&b, article)
	for _, c := range changes {
		fmt.Fprintf(&b, "  %s\n", c)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// encodeChanges writes a line of JSON for each change.
func encodeChanges(w io.Writer, article string, changes []graph.Change) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, c := range changes {
		if err := encoder.Encode(struct {
			Article string `json:"article"`
			graph.Change
		}{article, c}); err != nil {
			return err
		}
	}
	return nil
}
