package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
)

const ingestHelp = `Read articles and write the graph of who said what to whom.

A SOURCE is a file, a folder, an address (https://…), or - for standard input.
Without one, the samples that newsgraph carries are read. What it is, is told by its
content; --as says otherwise. What is named twice is read once. Of folders and
archives, hidden files and other formats are passed over; --include and --exclude
choose.

An article may begin with front matter, YAML between two lines of three hyphens,
with the keys headline, standfirst, date, updated, url, publisher, section,
author and language. An article with a url that is read again in another version replaces
the earlier one.

With --library FILE, what was read is remembered there: what has not changed is not
read again, who is who is decided among all articles of the library, and what is
written is what changed since the last time: the new articles, and others whose
facts change by them. Neo4j is brought up to date by that; a script, or a file of
JSON, has the changes since the one before, and newsgraph export writes everything.
A document that is one whole, such as GraphML, has everything.
JSON has no word for an article that is gone, as by newsgraph remove: the run says how
many are, and export writes what is left.
An article is read again when it, or the program that reads, has changed. A file with
one text without a url is that article: when the file is edited, the new text takes the
place of the one before. A file with several keeps what it had before.

What is read, by its content and its name:
`

const ingestExamples = `  newsgraph ingest                                  the samples, into newsgraph.cypher
  newsgraph ingest articles/ -o graph.cypher        a folder, into a script to review
  newsgraph ingest --to json -o - article.txt       the facts, one article a line
  newsgraph ingest --dry-run articles/ --exclude 'drafts/**'
  newsgraph ingest --dry-run --to neo4j articles/   what would change there, as diff says it
  newsgraph ingest stories.csv --fields text=Body,headline=Title
  newsgraph ingest day*.jsonl --to cypher           facts that were written before
  NEO4J_PASSWORD=… newsgraph ingest --to neo4j articles/
  newsgraph ingest --library news.db --to neo4j today/`

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
			if dry, err := cmd.Flags().GetBool("dry-run"); err != nil || dry {
				return errors.Join(err, dryRun(cmd, cfg, args))
			}
			if cfg.Library != "" {
				return runKept(cmd, cfg, args)
			}
			return runIngest(cmd, cfg, args)
		},
	}
	cmd.Flags().Bool("dry-run", false, "write nothing: list what would be read, each with its kind; with --to neo4j, read it and say what would change there")
	formatFlags(cmd)
	readingFlags(cmd)
	libraryFlag(cmd)
	return cmd
}

// dryRun says what ingest would do: what it would read, or, where it writes into a
// database that is there, what it would change in it.
func dryRun(cmd *cobra.Command, cfg config.Config, args []string) error {
	if cfg.To != "neo4j" {
		return listSources(cmd, cfg, args)
	}
	_, err := runDiff(cmd, cfg, args, writeChanges)
	return err
}

func runIngest(cmd *cobra.Command, cfg config.Config, args []string) error {
	ctx := cmd.Context()
	to, err := openFormat(ctx, cfg, cmd.OutOrStdout(), toReplace)
	if err != nil {
		return err
	}
	defer to.discard()
	var sum summary
	r, err := readArticles(cmd, cfg, args, nil, func(f *facts.Article) error {
		sum.add(f)
		return to.Write(ctx, f)
	})
	switch {
	case err != nil:
	case sum.articles > 0:
		if err = to.Close(ctx); err == nil {
			sum.found = r.found
			sum.print(cmd.ErrOrStderr(), to.place(), len(r.faults))
		}
	case len(r.faults) == 0:
		printNone(cmd.ErrOrStderr(), r.found)
	}
	return errors.Join(append(r.faults, err)...)
}
