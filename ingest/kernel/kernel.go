// Package kernel multiplies matrices in 8 bits and does the few other things
// that a transformer spends its time on, in assembly where there is some for
// the processor.
//
//	a.Set(rows, width, values)                    // to 8 bits, a scale for each row
//	weights.Multiply(products, a)                 // float32 again
//
// Every implementation gives the same bits as the portable one: sums of
// products are integers, and in all other sums the order is laid down.
package kernel

import "math"

// The shape of a tile, the unit of multiplication.
const (
	TileRows    = 12 // of activations
	TileColumns = 32 // of outputs
	depth       = 16 // inputs come in multiples of it
)

// bias is what makes a signed byte unsigned, for the processors that multiply
// unsigned by signed bytes.
const bias = 128

// Matrix holds weights of a linear layer in 8 bits.
//
// Panels holds, for every 32 outputs, for every 4 inputs, 32 times 4 weights.
// Outputs and inputs are padded with zeros to multiples of 32 and 16.
type Matrix struct {
	Outputs, Inputs int
	Panels          []int8
	Scale           []float32 // of each output, padded as Panels is
	Bias            []float32 // of each output, padded
	start           []int32   // what the sums of each output start from
	row             []int8    // scratch
	inverse         []float32 // scratch
}

// Padded returns n padded to a multiple of m.
func Padded(n, m int) int { return (n + m - 1) / m * m }

// NewMatrix takes weights that were packed into panels.
func NewMatrix(outputs, inputs int, panels []int8, scale, bias []float32) *Matrix {
	m := &Matrix{Outputs: outputs, Inputs: inputs, Panels: panels, Scale: scale, Bias: bias}
	m.begin(0)
	return m
}

// Columns returns the outputs [first, last) as a matrix of their own that shares
// m's weights; first is a multiple of TileColumns.
func (m *Matrix) Columns(first, last int) *Matrix {
	inputs, end := Padded(m.Inputs, depth), Padded(last, TileColumns)
	return NewMatrix(last-first, m.Inputs, m.Panels[first*inputs:end*inputs], m.Scale[first:end], m.Bias[first:end])
}

// begin lets the sums of outputs start as if offset were added to every input.
func (m *Matrix) begin(offset int32) {
	if unsigned {
		offset -= bias
	}
	columns, inputs := Padded(m.Outputs, TileColumns), Padded(m.Inputs, depth)
	m.start = resize(m.start, columns)
	for first := 0; first < columns && offset != 0; first += TileColumns {
		columnSums((*[TileColumns]int32)(m.start[first:]), m.Panels[first*inputs:(first+TileColumns)*inputs])
	}
	for i := range m.start {
		m.start[i] *= offset
	}
}

// Activations holds rows of values in 8 bits, each row with a scale.
type Activations struct {
	rows, stride int // as they are, and in bytes with the padding
	values       []int8
	scale        []float32
	sums         [TileRows * TileColumns]int32 // scratch
}

// Set converts rows of so many values. Row i begins at values[i*step].
func (a *Activations) Set(rows, width, step int, values []float32) {
	a.shape(rows, width)
	for i := range rows {
		row := a.values[i*a.stride : i*a.stride+a.stride]
		a.scale[i] = quantize(row[:width], values[i*step:i*step+width])
		clear(row[width:])
	}
}

// Quantize sets q to x in 8 bits and returns the factor back. Both are of one
// length.
func Quantize(q []int8, x []float32) (scale float32) { return quantize(q, x) }

func (a *Activations) shape(rows, width int) {
	a.rows, a.stride = rows, Padded(width, depth)
	padded := Padded(rows, TileRows)
	a.values, a.scale = resize(a.values, padded*a.stride), resize(a.scale, padded)
	clear(a.values[rows*a.stride:])
	clear(a.scale[rows:])
}

