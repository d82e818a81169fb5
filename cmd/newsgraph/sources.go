package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/ingest/source/records"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// sourceFlags adds the flags that say what is read, and as what.
func sourceFlags(cmd *cobra.Command) {
	cmd.Flags().String("as", "", "take every source for this `kind`, whatever its content tells (newsgraph ingest --help lists the kinds)")
	cmd.Flags().StringSlice("include", nil, "`pattern` of the files to read in folders and archives, such as *.html or 2024/**")
	cmd.Flags().StringSlice("exclude", nil, "`pattern` of what to leave out in folders and archives")
	cmd.Flags().StringSlice("fields", nil, "what records call the fields of an article: `text=body,headline=title`")
	_ = cmd.RegisterFlagCompletionFunc("as", cobra.FixedCompletions(source.Names(), cobra.ShellCompDirectiveNoFileComp))
	webFlags(cmd)
}

// checkSources refuses what no source can be read with.
func checkSources(cfg config.Config) error {
	if cfg.As != "" && !slices.Contains(source.Names(), cfg.As) {
		return hint.Add(fmt.Errorf("read configuration: there is no kind %q", cfg.As), "it is %s", hint.Choice(source.Names()))
	}
	if _, err := records.ParseFields(cfg.Fields); err != nil {
		return fmt.Errorf("read configuration: %w", err)
	}
	return nil
}

// choice says which files of folders are read, as configured.
func choice(cmd *cobra.Command, cfg config.Config) source.Choice {
	return source.Choice{Stdin: cmd.InOrStdin(), Include: cfg.Include, Exclude: cfg.Exclude}
}

// options says how sources are read, as configured; checkSources has found no
// fault in it.
func options(cfg config.Config) source.Options {
	fields, _ := records.ParseFields(cfg.Fields)
	return source.Options{Limits: source.Limits{Bytes: cfg.MaxBytes}, As: cfg.As, Fields: fields, Include: cfg.Include, Exclude: cfg.Exclude}
}

// listSources prints what would be read, each with its kind, also what archives
// and feeds hold. Nothing is fetched.
func listSources(cmd *cobra.Command, cfg config.Config, args []string) error {
	found := sourcesOf(args, choice(cmd, cfg))
	faults, listed := found.Errs, 0
	opt := options(cfg)
	opt.Passed = func(what string) { found.Passed[what]++ }
	for _, s := range found.Sources {
		for l, err := range s.List(cmd.Context(), opt) {
			if err != nil {
				faults = append(faults, err)
				continue
			}
			listed++
			if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%-8s %s\n", l.Kind, l.Name); err != nil {
				return errors.Join(append(faults, fmt.Errorf("list sources: %w", err))...)
			}
		}
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "would be read  %d\n", listed)
	printPassed(cmd.ErrOrStderr(), found)
	return errors.Join(faults...)
}
