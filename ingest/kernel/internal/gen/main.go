// Command gen writes the assembly for AMD64 processors: go generate ./ingest/kernel
//
// What each function computes stands in portable.go, in the same order.
package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	rows    = 12
	columns = 32
)

func main() {
	ConstraintExpr("amd64")
	tileVNNI()
	tileAVX2()
	columnSums()
	store()
	largest()
	quantize()
	for _, s := range sets {
		s.softmax()
		s.gelu()
	}
	norm()
	Generate()
}

const tileSignature = "func(sums *int32, a *int8, stride int, panel *int8, start *int32)"

func largest() {
	TEXT("largestAVX2", NOSPLIT, "func(x *float32, n int) float32")
	Doc("largestAVX2 returns the largest absolute value; n is a multiple of 8.")
	x, n := Mem{Base: Load(Param("x"), GP64())}, Load(Param("n"), GP64())
	magnitude, v := YMM(), YMM()
	VPCMPEQD(magnitude, magnitude, magnitude)
	VPSRLD(U8(1), magnitude, magnitude)
	found := []VecVirtual{YMM(), YMM(), YMM(), YMM()} // so that no maximum waits for the last
	for _, f := range found {
		VXORPS(f, f, f)
	}
	Label("four")
	CMPQ(n, U8(32))
	JL(LabelRef("one"))
	for i, f := range found {
		VANDPS(x.Offset(32*i), magnitude, v)
		VMAXPS(v, f, f)
	}
	ADDQ(U8(128), x.Base)
	SUBQ(U8(32), n)
	JMP(LabelRef("four"))
	Label("one")
	CMPQ(n, U8(0))
	JE(LabelRef("done"))
	VANDPS(x, magnitude, v)
	VMAXPS(v, found[0], found[0])
	ADDQ(U8(32), x.Base)
	SUBQ(U8(8), n)
	JMP(LabelRef("one"))
	Label("done")
	for _, f := range found[1:] {
		VMAXPS(f, found[0], found[0])
	}
	Store(across(VMAXPS, found[0]), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

// across combines the lanes of v as the function sum of portable.go does.
func across(op func(...Op), v VecVirtual) VecVirtual {
	half, other := XMM(), XMM()
	VEXTRACTF128(U8(1), v, half)
	op(half, v.AsX(), half)     // 0+4 1+5 2+6 3+7
	VMOVHLPS(half, half, other) // 2+6 3+7
	op(other, half, half)       // (0+4)+(2+6) (1+5)+(3+7)
	VMOVSHDUP(half, other)      // its second lane
	op(other, half, half)
	return half
}

func quantize() {
	TEXT("quantizeAVX2", NOSPLIT, "func(q *int8, x *float32, n int, factor float32)")
	Doc("quantizeAVX2 sets q to the rounded products of x and factor; n is a multiple of 8.")
	q, x, n := Mem{Base: Load(Param("q"), GP64())}, Mem{Base: Load(Param("x"), GP64())}, Load(Param("n"), GP64())
	factor := YMM()
	address, err := Param("factor").Resolve()
	if err != nil {
		panic(err)
	}
	VBROADCASTSS(address.Addr, factor)
	v := YMM()
	Label("loop")
	VMULPS(x, factor, v)
	VCVTPS2DQ(v, v)
	storeBytes(v, q)
	ADDQ(U8(32), x.Base)
	ADDQ(U8(8), q.Base)
	SUBQ(U8(8), n)
	JNZ(LabelRef("loop"))
	VZEROUPPER()
	RET()
}

// storeBytes stores the lanes of v, each from -128 to 127, as bytes.
func storeBytes(v VecVirtual, at Mem) {
	high := XMM()
	VEXTRACTI128(U8(1), v, high)
	VPACKSSDW(high, v.AsX(), high)
	VPACKSSWB(high, high, high)
	VMOVQ(high, at)
}

var tables = map[float32]Mem{}

// repeated returns sixteen times the value, in memory.
func repeated(value float64) Mem {
	v := float32(value)
	if _, ok := tables[v]; !ok {
		tables[v] = GLOBL("repeated"+string(rune('A'+len(tables))), RODATA|NOPTR)
		for i := range 16 {
			DATA(4*i, U32(math.Float32bits(v)))
		}
	}
	return tables[v]
}

// A set is an instruction set: how many lanes its registers have.
type set struct {
	name  string
	lanes int
	reg   func() VecVirtual
}

var sets = []set{{"AVX2", 8, YMM}, {"AVX512", 16, ZMM}}

// exp sets x to its exponential, with the coefficients of portable.go.
func (s set) exp(x VecVirtual) {
	VMAXPS(repeated(-87), x, x)
	VMINPS(repeated(88), x, x)
	n, whole, t, p := s.reg(), s.reg(), s.reg(), s.reg()
	VMULPS(repeated(1.44269504088896341), x, n)
	VCVTPS2DQ(n, n)
	VCVTDQ2PS(n, whole)
	VMULPS(repeated(0.693359375), whole, t)
	VSUBPS(t, x, x)
	VMULPS(repeated(-2.12194440e-4), whole, t)
	VSUBPS(t, x, x)
	VMOVUPS(repeated(1.9875691500e-4), p)
	for _, c := range []float64{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		VMULPS(x, p, p)
		VADDPS(repeated(c), p, p)
	}
	VMULPS(x, x, t)
	VMULPS(t, p, p)
	VADDPS(x, p, p)
	VADDPS(repeated(1), p, p)
	VPSLLD(U8(23), n, n)
	VPADDD(repeated(1), n, n) // 1 is 127<<23
	VMULPS(n, p, x)
}

func (s set) softmax() {
	TEXT("softmax"+s.name, NOSPLIT, "func(q *int8, scores *float32, n int) int32")
	Doc("softmax" + s.name + " is softmaxPortable; n is a multiple of the lanes.")
	q, scores, n := Mem{Base: Load(Param("q"), GP64())}, Mem{Base: Load(Param("scores"), GP64())}, Load(Param("n"), GP64())
	at, left := Mem{Base: GP64()}, GP64()
	MOVQ(scores.Base, at.Base)
	MOVQ(n, left)
	found := s.reg()
	VMOVUPS(at, found)
	Label("max")
	VMAXPS(at, found, found)
	ADDQ(U8(4*s.lanes), at.Base)
	SUBQ(U8(s.lanes), left)
	JNZ(LabelRef("max"))
	VBROADCASTSS(across(VMAXPS, s.half(VMAXPS, found)), found)
	total := s.reg()
	VXORPS(total.AsX(), total.AsX(), total.AsX())
	Label("exp")
	v := s.reg()
	VMOVUPS(scores, v)
	VSUBPS(found, v, v)
	s.exp(v)
	VMULPS(repeated(255), v, v)
	VCVTPS2DQ(v, v)
	VPADDD(v, total, total)
	VPADDD(minus128(), v, v)
	if s.lanes == 16 {
		VPMOVDB(v, q)
	} else {
		storeBytes(v, q)
	}
	ADDQ(U8(4*s.lanes), scores.Base)
	ADDQ(U8(s.lanes), q.Base)
	SUBQ(U8(s.lanes), n)
	JNZ(LabelRef("exp"))
	sum := GP32()
	VMOVD(across(VPADDD, s.half(VPADDD, total)), sum)
	Store(sum, ReturnIndex(0))
	VZEROUPPER()
	RET()
}

// half combines the upper and lower lanes of a register of sixteen.
func (s set) half(op func(...Op), v VecVirtual) VecVirtual {
	if s.lanes == 8 {
		return v
	}
	upper := YMM()
	VEXTRACTF64X4(U8(1), v, upper)
	op(upper, v.AsY(), upper)
	return upper
}

func minus128() Mem {
	if _, ok := tables[-128]; !ok {
		tables[-128] = GLOBL("minus128", RODATA|NOPTR)
		for i := range 16 {
			DATA(4*i, I32(-128))
		}
	}
	return tables[-128]
}

func (s set) gelu() {
	TEXT("gelu"+s.name, NOSPLIT, "func(x *float32, n int)")
	Doc("gelu" + s.name + " is geluPortable; n is a multiple of the lanes.")
	x, n := Mem{Base: Load(Param("x"), GP64())}, Load(Param("n"), GP64())
	Label("loop")
	v, u := s.reg(), s.reg()
	VMOVUPS(x, v)
	VMULPS(v, v, u)
	VMULPS(v, u, u)
	VMULPS(repeated(0.044715), u, u)
	VADDPS(u, v, u)
	VMULPS(repeated(-1.5957691216057308), u, u)
	s.exp(u)
	VADDPS(repeated(1), u, u)
	VDIVPS(u, v, v)
	VMOVUPS(v, x)
	ADDQ(U8(4*s.lanes), x.Base)
	SUBQ(U8(s.lanes), n)
	JNZ(LabelRef("loop"))
	VZEROUPPER()
	RET()
}

func norm() {
	TEXT("normAVX2", NOSPLIT, "func(x, y, scale, shift *float32, n int)")
	Doc("normAVX2 is normPortable in AVX2; n is a multiple of 8.")
	x, y, n := Load(Param("x"), GP64()), Load(Param("y"), GP64()), Load(Param("n"), GP64())
	scale, shift := Load(Param("scale"), GP64()), Load(Param("shift"), GP64())
	count, one := XMM(), XMM()
	VXORPS(count, count, count)
	VCVTSI2SSQ(n, count, count)
	VMOVSS(repeated(1), one)
	i := GP64()
	item := func(base Register) Mem { return Mem{Base: base}.Idx(i, 4) }
	each := func(label string, body func()) {
		XORQ(i, i)
		Label(label)
		body()
		ADDQ(U8(8), i)
		CMPQ(i, n)
		JLT(LabelRef(label))
	}
	v, sums, mean, inverse := YMM(), YMM(), YMM(), YMM()
	VXORPS(sums, sums, sums)
	each("sum", func() {
		VMOVUPS(item(x), v)
		VADDPS(item(y), v, v)
		VMOVUPS(v, item(x))
		VADDPS(v, sums, sums)
	})
	s := across(VADDPS, sums)
	VDIVSS(count, s, s)
	VBROADCASTSS(s, mean)
	VXORPS(sums, sums, sums)
	each("squares", func() {
		VMOVUPS(item(x), v)
		VSUBPS(mean, v, v)
		VMULPS(v, v, v)
		VADDPS(v, sums, sums)
	})
	s = across(VADDPS, sums)
	VDIVSS(count, s, s)
	VADDSS(repeated(1e-12), s, s)
	VSQRTSS(s, s, s)
	VDIVSS(s, one, s)
	VBROADCASTSS(s, inverse)
	each("scale", func() {
		VMOVUPS(item(x), v)
		VSUBPS(mean, v, v)
		VMULPS(inverse, v, v)
		VMULPS(item(scale), v, v)
		VADDPS(item(shift), v, v)
		VMOVUPS(v, item(x))
	})
	VZEROUPPER()
	RET()
}
