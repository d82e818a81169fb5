package rule

import (
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
)

//go:embed measured.tsv
var measuredTSV string

// Measure is how often a rule decided on marked articles, and how often it was
// right.
type Measure struct {
	Decided, Right int
	ByHand         float64 // share that a reader found right, of what marks don't tell; 0 where marks do
}

// Share returns the share that is right, in hundredths. One right and one wrong
// are added, so that a rule that decided twice is not sure of itself.
func (m Measure) Share() float64 {
	if m.ByHand > 0 {
		return m.ByHand
	}
	return float64(int(100*float64(m.Right+1)/float64(m.Decided+2)+0.5)) / 100
}

// String says which share is right, and of how many decisions.
func (m Measure) String() string {
	if m.ByHand > 0 {
		return fmt.Sprintf("%.2f, by hand", m.ByHand)
	}
	return fmt.Sprintf("%.2f of %d", m.Share(), m.Decided)
}

// Key names a rule among all: what it decides, and its name.
type Key struct{ Decides, Name string }

var measured = parse(measuredTSV)

// Measured returns what was measured of a rule; false where nothing was.
func Measured(decides, name string) (Measure, bool) {
	m, ok := measured[Key{decides, name}]
	return m, ok
}

// Share returns the share of the rule's decisions that is right.
func (r Rule) Share() float64 { return measured[Key{r.Decides, r.Name}].Share() }

func parse(tsv string) map[Key]Measure {
	table := map[Key]Measure{}
	for line := range strings.Lines(tsv) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if line[0] == '#' || len(fields) != 5 {
			continue
		}
		m := Measure{Decided: number(fields[2])}
		if fields[3] == byHand {
			m.ByHand, _ = strconv.ParseFloat(fields[4], 64)
		} else {
			m.Right = number(fields[3])
		}
		table[Key{fields[0], fields[1]}] = m
	}
	return table
}

// byHand stands for the number of those right where a reader gave a share.
const byHand = "by hand"

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic("rule: measured.tsv: " + err.Error())
	}
	return n
}

const head = `# How often each rule decided on the marked articles and how often it was right, as
# “newsgraph eval --rules-out” writes it: what it decides, its name, decided, right, share.
# The share is (right + 1) / (decided + 2), rounded to hundredths; of what the marks do
# not tell a reader looked at some, “by hand”.
`

// Write writes the measures of rules, in their order, as the program reads them.
// What none has of the rules stays as it was measured before.
func Write(w io.Writer, rules []Key, all map[Key]Measure) error {
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	for _, k := range rules {
		m, ok := all[k]
		if !ok {
			m = measured[k]
		}
		right := strconv.Itoa(m.Right)
		if m.ByHand > 0 {
			right = byHand
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%.2f\n", k.Decides, k.Name, m.Decided, right, m.Share()); err != nil {
			return err
		}
	}
	return nil
}
