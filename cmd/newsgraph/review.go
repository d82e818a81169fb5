package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/library"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const reviewHelp = `Read articles and list those of whom newsgraph can't be sure that they are one, or
two, with what the articles say of both: those kept different, then those taken
for the same, the least sure first. What nobody has decided yet is added to
the file of decisions, each as a comment: take the # away from the line that is
right. The next ingest heeds it. With --ask you are asked about each here, also
about those that the file has already, and the file is written for you.

Without a SOURCE, where a library is named, all that it has is reviewed; the next
ingest --library heeds what you decide for all of it. With --from neo4j, the
articles that a running database has are looked at, all together, by what is
there: names, offices, countries, who is named beside whom. Nothing is changed
there; ingest the articles again for what you decide.

The lines of the file, whose comments begin with #:

  same A B                   B is A, and goes by the id A from now on
  different A B              they are never one
  different A B in URL…      where these articles say A, they mean B
  name A Jane Doe            A is shown as Jane Doe, not by the fullest name
  wikidata A Q42             A is this item of Wikidata

A and B are ids, such as person:jane-doe. A name and an item of Wikidata hold for
all who are the same. Lines that contradict each other are an error.`

// reviewed is what review can look at.
var reviewed = []string{"sources", "library", "neo4j"}

// sure is how sure a join is that is listed only when all are asked for.
const sure = 0.9

func newReview() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review [SOURCE…]",
		Short: "List who may be one, or two, and write the file of decisions",
		Long:  reviewHelp,
		Example: `  newsgraph review articles/
  newsgraph review --ask articles/
  newsgraph review --library news.db --ask
  newsgraph review --from neo4j --ask
  newsgraph review --decisions who.txt articles/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			opt, err := reviewOptions(cmd, cfg, args)
			if err != nil {
				return err
			}
			return runReview(cmd, cfg, args, opt)
		},
	}
	readingFlags(cmd)
	libraryFlag(cmd)
	cmd.Flags().String("from", "", "look at `what`: "+hint.Choice(reviewed)+" (default sources; the library where one is named, and no source)")
	cmd.Flags().Bool("all", false, "list also those taken for the same of which more than nine in ten are")
	cmd.Flags().Bool("ask", false, "ask about each in the terminal: s for same, d for different, Enter for later")
	cmd.Flags().Bool("unused", false, "say which decisions were not used, since no article has whom they are about")
	return cmd
}

// reviewing says what a review does.
type reviewing struct {
	from             string
	all, ask, unused bool
}

func reviewOptions(cmd *cobra.Command, cfg config.Config, args []string) (opt reviewing, err error) {
	var errs [4]error
	opt.from, errs[0] = cmd.Flags().GetString("from")
	opt.all, errs[1] = cmd.Flags().GetBool("all")
	opt.ask, errs[2] = cmd.Flags().GetBool("ask")
	opt.unused, errs[3] = cmd.Flags().GetBool("unused")
	if opt.from == "" && cfg.Library != "" && len(args) == 0 {
		opt.from = "library"
	}
	opt.from = or(opt.from, "sources")
	switch {
	case !slices.Contains(reviewed, opt.from):
		err = hint.Add(fmt.Errorf("review: there is no %q", opt.from), "--from is %s", hint.Choice(reviewed))
	case opt.from != "sources" && len(args) > 0:
		err = hint.Add(fmt.Errorf("review: what %s has, or %s?", opt.from, args[0]), "name sources, or --from %s", opt.from)
	case opt.ask && slices.Contains(args, "-"):
		err = hint.Add(errors.New("review: standard input can't hold articles and answers"), "name the file of the articles")
	}
	return opt, usage(errors.Join(append(errs[:], err)...), "%s --help shows how it is used", cmd)
}

func runReview(cmd *cobra.Command, cfg config.Config, args []string, opt reviewing) error {
	file, err := openDecisions(or(cfg.Decisions, defaultDecisions))
	if err != nil {
		return err
	}
	var doubts []identity.Doubt
	var unused []string
	var r reading
	switch opt.from {
	case "library":
		doubts, unused, err = doubtsOfLibrary(cmd, cfg, file)
	case "neo4j":
		doubts, unused, err = doubtsOfServer(cmd.Context(), cfg, file)
	default:
		if file.fresh {
			cfg.Decisions = os.DevNull // it decides nothing yet
		}
		r, err = readArticles(cmd, cfg, args, nil, func(*facts.Article) error { return nil })
		if err == nil {
			doubts, unused = r.settled.Doubts(), r.settled.Unused()
		}
	}
	if err == nil {
		err = opt.review(cmd, file, doubts, unused)
	}
	return errors.Join(append(r.faults, err)...)
}

// doubtsOfLibrary returns what is doubtful in the library, and the decisions that
// it has no use for. A file of decisions that is new begins with those that the
// library remembers.
func doubtsOfLibrary(cmd *cobra.Command, cfg config.Config, file *decisionsFile) (doubts []identity.Doubt, unused []string, err error) {
	if cfg.Library == "" {
		return nil, nil, errNoLibrary(cmd)
	}
	lib, err := library.View(cmd.Context(), cfg.Library)
	if err != nil {
		return nil, nil, err
	}
	if file.fresh {
		file.Text, err = lib.Decided(cmd.Context())
	}
	var decisions *identity.Decisions
	if err == nil {
		decisions, err = file.decisions()
	}
	if err == nil {
		doubts, unused, err = lib.Doubts(cmd.Context(), decisions)
	}
	return doubts, unused, errors.Join(err, lib.Close())
}

// review lists what nobody has decided, or asks about it.
func (opt reviewing) review(cmd *cobra.Command, file *decisionsFile, doubts []identity.Doubt, unused []string) error {
	if opt.unused && len(unused) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "not used       %s\n", strings.Join(unused, ", "))
	}
	listed := slices.DeleteFunc(slices.Clone(doubts), func(d identity.Doubt) bool { return !opt.all && d.Same() && d.Confidence >= sure })
	if opt.ask {
		return newAsking(cmd).about(listed, file)
	}
	added := file.Add(listed...)
	fmt.Fprintf(cmd.ErrOrStderr(), "doubtful       %d, %d of them new\n", len(listed), len(added))
	if more := len(doubts) - len(listed); more > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "surely one     %d, which --all lists\n", more)
	}
	if len(added) == 0 {
		return nil
	}
	if err := identity.Write(cmd.OutOrStdout(), added); err != nil {
		return fmt.Errorf("list doubts: %w", err)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "added to       %s\n", file.name)
	return file.save()
}
