package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/internal/config"
)

const reviewHelp = `Read articles and list the people of whom newsgraph can't be sure that they are
one, or two, with what the articles say of both. What nobody has decided yet is
added to the file of decisions, each as a comment: take the # away from the line
that is right. The next ingest heeds it. With --ask you are asked about each here,
also about those that the file has already, and the file is written for you.

The lines of the file, whose comments begin with #:

  same A B                   B is A, and goes by the id A from now on
  different A B              they are never one
  different A B in URL…      where these articles say A, they mean B
  name A Jane Doe            A is shown as Jane Doe, not by the fullest name
  wikidata A Q42             A is this item of Wikidata

A and B are ids, such as person:jane-doe. A name and an item of Wikidata hold for
all who are the same. Lines that contradict each other are an error.`

func newReview() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review [SOURCE…]",
		Short: "List doubtful merges of people, and write the file of decisions",
		Long:  reviewHelp,
		Example: `  newsgraph review articles/
  newsgraph review --ask articles/
  newsgraph review --decisions who.txt articles/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runReview(cmd, cfg, args)
		},
	}
	readingFlags(cmd)
	cmd.Flags().Bool("ask", false, "ask about each in the terminal: s for same, d for different, Enter for later")
	cmd.Flags().Bool("unused", false, "say which decisions were not used, since no article has whom they are about")
	return cmd
}

func runReview(cmd *cobra.Command, cfg config.Config, args []string) error {
	file, err := openDecisions(or(cfg.Decisions, defaultDecisions))
	if err != nil {
		return err
	}
	r, err := readArticles(cmd, cfg, args, nil, func(*facts.Article) error { return nil })
	if err == nil {
		err = reviewDoubts(cmd, file, r.settled.Doubts(), r.settled.Unused())
	}
	return errors.Join(append(r.faults, err)...)
}

// reviewDoubts lists what nobody has decided, or asks about it.
func reviewDoubts(cmd *cobra.Command, file *decisionsFile, doubts []identity.Doubt, unused []string) error {
	ask, err := cmd.Flags().GetBool("ask")
	tell, err2 := cmd.Flags().GetBool("unused")
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	if tell && len(unused) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "not used       %s\n", strings.Join(unused, ", "))
	}
	if ask {
		return newAsking(cmd).about(doubts, file)
	}
	added := file.Add(doubts...)
	fmt.Fprintf(cmd.ErrOrStderr(), "doubtful       %d, %d of them new\n", len(doubts), len(added))
	if len(added) == 0 {
		return nil
	}
	if err := identity.Write(cmd.OutOrStdout(), added); err != nil {
		return fmt.Errorf("list doubts: %w", err)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "added to       %s\n", file.name)
	return file.save()
}
