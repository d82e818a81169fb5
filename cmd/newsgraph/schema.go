package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:               "schema",
		Short:             "Print the graph's constraints and indexes as Cypher",
		Long:              "Print the graph's constraints and indexes as Cypher. Every script and every load\nbegins with them; they can be run again.",
		Example:           "  newsgraph schema | cypher-shell -u neo4j",
		Args:              usageArgs(cobra.NoArgs),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), cypher.SchemaScript())
			return err
		},
	}
}
