package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const ingestHelp = `Read articles and write the graph of who said what to whom.

A SOURCE is a text file, a folder of them, or - for standard input. Without one,
the samples that newsgraph carries are read.

An article may begin with front matter, YAML between two lines of three hyphens,
with the keys headline, date, url, publisher, author and language. An article
with a url that is read again in another version replaces the earlier one.`

const ingestExamples = `  newsgraph ingest                                  the samples, into newsgraph.cypher
  newsgraph ingest articles/ -o graph.cypher        a folder, into a script to review
  newsgraph ingest --to json -o - article.txt       the facts, one article a line
  NEO4J_PASSWORD=… newsgraph ingest --to neo4j articles/`

func newIngest() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "ingest [SOURCE…]",
		Short:   "Read articles and write the graph",
		Long:    ingestHelp,
		Example: ingestExamples,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := load(cmd)
			if err != nil {
				return err
			}
			return runIngest(cmd, cfg, args)
		},
	}
	d := config.Default()
	cmd.Flags().String("to", d.To, "what to write: cypher, json or neo4j")
	cmd.Flags().StringP("output", "o", "", "`file` to write, - for standard output (default newsgraph.cypher or newsgraph.jsonl)")
	readingFlags(cmd)
	_ = cmd.RegisterFlagCompletionFunc("to", cobra.FixedCompletions([]string{"cypher", "json", "neo4j"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func runIngest(cmd *cobra.Command, cfg config.Config, args []string) error {
	ctx := cmd.Context()
	w, err := openWriter(ctx, cfg, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer w.discard()
	sum := summary{entities: map[string]bool{}}
	r, err := readArticles(cmd, cfg, args, func(f *facts.Article) error {
		sum.add(f)
		return w.write(ctx, f)
	})
	if err == nil && sum.articles > 0 {
		if err = w.commit(ctx); err == nil {
			sum.passed = r.passed
			sum.print(cmd.ErrOrStderr(), w.place(), len(r.faults))
		}
	}
	return errors.Join(append(r.faults, err)...)
}

// writer takes the facts of articles to where they shall go.
type writer interface {
	write(context.Context, *facts.Article) error
	commit(context.Context) error // makes the output complete
	discard()                     // gives up what is not committed
	place() string                // where the output is, for the summary
}

// openWriter opens what cfg names, before any input is read.
func openWriter(ctx context.Context, cfg config.Config, stdout io.Writer) (writer, error) {
	if cfg.To == "neo4j" {
		return openLoader(ctx, cfg)
	}
	name := cfg.Output
	if name == "" {
		name = map[string]string{"cypher": "newsgraph.cypher", "json": "newsgraph.jsonl"}[cfg.To]
	}
	out, err := create(name, stdout)
	if err != nil {
		return nil, err
	}
	if cfg.To == "json" {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		return &jsonWriter{out, encoder}, nil
	}
	return &scriptWriter{out, cypher.NewScript(out)}, nil
}

type jsonWriter struct {
	*output
	encoder *json.Encoder
}

func (w *jsonWriter) write(_ context.Context, f *facts.Article) error {
	if err := w.encoder.Encode(f); err != nil {
		return w.failed(err)
	}
	return nil
}

func (w *jsonWriter) commit(context.Context) error { return w.output.commit() }

func (w *jsonWriter) place() string { return w.name }

type scriptWriter struct {
	*output
	script *cypher.Script
}

func (w *scriptWriter) write(ctx context.Context, f *facts.Article) error {
	g, err := graphOf(f)
	if err != nil {
		return err
	}
	if err := w.script.Write(ctx, g); err != nil {
		return w.failed(err)
	}
	return nil
}

func (w *scriptWriter) commit(ctx context.Context) error {
	if err := w.script.Close(ctx); err != nil {
		return w.failed(err)
	}
	return w.output.commit()
}

func (w *scriptWriter) place() string { return w.name }

// graphOf makes the graph of an article. A graph that breaks the model's rules
// is a fault of newsgraph, and never written.
func graphOf(f *facts.Article) (*graph.Graph, error) {
	g := build.Graph(f)
	if err := g.Validate(); err != nil {
		return nil, hint.Add(fmt.Errorf("check the graph of %s: %w", f.ID, err), "this is a fault of newsgraph: please report it with the article")
	}
	return g, nil
}
