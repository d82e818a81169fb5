#include "textflag.h"

// The dot product of four signed bytes by element, which Go's assembler does
// not know: lane i of Vd gets the products of four bytes of Vn's lane i and of
// the four bytes of Vm that index names.
#define SDOT(d, n, m, index) WORD $(0x4F80E000 | (((index)&1)<<21) | ((m)<<16) | (((index)>>1)<<11) | ((n)<<5) | (d))

#define GROUP(index) \
	VLD1 (R11), [V4.B16, V5.B16, V6.B16, V7.B16] \
	ADD  $128, R11                               \
	SDOT(16, 4, 0, index)                        \
	SDOT(17, 5, 0, index)                        \
	SDOT(18, 6, 0, index)                        \
	SDOT(19, 7, 0, index)                        \
	SDOT(20, 4, 1, index)                        \
	SDOT(21, 5, 1, index)                        \
	SDOT(22, 6, 1, index)                        \
	SDOT(23, 7, 1, index)                        \
	SDOT(24, 4, 2, index)                        \
	SDOT(25, 5, 2, index)                        \
	SDOT(26, 6, 2, index)                        \
	SDOT(27, 7, 2, index)                        \
	SDOT(28, 4, 3, index)                        \
	SDOT(29, 5, 3, index)                        \
	SDOT(30, 6, 3, index)                        \
	SDOT(31, 7, 3, index)

// func tileNEON(sums *int32, a *int8, stride int, panel *int8, start *int32)
//
// Four rows and half of the columns at a time: their sums fill V16 to V31.
TEXT ·tileNEON(SB), NOSPLIT, $0-40
	MOVD sums+0(FP), R0
	MOVD a+8(FP), R1
	MOVD stride+16(FP), R2
	MOVD panel+24(FP), R3
	MOVD start+32(FP), R4
	MOVD $3, R5

rows:
	MOVD $2, R6
	MOVD R3, R7
	MOVD R4, R8
	MOVD R0, R9

half:
	VLD1 (R8), [V16.S4, V17.S4, V18.S4, V19.S4]
	VMOV V16.B16, V20.B16
	VMOV V17.B16, V21.B16
	VMOV V18.B16, V22.B16
	VMOV V19.B16, V23.B16
	VMOV V16.B16, V24.B16
	VMOV V17.B16, V25.B16
	VMOV V18.B16, V26.B16
	VMOV V19.B16, V27.B16
	VMOV V16.B16, V28.B16
	VMOV V17.B16, V29.B16
	VMOV V18.B16, V30.B16
	VMOV V19.B16, V31.B16
	MOVD R7, R11
	MOVD R1, R12
	ADD  R2, R12, R13
	ADD  R2, R13, R14
	ADD  R2, R14, R15
	LSR  $4, R2, R10

inputs:
	VLD1.P 16(R12), [V0.B16]
	VLD1.P 16(R13), [V1.B16]
	VLD1.P 16(R14), [V2.B16]
	VLD1.P 16(R15), [V3.B16]
	GROUP(0)
	GROUP(1)
	GROUP(2)
	GROUP(3)
	SUBS $1, R10
	BNE  inputs

	MOVD R9, R11
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R11)
	ADD  $128, R11
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R11)
	ADD  $128, R11
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R11)
	ADD  $128, R11
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R11)
	ADD  $64, R7
	ADD  $64, R8
	ADD  $64, R9
	SUBS $1, R6
	BNE  half

	ADD  $512, R0
	ADD  R2<<2, R1, R1
	SUBS $1, R5
	BNE  rows
	RET
