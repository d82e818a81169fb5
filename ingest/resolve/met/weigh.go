package met

import (
	"math"
	"strconv"
	"strings"
)

// Sign is something that speaks for or against what is asked, and the weight
// that was learned for it.
type Sign struct {
	Name   string
	Weight float64
}

// Signs answer one question: by the sum of what they weigh, a logit. The first
// is always there.
type Signs []Sign

// Values says how much there is of each sign.
type Values map[string]float64

// always is the name of the sign that is always there.
const always = "always"

// load reads a table of names and weights.
func load(tsv string) (all Signs) {
	for line := range strings.Lines(tsv) {
		if name, value, found := strings.Cut(strings.TrimSpace(line), "\t"); found && line[0] != '#' {
			weight, err := strconv.ParseFloat(value, 64)
			if err != nil {
				panic("met: " + err.Error())
			}
			all = append(all, Sign{name, weight})
		}
	}
	return all
}

// weigh returns the logit.
func (s Signs) weigh(v Values) (sum float64) {
	for _, sign := range s {
		if sign.Name == always {
			sum += sign.Weight
		} else {
			sum += sign.Weight * v[sign.Name]
		}
	}
	return sum
}

// Probability returns how likely it is.
func (s Signs) Probability(v Values) float64 { return 1 / (1 + math.Exp(-s.weigh(v))) }

// count returns how many hold.
func count(all ...bool) (n float64) {
	for _, b := range all {
		if b {
			n++
		}
	}
	return n
}
