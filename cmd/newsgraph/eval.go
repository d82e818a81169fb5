package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/internal/config"
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
  --relations   DWIE as DocRED has it: a JSON list of {"vertexSet", "labels", "sents"}
  --events      WikiEvents, one document a line: {"sentences", "entity_mentions", "event_mentions"}
  --acts        PLOVER's gold standard records: a JSON list of {"event", "text", "source", "target"}
  --pages       Readability's test pages: a tar archive of folders with source.html, expected.html
                and expected-metadata.json
  --facts       marks of all that a graph is made of, one article a line: {"id", "published", "text",
                "people": [{"name", "as", "positions": [{"title", "of"}]}],
                "statements": [{"content": spans, "speaker", "act", "addressees", "targets", "date", "polarity"}],
                "meetings": [{"triggers": spans, "participants", "place", "date", "status"}]}

The first five measure the reading, --pages what is read of web pages, the others the facts. A span is [start, end) in code
points; countries are named by their ISO 3166-1 alpha-2 codes, nobody is null. Of --facts,

  statements    count where their contents overlap by a letter F1 of 0.5 and the speaker is right;
                each of several speakers has a statement. Attributes are judged on contents found
  addressees,   count each by itself, and as missed where the content was not found
  targets
  offices       count where holder, country or body, and half of the title's words are right
  meetings      count where they share a word that tells of them; whole where everyone who is named
                takes part, and status, place and day are right

With --rules, each rule's decisions are counted on what was found: speakers, acts, addressees and
targets on contents, participants, status, place and day on meetings, the last two and dates where
the marks have one. Countries, bodies and places to which a fact refers are right where the marks
give them a role. The share is (right + 1) / (decided + 2).`

// measurement reads a corpus with so many workers.
type measurement func(context.Context, io.Reader, int) ([]eval.Figure, error)

// corpora are the kinds of corpora, by their flags.
var corpora = []struct {
	flag, what string
	measure    measurement
}{
	{"statements", "attributions as PolNeAR has them", eval.Statements},
	{"names", "names as CoNLL-2003 has them", eval.Names},
	{"syntax", "trees in CoNLL-U", eval.Syntax},
	{"pronouns", "pronouns as GAP has them", eval.Pronouns},
	{"dates", "expressions of time in TimeML", eval.Dates},
	{"relations", "offices and meetings as DWIE has them", eval.Relations},
	{"events", "meetings and demands as WikiEvents has them", eval.Events},
	{"acts", "what is said to whom as PLOVER has it", eval.Acts},
	{"pages", "web pages as Readability's tests have them", eval.Pages},
}

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "eval",
		Short:             "Measure how well newsgraph reads, on corpora given as files",
		Long:              evalHelp,
		Example:           "  newsgraph eval --statements dev.jsonl --names dev.txt --syntax ewt-dev.conllu.gz --pronouns dev.tsv --dates timeml.tar.gz",
		Args:              usageArgs(cobra.NoArgs),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              runEval,
	}
	var flags []string
	for _, c := range corpora {
		cmd.Flags().String(c.flag, "", "`file` with "+c.what)
		flags = append(flags, c.flag)
	}
	cmd.Flags().String("facts", "", "`file` with marks of all that a graph is made of")
	cmd.Flags().StringSlice("half", nil, "the `halves` of the marks to measure, each by itself: dev,press")
	cmd.Flags().Bool("list", false, "list what of the marks is missing (-), wrong (~) and beyond them (+)")
	cmd.Flags().Bool("rules", false, "show how often each rule decided on the marks, and how often it was right")
	cmd.Flags().String("rules-out", "", "`file` to write what --rules shows to, as ingest/rule/measured.tsv has it")
	cmd.Flags().Int("workers", config.Default().Workers, "articles to read at a time, 0 for one for each processor")
	cmd.MarkFlagsOneRequired(append(flags, "facts")...)
	return cmd
}

func runEval(cmd *cobra.Command, _ []string) error {
	cfg, err := load(cmd)
	if err != nil {
		return err
	}
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
		figures, err := measure(cmd.Context(), name, cfg.Workers, c.measure)
		if err != nil {
			faults = append(faults, hint.Add(fmt.Errorf("read %s: %w", name, err), "newsgraph eval --help says what form --%s wants", c.flag))
			continue
		}
		printFigures(out, figures)
	}
	return errors.Join(append(faults, out.Flush(), runFacts(cmd, cfg))...)
}

func printFigures(out io.Writer, figures []eval.Figure) {
	for _, f := range figures {
		fmt.Fprintf(out, "%s\t%.3f\tof %s\n", f.Name, f.Value, f.Of)
	}
}

// runFacts measures the facts, where marks are given.
func runFacts(cmd *cobra.Command, cfg config.Config) error {
	name, _ := cmd.Flags().GetString("facts")
	if name == "" {
		return withoutMarks(cmd)
	}
	halves, _ := cmd.Flags().GetStringSlice("half")
	var reports []*eval.Report
	err := opened(name, func(r io.Reader) (err error) {
		reports, err = eval.Facts(cmd.Context(), r, halves, ingest.Options{Workers: cfg.Workers})
		return err
	})
	if err != nil {
		return hint.Add(fmt.Errorf("read %s: %w", name, err), "newsgraph eval --help says what form --facts wants")
	}
	list, _ := cmd.Flags().GetBool("list")
	return errors.Join(printReports(cmd.OutOrStdout(), reports, list), printRules(cmd, reports))
}

// printRules shows and writes what the reports say of rules, where asked for.
func printRules(cmd *cobra.Command, reports []*eval.Report) error {
	var faults []error
	if show, _ := cmd.Flags().GetBool("rules"); show {
		faults = append(faults, eval.PrintRules(cmd.OutOrStdout(), reports))
	}
	if name, _ := cmd.Flags().GetString("rules-out"); name != "" {
		var out bytes.Buffer
		faults = append(faults, eval.WriteRules(&out, reports), os.WriteFile(name, out.Bytes(), 0o644))
	}
	return errors.Join(faults...)
}

// withoutMarks says which flag is of no use without marks.
func withoutMarks(cmd *cobra.Command) error {
	for _, flag := range []string{"half", "list", "rules", "rules-out"} {
		if cmd.Flags().Changed(flag) {
			return usageError{fmt.Errorf("--%s needs marks: --facts FILE", flag)}
		}
	}
	return nil
}

func printReports(out io.Writer, reports []*eval.Report, list bool) error {
	for _, r := range reports {
		if err := r.Print(out); err != nil {
			return err
		}
		fmt.Fprintln(out)
	}
	if err := eval.PrintReliability(out, reports); err != nil {
		return err
	}
	for _, r := range reports {
		for _, differs := range r.Differs {
			if list {
				fmt.Fprintln(out, differs)
			}
		}
	}
	return nil
}

func measure(ctx context.Context, name string, workers int, measure measurement) (figures []eval.Figure, err error) {
	err = opened(name, func(r io.Reader) (err error) {
		figures, err = measure(ctx, r, workers)
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
