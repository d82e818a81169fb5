//go:build !amd64

package kernel

type implementation struct {
	name  string
	tile  func(sums *[TileRows * TileColumns]int32, a []int8, stride int, panel []int8, start *[TileColumns]int32)
	start func(panel []int8) *[TileColumns]int32
}

// tiles returns the implementations that this processor can run.
func tiles() []implementation { return []implementation{{"chosen", tile, start}} }
