// Package pointer weighs which of several candidates a phrase points to, by plain
// features of the phrase and of each candidate.
//
//	model := pointer.Load(weights, names, ofPhrase)
//	p := model.Probabilities(words, features)
package pointer

import (
	"math"
	"strconv"
	"strings"
)

// Model is a layer of rectified units upon the features, and what it adds up
// to; its weights are learned by training/whom.py.
type Model struct {
	features [][]float32          // of each feature, by its index: what it gives to each unit, then to the sum
	ofPhrase int                  // so many features, the first, are of the phrase alone
	words    map[string][]float32 // of words of the phrase
	bias     []float32
	out      []float32
}

// Load reads the weights of the features with the names, of which the first are
// of the phrase alone: a name and its numbers on each line.
func Load(weights string, names []string, ofPhrase int) Model {
	m := Model{features: make([][]float32, len(names)), ofPhrase: ofPhrase, words: map[string][]float32{}}
	rows := map[string][]float32{}
	for line := range strings.Lines(weights) {
		name, numbers, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if found && line[0] != '#' {
			rows[name] = parse(numbers)
		}
	}
	m.bias, m.out = rows["bias"], rows["out"]
	for i, name := range names {
		if m.features[i] = rows[name]; m.features[i] == nil {
			m.features[i] = make([]float32, len(m.bias)+1)
		}
		delete(rows, name)
	}
	for name, row := range rows {
		if strings.Contains(name, "=") {
			m.words[name] = row
		}
	}
	return m
}

func parse(numbers string) (row []float32) {
	for _, field := range strings.Fields(numbers) {
		x, err := strconv.ParseFloat(field, 32)
		if err != nil {
			panic("pointer: weights: " + err.Error())
		}
		row = append(row, float32(x))
	}
	return row
}

// Probabilities returns how likely each of the candidates is meant by a phrase
// with the words, given the features of each; the first where nothing was learned.
func (m Model) Probabilities(words []string, candidates [][]float32) []float64 {
	if len(m.bias) == 0 {
		p := make([]float64, len(candidates))
		p[0] = 1
		return p
	}
	base := append(append([]float32{}, m.bias...), 0)
	for i, x := range candidates[0][:m.ofPhrase] {
		add(base, m.features[i], x)
	}
	for _, w := range words {
		add(base, m.words[w], 1)
	}
	scores := make([]float64, len(candidates))
	for c, v := range candidates {
		units := append([]float32{}, base...)
		for i := m.ofPhrase; i < len(v); i++ {
			add(units, m.features[i], v[i])
		}
		scores[c] = m.score(units)
	}
	return softmax(scores)
}

func add(sum, row []float32, x float32) {
	if x == 0 {
		return
	}
	for i, w := range row {
		sum[i] += w * x
	}
}

// score adds up the units and what goes to the sum alone.
func (m Model) score(units []float32) float64 {
	last := len(units) - 1
	sum := float64(units[last])
	for i, u := range units[:last] {
		sum += float64(max(u, 0) * m.out[i])
	}
	return sum
}

func softmax(scores []float64) []float64 {
	most := math.Inf(-1)
	for _, s := range scores {
		most = max(most, s)
	}
	sum, p := 0.0, make([]float64, len(scores))
	for i, s := range scores {
		p[i] = math.Exp(s - most)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}
