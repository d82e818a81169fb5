package kernel

import "math"

// The functions of this file are the definition of what the assembly computes.
// Conversions to float32 around products keep the compiler from fusing them
// with sums, which would round otherwise.

// tilePortable sets sums to start plus a tile's products of activations, rows
// of stride bytes, and weights.
func tilePortable(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32) {
	for row := range TileRows {
		out := (*[TileColumns]int32)(sums[row*TileColumns:])
		*out = *start
		values := a[row*stride : row*stride+stride]
		for i := 0; i < stride; i += 4 {
			v := (*[4]int8)(values[i:])
			v0, v1, v2, v3 := int32(v[0]), int32(v[1]), int32(v[2]), int32(v[3])
			if v0|v1|v2|v3 == 0 {
				continue
			}
			weights := (*[4 * TileColumns]int8)(panel[i*TileColumns:])
			for column := range TileColumns {
				w := (*[4]int8)(weights[4*column:])
				out[column] += v0*int32(w[0]) + v1*int32(w[1]) + v2*int32(w[2]) + v3*int32(w[3])
			}
		}
	}
}

// columnSumsPortable sets sums to the sums of a panel's weights.
func columnSumsPortable(sums *[TileColumns]int32, panel []int8) {
	clear(sums[:])
	for i, w := range panel {
		sums[i/4%TileColumns] += int32(w)
	}
}

// storePortable sets a tile of products, rows of step values, from its sums.
func storePortable(product []float32, step int, sums *[TileRows * TileColumns]int32, rows *[TileRows]float32, columns, bias *[TileColumns]float32) {
	for row, factor := range rows {
		for column, sum := range sums[row*TileColumns : (row+1)*TileColumns] {
			scaled := float32(float32(sum) * factor)
			product[row*step+column] = float32(scaled*columns[column]) + bias[column]
		}
	}
}

// quantizePortable sets q to x in 8 bits and returns the factor back.
func quantizePortable(q []int8, x []float32) float32 {
	var largest float32
	for _, v := range x {
		largest = max(largest, v, -v)
	}
	from, to := scales(largest)
	for i, v := range x {
		q[i] = int8(round(float32(v * to)))
	}
	return from
}

// The coefficients of exp: x = n·ln 2 + r, eⁿ by the exponent's bits, eʳ by a
// polynomial (Cephes' expf, by S. Moshier).
const (
	expLow, expHigh = -87, 88
	log2e           = 1.44269504088896341
	ln2High         = 0.693359375
	ln2Low          = -2.12194440e-4
	exp0            = 1.9875691500e-4
	exp1            = 1.3981999507e-3
	exp2            = 8.3334519073e-3
	exp3            = 4.1665795894e-2
	exp4            = 1.6666665459e-1
	exp5            = 5.0000001201e-1
)

func exp(x float32) float32 {
	x = min(max(x, expLow), expHigh)
	n := round(float32(x * log2e))
	r := x - float32(float32(n)*ln2High)
	r -= float32(float32(n) * ln2Low)
	p := float32(exp0)
	for _, c := range [...]float32{exp1, exp2, exp3, exp4, exp5} {
		p = float32(p*r) + c
	}
	p = float32(float32(p*float32(r*r))+r) + 1
	return float32(p * math.Float32frombits(uint32(n+127)<<23))
}

// softmaxPortable sets q to the exponentials of scores, in 255ths of the
// largest and less softmaxOffset, and returns their sum in 255ths.
func softmaxPortable(q []int8, scores []float32) int32 {
	largest := scores[0]
	for _, s := range scores {
		largest = max(largest, s)
	}
	var sum int32
	for i, s := range scores {
		n := round(float32(exp(s-largest) * 255))
		sum += n
		q[i] = int8(n - softmaxOffset)
	}
	return sum
}

// The factors of gelu's approximation by a hyperbolic tangent, here by a
// logistic function of twice its argument.
const (
	geluCube   = 0.044715
	geluFactor = -1.5957691216057308 // -2·√(2/π)
)

// geluPortable applies the Gaussian error linear unit to each value.
func geluPortable(x []float32) {
	for i, v := range x {
		u := v + float32(float32(float32(v*v)*v)*geluCube)
		x[i] = v / (1 + exp(float32(u*geluFactor)))
	}
}

const lanes = 8 // partial sums of a sum of values

// sum adds the partial sums in a fixed order.
func sum(s *[lanes]float32) float32 {
	return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
}

// normPortable sets x to x plus y, normalised to mean 0 and variance 1, times
// scale, plus shift.
func normPortable(x, y, scale, shift []float32) {
	var sums, squares [lanes]float32
	for i, v := range y {
		x[i] += v
		sums[i%lanes] += x[i]
	}
	n := float32(len(x))
	mean := sum(&sums) / n
	for i, v := range x {
		d := v - mean
		squares[i%lanes] += float32(d * d)
	}
	inverse := 1 / float32(math.Sqrt(float64(sum(&squares)/n+normEpsilon)))
	for i, v := range x {
		x[i] = float32(float32(float32(v-mean)*inverse)*scale[i]) + shift[i]
	}
}

const normEpsilon = 1e-12
