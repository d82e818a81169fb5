package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/ingest/source/web"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const followHelp = `Read sources again and again, and write what is new or changed.

A SOURCE is what ingest reads: mostly the address of a feed or a site map, or of
a site whose front page names its feed; also a page or a folder. What has not changed since the last look is not fetched again
where the feed or the server says so, and never written again.

What is new is added to the output, which is complete after each look; a document
that is one whole, such as GraphML, needs --library and is written anew. An article
that has changed is written again; in Neo4j it replaces the earlier version. Who
is who is decided among the articles of one look, and by the file of decisions.

What was read is remembered in a small file beside the output, such as
newsgraph.cypher.state, or in the one that --state names; in memory alone where
the output is a server or standard output. A look that finds the output gone
begins anew. With --library FILE the library remembers what was read, as it does for
ingest, and who is who is decided among all its articles.

Ctrl-C or the signal TERM ends it: what has been read until then is written.`

const followExamples = `  newsgraph follow https://example.org/world.rss
  newsgraph follow --every 1h --to json -o world.jsonl https://example.org/news-sitemap.xml
  NEO4J_PASSWORD=… newsgraph follow --to neo4j --state world.state https://example.org/world.rss`

func newFollow() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "follow SOURCE…",
		Short:   "Read feeds and other sources again and again, and write what is new",
		Long:    followHelp,
		Example: followExamples,
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			if slices.Contains(args, "-") {
				return usage(errors.New("standard input can be read once only"), "%s --help says what can be followed", cmd)
			}
			if formatOf(cfg).whole && cfg.Library == "" {
				return usage(fmt.Errorf("nothing can be added to what --to %s writes", cfg.To), "with --library FILE it is written anew when something has changed; %s --help says more", cmd)
			}
			return runFollow(cmd, cfg, args)
		},
	}
	formatFlags(cmd)
	readingFlags(cmd)
	libraryFlag(cmd)
	cmd.Flags().Duration("every", config.Default().Follow.Every, "the `time` from one look to the next")
	cmd.Flags().String("state", "", "`file` that remembers what was read (default beside the output, if it is a file)")
	return cmd
}

// runFollow looks until its context ends, which is no error.
func runFollow(cmd *cobra.Command, cfg config.Config, args []string) error {
	f := follower{cmd: cmd, cfg: cfg, args: args, state: stateFile(cfg)}
	if found := source.List(args, choice(cmd, cfg)); len(found.Errs) > 0 {
		return errors.Join(found.Errs...)
	}
	var err error
	if f.memory, err = f.remember(); err != nil {
		return err
	}
	for {
		next := time.NewTimer(cfg.Follow.Every)
		if err := f.look(); err != nil {
			return err
		}
		select {
		case <-next.C:
		case <-cmd.Context().Done():
			return nil
		}
	}
}

// follower reads sources again and again.
type follower struct {
	cmd    *cobra.Command
	cfg    config.Config
	args   []string
	state  string // the file; "" for none
	memory *web.Memory
}

// stateFile returns the file that remembers what was read, "" for none.
func stateFile(cfg config.Config) string {
	if cfg.Library != "" && cfg.Follow.State == "" {
		return cfg.Library + ".state"
	}
	if output := outputFile(cfg); cfg.Follow.State == "" && output != "" && output != "-" {
		return output + ".state"
	}
	return cfg.Follow.State
}

// remember returns what was read by an earlier run for the same output.
func (f *follower) remember() (*web.Memory, error) {
	if f.state == "" {
		return web.NewMemory(), nil
	}
	if _, err := os.Stat(or(f.cfg.Library, outputFile(f.cfg))); f.cfg.Follow.State == "" && errors.Is(err, fs.ErrNotExist) {
		return web.NewMemory(), nil
	}
	file, err := os.Open(f.state)
	if errors.Is(err, fs.ErrNotExist) {
		return web.NewMemory(), nil
	}
	if err != nil {
		return nil, fmt.Errorf("read what was read before: %w", err)
	}
	defer file.Close()
	memory, err := web.Load(file)
	if err != nil {
		err = hint.Add(fmt.Errorf("read what was read before: %s %w", f.state, err), "remove the file to begin anew")
	}
	return memory, err
}

