package kernel

import "golang.org/x/sys/cpu"

//go:generate go run ./internal/gen -out tile_amd64.s -stubs tile_amd64.go -pkg kernel

var (
	avx2   = cpu.X86.HasAVX2
	avx512 = cpu.X86.HasAVX512F
	vnni   = avx512 && cpu.X86.HasAVX512VNNI
)

// unsigned says that tile takes activations as if bias were added to them.
var unsigned = vnni

func tile(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32) {
	switch {
	case vnni:
		tileVNNI(&sums[0], &a[0], stride, &panel[0], &start[0])
	case avx2:
		tileAVX2(&sums[0], &a[0], stride, &panel[0], &start[0])
	default:
		tilePortable(sums, a, stride, panel, start)
	}
}

func columnSums(sums *[TileColumns]int32, panel []int8) {
	if !avx2 {
		columnSumsPortable(sums, panel)
		return
	}
	columnSumsAVX2(&sums[0], &panel[0], len(panel))
}

func store(product []float32, step int, sums *[TileRows * TileColumns]int32, rows *[TileRows]float32, columns, bias *[TileColumns]float32) {
	if !avx2 {
		storePortable(product, step, sums, rows, columns, bias)
		return
	}
	storeAVX2(&product[0], step, &sums[0], &rows[0], &columns[0], &bias[0])
}

func quantize(q []int8, x []float32) float32 {
	if !avx2 || len(x)%lanes != 0 {
		return quantizePortable(q, x)
	}
	from, to := scales(largestAVX2(&x[0], len(x)))
	quantizeAVX2(&q[0], &x[0], len(x), to)
	return from
}

func softmax(q []int8, scores []float32) int32 {
	switch {
	case avx512 && len(scores)%16 == 0:
		return softmaxAVX512(&q[0], &scores[0], len(scores))
	case avx2 && len(scores)%lanes == 0:
		return softmaxAVX2(&q[0], &scores[0], len(scores))
	}
	return softmaxPortable(q, scores)
}

// Gelu applies the Gaussian error linear unit to each value, in its
// approximation by a hyperbolic tangent.
func Gelu(x []float32) {
	switch {
	case avx512 && len(x)%16 == 0:
		geluAVX512(&x[0], len(x))
	case avx2 && len(x)%lanes == 0:
		geluAVX2(&x[0], len(x))
	default:
		geluPortable(x)
	}
}

// Norm sets x to x plus y, normalised to mean 0 and variance 1, times scale,
// plus shift. All have the same length, a multiple of 8.
func Norm(x, y, scale, shift []float32) {
	if !avx2 {
		normPortable(x, y, scale, shift)
		return
	}
	normAVX2(&x[0], &y[0], &scale[0], &shift[0], len(x))
}
