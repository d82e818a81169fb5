package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher/browser"
)

func newBrowser() *cobra.Command {
	return &cobra.Command{
		Use:     "browser DIR",
		Short:   "Write a style, saved queries and a guide for the Neo4j Browser",
		Long:    "Write into DIR what makes the graph easy to explore in the Neo4j Browser: a style\nfor its labels, a zip of saved queries, and a one-page guide that says how to use them.",
		Example: "  newsgraph browser neo4j-browser",
		Args:    usageArgs(cobra.ExactArgs(1)),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := browser.Write(args[0]); err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "written to     %s\n", filepath.Clean(args[0]))
			return nil
		},
	}
}
