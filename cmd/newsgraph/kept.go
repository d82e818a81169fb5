package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/library"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/internal/config"
)

// runKept is runIngest with a library.
func runKept(cmd *cobra.Command, cfg config.Config, args []string) error {
	ctx := cmd.Context()
	lib, err := openLibrary(cmd, cfg, true)
	if err != nil {
		return err
	}
	defer lib.Close()
	to, err := openFormat(ctx, cfg, cmd.OutOrStdout(), toReplace)
	if err != nil {
		return err
	}
	defer to.discard()
	k := keeping{cmd: cmd, cfg: cfg, lib: lib}
	r, err := k.readSources(ctx, args)
	if err == nil {
		err = k.write(ctx, func() (destination, error) { return to, nil })
	}
	if err == nil {
		k.print(to, len(r.faults))
	}
	return errors.Join(append(r.faults, err)...)
}

// howRead names what the reading of a file depends on beside the program.
func howRead(cfg config.Config) string {
	return fmt.Sprint(cfg.As, cfg.Fields, cfg.MaxBytes, cfg.Include, cfg.Exclude)
}

// keeping reads into a library and brings an output up to date with it.
type keeping struct {
	cmd    *cobra.Command
	cfg    config.Config
	lib    *library.Library
	sum    summary // of what is written
	others int     // that have other facts now, by those that were read
	gone   int     // taken out of the output
	mute   bool    // the output can't say so
}

// readSources reads of the sources that the arguments name what the library
// doesn't know, and settles.
func (k *keeping) readSources(ctx context.Context, args []string) (reading, error) {
	found := sourcesOf(args, choice(k.cmd, k.cfg))
	opt := fetching(options(k.cfg), k.cfg, args, nil)
	opt.Passed = func(what string) { found.Passed[what]++ }
	opt.Around = k.lib.Files(ctx, howRead(k.cfg))
	k.sum.found = found
	return k.read(ctx, found, source.All(ctx, found.Sources, opt))
}

// read reads what the library doesn't know, and settles.
func (k *keeping) read(ctx context.Context, found source.Found, articles source.Articles) (r reading, err error) {
	r = reading{found: found, faults: found.Errs}
	decisions, text, err := decisionsOf(ctx, k.cfg, k.lib)
	if err != nil {
		return r, err
	}
	err = r.watched(k.cmd, k.cfg, articles, func(articles source.Articles, opt ingest.Options, failed func(error)) (err error) {
		k.others, err = ingest.RunKept(ctx, articles, opt, k.lib, decisions, text, failed)
		return err
	})
	return r, err
}

// settle completes what a run that was stopped has left, and heeds decisions that
// have changed.
func (k *keeping) settle(ctx context.Context) error {
	decisions, text, err := decisionsOf(ctx, k.cfg, k.lib)
	if err == nil {
		k.others, err = k.lib.Settle(ctx, decisions, text)
	}
	return err
}

// together is how many articles are loaded before the library notes that they are.
const together = 1000

// write writes what the output lacks, which open opens where it lacks anything; an
// output that is one document is written anew.
func (k *keeping) write(ctx context.Context, open func() (destination, error)) error {
	changes, gone, err := k.lib.Changes(ctx, target(k.cfg))
	if err != nil || len(changes)+len(gone) == 0 {
		return err
	}
	if formatOf(k.cfg).whole {
		if changes, err = k.lib.All(ctx); err != nil {
			return err
		}
	}
	to, err := open()
	if err != nil {
		return err
	}
	k.gone = len(gone)
	return k.writeAll(ctx, to, changes, gone)
}

// writeAll writes articles and takes out those that are gone. What is written is
// noted once it is surely there.
func (k *keeping) writeAll(ctx context.Context, to destination, changes []library.Change, gone []string) error {
	told, err := to.remove(ctx, gone)
	if err != nil {
		return err
	}
	k.mute = !told && !formatOf(k.cfg).whole
	server, can := to.(interface{ save(context.Context) error })
	for some := range slices.Chunk(changes, together) {
		for _, x := range some {
			f, err := k.lib.Facts(ctx, x)
			if err != nil {
				return err
			}
			k.sum.add(f)
			if err := to.Write(ctx, f); err != nil {
				return err
			}
		}
		if can {
			if err := server.save(ctx); err != nil {
				return err
			}
			if err := k.lib.Wrote(ctx, target(k.cfg), some, nil); err != nil {
				return err
			}
		}
	}
	if err := to.Close(ctx); err != nil {
		return err
	}
	if can {
		changes = nil
	}
	return k.lib.Wrote(ctx, target(k.cfg), changes, gone)
}

// print says what was done.
func (k *keeping) print(to destination, failed int) {
	out := k.cmd.ErrOrStderr()
	if known := k.lib.Known(); known > 0 {
		fmt.Fprintf(out, "known          %d, not read again\n", known)
	}
	if replaced := k.lib.Replaced(); replaced > 0 {
		fmt.Fprintf(out, "replaced       %d, whose file has another text now\n", replaced)
	}
	if k.others > 0 {
		fmt.Fprintf(out, "settled anew   %d that were known, by what was read\n", k.others)
	}
	switch {
	case k.gone > 0 && k.mute:
		fmt.Fprintf(out, "gone           %d, which %s has no word for: newsgraph export writes what is left\n", k.gone, k.cfg.To)
	case k.gone > 0:
		fmt.Fprintf(out, "taken out      %d\n", k.gone)
	}
	if k.sum.articles+k.gone == 0 {
		printPassed(out, k.sum.found)
		fmt.Fprintf(out, "nothing new    for %s\n", to.place())
		return
	}
	k.sum.print(out, to.place(), failed)
}
