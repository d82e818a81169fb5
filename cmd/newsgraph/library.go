package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/library"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const libraryHelp = `Say what is in a library: how many articles, of which days and publishers, what
they tell of, where they were written to, and what the last runs changed.

A library is a file of SQLite that newsgraph ingest --library makes. It can be
explored with sqlite3, Datasette and the like, by the views articles, people,
offices, statements, meetings and copies:

  sqlite3 -box news.db "SELECT speaker, verb, addressee, text FROM statements LIMIT 9"

FILE may be left out where the configuration names the library.`

func newLibrary() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "library [FILE]",
		Short:   "Say what is in a library",
		Long:    libraryHelp,
		Example: "  newsgraph library news.db",
		Args:    usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			if len(args) > 0 {
				cfg.Library = args[0]
			}
			if cfg.Library == "" {
				return errNoLibrary(cmd)
			}
			return tellLibrary(cmd.Context(), cmd.OutOrStdout(), cfg.Library)
		},
	}
	libraryFlag(cmd)
	return cmd
}

func libraryFlag(cmd *cobra.Command) {
	cmd.Flags().String("library", "", "`file` that remembers what was read, for runs to come")
}

func errNoLibrary(cmd *cobra.Command) error {
	return usage(errors.New("no library is named"), "%s --library FILE names one, or the key library in the configuration", cmd)
}

// reader names this program, for the library: what another read is read again.
func reader() string { return revision() + " " + ingest.Reader() }

// openLibrary opens the configured library for this run alone.
func openLibrary(cmd *cobra.Command, cfg config.Config, create bool) (*library.Library, error) {
	var table string
	if create { // so that it can be read into
		var err error
		if table, err = peopleVersion(cfg.People); err != nil {
			return nil, err
		}
	}
	return library.Open(cmd.Context(), cfg.Library, library.Options{
		Create: create, Reader: reader(), Table: table, Command: cmd.CommandPath(), Wait: cfg.LibraryWait,
		Waiting: func(who string) {
			fmt.Fprintf(cmd.ErrOrStderr(), "newsgraph: note: waiting for %s, which writes to %s, for %v at most\n", who, cfg.Library, cfg.LibraryWait)
		},
	})
}

// decisionsOf returns the decisions and what they were read from: where no file
// is named and the default one is missing, those that the library remembers.
func decisionsOf(ctx context.Context, cfg config.Config, lib *library.Library) (d *identity.Decisions, text string, err error) {
	name := or(cfg.Decisions, defaultDecisions)
	data, err := os.ReadFile(name)
	switch {
	case cfg.Decisions == "" && errors.Is(err, os.ErrNotExist):
		name = cfg.Library
		if text, err = lib.Decided(ctx); err != nil {
			return nil, "", err
		}
	case err != nil:
		return nil, "", hint.Add(fmt.Errorf("read decisions: %w", err), "newsgraph review --decisions FILE makes one")
	default:
		text = string(data)
	}
	d, err = parseDecisions(strings.NewReader(text), name)
	return d, text, err
}

func tellLibrary(ctx context.Context, out io.Writer, file string) error {
	lib, err := library.View(ctx, file)
	if err != nil {
		return err
	}
	t, err := lib.Tell(ctx, reader())
	if err := errors.Join(err, lib.Close()); err != nil {
		return err
	}
	if _, err := io.WriteString(out, told(t)); err != nil {
		return hint.Add(fmt.Errorf("say what is in the library: %w", err), "is there room, and is the other end of the pipe still open?")
	}
	return nil
}

// told says what is in a library, a line for each thing.
func told(t library.Told) string {
	var b strings.Builder
	line := func(what, format string, args ...any) {
		fmt.Fprintf(&b, "%-14s %s\n", what, fmt.Sprintf(format, args...))
	}
	line("articles", "%d, %d of them copies of others", t.Articles, t.Copies)
	if t.First != "" {
		line("published", "%s to %s", t.First, t.Last)
	}
	line("publishers", "%d%s", t.Publishing, listed(t.Publishers))
	line("people", "%d", t.People)
	line("countries", "%d", t.Countries)
	line("organizations", "%d", t.Bodies)
	line("places", "%d", t.Places)
	line("meetings", "%d", t.Meetings)
	line("statements", "%d", t.Statements)
	line("size", "%.1f MB", float64(t.Bytes)/1e6)
	if t.OtherReaders > 0 {
		line("read by others", "%d articles, by another version of newsgraph: ingest reads their sources again", t.OtherReaders)
	}
	if t.Unsettled > 0 {
		line("unfinished", "%d articles were read or removed by a run that was stopped: the next one goes on", t.Unsettled)
	}
	for _, x := range t.Targets {
		line("written to", "%s%s", x.Name, lacking(x.Lacks))
	}
	for _, r := range t.Runs {
		line("changed", "%s by %s: %d articles new, %d changed, %d settled anew, %d removed", r.Started, r.Command, r.Added, r.Changed, r.Settled, r.Removed)
	}
	return b.String()
}

func listed(publishers []library.Publisher) string {
	var all []string
	for _, p := range publishers {
		all = append(all, fmt.Sprintf("%s %d", p.Name, p.Articles))
	}
	if len(all) == 0 {
		return ""
	}
	return ": " + strings.Join(all, ", ")
}

func lacking(n int) string {
	if n == 0 {
		return ", up to date"
	}
	return fmt.Sprintf(", which lacks %d changes", n)
}
