package met

import (
	"math"
	"strconv"
	"strings"
)

// sign is something that speaks for or against what is asked, and the weight
// that was learned for it.
type sign struct {
	name   string
	weight float64
}

// signs answer one question: by the sum of what they weigh, a logit.
type signs []sign

// loadSigns reads a table of names and weights.
func loadSigns(tsv string) (all signs) {
	for line := range strings.Lines(tsv) {
		if name, value, found := strings.Cut(strings.TrimSpace(line), "\t"); found && line[0] != '#' {
			weight, err := strconv.ParseFloat(value, 64)
			if err != nil {
				panic("met: " + err.Error())
			}
			all = append(all, sign{name, weight})
		}
	}
	return all
}

// values says how much there is of each sign; “always” is always there.
type values map[string]float64

// weigh returns the logit.
func (s signs) weigh(v values) (sum float64) {
	for _, sign := range s {
		if sign.name == "always" {
			sum += sign.weight
		} else {
			sum += sign.weight * v[sign.name]
		}
	}
	return sum
}

// probability returns how likely it is.
func (s signs) probability(v values) float64 { return 1 / (1 + math.Exp(-s.weigh(v))) }

// count returns how many hold.
func count(all ...bool) (n float64) {
	for _, b := range all {
		if b {
			n++
		}
	}
	return n
}
