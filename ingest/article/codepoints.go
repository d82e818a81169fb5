package article

import (
	"sort"
	"unicode/utf8"
)

// stride is the distance in bytes between the anchors of a CodePoints.
const stride = 256

// CodePoints converts between byte offsets and code point offsets of a text in
// constant and logarithmic time.
type CodePoints struct {
	text    string
	anchors []int // code points before byte i*stride
}

// NewCodePoints indexes text.
func NewCodePoints(text string) *CodePoints {
	c := &CodePoints{text: text}
	count := 0
	for i := range len(text) {
		if i%stride == 0 {
			c.anchors = append(c.anchors, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
	}
	c.anchors = append(c.anchors, count)
	return c
}

// At returns the number of code points before the byte offset.
func (c *CodePoints) At(offset int) int {
	if offset >= len(c.text) {
		return c.anchors[len(c.anchors)-1]
	}
	count := c.anchors[offset/stride]
	for i := offset / stride * stride; i < offset; i++ {
		if utf8.RuneStart(c.text[i]) {
			count++
		}
	}
	return count
}

// Byte returns the byte offset of the code point at the given offset.
func (c *CodePoints) Byte(codePoint int) int {
	block := sort.SearchInts(c.anchors, codePoint+1) - 1
	if block >= len(c.anchors)-1 {
		return len(c.text)
	}
	count := c.anchors[block]
	for i := block * stride; i < len(c.text); i++ {
		if utf8.RuneStart(c.text[i]) {
			if count == codePoint {
				return i
			}
			count++
		}
	}
	return len(c.text)
}
