package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/people/wikidata"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const peopleHelp = `Say whom a name may mean among those who held public offices since 1990, with
their Wikidata ids, and what they held: on a day, or at all.

newsgraph brings a table of them along, and tells by it who “Biden” or “the
Russian foreign minister” is on the day of an article. --people FILE adds a table
of your own with the same columns; newsgraph people refresh makes one.`

// peopleFlag adds the flag for a table of known people.
func peopleFlag(cmd *cobra.Command) {
	cmd.Flags().String("people", "", "`file` with known people beside those of newsgraph (newsgraph people --help)")
}

// knownPeople returns the table that the program brings along, with that of a
// file where one is named.
func knownPeople(file string) (*people.Table, error) {
	if file == "" {
		return people.Known(), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read people: %w", err)
	}
	defer f.Close()
	own, err := people.Read(f)
	if err != nil {
		return nil, hint.Add(fmt.Errorf("%s: %w", file, err), "%s", cmp.Or(hint.Of(err), "newsgraph people --help says what it is"))
	}
	return people.Known().With(own), nil
}

// peopleVersion names a table of known people by its contents, "" where it is
// that of the program alone.
func peopleVersion(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("read people: %w", err)
	}
	return fmt.Sprintf("people:%.6x", sha256.Sum256(data)), nil
}

func newPeople() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "people NAME…",
		Short:             "Say who has a name and held a public office",
		Long:              peopleHelp,
		Example:           "  newsgraph people Lavrov --on 2022-01-21\n  newsgraph people Joe Biden",
		Args:              usageArgs(cobra.MinimumNArgs(1)),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			on, _ := cmd.Flags().GetString("on")
			if _, _, err := graph.ParseDate(on); on != "" && err != nil {
				return usage(fmt.Errorf("--on: %w", err), "%s --help shows the flags", cmd)
			}
			return lookUp(cmd.OutOrStdout(), cfg, strings.Join(args, " "), on)
		},
	}
	cmd.Flags().String("on", "", "`date` on which an office is held: YYYY, YYYY-MM or YYYY-MM-DD")
	peopleFlag(cmd)
	cmd.AddCommand(newRefresh())
	return cmd
}

// lookUp prints who may be meant by a name: a term a line.
func lookUp(w io.Writer, cfg config.Config, name, on string) error {
	table, err := knownPeople(cfg.People)
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	found := 0
	for _, m := range table.Named(name) {
		for _, t := range m.Terms {
			if on != "" && !t.Covers(on) {
				continue
			}
			found++
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s to %s\n", cmp.Or(m.WikidataID, "-"), m.Name, cmp.Or(m.Gender, "-"), t.Country, t.Position, t.Start, ending(t))
		}
	}
	if found == 0 {
		return hint.Add(fmt.Errorf("nobody called %q held an office there", name), "newsgraph people refresh fetches who came later; --people names a table of your own")
	}
	return out.Flush()
}

// ending says when a term ended, as far as the table knows.
func ending(t people.Term) string {
	switch {
	case t.End != "":
		return t.End
	case t.AsOf != "":
		return "… (still on " + t.AsOf + ")"
	}
	return "…"
}

const refreshHelp = `Ask Wikidata who became head of state or government, or minister, since a year,
and write a table for --people. It takes some minutes. The query stands in
docs/people.md; --query prints it.`

func newRefresh() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "refresh -o FILE",
		Short:             "Fetch who holds public offices from Wikidata",
		Long:              refreshHelp,
		Example:           "  newsgraph people refresh -o people.tsv\n  newsgraph ingest --people people.tsv articles/",
		Args:              usageArgs(cobra.NoArgs),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              runRefresh,
	}
	cmd.Flags().StringP("output", "o", "", "`file` to write the table to")
	cmd.Flags().Int("since", time.Now().Year()-4, "`year` from which terms are fetched")
	cmd.Flags().String("endpoint", wikidata.Endpoint, "`address` that answers SPARQL queries")
	cmd.Flags().Bool("query", false, "print the query and fetch nothing")
	return cmd
}

func runRefresh(cmd *cobra.Command, _ []string) error {
	since, _ := cmd.Flags().GetInt("since")
	file, _ := cmd.Flags().GetString("output")
	endpoint, _ := cmd.Flags().GetString("endpoint")
	if query, _ := cmd.Flags().GetBool("query"); query {
		_, err := fmt.Fprint(cmd.OutOrStdout(), wikidata.Query(since))
		return err
	}
	if file == "" {
		return usage(fmt.Errorf("no file to write to is named"), "%s -o people.tsv", cmd)
	}
	out, err := create(file, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer out.discard()
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	rows, err := wikidata.Fetch(ctx, endpoint, agent(), since, time.Now())
	if err != nil {
		return err
	}
	if _, err := out.WriteString(rows.Table()); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "terms          %d\nwritten to     %s\n", len(rows), file)
	return nil
}
