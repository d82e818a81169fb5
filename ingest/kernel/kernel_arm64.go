package kernel

import "golang.org/x/sys/cpu"

const unsigned = false

func tile(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32) {
	if cpu.ARM64.HasASIMDDP {
		tileNEON(&sums[0], &a[0], stride, &panel[0], &start[0])
		return
	}
	tilePortable(sums, a, stride, panel, start)
}

// tileNEON is tilePortable in the dot product instructions of ARMv8.2.
//
//go:noescape
func tileNEON(sums *int32, a *int8, stride int, panel *int8, start *int32)
