package main

import (
	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/ir"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// tileVNNI keeps all sums of a tile in registers. Activations are made
// unsigned by flipping their sign bits.
func tileVNNI() {
	TEXT("tileVNNI", NOSPLIT, tileSignature)
	Doc("tileVNNI is tilePortable in AVX-512 VNNI; it takes activations as if bias were added to them.")
	stride := Load(Param("stride"), GP64())
	first := Load(Param("a"), GP64())
	threes := make([]Register, rows/3) // pointers to every third row
	threes[0] = first
	for i := 1; i < len(threes); i++ {
		p := GP64()
		MOVQ(threes[i-1], p)
		for range 3 {
			ADDQ(stride, p)
		}
		threes[i] = p
	}
	row := func(r int) Mem {
		return []Mem{{Base: threes[r/3]}, Mem{Base: threes[r/3]}.Idx(stride, 1), Mem{Base: threes[r/3]}.Idx(stride, 2)}[r%3]
	}
	panel := Mem{Base: Load(Param("panel"), GP64())}
	start := Mem{Base: Load(Param("start"), GP64())}
	flip, low, high, value := ZMM(), ZMM(), ZMM(), ZMM()
	sign := GP32()
	MOVL(U32(0x80808080), sign)
	VPBROADCASTD(sign, flip)
	var sums [rows][2]VecVirtual
	VMOVDQU32(start, low)
	VMOVDQU32(start.Offset(64), high)
	for r := range rows {
		sums[r] = [2]VecVirtual{ZMM(), ZMM()}
		VMOVDQA32(low, sums[r][0])
		VMOVDQA32(high, sums[r][1])
	}
	groups := GP64()
	MOVQ(stride, groups)
	SHRQ(U8(2), groups)
	Label("group")
	VMOVDQU32(panel, low)
	VMOVDQU32(panel.Offset(64), high)
	for r := range rows {
		VPBROADCASTD(row(r), value)
		VPXORD(flip, value, value)
		dot(low, value, sums[r][0])
		dot(high, value, sums[r][1])
	}
	ADDQ(U32(128), panel.Base)
	for _, p := range threes {
		ADDQ(U8(4), p)
	}
	DECQ(groups)
	JNZ(LabelRef("group"))
	out := Mem{Base: Load(Param("sums"), GP64())}
	for r := range rows {
		VMOVDQU32(sums[r][0], out.Offset(r*columns*4))
		VMOVDQU32(sums[r][1], out.Offset(r*columns*4+64))
	}
	VZEROUPPER()
	RET()
}

// dot adds to each lane of sums four products of bytes; avo doesn't know the
// instruction.
func dot(weights, values, sums VecVirtual) {
	Instruction(&ir.Instruction{
		Opcode: "VPDPBUSD", Operands: []Op{weights, values, sums}, Inputs: []Op{weights, values, sums}, Outputs: []Op{sums},
	})
}

// tileAVX2 takes two rows at a time. The sign of an activation goes over to
// the weight, so that products of unsigned and signed bytes fit: twice
// 128·127 is less than 1<<15.
func tileAVX2() {
	TEXT("tileAVX2", NOSPLIT, tileSignature)
	Doc("tileAVX2 is tilePortable in AVX2.")
	stride := Load(Param("stride"), GP64())
	a := Mem{Base: Load(Param("a"), GP64())}
	out := Mem{Base: Load(Param("sums"), GP64())}
	start := Mem{Base: Load(Param("start"), GP64())}
	panel := Mem{Base: GP64()}
	ones := YMM()
	VPCMPEQW(ones, ones, ones)
	VPSRLW(U8(15), ones, ones)
	pairs, groups := GP64(), GP64()
	MOVQ(U32(rows/2), pairs)
	Label("pair")
	Load(Param("panel"), panel.Base.(GPVirtual))
	var sums [2][4]VecVirtual
	for r := range sums {
		for c := range sums[r] {
			sums[r][c] = YMM()
			VMOVDQU(start.Offset(c*32), sums[r][c])
		}
	}
	MOVQ(stride, groups)
	SHRQ(U8(2), groups)
	Label("group")
	for r, row := range []Mem{a, a.Idx(stride, 1)} {
		value, size := YMM(), YMM()
		VPBROADCASTD(row, value)
		VPABSB(value, size)
		for c := range sums[r] {
			product := YMM()
			VMOVDQU(panel.Offset(c*32), product)
			VPSIGNB(value, product, product)
			VPMADDUBSW(product, size, product)
			VPMADDWD(ones, product, product)
			VPADDD(product, sums[r][c], sums[r][c])
		}
	}
	ADDQ(U32(128), panel.Base)
	ADDQ(U8(4), a.Base)
	DECQ(groups)
	JNZ(LabelRef("group"))
	for r := range sums {
		for c := range sums[r] {
			VMOVDQU(sums[r][c], out.Offset(r*columns*4+c*32))
		}
	}
	ADDQ(U32(2*columns*4), out.Base)
	ADDQ(stride, a.Base) // the loop has moved it by a row already
	DECQ(pairs)
	JNZ(LabelRef("pair"))
	VZEROUPPER()
	RET()
}

func columnSums() {
	TEXT("columnSumsAVX2", NOSPLIT, "func(sums *int32, panel *int8, n int)")
	Doc("columnSumsAVX2 is columnSumsPortable in AVX2; n is a multiple of 128.")
	panel, n := Mem{Base: Load(Param("panel"), GP64())}, Load(Param("n"), GP64())
	ones, words := YMM(), YMM()
	VPCMPEQW(words, words, words)
	VPSRLW(U8(15), words, words)
	VPACKUSWB(words, words, ones)
	var sums [4]VecVirtual
	for c := range sums {
		sums[c] = YMM()
		VPXOR(sums[c], sums[c], sums[c])
	}
	Label("group")
	for c := range sums {
		v := YMM()
		VPMADDUBSW(panel.Offset(c*32), ones, v)
		VPMADDWD(words, v, v)
		VPADDD(v, sums[c], sums[c])
	}
	ADDQ(U32(128), panel.Base)
	SUBQ(U32(128), n)
	JNZ(LabelRef("group"))
	out := Mem{Base: Load(Param("sums"), GP64())}
	for c := range sums {
		VMOVDQU(sums[c], out.Offset(c*32))
	}
	VZEROUPPER()
	RET()
}

func store() {
	TEXT("storeAVX2", NOSPLIT, "func(product *float32, step int, sums *int32, rows, columns, bias *float32)")
	Doc("storeAVX2 is storePortable in AVX2.")
	product, step := Mem{Base: Load(Param("product"), GP64())}, Load(Param("step"), GP64())
	sums, factors := Mem{Base: Load(Param("sums"), GP64())}, Mem{Base: Load(Param("rows"), GP64())}
	scale, bias := Mem{Base: Load(Param("columns"), GP64())}, Mem{Base: Load(Param("bias"), GP64())}
	SHLQ(U8(2), step)
	var scales, biases [4]VecVirtual
	for c := range scales {
		scales[c], biases[c] = YMM(), YMM()
		VMOVUPS(scale.Offset(c*32), scales[c])
		VMOVUPS(bias.Offset(c*32), biases[c])
	}
	factor, v := YMM(), YMM()
	for r := range rows {
		VBROADCASTSS(factors.Offset(r*4), factor)
		for c := range scales {
			VCVTDQ2PS(sums.Offset(r*columns*4+c*32), v)
			VMULPS(factor, v, v)
			VMULPS(scales[c], v, v)
			VADDPS(biases[c], v, v)
			VMOVUPS(v, product.Offset(c*32))
		}
		ADDQ(step, product.Base)
	}
	VZEROUPPER()
	RET()
}
