package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/internal/config"
)

const exportHelp = `Write all articles of a library, without reading them again: the whole graph in
any format, or into a running Neo4j, whatever was written there before.

What is written, as --to says:
`

func newExport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the whole graph of a library",
		Long:  exportHelp + formatHelp(),
		Example: `  newsgraph export --library news.db -o everything.cypher
  newsgraph export --library news.db --to json -o - | jq .headline
  NEO4J_PASSWORD=… newsgraph export --library news.db --to neo4j`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			if cfg.Library == "" {
				return errNoLibrary(cmd)
			}
			return runExport(cmd, cfg)
		},
	}
	formatFlags(cmd)
	libraryFlag(cmd)
	decisionsFlag(cmd)
	return cmd
}

func runExport(cmd *cobra.Command, cfg config.Config) error {
	ctx := cmd.Context()
	lib, err := openLibrary(cmd, cfg, false)
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
	if err := k.settle(ctx); err != nil {
		return err
	}
	all, err := lib.All(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return errors.New("the library has no articles")
	}
	_, gone, err := lib.Changes(ctx, target(cfg))
	if err == nil {
		err = k.writeAll(ctx, to, all, gone)
	}
	if err == nil {
		k.sum.print(cmd.ErrOrStderr(), to.place(), 0)
	}
	return err
}
