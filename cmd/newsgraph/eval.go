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
  --dates       TimeML: a tar archive of .tml files
  --marks       the project's own marks of statements and meetings (evaluation/marks.jsonl);
                their texts come from --texts: PolNeAR's lines, or CoNLL-U
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
	{"dates", "expressions of time in TimeML", eval.Dates},
	{"relations", "offices and meetings as DWIE has them", eval.Relations},
	{"events", "meetings and demands as WikiEvents has them", eval.Events},
	{"acts", "what is said to whom as PLOVER has it", eval.Acts},
}

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "eval",
		Short:   "Measure how well newsgraph reads, on corpora given as files",
		Long:    evalHelp,
		Example: "  newsgraph eval --statements dev.jsonl --names dev.txt --syntax ewt-dev.conllu.gz --pronouns dev.tsv --dates timeml.tar.gz",
		Args:    usageArgs(cobra.NoArgs),
		RunE:    runEval,
	}
	var flags []string
	for _, c := range corpora {
		cmd.Flags().String(c.flag, "", "`file` with "+c.what)
		flags = append(flags, c.flag)
	}
	cmd.Flags().String("marks", "", "`file` with marks of statements and meetings")
	cmd.Flags().StringSlice("texts", nil, "`files` with the texts of the marks")
	cmd.Flags().Bool("misses", false, "list what of the marks was missed")
	cmd.MarkFlagsRequiredTogether("marks", "texts")
	cmd.MarkFlagsOneRequired(append(flags, "marks")...)
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
		printFigures(out, figures)
	}
	if err := runMarks(cmd, out); err != nil {
		faults = append(faults, err)
	}
	return errors.Join(append(faults, out.Flush())...)
}

func printFigures(out io.Writer, figures []eval.Figure) {
	for _, f := range figures {
		fmt.Fprintf(out, "%s\t%.3f\tof %s\n", f.Name, f.Value, f.Of)
	}
}

// runMarks measures the marks, where they are given.
func runMarks(cmd *cobra.Command, out io.Writer) error {
	name, _ := cmd.Flags().GetString("marks")
	if name == "" {
		return nil
	}
	texts := map[string]string{}
	files, _ := cmd.Flags().GetStringSlice("texts")
	for _, file := range files {
		conllu := strings.HasSuffix(strings.TrimSuffix(file, ".gz"), ".conllu")
		if err := opened(file, func(r io.Reader) error { return eval.Texts(r, conllu, texts) }); err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
	}
	var missed []string
	figures, err := measure(name, func(r io.Reader) (figures []eval.Figure, err error) {
		figures, missed, err = eval.Marks(r, texts)
		return figures, err
	})
	if err != nil {
		return hint.Add(fmt.Errorf("read %s: %w", name, err), "--texts names the files with the texts that were marked")
	}
	printFigures(out, figures)
	if list, _ := cmd.Flags().GetBool("misses"); list {
		for _, m := range missed {
			fmt.Fprintln(out, m)
		}
	}
	return nil
}

func measure(name string, measure func(io.Reader) ([]eval.Figure, error)) (figures []eval.Figure, err error) {
	err = opened(name, func(r io.Reader) (err error) {
		figures, err = measure(r)
		return err
	})
	return figures, err
}

// opened calls with a file, unzipped where its name ends in .gz.
func opened(name string, with func(io.Reader) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	if !strings.HasSuffix(name, ".gz") {
		return with(file)
	}
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	return with(unzipped)
}
