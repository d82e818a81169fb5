// Command newsgraph reads news articles and builds the graph of who said what
// to whom, as a Cypher script, in a running Neo4j, or as JSON.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

func main() { os.Exit(run()) }

// The exit codes.
const (
	exitFailed = 1 // something could not be done
	exitUsage  = 2 // the command line is not understood
)

// garbage is how much memory may be garbage, in percent of what is in use.
// Reading allocates so little that half of Go's default costs no time.
const garbage = 50

func run() int {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of the write, which is reported
	root := newRoot()
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	report(root.ErrOrStderr(), err)
	var usage usageError
	if errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

// usageError is a fault of the command line.
type usageError struct{ error }

// report prints an error, and the advice that it carries, each on its line.
func report(w io.Writer, err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			report(w, e)
		}
		return
	}
	if errors.Is(err, context.Canceled) {
		err = hint.Add(errors.New("interrupted"), "run the same command again: nothing is lost, and nothing loaded twice")
	}
	fmt.Fprintf(w, "newsgraph: error: %v\n", err)
	if advice := adviceOn(err); advice != "" {
		fmt.Fprintf(w, "newsgraph: hint: %s\n", advice)
	}
}

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
		Args:          usageArgs(cobra.NoArgs),
		Run:           func(cmd *cobra.Command, _ []string) { _ = cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{hint.Add(err, "%s --help shows the flags", cmd.CommandPath())}
	})
	root.PersistentFlags().String("config", "", "configuration `file` (default: newsgraph.yaml, or the one in the user's configuration folder)")
	root.AddCommand(newIngest(), newReview(), newRemove(), newSchema(), newExplain(), newParse(), newExtract(), newEval(), newBrowser(), newVersion())
	return root
}

// usageArgs makes a wrong number of arguments a fault of the command line.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{hint.Add(err, "%s --help shows how it is used", cmd.CommandPath())}
		}
		return nil
	}
}

// load reads the configuration for a command.
func load(cmd *cobra.Command) (config.Config, error) {
	file, err := cmd.Flags().GetString("config")
	if err != nil {
		return config.Config{}, err
	}
	return config.Load(file, cmd.Flags(), formatNames())
}
