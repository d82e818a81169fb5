package eval

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// Every rule has a name of its own and an example, and the program knows how
// often it is right.
func TestRulesAreListed(t *testing.T) {
	seen := map[rule.Key]bool{}
	all := allRules()
	for _, r := range read.Repairs() {
		all = append(all, r.Rule)
	}
	for _, r := range all {
		k := rule.Key{Decides: r.Decides, Name: r.Name}
		if r.Decides == "" || r.Name == "" || r.Example == "" || seen[k] {
			t.Errorf("%+v stands twice, or lacks something", r)
		}
		seen[k] = true
	}
	for _, r := range allRules() {
		if _, ok := rule.Measured(r.Decides, r.Name); !ok {
			t.Errorf("nobody measured %s by %q", r.Decides, r.Name)
		}
	}
}

// What is written is what the program reads: without articles, the rules that
// marks don't tell stay as they are, and the file has no row of another.
func TestRulesAreWritten(t *testing.T) {
	var out bytes.Buffer
	if err := WriteRules(&out, nil); err != nil {
		t.Fatal(err)
	}
	kept := strings.Split(out.String(), "\n")
	file, err := os.ReadFile("../../ingest/rule/measured.tsv")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, k := range ruleKeys() {
		known[k.Decides+"\t"+k.Name] = true
	}
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSuffix(line, "\n")
		fields := strings.SplitN(line, "\t", 3)
		if line[0] != '#' && !known[strings.Join(fields[:2], "\t")] {
			t.Errorf("no rule is %q", line)
		}
		if strings.Contains(line, "\tby hand\t") && !strings.Contains(out.String(), line) {
			t.Errorf("%q is not kept in\n%s", line, strings.Join(kept, "\n"))
		}
	}
}

func TestPrintRules(t *testing.T) {
	var out bytes.Buffer
	r := newReport("dev")
	r.ruled("participant", "subject: name", true)
	r.ruled("participant", "subject: name", false)
	if err := PrintRules(&out, []*Report{r, r}); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{"participant subject 4 2 0.50", "participant name 4 2 0.50", "phrase name 4 2 0.50"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}