// resize returns a slice of so many elements, with any values.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// Multiply sets product to a times m plus the bias. Row i begins at
// product[i*step]; rows up to the next multiple of TileRows and columns up to
// the next multiple of TileColumns are written too.
func (m *Matrix) Multiply(product []float32, step int, a *Activations) {
	inputs := Padded(m.Inputs, depth)
	for column := 0; column < m.Outputs; column += TileColumns {
		panel := m.Panels[column*inputs : (column+TileColumns)*inputs]
		start := (*[TileColumns]int32)(m.start[column:])
		scale, add := (*[TileColumns]float32)(m.Scale[column:]), (*[TileColumns]float32)(m.Bias[column:])
		for row := 0; row < a.rows; row += TileRows {
			tile(&a.sums, a.values[row*a.stride:(row+TileRows)*a.stride], a.stride, panel, start)
			store(product[row*step+column:(row+TileRows-1)*step+column+TileColumns], step, &a.sums, (*[TileRows]float32)(a.scale[row:]), scale, add)
		}
	}
}

// SetKeys makes m a matrix whose outputs are the rows of values: multiplied
// with other rows it gives the product of each with each, times factor.
func (m *Matrix) SetKeys(rows, width, step int, values []float32, factor float32) {
	m.shape(rows, width)
	m.row = resize(m.row, width)
	inputs := Padded(width, depth)
	for i := range rows {
		m.Scale[i] = quantize(m.row, values[i*step:i*step+width]) * factor
		panel := m.Panels[i/TileColumns*TileColumns*inputs:]
		at := i % TileColumns * 4
		for j := 0; j < width; j += 4 {
			copy(panel[j*TileColumns+at:], m.row[j:min(j+4, width)])
		}
	}
	m.begin(0)
}

// SetValues makes m a matrix whose inputs are the rows of values: multiplied
// with weights of the rows it gives their weighted sums. The weights are those
// of SetSoftmax.
func (m *Matrix) SetValues(rows, width, step int, values []float32) {
	m.shape(width, rows)
	inputs := Padded(rows, depth)
	for column := range width {
		m.Scale[column] = 0
	}
	for i := range rows {
		for column, v := range values[i*step : i*step+width] {
			m.Scale[column] = max(m.Scale[column], v, -v)
		}
	}
	m.inverse = resize(m.inverse, width)
	for column, largest := range m.Scale[:width] {
		m.Scale[column], m.inverse[column] = scales(largest)
	}
	for i := range rows {
		line := m.Panels[i/4*4*TileColumns+i%4:]
		for column, v := range values[i*step : i*step+width] {
			line[column/TileColumns*TileColumns*inputs+column%TileColumns*4] = int8(round(v * m.inverse[column]))
		}
	}
	m.begin(softmaxOffset)
}

func (m *Matrix) shape(outputs, inputs int) {
	m.Outputs, m.Inputs = outputs, inputs
	columns := Padded(outputs, TileColumns)
	m.Panels = resize(m.Panels, columns*Padded(inputs, depth))
	clear(m.Panels)
	m.Scale, m.Bias = resize(m.Scale, columns), resize(m.Bias, columns)
	clear(m.Scale)
	clear(m.Bias)
}

// softmaxOffset is added to a byte of SetSoftmax to get a weight of 0 to 255.
const softmaxOffset = 128

// SetSoftmax sets each row to the softmax of so many scores, for a matrix of
// SetValues. Row i begins at scores[i*step] and is followed by room up to the
// next multiple of TileColumns, which is overwritten.
func (a *Activations) SetSoftmax(rows, width, step int, scores []float32) {
	a.shape(rows, width)
	for i := range rows {
		row := scores[i*step : i*step+a.stride]
		for j := width; j < a.stride; j++ {
			row[j] = -1e9
		}
		a.scale[i] = 1 / float32(softmax(a.values[i*a.stride:(i+1)*a.stride], row))
	}
}

// scales returns the factors from and to 8 bits for values up to largest.
func scales(largest float32) (from, to float32) {
	if largest == 0 {
		return 0, 0
	}
	return largest / 127, 127 / largest
}

// round rounds to the nearest integer, halves to the even one; |x| < 1<<21.
func round(x float32) int32 {
	const magic = 3 << 22 // at this size a float32 has no fraction
	return int32(math.Float32bits(float32(x)+magic)) - int32(math.Float32bits(magic))
}
