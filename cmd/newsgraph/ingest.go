package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
)

const ingestHelp = `Read articles and write the graph of who said what to whom.

A SOURCE is a text file, a folder of them, or - for standard input. Without one,
the samples that newsgraph carries are read.

An article may begin with front matter, YAML between two lines of three hyphens,
with the keys headline, date, updated, url, publisher, section, author and
language. An article with a url that is read again in another version replaces
the earlier one.

What is read, by its content and its name:
`

const ingestExamples = `  newsgraph ingest                                  the samples, into newsgraph.cypher
  newsgraph ingest articles/ -o graph.cypher        a folder, into a script to review
  newsgraph ingest --to json -o - article.txt       the facts, one article a line
  NEO4J_PASSWORD=… newsgraph ingest --to neo4j articles/`

func newIngest() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "ingest [SOURCE…]",
		Short:   "Read articles and write the graph",
		Long:    ingestHelp + kindHelp() + "\nWhat is written, as --to says:\n" + formatHelp(),
		Example: ingestExamples,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runIngest(cmd, cfg, args)
		},
	}
	formatFlags(cmd)
	readingFlags(cmd)
	return cmd
}

func runIngest(cmd *cobra.Command, cfg config.Config, args []string) error {
	ctx := cmd.Context()
	to, err := openFormat(ctx, cfg, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer to.discard()
	sum := summary{entities: map[string]bool{}}
	r, err := readArticles(cmd, cfg, args, func(f *facts.Article) error {
		sum.add(f)
		return to.Write(ctx, f)
	})
	if err == nil && sum.articles > 0 {
		if err = to.Close(ctx); err == nil {
			sum.found = r.found
			sum.print(cmd.ErrOrStderr(), to.place(), len(r.faults))
		}
	}
	return errors.Join(append(r.faults, err)...)
}
