package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/explain"
	"github.com/newsgraph/newsgraph/internal/show"
)

const explainHelp = `Print what was understood of an article's header (headline, dates, authors, place,
what a person should know), and the article with its facts in the margin: for each, the words of the article,
the rule or head of the network that decided, how probable that is, and the share
of the rule's decisions on marked articles that is right. With --html it is one
page that stands alone, with colours and links.

An ARTICLE is a text file, or - for standard input.`

func newExplain() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "explain ARTICLE",
		Short:   "Show an article with its facts, and why they are so",
		Long:    explainHelp,
		Example: "  newsgraph explain article.txt | less\n  newsgraph explain --html -o article.html article.txt",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE:    runExplain,
	}
	cmd.Flags().Bool("html", false, "write a page of HTML")
	cmd.Flags().StringP("output", "o", "-", "`file` to write, - for standard output")
	readingFlags(cmd)
	return cmd
}

func runExplain(cmd *cobra.Command, args []string) error {
	cfg, err := load(cmd)
	if err != nil {
		return err
	}
	asHTML, err := cmd.Flags().GetBool("html")
	if err != nil {
		return err
	}
	target, err := cmd.Flags().GetString("output")
	if err != nil {
		return err
	}
	out, err := create(target, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer out.discard()
	colour := target == "-" && isTerminal(cmd.OutOrStdout()) && os.Getenv("NO_COLOR") == ""
	headers := map[string][]show.Line{} // by the article's id
	seen := func(a *article.Article) { headers[a.ID] = show.Header(a) }
	r, err := readArticles(cmd, cfg, args, seen, func(f *facts.Article) error {
		if asHTML {
			return explain.HTML(out, headers[f.ID], f)
		}
		return explain.Text(out, headers[f.ID], f, colour)
	})
	if err == nil && len(r.faults) == 0 {
		err = out.commit()
	}
	if err != nil {
		err = fmt.Errorf("explain %s: %w", args[0], err)
	}
	return errors.Join(append(r.faults, err)...)
}
