//go:build packaging

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// addPackaging adds what makes the files that archives have beside the program. It
// is built with the tag packaging alone: the program is smaller without.
func addPackaging(root *cobra.Command) {
	root.AddCommand(&cobra.Command{
		Use:    "packaging DIR",
		Short:  "Write the manual pages and the completions of shells",
		Hidden: true,
		Args:   usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			man, completions := filepath.Join(args[0], "man"), filepath.Join(args[0], "completions")
			for _, dir := range []string{man, completions} {
				if err := os.MkdirAll(dir, 0o755); err != nil {
					return err
				}
			}
			root.DisableAutoGenTag = true
			if err := doc.GenManTree(root, &doc.GenManHeader{Title: "NEWSGRAPH", Section: "1", Source: "newsgraph", Manual: "newsgraph"}, man); err != nil {
				return fmt.Errorf("write the manual pages: %w", err)
			}
			return writeCompletions(root, completions)
		},
	})
}

func writeCompletions(root *cobra.Command, dir string) error {
	for name, write := range map[string]func(file string) error{
		"newsgraph.bash": func(file string) error { return root.GenBashCompletionFileV2(file, true) },
		"_newsgraph":     root.GenZshCompletionFile,
		"newsgraph.fish": func(file string) error { return root.GenFishCompletionFile(file, true) },
		"newsgraph.ps1":  root.GenPowerShellCompletionFileWithDesc,
	} {
		if err := write(filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("write the completion %s: %w", name, err)
		}
	}
	return nil
}
