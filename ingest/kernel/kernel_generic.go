//go:build !amd64 && !arm64

package kernel

const unsigned = false

func tile(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32) {
	tilePortable(sums, a, stride, panel, start)
}
