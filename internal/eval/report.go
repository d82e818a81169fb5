package eval

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

//go:embed data/facts.tsv
var factsTSV string

// rows are the kinds of facts in the order of the tables.
var rows = loadRows()

// row is a kind of facts: its key, its name in tables, whether it is a share
// of what was found and not a find of its own, and the F1 of two readers.
type row struct {
	key, name string
	share     bool
	readers   string
}

func loadRows() (all []row) {
	for _, r := range table(factsTSV) {
		all = append(all, row{r[0], r[1], r[2] == "share", strings.Join(r[3:], "")})
	}
	return all
}

// Report is what came out of one half of the marks.
type Report struct {
	Half     string
	Articles int
	Differs  []string // what is missing (-), wrong (~) and beyond (+)

	counts map[string]*count // by the key of the row
	sure   map[string]*bands // by the key of the row
	rules  map[rule.Key]rule.Measure
}

func newReport(half string) *Report {
	r := &Report{half, 0, nil, map[string]*count{}, map[string]*bands{}, newRules()}
	for _, row := range rows {
		r.counts[row.key] = &count{}
	}
	for _, key := range judgedBySureness {
		r.sure[key] = &bands{}
	}
	return r
}

// add counts what was found of the gold and what was given.
func (r *Report) add(key string, hit, gold, given int) {
	c := r.counts[key]
	c.hit, c.gold, c.predicted = c.hit+hit, c.gold+gold, c.predicted+given
}

// share counts an attribute of something that was found.
func (r *Report) share(key string, right bool) { r.add(key, one(right), 1, 1) }

// differ lists a difference.
func (r *Report) differ(m *marks, sign, what, format string, args ...any) {
	r.Differs = append(r.Differs, m.ID+" "+sign+" "+what+": "+fmt.Sprintf(format, args...))
}

// the bounds of the bands of confidence, the lower ones.
var bounds = [...]float64{0.9, 0.7, 0.5, 0}

// bands are the facts given with a confidence within each band.
type bands [len(bounds)]part

func (b *bands) add(confidence float64, right bool) {
	for i, low := range bounds {
		if confidence >= low {
			b[i].add(right)
			return
		}
	}
}

// judgedBySureness are the kinds of facts that have a confidence. Addressees
// are judged on statements that were found.
var judgedBySureness = []string{"statements", "addressees", "positions", "meetings"}

// Print writes the figures of the half beside those of two readers.
func (r *Report) Print(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "%s\tprecision\trecall\tF1\tof\ttwo readers\n", r.title())
	for _, row := range rows {
		fmt.Fprintf(out, "%s\t%s\t%d\t%s\n", row.name, strings.Join(r.figures(row), "\t"), r.counts[row.key].gold, row.readers)
	}
	return out.Flush()
}

const reliabilityHead = "right, given with confidence"

// PrintReliability writes of how many facts of each confidence that the reports
// hold what share is right.
func PrintReliability(w io.Writer, reports []*Report) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(out, reliabilityHead)
	for i := range bounds {
		fmt.Fprint(out, "\t"+band(i))
	}
	for _, row := range rows {
		if !slices.Contains(judgedBySureness, row.key) {
			continue
		}
		fmt.Fprint(out, "\n"+row.name)
		for i := range bounds {
			var all part
			for _, r := range reports {
				all.some += r.sure[row.key][i].some
				all.all += r.sure[row.key][i].all
			}
			fmt.Fprint(out, "\t"+all.String())
		}
	}
	fmt.Fprintln(out)
	return out.Flush()
}

func (r *Report) title() string {
	if r.Half == "" {
		return fmt.Sprintf("%d articles", r.Articles)
	}
	return fmt.Sprintf("%s, %d articles", r.Half, r.Articles)
}

// figures returns precision, recall and F1; of a share, the share alone.
func (r *Report) figures(row row) []string {
	c := r.counts[row.key]
	if row.share {
		return []string{fmt.Sprintf("%.3f", c.precision()), "", ""}
	}
	return []string{fmt.Sprintf("%.3f", c.precision()), fmt.Sprintf("%.3f", c.recall()), fmt.Sprintf("%.3f", c.f1())}
}

// band names the band that begins at a bound.
func band(i int) string {
	switch i {
	case 0:
		return fmt.Sprintf("%.1f and more", bounds[0])
	case len(bounds) - 1:
		return fmt.Sprintf("below %.1f", bounds[i-1])
	}
	return fmt.Sprintf("%.1f to %.1f", bounds[i], bounds[i-1])
}
