package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func random(n int, spread float64) []float32 {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * spread)
	}
	return x
}

func randomBytes(n int, lowest int) []int8 {
	r := rand.New(rand.NewPCG(uint64(n), 3))
	x := make([]int8, n)
	for i := range x {
		x[i] = int8(lowest + r.IntN(128-lowest))
		if r.IntN(20) == 0 {
			x[i] = int8([]int{lowest, 127}[r.IntN(2)])
		}
	}
	return x
}

// start returns what the sums of a panel's columns start from so that the
// processor's tile gives the portable one's answer.
func start(panel []int8) *[TileColumns]int32 {
	var sums [TileColumns]int32
	if unsigned {
		columnSumsPortable(&sums, panel)
		for i := range sums {
			sums[i] *= -bias
		}
	}
	return &sums
}

func TestTileIsThePortableOne(t *testing.T) {
	for _, stride := range []int{16, 32, 48, 384, 1536} {
		a, panel := randomBytes(TileRows*stride, -128), randomBytes(TileColumns*stride, -127)
		var got, want [TileRows * TileColumns]int32
		tilePortable(&want, a, stride, panel, &[TileColumns]int32{})
		for _, implementation := range tiles() {
			implementation.tile(&got, a, stride, panel, implementation.start(panel))
			if got != want {
				t.Errorf("%s: the products of %d inputs differ from the portable ones", implementation.name, stride)
			}
		}
	}
}

func TestElementsAreThePortableOnes(t *testing.T) {
	for _, n := range []int{8, 24, 32, 384, 1536} {
		for _, spread := range []float64{0.01, 1, 30} {
			x, y := random(n, spread), random(n, 1)
			if got, want := slices.Clone(x), slices.Clone(x); true {
				Gelu(got)
				geluPortable(want)
				same(t, "gelu", got, want)
			}
			if got, want := slices.Clone(x), slices.Clone(x); true {
				Norm(got, y, y, x)
				normPortable(want, y, y, x)
				same(t, "norm", got, want)
			}
			got, want := make([]int8, n), make([]int8, n)
			if g, w := quantize(got, x), quantizePortable(want, x); g != w || !slices.Equal(got, want) {
				t.Errorf("quantize of %d values differs", n)
			}
			if g, w := softmax(got, x), softmaxPortable(want, x); g != w || !slices.Equal(got, want) {
				t.Errorf("softmax of %d values differs", n)
			}
		}
	}
	panel := randomBytes(TileColumns*64, -127)
	var got, want [TileColumns]int32
	columnSums(&got, panel)
	columnSumsPortable(&want, panel)
	if got != want {
		t.Error("the sums of columns differ")
	}
}

func same(t *testing.T, name string, got, want []float32) {
	t.Helper()
	for i := range got {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s of %d values: value %d is %v, want %v", name, len(got), i, got[i], want[i])
		}
	}
}

func TestExp(t *testing.T) {
	for x := float32(-86); x < 87; x += 0.37 {
		if want := math.Exp(float64(x)); math.Abs(float64(exp(x))-want) > 2e-7*want {
			t.Errorf("exp(%v) = %v, want %v", x, exp(x), want)
		}
	}
}

// TestMultiply compares with products in 64 bits: an error of a hundredth of
// the largest product is what 8 bits allow.
func TestMultiply(t *testing.T) {
	for _, shape := range [][3]int{{1, 5, 7}, {13, 64, 33}, {30, 384, 96}} {
		rows, inputs, outputs := shape[0], shape[1], shape[2]
		x, w := random(rows*inputs, 1), random(outputs*inputs, 0.5)
		var m Matrix
		var a Activations
		m.SetKeys(outputs, inputs, inputs, w, 2)
		a.Set(rows, inputs, inputs, x)
		step := Padded(outputs, TileColumns)
		product := make([]float32, Padded(rows, TileRows)*step)
		m.Multiply(product, step, &a)
		near(t, shape, product, step, func(row, column int) (sum float64) {
			for i := range inputs {
				sum += 2 * float64(x[row*inputs+i]) * float64(w[column*inputs+i])
			}
			return sum
		})
	}
}

func TestSoftmaxWeighsValues(t *testing.T) {
	const rows, keys, width = 5, 21, 32
	scores, values := random(rows*TileColumns, 2), random(keys*width, 1)
	want := func(row, column int) (mean float64) {
		var sum float64
		for k := range keys {
			e := math.Exp(float64(scores[row*TileColumns+k]))
			sum, mean = sum+e, mean+e*float64(values[k*width+column])
		}
		return mean / sum
	}
	exact := make([]float64, rows*width)
	for i := range exact {
		exact[i] = want(i/width, i%width)
	}
	var m Matrix
	var a Activations
	m.SetValues(keys, width, width, values)
	a.SetSoftmax(rows, keys, TileColumns, scores)
	product := make([]float32, Padded(rows, TileRows)*width)
	m.Multiply(product, width, &a)
	near(t, [3]int{rows, keys, width}, product, width, func(row, column int) float64 { return exact[row*width+column] })
}

func near(t *testing.T, shape [3]int, product []float32, step int, want func(row, column int) float64) {
	t.Helper()
	var largest, worst float64
	for row := range shape[0] {
		for column := range shape[2] {
			w := want(row, column)
			largest, worst = max(largest, math.Abs(w)), max(worst, math.Abs(w-float64(product[row*step+column])))
		}
	}
	if worst > 0.02*largest {
		t.Errorf("%v: off by %v at a largest product of %v", shape, worst, largest)
	}
}

// BenchmarkMultiply is the widest product of an encoder with 384 values a piece.
func BenchmarkMultiply(b *testing.B) {
	const rows, inputs, outputs = 252, 384, 1536
	var m Matrix
	var a Activations
	m.SetKeys(outputs, inputs, inputs, random(outputs*inputs, 1), 1)
	a.Set(rows, inputs, inputs, random(rows*inputs, 1))
	product := make([]float32, rows*outputs)
	for b.Loop() {
		m.Multiply(product, outputs, &a)
	}
	b.ReportMetric(2*rows*inputs*outputs*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
}
