package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/ftm"
	"github.com/newsgraph/newsgraph/graph/graphml"
	"github.com/newsgraph/newsgraph/graph/jsonld"
	"github.com/newsgraph/newsgraph/graph/page"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// A format is something that ingest writes.
type format struct {
	name string // as --to and the configuration have it
	file string // what is written where no file is named; "" where it is no file
	help string // a line for people
	open func(ctx context.Context, cfg config.Config, stdout io.Writer, mode mode) (destination, error)
	// whole says that what is written is one document of all articles, to which
	// nothing can be added.
	whole bool
}

// mode says what becomes of what is in the output already.
type mode int

const (
	toReplace mode = iota
	toAdd          // to it
)

// formats is the table of all formats: the command, its help, the completion of
// shells and the configuration read it.
var formats = []format{
	{name: "cypher", file: "newsgraph.cypher", help: "a script of Cypher to review", open: toFile(cypherSink)},
	{name: "json", file: "newsgraph.jsonl", help: "the facts, one article a line", open: toFile(jsonSink)},
	{name: "neo4j", help: "a running server", open: toServer},
	{name: "graphml", file: "newsgraph.graphml", help: "a graph for Gephi, yEd, Cytoscape and networkx", open: toFile(graphs(graphml.New)), whole: true},
	{name: "html", file: "newsgraph.html", help: "a page to look at and to send", open: toFile(graphs(page.New)), whole: true},
	{name: "csv", file: "newsgraph-csv", help: "a folder of tables for neo4j-admin", open: toTables, whole: true},
	{name: "jsonld", file: "newsgraph.jsonld", help: "linked data in the words of schema.org and Web Annotation", open: toFile(graphs(jsonld.New)), whole: true},
	{name: "ftm", file: "newsgraph.ftm.json", help: "entities of FollowTheMoney, as Aleph loads them", open: toFile(graphs(ftm.New))},
}

// A sink takes facts as a graph.Sink takes graphs.
type sink interface {
	Write(context.Context, *facts.Article) error
	Close(context.Context) error
	remove(ctx context.Context, ids []string) (can bool, err error) // takes out what was written before, where that is possible
}

// A destination is a sink and where it writes to. It is complete when Close has
// returned without an error.
type destination interface {
	sink
	discard()      // gives up what is not complete
	place() string // for the summary
}

// graphs makes a sink of one that takes graphs.
func graphs[S graph.Sink](open func(io.Writer) S) func(io.Writer, config.Config) sink {
	return func(w io.Writer, _ config.Config) sink { return graphSink{open(w)} }
}

func cypherSink(w io.Writer, cfg config.Config) sink {
	script := cypher.NewScript(w)
	script.Fresh = cfg.Fresh
	return graphSink{script}
}

func jsonSink(w io.Writer, _ config.Config) sink {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return lineSink{encoder}
}

// openFormat opens what cfg names, before anything is written.
func openFormat(ctx context.Context, cfg config.Config, stdout io.Writer, mode mode) (destination, error) {
	cfg.Output = outputFile(cfg)
	f := formatOf(cfg)
	if f.whole {
		mode = toReplace
	}
	return f.open(ctx, cfg, stdout, mode)
}

func formatOf(cfg config.Config) format {
	return formats[slices.IndexFunc(formats, func(f format) bool { return f.name == cfg.To })]
}

// outputFile returns the file that is written, "-" for standard output, "" where
// the output is no file.
func outputFile(cfg config.Config) string {
	f := formatOf(cfg)
	if f.file == "" {
		return ""
	}
	return or(cfg.Output, f.file)
}

// target names a destination to a library: what was written to one script, or
// file, was written to the next.
func target(cfg config.Config) string {
	if outputFile(cfg) != "" {
		return cfg.To
	}
	return strings.TrimSpace(cfg.To + " " + cfg.Neo4j.URI + " " + cfg.Neo4j.Database)
}

// graphSink writes the graphs of articles.
type graphSink struct{ graph.Sink }

// remove takes articles out, where the sink can.
func (s graphSink) remove(ctx context.Context, ids []string) (can bool, err error) {
	sink, can := s.Sink.(interface {
		Remove(context.Context, []string) error
	})
	if can {
		err = sink.Remove(ctx, ids)
	}
	return can, err
}

// Write implements sink. A graph that breaks the model's rules is a fault of
// newsgraph, and never written.
func (s graphSink) Write(ctx context.Context, f *facts.Article) error {
	g := build.Graph(f)
	if err := g.Validate(); err != nil {
		return hint.Add(fmt.Errorf("check the graph of %s: %w", f.ID, err), "this is a fault of newsgraph: please report it with the article")
	}
	return s.Sink.Write(ctx, g)
}

// lineSink writes a line of JSON for each article.
type lineSink struct{ encoder *json.Encoder }

func (s lineSink) Write(_ context.Context, f *facts.Article) error { return s.encoder.Encode(f) }

func (s lineSink) Close(context.Context) error { return nil }

// remove implements sink: a line says what an article has, and none that it is gone.
func (s lineSink) remove(context.Context, []string) (bool, error) { return false, nil }

// toFile opens the file that is named for a sink.
func toFile(open func(io.Writer, config.Config) sink) func(context.Context, config.Config, io.Writer, mode) (destination, error) {
	return func(_ context.Context, cfg config.Config, stdout io.Writer, mode mode) (destination, error) {
		out, err := create(cfg.Output, stdout)
		if err == nil && mode == toAdd {
			err = out.takeOver()
		}
		if err != nil {
			return nil, err
		}
		return &fileDestination{open(out, cfg), out}, nil
	}
}

type fileDestination struct {
	sink
	out *output
}

func (d *fileDestination) Close(ctx context.Context) error {
	if err := d.sink.Close(ctx); err != nil {
		return err
	}
	return d.out.commit()
}

func (d *fileDestination) discard() { d.out.discard() }

func (d *fileDestination) place() string { return d.out.name }

// formatNames returns the names of all formats.
func formatNames() (names []string) {
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// formatFlags adds the flags that say what to write, and where.
func formatFlags(cmd *cobra.Command) {
	var files []string
	var completions []cobra.Completion
	for _, f := range formats {
		completions = append(completions, cobra.CompletionWithDesc(f.name, f.help))
		if f.file != "" {
			files = append(files, f.file)
		}
	}
	cmd.Flags().String("to", config.Default().To, "what to write, a `format`: "+hint.Choice(formatNames()))
	cmd.Flags().StringP("output", "o", "", "`file` to write, - for standard output (default "+hint.Choice(files)+")")
	cmd.Flags().Bool("fresh", false, "the database is empty that a script is for: it takes no earlier versions out")
	_ = cmd.RegisterFlagCompletionFunc("to", cobra.FixedCompletions(completions, cobra.ShellCompDirectiveNoFileComp))
}

// formatHelp lists the formats for the help of a command.
func formatHelp() string {
	var b strings.Builder
	for _, f := range formats {
		fmt.Fprintf(&b, "  %-8s %s\n", f.name, f.help)
	}
	return b.String()
}
