//go:build !amd64

package kernel

func columnSums(sums *[TileColumns]int32, panel []int8) { columnSumsPortable(sums, panel) }

func store(product []float32, step int, sums *[TileRows * TileColumns]int32, rows *[TileRows]float32, columns, bias *[TileColumns]float32) {
	storePortable(product, step, sums, rows, columns, bias)
}

func quantize(q []int8, x []float32) float32 { return quantizePortable(q, x) }

func softmax(q []int8, scores []float32) int32 { return softmaxPortable(q, scores) }

// Gelu applies the Gaussian error linear unit to each value, in its
// approximation by a hyperbolic tangent.
func Gelu(x []float32) { geluPortable(x) }

// Norm sets x to x plus y, normalised to mean 0 and variance 1, times scale,
// plus shift. All have the same length, a multiple of 8.
func Norm(x, y, scale, shift []float32) { normPortable(x, y, scale, shift) }
