package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/seeds"
)

// readingFlags adds the flags of commands that read articles.
func readingFlags(cmd *cobra.Command) {
	cmd.Flags().Int("workers", config.Default().Workers, "articles to read at a time, 0 for one for each processor")
	decisionsFlag(cmd)
	peopleFlag(cmd)
	sourceFlags(cmd)
}

func decisionsFlag(cmd *cobra.Command) {
	cmd.Flags().String("decisions", "", "`file` of decisions about who is who (default newsgraph.decisions, if it is there)")
}

// kindHelp lists the kinds of sources for the help of a command.
func kindHelp() string {
	var b strings.Builder
	for _, k := range source.Kinds() {
		fmt.Fprintf(&b, "  %-8s %s\n", k.Name, k.Help)
	}
	return b.String()
}

// reading is what became of the sources of a command.
type reading struct {
	settled *identity.Settled
	found   source.Found
	faults  []error // of what could not be read
}

// readArticles reads the sources that the arguments name, hands each article to
// seen, where that is not nil, decides who is who and hands the facts of each to
// emit. Its error is one that ended the reading.
func readArticles(cmd *cobra.Command, cfg config.Config, args []string, seen func(*article.Article), emit func(*facts.Article) error) (reading, error) {
	found := sourcesOf(args, choice(cmd, cfg))
	opt := fetching(options(cfg), cfg, args, nil)
	opt.Passed = func(what string) { found.Passed[what]++ }
	return readFrom(cmd.Context(), cmd, cfg, found, shown(source.All(cmd.Context(), found.Sources, opt), seen), emit)
}

// shown hands each article to seen as it passes.
func shown(articles source.Articles, seen func(*article.Article)) source.Articles {
	if seen == nil {
		return articles
	}
	return func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if err == nil {
				seen(a)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// readFrom is readArticles for the articles of what was found.
func readFrom(ctx context.Context, cmd *cobra.Command, cfg config.Config, found source.Found, articles source.Articles, emit func(*facts.Article) error) (reading, error) {
	decisions, err := readDecisions(cfg.Decisions)
	if err != nil {
		return reading{}, err
	}
	r := reading{found: found, faults: found.Errs}
	err = r.watched(cmd, cfg, articles, func(articles source.Articles, opt ingest.Options, failed func(error)) (err error) {
		r.settled, err = ingest.RunSettled(ctx, articles, opt, decisions, emit, failed)
		return err
	})
	return r, err
}

// watched runs a reading, of which people see how it goes.
func (r *reading) watched(cmd *cobra.Command, cfg config.Config, articles source.Articles, run func(source.Articles, ingest.Options, func(error)) error) error {
	bar := newProgress(cmd.ErrOrStderr())
	told := notes{print: func(note string) {
		bar.clear()
		fmt.Fprintf(cmd.ErrOrStderr(), "newsgraph: note: %s\n", note)
	}}
	opt := ingest.Options{Workers: cfg.Workers, Note: told.of, Read: bar.read}
	table, err := knownPeople(cfg.People)
	if err != nil {
		return err
	}
	opt.People = table
	err = run(bar.watch(articles), opt, func(err error) { r.faults = append(r.faults, err) })
	bar.finish()
	told.rest()
	return err
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// sourcesOf lists the sources that the arguments name, the samples where there
// are none.
func sourcesOf(args []string, choice source.Choice) source.Found {
	if len(args) > 0 {
		return source.List(args, choice)
	}
	samples, err := source.FromFS(seeds.FS, "*.txt")
	if err != nil {
		return source.Found{Errs: []error{err}}
	}
	return source.Found{Sources: samples, Passed: map[string]int{}}
}
