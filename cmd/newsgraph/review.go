package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/internal/config"
)

const reviewHelp = `Read articles and list the people of whom newsgraph can't be sure that they are
one, or two, with what the articles say of both. What nobody has decided yet is
added to the file of decisions, each as a comment: take the # away from the line
that is right. The next ingest heeds it.

The lines of the file, whose comments begin with #:

  same A B                   B is A, and is called A from now on
  different A B              they are never one
  different A B in URL…      where these articles say A, they mean B
  name A Jane Doe            A is shown as Jane Doe
  wikidata A Q42             A is this item of Wikidata

A and B are ids, such as person:jane-doe.`

func newReview() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "review [SOURCE…]",
		Short:   "List doubtful merges of people, and write the file of decisions",
		Long:    reviewHelp,
		Example: "  newsgraph review articles/\n  newsgraph review --decisions who.txt articles/",
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runReview(cmd, cfg, args)
		},
	}
	readingFlags(cmd)
	return cmd
}

func runReview(cmd *cobra.Command, cfg config.Config, args []string) error {
	r, err := readArticles(cmd, cfg, args, nil, func(*facts.Article) error { return nil })
	if err != nil {
		return errors.Join(append(r.faults, err)...)
	}
	name := or(cfg.Decisions, defaultDecisions)
	known, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return errors.Join(append(r.faults, fmt.Errorf("read decisions: %w", err))...)
	}
	var doubts []identity.Doubt
	for _, d := range r.settled.Doubts() {
		if !strings.Contains(string(known), "# same "+d.A.ID+" "+d.B.ID+"\n") {
			doubts = append(doubts, d)
		}
	}
	var text bytes.Buffer
	if err := identity.Write(&text, doubts); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "doubtful       %d, %d of them new\n", len(r.settled.Doubts()), len(doubts))
	if len(doubts) == 0 {
		return errors.Join(r.faults...)
	}
	if _, err := cmd.OutOrStdout().Write(text.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "added to       %s\n", name)
	return errors.Join(append(r.faults, appendTo(name, text.Bytes()))...)
}

// appendTo adds text to a file, which it creates where it is missing.
func appendTo(name string, text []byte) error {
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	_, err = file.Write(text)
	if err := errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	return nil
}
