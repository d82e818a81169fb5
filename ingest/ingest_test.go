package ingest_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve"
	"github.com/newsgraph/newsgraph/ingest/source"
	plain "github.com/newsgraph/newsgraph/ingest/source/text"
)

// inputs returns forty articles, every seventh of which can't be read.
func inputs(t *testing.T) []source.Source {
	t.Helper()
	files := fstest.MapFS{}
	for i := range 40 {
		text := fmt.Sprintf("Minister Jane Doe%d of France said on Monday that %d talks with Germany had failed.", i, i)
		if i%7 == 3 {
			text = "\xff"
		}
		files[fmt.Sprintf("%02d.txt", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	in, err := source.FromFS(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func run(t *testing.T, workers int) (texts, faults []string) {
	t.Helper()
	err := ingest.Run(t.Context(), source.All(t.Context(), inputs(t), source.Options{Limits: source.Limits{Bytes: 1000}}), ingest.Options{Workers: workers}, func(f *facts.Article) error {
		text, err := json.Marshal(f)
		texts = append(texts, string(text))
		return err
	}, func(err error) { faults = append(faults, err.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	return texts, faults
}

func TestAnyNumberOfWorkersGivesTheSame(t *testing.T) {
	want, wantFaults := run(t, 1)
	if len(want) != 34 || len(wantFaults) != 6 {
		t.Fatalf("%d articles and %d faults, want 34 and 6", len(want), len(wantFaults))
	}
	for _, workers := range []int{2, 8} {
		got, faults := run(t, workers)
		if diff := cmp.Diff(want, got) + cmp.Diff(wantFaults, faults); diff != "" {
			t.Errorf("%d workers give something else:\n%s", workers, diff)
		}
	}
}

func TestRunStops(t *testing.T) {
	stop := errors.New("stop")
	err := ingest.Run(t.Context(), source.All(t.Context(), inputs(t), source.Options{Limits: source.Limits{Bytes: 1000}}), ingest.Options{Workers: 4}, func(*facts.Article) error { return stop }, func(error) {})
	if !errors.Is(err, stop) {
		t.Errorf("an error of emit: got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = ingest.Run(ctx, source.All(ctx, inputs(t), source.Options{Limits: source.Limits{Bytes: 1000}}), ingest.Options{Workers: 4}, func(*facts.Article) error { cancel(); return nil }, func(error) {})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the end of the context: got %v", err)
	}
}

// check holds what must be true of the facts of any text.
func check(t *testing.T, text string) {
	t.Helper()
	a, err := plain.Parse(text)
	if err != nil {
		return
	}
	d := read.Read(a)
	for _, frame := range d.Frames {
		for _, words := range frame.Roles {
			for _, s := range d.Spans(words) {
				if s.Start < a.Body.Start || s.End > a.Body.End || s.Len() <= 0 || !utf8.ValidString(a.Slice(s)) {
					t.Fatalf("span %v is not in the body %v, or cuts a code point", s, a.Body)
				}
			}
		}
	}
	f := resolve.Resolve(d)
	if err := build.Graph(f).Validate(); err != nil {
		t.Fatal(err)
	}
	code := []rune(text)
	for _, s := range f.Statements {
		var pieces []string
		for _, span := range s.Spans.Content {
			pieces = append(pieces, string(code[span[0]:span[1]]))
		}
		if got := strings.Join(pieces, " … "); got != s.Text {
			t.Fatalf("statement %q, its spans cover %q", s.Text, got)
		}
	}
}

var texts = []string{
	"", "   ", "\ufeff", "a", "“", "said", "He said", "“x,” he said.", "X said that Y said that Z.", "😀😀😀", "said said said said said that said",
	"---\na: b\n---\n", "GENEVA, Jan 21 (X) – US SECRETARY of State Antony Blinken and Sergei Lavrov met in Geneva yesterday.",
	"‘‘a’’ ''b'' \"c\" «d» „e“ 'f'", "According to", "according to X, according to Y.", ", said Jones.", "Mr. Mr. Mr.", "President of of of the", "שלום said Moscow, Moscow said שלום.",
	"On 31 April 2024 Paris said. On 99 May Rome said. In 0000 x.", "He told her that she told him that he met her in Paris with Paris.", "a\u2028b said c\u2029d.",
	"Washington and Beijing and Paris and Washington met Washington in Washington.", "The president, who said that he, who said, was who said that.", "1,2,3 said 4.5.6 7:8",
}

func FuzzFacts(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 5000 {
			return
		}
		check(t, text)
	})
}

// TestLongTexts reads what would take hours if time grew faster than length.
func TestLongTexts(t *testing.T) {
	for name, text := range map[string]string{
		"one line":               strings.Repeat("Jane Doe said that all was well, and France agreed. ", 400),
		"double quotation marks": strings.Repeat(`"`, 5_000),
		"opening marks":          strings.Repeat("“a ", 2_000),
		"single marks":           strings.Repeat("‘a ", 2_000),
		"apostrophes":            strings.Repeat("x's ", 2_000),
		"no sentence":            strings.Repeat("word ", 5_000),
		"capitals":               strings.Repeat("Paris Jane ", 2_000),
		"numbers":                strings.Repeat("12.5 1,000 \n", 1_000),
		"one word":               strings.Repeat("a", 5_000_000),
		"emoji":                  strings.Repeat("👩‍👩‍👧", 1_000),
		"said":                   strings.Repeat("said, ", 2_000),
		"newlines":               strings.Repeat("\n", 2_000_000) + "x",
		"NUL and no characters":  strings.Repeat("\x00 a\ufffd said \u200b", 500),
	} {
		t.Run(name, func(t *testing.T) { check(t, text) })
	}
}
