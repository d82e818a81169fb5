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

	"github.com/newsgraph/newsgraph/internal/hint"
)

func main() { os.Exit(run()) }

// The exit codes.
const (
	exitFailed = 1 // something could not be done
	exitUsage  = 2 // the command line is not understood
	exitDiffer = 2 // of diff, which has no exitUsage: something differs
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
	if errors.Is(err, errDiffers) {
		return exitDiffer
	}
	report(root.ErrOrStderr(), err)
	var usage usageError
	if errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

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
