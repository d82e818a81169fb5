package copies

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

const (
	shingle = 4    // words of a shingle
	fewest  = 20   // shingles of a text that can be told from others
	most    = 1024 // shingles of a sketch
	bands   = 64   // of a signature
	rows    = 2    // minima of a band
)

// A Sketch stands for a text of whatever length: the smallest hashes of its
// shingles, all of them where they are few, and the bands of its MinHash
// signature.
type Sketch struct {
	Low   []uint32 // rising
	Bands [bands]uint32
}

// SketchOf returns the sketch of a text; false where the text is too short.
func SketchOf(text string) (s Sketch, ok bool) {
	hashes := shingles(text)
	if len(hashes) < fewest {
		return s, false
	}
	for i := range s.Bands {
		for row := range rows {
			seed, least := mix(uint64(i*rows+row+1)), ^uint64(0)
			for _, h := range hashes {
				least = min(least, (uint64(h)^seed)*multiplier)
			}
			s.Bands[i] = uint32(mix(uint64(s.Bands[i])<<32 | least>>32))
		}
	}
	s.Low = slices.Clone(hashes[:min(len(hashes), most)])
	return s, true
}

// shingles returns the hashes of the runs of words in a text, rising and each
// once. Case and all that is neither letter nor digit make no difference.
func shingles(text string) (hashes []uint32) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := range len(words) - shingle + 1 {
		h := fnv.New32a()
		for _, word := range words[i : i+shingle] {
			h.Write([]byte(word + " "))
		}
		hashes = append(hashes, uint32(mix(uint64(h.Sum32()))))
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// share returns which share of the shingles of the shorter text stands in the
// other: up to the last hash that both sketches reach, each of them is whole.
func share(a, b Sketch) float64 {
	x, y := a.Low, b.Low
	if len(x) == most && (len(y) < most || x[most-1] < y[most-1]) {
		y = upTo(y, x[most-1])
	} else if len(y) == most {
		x = upTo(x, y[most-1])
	}
	shorter := min(len(x), len(y))
	if shorter < fewest/4 {
		return 0
	}
	return float64(common(x, y)) / float64(shorter)
}

// upTo returns the hashes that are not above last.
func upTo(hashes []uint32, last uint32) []uint32 {
	end, found := slices.BinarySearch(hashes, last)
	if found {
		end++
	}
	return hashes[:end]
}

// common counts what stands in both of two rising lists.
func common(a, b []uint32) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			a, b, n = a[1:], b[1:], n+1
		}
	}
	return n
}

const multiplier = 0x9e3779b97f4a7c15 // odd, from the golden ratio

// mix scatters the bits of x, as SplitMix64 does.
func mix(x uint64) uint64 {
	x += multiplier
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
