package said

import (
	_ "embed"
	"math"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
)

//go:embed hearers.tsv
var hearersTSV string

// weights are what speaks for and against a candidate for a role, by the role
// and the name of the feature; learned by training/hearers.py.
var weights = loadWeights(hearersTSV)

func loadWeights(tsv string) map[document.Role]map[string]float64 {
	table := map[document.Role]map[string]float64{document.Addressee: {}, document.Target: {}}
	for line := range strings.Lines(tsv) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 || line[0] == '#' {
			continue
		}
		weight, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			panic("said: " + err.Error())
		}
		table[document.Role(fields[0])][fields[1]] = weight
	}
	return table
}

// features returns what is known of a candidate, by its names in hearers.tsv.
func (c candidate) features() map[string]float64 {
	return map[string]float64{
		"always": 1, "given": float64(one(c.given)), "role": logit(c.role), "meaning": logit(c.meaning),
		"inner": c.inner, "outer": c.outer, "others": float64(min(c.others, 3)),
	}
}

// probability returns how probable it is that a candidate has the role.
func (c candidate) probability(role document.Role) float64 {
	features, sum := c.features(), 0.0
	for _, name := range []string{"always", "given", "role", "meaning", "inner", "outer", "others"} { // in one order: sums of floating point depend on it
		sum += weights[role][name] * features[name]
	}
	return 1 / (1 + math.Exp(-sum))
}

// logit is that of a probability, kept within ±5.
func logit(p float64) float64 {
	p = min(max(p, 0.0067), 0.9933)
	return math.Log(p / (1 - p))
}

// Example is a candidate for a role in a statement, from which the weights are
// learned.
type Example struct {
	Content  []document.Range // of the statement
	Role     document.Role
	Entity   string // id
	Words    document.Range
	Features map[string]float64
}

// Examples returns the candidates for addressees and targets of all statements.
func Examples(s Scene) (all []Example) {
	m := newMaker(s)
	m.makeAll()
	for _, st := range m.all {
		for _, role := range []document.Role{document.Addressee, document.Target} {
			for _, c := range st.candidates[role] {
				all = append(all, Example{st.content, role, c.ID, c.words, c.features()})
			}
		}
	}
	return all
}
