package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/internal/eval"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const evalHelp = `Measure the reading against corpora that people have marked, each in the form that
it comes in, gzip or not:

  --statements  PolNeAR, one article a line: {"id", "text", "statements": [{"speaker", "cue", "content"}]}
  --names       CoNLL-2003: columns, the word first and the tag last
  --syntax      Universal Dependencies: CoNLL-U; words and sentences are taken from it
  --pronouns    GAP: tab-separated
  --relations   DWIE as DocRED has it: a JSON list of {"vertexSet", "labels", "sents"}
  --events      WikiEvents, one document a line: {"sentences", "entity_mentions", "event_mentions"}
  --acts        PLOVER's gold standard records: a JSON list of {"event", "text", "source", "target"}

The first four measure the reading, the others the facts.`

// corpora are the kinds of corpora, by their flags.
var corpora = []struct {
	flag, what string
	measure    func(io.Reader) ([]eval.Figure, error)
}{
	{"statements", "attributions as PolNeAR has them", eval.Statements},
	{"names", "names as CoNLL-2003 has them", eval.Names},
	{"syntax", "trees in CoNLL-U", eval.Syntax},
	{"pronouns", "pronouns as GAP has them", eval.Pronouns},
	{"relations", "offices and meetings as DWIE has them", eval.Relations},
	{"events", "meetings and demands as WikiEvents has them", eval.Events},
	{"acts", "what is said to whom as PLOVER has it", eval.Acts},
}

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "eval",
		Short:   "Measure how well newsgraph reads, on corpora given as files",
		Long:    evalHelp,
		Example: "  newsgraph eval --statements dev.jsonl --names dev.txt --syntax ewt-dev.conllu.gz --pronouns dev.tsv",
		Args:    usageArgs(cobra.NoArgs),
		RunE:    runEval,
	}
	var flags []string
	for _, c := range corpora {
		cmd.Flags().String(c.flag, "", "`file` with "+c.what)
		flags = append(flags, c.flag)
	}
	cmd.MarkFlagsOneRequired(flags...)
	return cmd
}

func runEval(cmd *cobra.Command, _ []string) error {
	out := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	var faults []error
	for _, c := range corpora {
		name, err := cmd.Flags().GetString(c.flag)
		if err != nil {
			return err
		}
		if name == "" {
			continue
		}
		figures, err := measure(name, c.measure)
		if err != nil {
			faults = append(faults, hint.Add(fmt.Errorf("read %s: %w", name, err), "newsgraph eval --help says what form --%s wants", c.flag))
			continue
		}
		for _, f := range figures {
			fmt.Fprintf(out, "%s\t%.3f\tof %s\n", f.Name, f.Value, f.Of)
		}
	}
	return errors.Join(append(faults, out.Flush())...)
}

func measure(name string, measure func(io.Reader) ([]eval.Figure, error)) ([]eval.Figure, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if !strings.HasSuffix(name, ".gz") {
		return measure(file)
	}
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return measure(unzipped)
}
