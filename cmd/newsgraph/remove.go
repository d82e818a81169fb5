package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/ingest/library"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const removeHelp = `Take one article out of the Neo4j database again: its statements, and exactly
those people, places, meetings and relationships that no other article supports.

ARTICLE is the article's url, its id (the property id of its node), or its file.

With --library FILE it is taken out of the library, too, who is who is decided
anew among what is left, and the database is brought up to date with that, where
the library was ever written to it. The next script takes the article out as well.
A source that has the article still brings it back when it is read again.`

func newRemove() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "remove ARTICLE",
		Short: "Take an article out of Neo4j and the library again",
		Long:  removeHelp,
		Example: `  newsgraph remove https://example.org/talks
  newsgraph remove articles/talks.txt
  newsgraph remove --library news.db https://example.org/talks`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			if cfg.Library != "" {
				return removeKept(cmd, cfg, args[0])
			}
			return runRemove(cmd, cfg, args[0])
		},
	}
	libraryFlag(cmd)
	decisionsFlag(cmd)
	return cmd
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
	var faults, missing []error
	for _, id := range ids {
		counts, err := client.Remove(cmd.Context(), id)
		switch {
		case errors.Is(err, neo4j.ErrNoArticle):
			missing = append(missing, err)
		case err != nil:
			faults = append(faults, err)
		default:
			fmt.Fprintf(cmd.ErrOrStderr(), "removed        %s (%s)\n", id, counts)
		}
	}
	if len(missing) == len(ids) { // else a removal that was stopped is gone on with
		faults = append(faults, missing...)
	} else if len(missing) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "not there      %d\n", len(missing))
	}
	return errors.Join(append(faults, client.Close(cmd.Context()))...)
}

// removeKept takes an article out of a library, and brings the database that it
// was written to up to date.
func removeKept(cmd *cobra.Command, cfg config.Config, name string) error {
	ctx := cmd.Context()
	lib, err := openLibrary(cmd, cfg, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	ids, err := removeFrom(ctx, cfg, lib, name)
	if err != nil {
		return err
	}
	for _, id := range ids {
		fmt.Fprintf(cmd.ErrOrStderr(), "removed        %s\n", id)
	}
	k := keeping{cmd: cmd, cfg: cfg, lib: lib}
	if err := k.settle(ctx); err != nil {
		return err
	}
	if k.others > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "settled anew   %d, without it\n", k.others)
	}
	k.cfg.To = "neo4j"
	if known, err := lib.HasTarget(ctx, target(k.cfg)); err != nil || !known {
		return err
	}
	to, err := openFormat(ctx, k.cfg, cmd.OutOrStdout(), toReplace)
	if err != nil {
		return hint.Add(fmt.Errorf("it is out of the library, and still in the database: %w", err), "the next ingest, or remove, takes it out there")
	}
	defer to.discard()
	if err := k.write(ctx, func() (destination, error) { return to, nil }); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "written to     %s\n", to.place())
	return nil
}

// removeFrom takes out of a library what is named: a file that was read, or an
// article by its url or id, which may be those of a file.
func removeFrom(ctx context.Context, cfg config.Config, lib *library.Library, name string) (removed []string, err error) {
	if path, err := filepath.EvalSymlinks(name); err == nil {
		if path, err = filepath.Abs(path); err == nil {
			removed, err = lib.Remove(ctx, path)
		}
		if err != nil || len(removed) > 0 {
			return removed, err
		}
	}
	ids, err := articleIDs(ctx, cfg, name)
	for _, id := range ids {
		var some []string
		if err == nil {
			some, err = lib.Remove(ctx, id)
		}
		removed = append(removed, some...)
	}
	if err == nil && len(removed) == 0 {
		err = hint.Add(fmt.Errorf("remove %s: the library has no such article", name), "sqlite3 %s \"SELECT id, headline FROM articles\" lists what there is", cfg.Library)
	}
	return removed, err
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
