package kernel

type implementation struct {
	name  string
	tile  func(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32)
	start func(panel []int8) *[TileColumns]int32
}

// tiles returns the implementations that this processor can run.
func tiles() []implementation {
	found := []implementation{{"chosen", tile, start}}
	if avx2 {
		found = append(found, implementation{"AVX2", func(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32) {
			tileAVX2(&sums[0], &a[0], stride, &panel[0], &start[0])
		}, func([]int8) *[TileColumns]int32 { return new([TileColumns]int32) }})
	}
	return found
}
