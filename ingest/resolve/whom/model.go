package whom

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
)

//go:embed data/weights.tsv
var weightsTSV string

// model is a layer of rectified units upon the features, and what it adds up
// to; its weights are learned by training/whom.py.
type model struct {
	features [][]float32          // of each feature, by its index: what it gives to each unit, then to the sum
	words    map[string][]float32 // of words of the phrase
	bias     []float32
	out      []float32
}

var weights = loadModel(weightsTSV)

// loadModel reads weights: a name and its numbers on each line.
func loadModel(data string) model {
	m := model{features: make([][]float32, len(names)), words: map[string][]float32{}}
	rows := map[string][]float32{}
	for line := range strings.Lines(data) {
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
			panic("whom: weights: " + err.Error())
		}
		row = append(row, float32(x))
	}
	return row
}

// probabilities returns how likely each of the candidates is meant.
func (m model) probabilities(ex Example) []float64 {
	if len(m.bias) == 0 {
		p := make([]float64, len(ex.Entities))
		p[0] = 1
		return p
	}
	base := append(append([]float32{}, m.bias...), 0)
	for i, x := range ex.Features[0][:phraseFeatures] {
		add(base, m.features[i], x)
	}
	for _, w := range ex.Words {
		add(base, m.words[w], 1)
	}
	scores := make([]float64, len(ex.Features))
	for c, v := range ex.Features {
		units := append([]float32{}, base...)
		for i := phraseFeatures; i < len(v); i++ {
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
func (m model) score(units []float32) float64 {
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
