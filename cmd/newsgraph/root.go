package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const longHelp = `newsgraph reads news articles and builds the graph of who said what to whom:
people, countries, organizations, meetings and statements, each with the
sentence that proves it.`

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "newsgraph",
		Short:         "Build the graph of who said what to whom from news articles",
		Long:          longHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          usageArgs(noCommand),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asked, err := cmd.Flags().GetBool("version"); err == nil && asked {
				return printVersion(cmd)
			}
			return cmd.Help()
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return usage(cmd.ValidateFlagGroups(), "%s --help shows the flags", cmd)
		},
	}
	root.SuggestionsMinimumDistance = 2                                // letters
	root.Flags().BoolP("version", "v", false, "version for newsgraph") // cobra's own has a template, which would call methods by name: see internal/markup
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(err, "%s --help shows the flags", cmd)
	})
	root.PersistentFlags().String("config", "", "configuration `file` (default: newsgraph.yaml, or the one in the user's configuration folder)")
	_ = root.MarkPersistentFlagFilename("config", "yaml", "yml")
	root.SetHelpCommand(newHelp())
	root.AddCommand(newIngest(), newFollow(), newReview(), newPeople(), newDiff(), newExport(), newRemove(), newLibrary(), newSchema(), newExplain(), newText(), newParse(), newExtract(), newEval(), newBrowser(), newVersion())
	addPackaging(root)
	return root
}

// newHelp is the usual command help, for which an unknown topic is an error.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && c.IsAvailableCommand() && strings.HasPrefix(c.Name(), begun) {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err == nil && topic == cmd.Root() {
				err = noCommand(topic, rest)
			}
			if err != nil {
				return usage(err, "%s --help lists the commands", cmd.Root())
			}
			topic.InitDefaultHelpFlag()
			return topic.Help()
		},
	}
}

// noCommand refuses a command that there is not.
func noCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("unknown command %q", args[0])
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return hint.Add(err, "did you mean %s?", hint.Choice(near))
	}
	return err
}

// usageError is a fault of the command line.
type usageError struct{ error }

// Unwrap returns the fault itself.
func (e usageError) Unwrap() error { return e.error }

// usage makes err, where it is one, a fault of the command line. It has the
// advice unless it has one of its own.
func usage(err error, advice string, cmd *cobra.Command) error {
	if err == nil {
		return nil
	}
	if hint.Of(err) == "" {
		err = hint.Add(err, advice, cmd.CommandPath())
	}
	return usageError{err}
}

// usageArgs makes a wrong number of arguments a fault of the command line.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		return usage(check(cmd, args), "%s --help shows how it is used", cmd)
	}
}

// load reads the configuration for a command.
func load(cmd *cobra.Command) (config.Config, error) {
	file, err := cmd.Flags().GetString("config")
	if err != nil {
		return config.Config{}, err
	}
	cfg, err := config.Load(file, cmd.Flags(), formatNames())
	if err == nil {
		err = checkSources(cfg)
	}
	return cfg, err
}