// look reads what is new, and writes it. What can't be read is told, and tried
// again at the next look. When the context ends, it writes what it has.
func (f *follower) look() error {
	if f.cfg.Library != "" {
		return f.lookKept()
	}
	ctx := context.WithoutCancel(f.cmd.Context())
	out := adding{f: f}
	defer out.discard()
	found := source.List(f.args, choice(f.cmd, f.cfg))
	all := source.All(f.cmd.Context(), found.Sources, fetching(options(f.cfg), f.cfg, f.args, f.memory))
	r, err := readFrom(ctx, f.cmd, f.cfg, found, f.memory.New(until(f.cmd.Context(), all)), func(a *facts.Article) error { return out.write(ctx, a) })
	for _, fault := range r.faults {
		report(f.cmd.ErrOrStderr(), fault)
	}
	if err == nil {
		err = out.close(ctx)
	}
	if err == nil {
		f.memory.Commit()
		err = f.save()
	}
	if err == nil {
		fmt.Fprintf(f.cmd.ErrOrStderr(), "%s  %s\n", time.Now().Format(time.DateTime), out.told())
	}
	return err
}

// lookKept is look with a library, which is held no longer than that.
func (f *follower) lookKept() error {
	ctx := context.WithoutCancel(f.cmd.Context())
	lib, err := openLibrary(f.cmd, f.cfg, true)
	if errors.Is(err, context.Canceled) {
		return nil
	}
	if err != nil {
		return err
	}
	defer lib.Close()
	found := source.List(f.args, choice(f.cmd, f.cfg))
	opt := fetching(options(f.cfg), f.cfg, f.args, f.memory)
	opt.Around = lib.Files(ctx, howRead(f.cfg))
	out := adding{f: f}
	defer out.discard()
	k := keeping{cmd: f.cmd, cfg: f.cfg, lib: lib, sum: out.sum}
	r, err := k.read(ctx, found, until(f.cmd.Context(), source.All(f.cmd.Context(), found.Sources, opt)))
	for _, fault := range r.faults {
		report(f.cmd.ErrOrStderr(), fault)
	}
	if err == nil {
		err = k.write(ctx, func() (_ destination, err error) {
			out.to, err = openFormat(ctx, f.cfg, f.cmd.OutOrStdout(), toAdd)
			return out.to, err
		})
	}
	if err == nil {
		f.memory.Commit()
		err = f.save()
	}
	if err == nil {
		out.sum = k.sum
		fmt.Fprintf(f.cmd.ErrOrStderr(), "%s  %s\n", time.Now().Format(time.DateTime), out.told())
	}
	return err
}

// until ends articles when ctx ends, without the errors that come of it.
func until(ctx context.Context, articles source.Articles) source.Articles {
	return func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if ctx.Err() != nil || !yield(a, err) {
				return
			}
		}
	}
}

// save writes the state, whole or not at all.
func (f *follower) save() error {
	if f.state == "" {
		return nil
	}
	out, err := create(f.state, nil)
	if err != nil {
		return err
	}
	defer out.discard()
	if err := f.memory.Save(out); err != nil {
		return err
	}
	return out.commit()
}

// adding writes the articles of one look, and opens the output for the first.
type adding struct {
	f   *follower
	to  destination
	sum summary
}

func (o *adding) write(ctx context.Context, a *facts.Article) (err error) {
	if o.to == nil {
		if o.to, err = openFormat(ctx, o.f.cfg, o.f.cmd.OutOrStdout(), toAdd); err != nil {
			return err
		}
	}
	o.sum.add(a)
	return o.to.Write(ctx, a)
}

func (o *adding) close(ctx context.Context) error {
	if o.to == nil {
		return nil
	}
	return o.to.Close(ctx)
}

func (o *adding) discard() {
	if o.to != nil {
		o.to.discard()
	}
}

// told says what came of a look.
func (o *adding) told() string {
	if o.to == nil {
		return "nothing new"
	}
	return fmt.Sprintf("%d articles, %d statements, written to %s", o.sum.articles, o.sum.statements, o.to.place())
}
